"""« Où en est la page »: what the editor of a source page opens with."""

from __future__ import annotations

from typing import Any

from wagtail.admin.panels import Panel

from portal.coediting.approval.answers import answers_for
from portal.coediting.approval.standing import standing_of


class StandingPanel(Panel):
    """Says in words where the page stands, what comes next, and for whom."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "coediting/standing_panel.html"

        def is_shown(self) -> bool:
            return bool(self.instance.pk) and not self.instance.is_variant and super().is_shown()

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            standing = standing_of(self.instance)
            context.update(
                page=self.instance,
                standing=standing,
                answers=answers_for(self.request.user, self.instance, standing) if self.request else None,
            )
            return context
