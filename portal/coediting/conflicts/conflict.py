"""One conflict, as its page shows it: both texts, who saved the other one and when, what is posted again."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import get_language
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.templatetags.wagtailadmin_tags import user_display_name
from wagtail.admin.utils import get_latest_str
from wagtail.log_actions import registry as log_registry

from portal import locales
from portal.coediting.conflicts.comparison import CHOICE_PREFIX, Difference, compare
from portal.coediting.conflicts.editing import build_form, newest_version
from portal.coediting.conflicts.rebase import rebase
from portal.coediting.conflicts.versions import (
    AUTOSAVED_REVISION,
    LOADED_CONTENT,
    ORIGINAL_CONTENT,
    current_version,
)

WAY = "conflict"
FOLLOWING_ACTIONS = {
    "action-publish": "publier",
    "action-submit": "soumettre",
    "action-restart-workflow": "soumettre de nouveau",
}


class Conflict:
    """Between what a request posts and the newest version of the object, which nobody may save meanwhile."""

    def __init__(self, request: HttpRequest, newest: Any) -> None:
        self.user = request.user
        self.newest = newest
        self.data = rebase(request.POST, type(build_form(newest, request.user)), newest)
        self.form = build_form(newest_version(newest), request.user, self.data)

    @cached_property
    def differences(self) -> list[Difference]:
        mine = build_form(newest_version(self.newest), self.user, self.data)
        if hasattr(mine, "defer_required_fields"):
            mine.defer_required_fields()
        mine.is_valid()
        return compare(mine, self.newest, self.user, self.data)

    @cached_property
    def title(self) -> str:
        return str(get_latest_str(self.newest))

    @cached_property
    def editor_url(self) -> str:
        return AdminURLFinder(self.user).get_edit_url(self.newest) or ""

    @cached_property
    def last_save(self) -> tuple[Any, Any]:
        """Who saved the newest version, and when; nobody and never for what was not saved in the admin."""
        revision = getattr(self.newest, "latest_revision", None)
        if revision:
            return revision.user, revision.created_at
        entry = log_registry.get_logs_for_instance(self.newest).select_related("user").first()
        return (entry.user, entry.timestamp) if entry else (None, None)

    @property
    def is_own(self) -> bool:
        return bool(self.last_save[0] == self.user)

    @property
    def author(self) -> str:
        author = self.last_save[0]
        return str(user_display_name(author)) if author else ""

    @property
    def saved_at(self) -> Any:
        """By the clock of the reader's city."""
        locale = locales.by_code(get_language() or "") or locales.FR_CA
        return self.last_save[1] and self.last_save[1].astimezone(locale.zone)

    @property
    def following_action(self) -> str:
        """What was to follow the saving, as a verb; empty when nothing was."""
        return next((verb for name, verb in FOLLOWING_ACTIONS.items() if name in self.data), "")

    @cached_property
    def hidden_fields(self) -> list[tuple[str, str]]:
        """All that was typed, told as being loaded from the newest version: posting it again is a decision."""
        original = self.data.get(ORIGINAL_CONTENT) or self.data.get(LOADED_CONTENT) or ""
        replaced = {**current_version(self.newest, self.user), ORIGINAL_CONTENT: original}
        dropped = {*replaced, AUTOSAVED_REVISION, WAY, "csrfmiddlewaretoken"}
        typed = [
            (name, value)
            for name, values in self.data.lists()
            if name not in dropped and not name.startswith(CHOICE_PREFIX)
            for value in values
        ]
        return [*typed, *replaced.items()]
