"""What feeds, calendars, sitemap and open data share: stable names, whole addresses, conditional answers."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.http import http_date
from django.views.decorators.http import condition, require_safe
from wagtail.models import Page

from portal.content.kept import current_generation, kept
from portal.content.routing import keep_site

CONTROL_CHARACTERS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
View = Callable[..., HttpResponse]


def authority() -> str:
    """The portal's domain name, as identifiers carry it: whatever host a request was sent to."""
    return urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname or "localhost"


def tag_uri(*parts: Any) -> str:
    """A name that outlives addresses (RFC 4151), such as tag:example.org,2026:fr-ca/…"""
    return f"tag:{authority()},2026:" + "/".join(str(part) for part in parts)


def absolute_address(request: HttpRequest, page: Any) -> str:
    """A page's whole address. `page` has its locale."""
    return request.build_absolute_uri(page.get_url(request))


def printable(text: str) -> str:
    """The text without the control characters that XML and iCalendar refuse."""
    return CONTROL_CHARACTERS.sub("", text)


def conditional(view: View) -> View:
    """Answers 304 to a client that already holds this address in this generation, without building anything.

    Only the ETag decides: a page that is withdrawn takes the time of the last publication back, so that
    Last-Modified alone would tell a client that nothing changed.
    """

    @require_safe
    @condition(etag_func=_etag)
    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        keep_site(request)
        response = view(request, *args, **kwargs)
        changed_at = kept("last_published_at", _last_published_at)
        if response.status_code == 200 and changed_at:
            response["Last-Modified"] = http_date(changed_at.timestamp())
        patch_cache_control(response, public=True, no_cache=True)
        return response

    return answer


def _etag(request: HttpRequest, *args: Any, **kwargs: Any) -> str:
    """What tells an answer: its address, what is published, and the day, by which some data is late or is not."""
    parts = f"{request.build_absolute_uri()} {current_generation()} {timezone.localdate()}"
    return f'W/"{hashlib.sha256(parts.encode()).hexdigest()[:32]}"'


def _last_published_at() -> Any:
    return Page.objects.live().aggregate(latest=Max("last_published_at"))["latest"]
