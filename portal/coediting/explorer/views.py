"""Wagtail's page explorer, with what two cities need to know of each page."""

from __future__ import annotations

from typing import Any

from wagtail.admin.ui.tables import Column
from wagtail.admin.views.pages.listing import ExplorableIndexView
from wagtail.admin.viewsets.pages import PageViewSet

from portal.coediting.explorer.facts import attach_facts
from portal.coediting.explorer.filters import PortalPageFilterSet

COLUMNS = (
    Column("lead_city", label="Ville qui écrit", accessor="explorer_facts.city", width="10%"),
    Column("axes", label="Axes", accessor="explorer_facts.axes", width="15%"),
    Column("state", label="État", accessor="explorer_facts.state", width="13%"),
    Column("variant", label="Variante", accessor="explorer_facts.variant", width="9%"),
)


class PortalExplorerView(ExplorableIndexView):
    """The state is told in words in the place of Wagtail's, which knows of no keys."""

    base_filterset_class = PortalPageFilterSet
    base_columns = [
        *(column for column in ExplorableIndexView.base_columns if column.name != "status"),
        *COLUMNS,
    ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        attach_facts(context["object_list"])
        return context


class PortalPageViewSet(PageViewSet):
    """The views of every type of page that registers none of its own."""

    index_view_class = PortalExplorerView
    filterset_class = PortalPageFilterSet
