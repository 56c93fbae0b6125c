"""Why a request was refused: from its address to the policy that refused it."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from wagtail.models import Page

from portal.coediting.policies import ANOTHER_SCREEN, ONE_ADDRESS

PAGES = "wagtailadmin_pages"
VERBS = {
    "edit": "edit",
    "preview_on_edit": "edit",
    "view_draft": "edit",
    "usage": "edit",
    "history": "edit",
    "history_results": "edit",
    "revisions_index": "edit",
    "revisions_view": "edit",
    "revisions_revert": "edit",
    "revisions_compare": "edit",
    "workflow_history": "edit",
    "workflow_history_detail": "edit",
    "revisions_unschedule": "unschedule",
    "add_subpage": "add_subpage",
    "add": "add_subpage",
    "delete": "delete",
    "unpublish": "unpublish",
    "move": "move",
    "copy": "copy",
    "lock": "lock",
    "unlock": "unlock",
    "set_privacy": "set_view_restrictions",
}
"""By the names of Wagtail's addresses of a page: what the permission tester calls it."""
PAGE_ARGUMENTS = ("page_id", "page_to_move_id", "parent_page_id", "pk")


def reason_of(request: HttpRequest, raised: BaseException | None = None) -> str:
    """In French: what whoever refused said, else what the policies say of the page that the address names.

    Wagtail's actions refuse in classes of their own, whose words give no reason.
    """
    if type(raised) is PermissionDenied and raised.args and raised.args[0]:
        return str(raised.args[0])
    match, page = request.resolver_match, page_of(request)
    if match is None or page is None or match.namespace != PAGES:
        return ANOTHER_SCREEN
    return _page_reason(request.user, page, match.url_name or "", match.kwargs) or ANOTHER_SCREEN


def page_of(request: HttpRequest) -> Any:
    """The page that the address names, or None."""
    match = request.resolver_match
    if match is None or match.namespace not in (PAGES, "coediting"):
        return None
    key = next((match.kwargs[name] for name in PAGE_ARGUMENTS if name in match.kwargs), None)
    page = Page.objects.filter(pk=key).first() if key else None
    return page and page.specific


def _page_reason(user: Any, page: Any, name: str, arguments: dict[str, Any]) -> str | None:
    rights = page.permissions_for_user(user)
    if not hasattr(rights, "refusal_to"):  # Wagtail's root
        return None
    if name == "move_confirm":
        destination = Page.objects.filter(pk=arguments["destination_id"]).first()
        reason: str | None = rights.refusal_to_reach(destination, "move") if destination else None
        return reason
    if name == "set_page_position":
        return _page_reason(user, page.get_parent().specific, "reorder", arguments)
    if name == "convert_alias":
        return ONE_ADDRESS
    verb = "reorder_children" if name == "reorder" else VERBS.get(name)
    reason = rights.refusal_to(verb) if verb else None
    return str(reason) if reason else None
