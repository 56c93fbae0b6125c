"""Questions that every page of the portal answers, readable as prose."""

from __future__ import annotations

from typing import Any, Self

from django.db.models import F, Prefetch
from wagtail.query import PageQuerySet

from portal.content.models.images import PortalRendition
from portal.content.pictures import CARD_FILTERS


class PortalPageQuerySet(PageQuerySet):
    def for_city(self, city: Any) -> Self:
        """Pages that the city leads, in whichever tree they stand. Takes a City or its slug."""
        if isinstance(city, str):
            return self.filter(lead_city__slug=city)
        return self.filter(lead_city=city)

    def about_axis(self, axis: Any) -> Self:
        """Pages about a CooperationAxis, given as one or by its slug."""
        return self.filter(axes__slug=axis) if isinstance(axis, str) else self.filter(axes=axis)

    def in_locale_of(self, page: Any) -> Self:
        return self.in_locale(page.locale_id)

    def in_locale(self, locale_id: int) -> Self:
        """The sum keeps the database from starting with the locale: it would read half of all pages to show twelve,
        where the order of the list has an index of its own."""
        return self.alias(tree=F("locale_id") + 0).filter(tree=locale_id)

    def archived(self) -> Self:
        return self.filter(archived_at__isnull=False)

    def not_archived(self) -> Self:
        """What lists show. An archived page keeps its address, and the search finds it."""
        return self.filter(archived_at__isnull=True)

    def counterparts_of(self, page_ids: Any) -> Self:
        """The same pages as `page_ids`, in whichever locale: for facts that point to a page of either tree."""
        keys = self.model._default_manager.filter(pk__in=[pk for pk in page_ids if pk]).values("translation_key")
        return self.filter(translation_key__in=keys)

    def for_list(self) -> Self:
        """With what a line of a list shows: its city, no picture."""
        return self.select_related("lead_city", "locale")

    def for_cards(self) -> Self:
        """With what a card shows: its city, its picture and the renditions of it, in one query more for all items."""
        renditions = PortalRendition.objects.filter(filter_spec__in=CARD_FILTERS)
        return (
            self.for_list()
            .select_related("image")
            .prefetch_related(Prefetch("image__renditions", queryset=renditions, to_attr="prefetched_renditions"))
        )
