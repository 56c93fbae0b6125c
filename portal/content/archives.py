"""Leaves archived pages out of what lists pages of every type."""

from __future__ import annotations

from typing import Any

from django.apps import apps


def without_archived(pages: Any) -> Any:
    """Of a queryset of pages of any type, those that are not archived. For pages of one type: `.not_archived()`."""
    from portal.content.models import PortalPage

    for model in apps.get_models():
        if issubclass(model, PortalPage):
            archived = model._base_manager.filter(archived_at__isnull=False)
            pages = pages.exclude(pk__in=archived.values("pk"))
    return pages
