"""Archiving in Wagtail's admin: buttons, the action on several pages at once, the words of the log."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from wagtail.admin.views.pages.bulk_actions.page_bulk_action import PageBulkAction
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogFormatter

from portal.coediting.actors import actor_of, page_facts
from portal.coediting.archives.actions import ArchivePageAction
from portal.coediting.archives.views import urlpatterns
from portal.coediting.policies import refuse_to_archive

PRIORITY = 55


def register_archive_urls() -> list[Any]:
    return urlpatterns


def offer_in_listing(page: Any, user: Any, next_url: str | None = None) -> Iterator[Button]:
    return _offer(page, user)


def offer_in_header(page: Any, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    return _offer(page, user)


def _offer(page: Any, user: Any) -> Iterator[Button]:
    if not hasattr(page, "archived_at") or page.first_published_at is None:
        return
    if refuse_to_archive(actor_of(user), page_facts(page)):
        return
    if page.archived_at:
        yield Button("Restaurer", reverse("restore_page", args=[page.pk]), icon_name="rotate", priority=PRIORITY)
    elif not page_facts(page).is_home:
        yield Button("Archiver", reverse("archive_page", args=[page.pk]), icon_name="folder", priority=PRIORITY)


class ArchiveBulkAction(PageBulkAction):
    display_name = "Archiver"
    action_type = "archive"
    aria_label = "Archiver les pages choisies"
    template_name = "coediting/archive_bulk.html"
    action_priority = 55

    def check_perm(self, page: Any) -> bool:
        page = page.specific
        return hasattr(page, "archived_at") and ArchivePageAction(page, self.request.user).refusal() is None

    @classmethod
    def execute_action(cls, objects: list[Any], user: Any = None, **kwargs: Any) -> tuple[int, int]:
        for page in objects:
            ArchivePageAction(page.specific, user).execute()
        return len(objects), 0

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str:
        if num_parent_objects == 1:
            return "Une page est archivée. Elle garde son adresse."
        return f"{num_parent_objects} pages sont archivées. Elles gardent leur adresse."


def register_archive_log_actions(actions: Any) -> None:
    @actions.register_action("coediting.archive")
    class ArchiveFormatter(LogFormatter):
        label = "Archiver"
        message = "Page archivée avec sa variante"

    @actions.register_action("coediting.restore")
    class RestoreFormatter(LogFormatter):
        label = "Restaurer"
        message = "Page restaurée avec sa variante"
