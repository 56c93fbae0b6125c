"""Who has a variant open just now, as Wagtail itself keeps editing sessions: one row for each person and page.

A script renews it; without one, opening the page counts.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_POST
from wagtail.admin.models import EditingSession
from wagtail_localize.models import Translation

from portal.localization.desk.lookup import find_variant
from portal.localization.models import SegmentDecision

PRESENT_FOR = timedelta(minutes=5)


def note_presence(user: Any, variant: Any) -> list[EditingSession]:
    """Says that somebody looks at a variant, and answers who else does, last seen first."""
    sessions = EditingSession.objects.filter(
        content_type=ContentType.objects.get_for_model(variant), object_id=str(variant.pk)
    )
    now = timezone.now()
    if not sessions.filter(user=user).update(last_seen_at=now):
        EditingSession.cleanup()
        EditingSession.objects.create(user=user, content_object=variant, last_seen_at=now)
    others = sessions.filter(last_seen_at__gte=now - PRESENT_FOR).exclude(user=user).select_related("user")
    return list({session.user_id: session for session in others.order_by("last_seen_at")}.values())[::-1]


def latest_decision(translation: Translation) -> SegmentDecision | None:
    decisions = SegmentDecision.objects.filter(translation=translation).select_related("reviewer")
    return decisions.order_by("-pk").first()


@require_POST
def presence(request: HttpRequest, page_id: int) -> HttpResponse:
    """Who else is there, and whether somebody decided something behind the reader's back."""
    translation, variant = find_variant(request.user, page_id)
    seen, latest = request.POST.get("latest", ""), latest_decision(translation)
    is_news = latest is not None and seen.isdecimal() and str(latest.pk) != seen
    context = {
        "others": note_presence(request.user, variant),
        "decider": latest.reviewer if latest and is_news and latest.reviewer_id != request.user.pk else None,
    }
    return TemplateResponse(request, "localization/includes/presence.html", context)
