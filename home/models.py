"""The pages built on top of the news: home, cooperation, standard pages."""

from __future__ import annotations

from typing import Any

from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import PageManager
from wagtail.search import index

from home.cooperation import cooperation_context
from home.front import home_context
from home.lexicon import lexicon_context
from home.timeline import by_year, whole_story
from home.timeline_picture import draw_timeline
from news.missions import published_missions
from portal.content import registry
from portal.content.blocks import BodyBlocks
from portal.content.machine_links import MachineLink, delegations_calendar_link, news_feed_link
from portal.content.models import PortalPage
from portal.content.querysets import PortalPageQuerySet
from portal.content.structured_data import Node, web_site
from portal.localization.fields import prose


class HomePage(PortalPage):
    """The first page of one of the two trees."""

    objects = PageManager.from_queryset(PortalPageQuerySet)()
    # The two homes stand side by side below the root, where a slug is used once: each keeps its own.
    translatable_fields = [field for field in PortalPage.translatable_fields if field.field_name != "slug"]
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "news.NewsIndexPage",
        "news.DelegationIndexPage",
        "news.InstitutionIndexPage",
        "home.CooperationPage",
        "home.TimelinePage",
        "home.LexiconPage",
        "home.StandardPage",
    ]
    template = "home/home_page.html"

    class Meta:
        verbose_name = "page d’accueil"
        verbose_name_plural = "pages d’accueil"

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context(request, *args, **kwargs), **home_context(self)}

    def describe(self, address: str, picture: str) -> list[Node]:
        return [web_site(address, self.portal_locale.tag, list(registry.cities().values()))]

    def get_machine_links(self) -> list[MachineLink]:
        return [news_feed_link(), delegations_calendar_link()]


class CooperationPage(PortalPage):
    """What the two cities do together: axes, agreement, funding, reciprocity, next steps."""

    objects = PageManager.from_queryset(PortalPageQuerySet)()
    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.StandardPage"]
    template = "home/cooperation_page.html"

    class Meta:
        verbose_name = "page de la coopération"
        verbose_name_plural = "pages de la coopération"

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context(request, *args, **kwargs), **cooperation_context(self, request)}


class TimelinePage(PortalPage):
    """The story of the twinning, year by year, as a picture and as a list: nobody types it."""

    objects = PageManager.from_queryset(PortalPageQuerySet)()
    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1
    template = "home/timeline_page.html"

    class Meta:
        verbose_name = "chronologie"
        verbose_name_plural = "chronologies"

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds `years`, each with its moments and its latest news, and `picture`."""
        years = by_year(whole_story(published_missions(self.portal_locale.code)), self)
        context = super().get_context(request, *args, **kwargs)
        return {**context, "years": years, "picture": draw_timeline(years)}


class LexiconPage(PortalPage):
    """The words that both sides say otherwise, for citizens. The glossary and the engine fill it: nobody types it."""

    objects = PageManager.from_queryset(PortalPageQuerySet)()
    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1
    template = "home/lexicon_page.html"

    class Meta:
        verbose_name = "lexique"
        verbose_name_plural = "lexiques"

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context(request, *args, **kwargs), **lexicon_context(self, request)}


class StandardPage(PortalPage):
    """A page of text, such as « À propos » or a legal notice."""

    body = StreamField(BodyBlocks(), verbose_name="texte", blank=True)

    objects = PageManager.from_queryset(PortalPageQuerySet)()
    translatable_fields = [*PortalPage.translatable_fields, *prose("body")]
    search_fields = [*PortalPage.search_fields, index.SearchField("body")]
    content_panels = [*PortalPage.content_panels, FieldPanel("body")]
    parent_page_types = ["home.HomePage", "home.StandardPage", "home.CooperationPage"]
    subpage_types = ["home.StandardPage"]
    template = "home/standard_page.html"

    class Meta:
        verbose_name = "page"
        verbose_name_plural = "pages"
