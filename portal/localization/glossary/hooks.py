"""Where Wagtail meets the glossary: its screens, its permissions, its acts in the log."""

from __future__ import annotations

from typing import Any

from wagtail import hooks
from wagtail.log_actions import LogFormatter
from wagtail.permissions import register_permission_policy

from portal.localization.glossary.permissions import GlossaryPermissionPolicy
from portal.localization.glossary.viewset import GlossaryViewSet
from portal.localization.models import GlossaryEntry

register_permission_policy(GlossaryEntry, GlossaryPermissionPolicy(GlossaryEntry))


@hooks.register("register_admin_viewset")
def register_glossary() -> GlossaryViewSet:
    return GlossaryViewSet()


@hooks.register("register_log_actions")
def register_decisions(actions: Any) -> None:
    @actions.register_action("localization.decide_entry")
    class DecideEntryFormatter(LogFormatter):
        label = "Décider une entrée"

        def format_message(self, log_entry: Any) -> str:
            data = log_entry.data
            reason = f" Raison : {data['reason']}" if data.get("reason") else ""
            return f"Entrée {data.get('state', 'décidée')} vers {data.get('target', '')}.{reason}"
