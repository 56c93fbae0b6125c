"""The list on the home of the admin."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.forms import Media
from wagtail.admin.ui.components import Component
from wagtail.admin.views.home import UserObjectsInWorkflowModerationPanel, WorkflowObjectsToModeratePanel

from portal.coediting.todo.answers import all_sections, answer
from portal.coediting.todo.model import Person

SHOWN = 5
"""Items of a section that the home shows; a page of its own has them all."""
REPLACED = (WorkflowObjectsToModeratePanel, UserObjectsInWorkflowModerationPanel)


class TodoPanel(Component):
    name = "todo"
    template_name = "coediting/todo/panel.html"
    order = 100

    def __init__(self, user: Any) -> None:
        self.user = user

    def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
        person = Person(self.user)
        answers = answer(person, all_sections(person), 0, SHOWN)
        return {"answers": answers, "total": sum(given.found.total for given in answers)}

    @property
    def media(self) -> Media:
        return Media(css={"all": ["portal/admin/todo.css"]})


def replace_panels(panels: list[Any], user: Any) -> None:
    """Puts the list where Wagtail's own stood, which show a part of it."""
    panels[:] = [panel for panel in panels if not isinstance(panel, REPLACED)]
    panels.append(TodoPanel(user))
