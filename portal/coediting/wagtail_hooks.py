"""Co-editing in Wagtail's admin."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogFormatter

from portal.coediting.approval.admin import (
    answer_on_its_own_screen,
    register_key_log_actions,
    register_key_urls,
)
from portal.coediting.archives.admin import (
    ArchiveBulkAction,
    offer_in_header,
    offer_in_listing,
    register_archive_log_actions,
    register_archive_urls,
)
from portal.coediting.choosers import narrow_chooser
from portal.coediting.conflicts.answers import protect_newer_version
from portal.coediting.conflicts.script import wait_for_autosave
from portal.coediting.explorer.views import PortalPageViewSet
from portal.coediting.journal import JournalView
from portal.coediting.notifications.preferences import NotificationPreferencePanel
from portal.coediting.todo.panel import replace_panels
from portal.coediting.todo.views import todo_section

hooks.register("register_admin_urls", register_key_urls)
hooks.register("construct_page_action_menu", answer_on_its_own_screen)
hooks.register("register_log_actions", register_key_log_actions)
hooks.register("insert_editor_js", wait_for_autosave)
hooks.register("construct_page_chooser_queryset", narrow_chooser)
hooks.register("register_admin_urls", register_archive_urls)
hooks.register("register_page_listing_more_buttons", offer_in_listing)
hooks.register("register_page_header_buttons", offer_in_header)
hooks.register("register_bulk_action", ArchiveBulkAction)
hooks.register("register_log_actions", register_archive_log_actions)
for kind in ("page", "snippet", "setting", "user"):
    hooks.register(f"before_edit_{kind}", protect_newer_version)


@hooks.register("register_account_settings_panel")
def register_notification_preferences(request: HttpRequest, user: Any, profile: Any) -> NotificationPreferencePanel:
    return NotificationPreferencePanel(request, user, profile)


@hooks.register("register_log_actions")
def register_log_actions(actions: Any) -> None:
    @actions.register_action("coediting.invite_person")
    class InvitePersonFormatter(LogFormatter):
        label = "Inviter une personne"

        def format_message(self, log_entry: Any) -> str:
            return f"Compte ouvert : {', '.join(log_entry.data.get('groups', []))}"

    @actions.register_action("coediting.change_account")
    class ChangeAccountFormatter(LogFormatter):
        label = "Modifier un compte"

        def format_message(self, log_entry: Any) -> str:
            state = "ouvert" if log_entry.data.get("is_open") else "fermé"
            return f"Compte {state} : {', '.join(log_entry.data.get('groups', []))}"


@hooks.register("insert_global_admin_css")
def give_lists_room() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("portal/admin/listings.css"))


@hooks.register("construct_homepage_panels")
def show_what_is_to_be_done(request: HttpRequest, panels: list[Any]) -> None:
    replace_panels(panels, request.user)


@hooks.register("register_admin_urls")
def register_todo_url() -> list[Any]:
    return [path("a-faire/<slug:key>/", todo_section, name="todo_section")]


@hooks.register("register_admin_viewset", order=10)
def register_explorer() -> PortalPageViewSet:
    """After Wagtail's own, in whose place it stands."""
    return PortalPageViewSet()


@hooks.register("register_admin_urls")
def register_journal_urls() -> list[Any]:
    return [
        path("reports/journal/", JournalView.as_view(), name="journal"),
        path("reports/journal/results/", JournalView.as_view(results_only=True), name="journal_results"),
    ]


@hooks.register("register_reports_menu_item")
def register_journal_menu_item() -> MenuItem:
    return MenuItem(JournalView.page_title, reverse("journal"), name="journal", icon_name="history", order=100)


@hooks.register("construct_reports_menu")
def drop_site_history(request: HttpRequest, menu_items: list[Any]) -> None:
    """The journal stands in its place."""
    menu_items[:] = [item for item in menu_items if item.name != "site-history"]
