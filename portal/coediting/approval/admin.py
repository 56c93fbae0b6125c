"""The screens of the keys in Wagtail's admin, and what its journal says of them; registered in `wagtail_hooks`."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import include, path, reverse
from wagtail.admin.action_menu import ActionMenuItem, WorkflowMenuItem
from wagtail.log_actions import LogFormatter


def register_key_urls() -> list[Any]:
    return [path("pages/", include("portal.coediting.approval.urls"))]


class ReadBeforeAnsweringMenuItem(ActionMenuItem):
    """A key is given on the screen that shows what it is given to, not from the editor, where it could change."""

    name = "action-read-and-answer"
    label = "Lire et répondre"
    icon_name = "key"

    def get_url(self, parent_context: Any) -> str:
        return reverse("coediting:key", args=[parent_context["page"].pk])


def answer_on_its_own_screen(menu_items: list[Any], request: HttpRequest, context: dict[str, Any]) -> None:
    if any(isinstance(item, WorkflowMenuItem) for item in menu_items):
        menu_items[:] = [item for item in menu_items if not isinstance(item, WorkflowMenuItem)]
        menu_items.append(ReadBeforeAnsweringMenuItem(order=5))


def register_key_log_actions(actions: Any) -> None:
    @actions.register_action("coediting.drop_key")
    class DropKeyFormatter(LogFormatter):
        label = "Clé tombée"
        message = "Clé tombée : la page a changé après elle"

    @actions.register_action("coediting.withdraw_key")
    class WithdrawKeyFormatter(LogFormatter):
        label = "Reprendre une clé"

        def format_message(self, log_entry: Any) -> str:
            return f"Clé reprise par la ville ({log_entry.data.get('city', '')})"

    @actions.register_action("coediting.publish_at_once")
    class PublishAtOnceFormatter(LogFormatter):
        label = "Publier d’urgence"

        def format_message(self, log_entry: Any) -> str:
            return f"Publiée sans clés : {log_entry.data.get('reason', '')}"

        def format_comment(self, log_entry: Any) -> str:
            return str(log_entry.data.get("reason", ""))
