"""What the portal changes in Wagtail's rich text."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.models import Page

from portal.content.addresses import refuse_address
from portal.content.checks import views as content_checks
from portal.content.rich_text import PortalPageLinkHandler


@hooks.register("register_rich_text_features", order=10)
def register_page_links(features: Any) -> None:
    features.register_link_type(PortalPageLinkHandler)


@hooks.register("register_admin_urls")
def register_content_checks() -> list[Any]:
    return content_checks.urlpatterns


@hooks.register("insert_editor_js")
def renew_content_checks() -> SafeString:
    return format_html('<script type="module" src="{}"></script>', static("portal/admin/content_checks.js"))


@hooks.register("before_bulk_action")
def keep_addresses_of_screens_from_many(
    request: HttpRequest, action_type: str, objects: Any, action: Any
) -> HttpResponse | None:
    if action_type != "move" or not issubclass(action.model, Page):
        return None
    destination = action.cleaned_form.cleaned_data["chooser"]
    reason = next(filter(None, (refuse_address(destination, page.slug) for page in objects)), "")
    if not reason:
        return None
    messages.error(request, reason)
    return redirect("wagtailadmin_explore", destination.pk)


@hooks.register("before_move_page")
def keep_addresses_of_screens(request: HttpRequest, page: Any, destination: Any) -> HttpResponse | None:
    """A page keeps its slug when it moves: it must not come to lie under a screen of the portal."""
    reason = refuse_address(destination, page.slug) if request.method == "POST" else ""
    if not reason:
        return None
    messages.error(request, reason)
    return redirect("wagtailadmin_explore", page.get_parent().pk)
