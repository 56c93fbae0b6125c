from __future__ import annotations

from typing import Any, ClassVar

from django.apps import apps
from django.core.paginator import Paginator

from news import filters
from news.partners_map import Inset, draw_map, whole_map
from portal.content.machine_links import MachineLink, delegations_calendar_link, news_feed_link
from portal.content.models import PortalPage
from portal.content.registry import open_to_all


class ListingPage(PortalPage):
    """A list of pages with filters and numbered pages, both kept in the address."""

    page_size: ClassVar[int] = 12
    item_model: ClassVar[str]
    filter_form: ClassVar[type[filters.ListingFilterForm]]
    asked_filters: dict[str, str] | None = None
    """The filters that hold in the answer being given."""

    class Meta:
        abstract = True

    def get_items(self) -> Any:
        items = open_to_all(apps.get_model("news", self.item_model).objects)
        return items.not_archived().in_locale_of(self).for_cards()

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds `filter_form`, `items` (a Page of Django's paginator) and `query_string` (the filters, without page)."""
        context = super().get_context(request, *args, **kwargs)
        form = self.filter_form(request.GET, self.get_items(), self.locale.language_code)
        query = request.GET.copy()
        query.clear()
        query.update(form.asked)
        self.asked_filters = form.asked
        context["filter_form"] = form
        paginator = Paginator(form.apply(), self.page_size)
        paginator.count = form.count()
        context["items"] = paginator.get_page(request.GET.get("page"))
        context["query_string"] = query.urlencode()
        return context


class NewsIndexPage(ListingPage):
    """The news of both cities, latest first."""

    item_model = "NewsPage"
    filter_form = filters.NewsFilterForm
    parent_page_types = ["home.HomePage"]
    subpage_types = ["news.NewsPage"]
    template = "news/news_index_page.html"

    class Meta:
        verbose_name = "liste des actualités"
        verbose_name_plural = "listes des actualités"

    def get_items(self) -> Any:
        return super().get_items().latest_first()

    def get_machine_links(self) -> list[MachineLink]:
        return [news_feed_link(self.asked_filters)]


class DelegationIndexPage(ListingPage):
    """The missions of both cities, latest first."""

    item_model = "DelegationPage"
    filter_form = filters.DelegationFilterForm
    parent_page_types = ["home.HomePage"]
    subpage_types = ["news.DelegationPage"]
    template = "news/delegation_index_page.html"

    class Meta:
        verbose_name = "liste des délégations"
        verbose_name_plural = "listes des délégations"

    def get_items(self) -> Any:
        return super().get_items().with_cities().latest_first()

    def get_machine_links(self) -> list[MachineLink]:
        return [delegations_calendar_link()]


class InstitutionIndexPage(ListingPage):
    """The directory of partner institutions, by name."""

    page_size = 24
    item_model = "InstitutionPage"
    filter_form = filters.InstitutionFilterForm
    parent_page_types = ["home.HomePage"]
    subpage_types = ["news.InstitutionPage"]
    template = "news/institution_index_page.html"

    class Meta:
        verbose_name = "annuaire des institutions"
        verbose_name_plural = "annuaires des institutions"

    def get_items(self) -> Any:
        return super().get_items().select_related("side").by_name()

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds `insets`: the map of the institutions that the filters let through, on every page of the list."""
        context = super().get_context(request, *args, **kwargs)
        return {**context, "insets": self._draw_map(context["filter_form"])}

    def _draw_map(self, form: filters.ListingFilterForm) -> list[Inset]:
        if not form.asked:
            return whole_map(self.locale.language_code)
        found = form.apply().values("pk")
        return draw_map(form.queryset.model.objects.filter(pk__in=found).select_related("locale").by_name())
