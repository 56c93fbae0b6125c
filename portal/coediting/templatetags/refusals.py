"""Why a page of a list is left alone by what is done to the others."""

from __future__ import annotations

from typing import Any

from django import template

from portal.coediting.archives.actions import ArchivePageAction

register = template.Library()


@register.simple_tag(takes_context=True)
def refusal_of_bulk(context: Any, page: Any) -> str | None:
    """The reason, in French, for the action that the address names; None when another one stands in the way."""
    request = context["request"]
    action, page = request.resolver_match.kwargs["action"], page.specific
    if action == "archive":
        return ArchivePageAction(page, request.user).refusal()
    reason: str | None = page.permissions_for_user(request.user).refusal_to(action)
    return reason
