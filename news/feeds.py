"""The news of a variant as an Atom feed: all of it, or of a city, an axis or a year, as the list filters them."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape

from news.filters import NewsFilterForm
from news.models import NewsIndexPage, NewsPage
from portal.content import registry
from portal.content.kept import kept
from portal.content.licences import LICENCES
from portal.content.machine_links import news_feed_link, with_query
from portal.content.machines import absolute_address, conditional, printable, tag_uri
from portal.locales import PortalLocale
from portal.twinning.models import City

ITEM_LIMIT = 50


class AtomFeed(Atom1Feed):
    """Django's, whose categories carry the axis's identifier as well as its name."""

    def add_item_elements(self, handler: Any, item: Any) -> None:
        super().add_item_elements(handler, item)
        for axis in item["axes"]:
            handler.addQuickElement("category", "", {"term": axis.slug, "label": axis.name})


class NewsFeed(Feed):
    """One variant's latest news; `?city=`, `?axis=` and `?year=` are those of the list."""

    feed_type = AtomFeed

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """The question: the request, its locale and the form with the filters that hold."""
        locale = request.portal_locale  # type: ignore[attr-defined]
        published = registry.open_to_all(NewsPage.objects).not_archived()
        news = published.in_locale(registry.locale_ids()[locale.code])
        return {"request": request, "locale": locale, "form": NewsFilterForm(request.GET, news, locale.code)}

    def get_feed(self, asked: Any, request: HttpRequest) -> Any:
        feed = super().get_feed(asked, request)
        feed.feed["language"] = asked["locale"].tag
        return feed

    def title(self, asked: dict[str, Any]) -> str:
        form = asked["form"]
        chosen = [dict(form.fields[name].choices)[value] for name, value in form.asked.items()]
        return ", ".join(["Actualités du jumelage Thetford Mines et Pau", *chosen])

    def subtitle(self, asked: dict[str, Any]) -> str:
        return f"Variante : {asked['locale'].name}"

    def link(self, asked: dict[str, Any]) -> str:
        return _list_address(asked["request"], asked["locale"], asked["form"].asked)

    def feed_url(self, asked: dict[str, Any]) -> str:
        return news_feed_link(asked["form"].asked).path

    def feed_guid(self, asked: dict[str, Any]) -> str:
        filters = [f"{name}={value}" for name, value in sorted(asked["form"].asked.items())]
        return tag_uri(asked["locale"].code, "actualites", *filters)

    def items(self, asked: dict[str, Any]) -> list[Any]:
        news = asked["form"].apply().select_related("locale").prefetch_related("axes").latest_first()
        items = list(registry.with_cities(news[:ITEM_LIMIT]))
        for item in items:
            item.feed_address = absolute_address(asked["request"], item)
        return items

    def item_title(self, item: Any) -> str:
        return printable(item.title)

    def item_description(self, item: Any) -> str:
        return escape(printable(item.introduction))

    def item_link(self, item: Any) -> str:
        return str(item.feed_address)

    def item_guid(self, item: Any) -> str:
        return tag_uri(item.locale.language_code, item.translation_key)

    def item_pubdate(self, item: Any) -> dt.datetime:
        return dt.datetime.combine(item.published_on, dt.time(), tzinfo=item.portal_locale.zone)

    def item_updateddate(self, item: Any) -> dt.datetime:
        updated: dt.datetime = item.last_published_at or self.item_pubdate(item)
        return updated

    def item_author_name(self, item: Any) -> str:
        return f"Ville de {item.lead_city.name}"

    def item_author_link(self, item: Any) -> str | None:
        return item.lead_city.website or None

    def item_copyright(self, item: Any) -> str:
        return f"{self.item_author_name(item)}, {_licence_name(item.lead_city)}"

    def item_extra_kwargs(self, item: Any) -> dict[str, Any]:
        return {"axes": item.axes.all()}


def _list_address(request: HttpRequest, locale: PortalLocale, filters: dict[str, str]) -> str:
    pages = registry.open_to_all(NewsIndexPage.objects).filter(locale__language_code=locale.code)
    index = kept(f"news_index_{locale.code}", pages.select_related("locale").first)
    if index is None:
        return f"/{locale.code}/"
    return with_query(absolute_address(request, index), filters)


def _licence_name(city: City) -> str:
    return LICENCES[city.slug].name


news_feed = conditional(NewsFeed())
