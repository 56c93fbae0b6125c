"""Which pages are new to which follower. Asks the database a fixed number of times for each batch of followers."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.conf import settings
from django.utils import timezone

from news.models import DelegationPage, NewsPage
from portal.content.registry import open_to_all, with_cities
from portal.letters.models import Follower, ToldPage

TOLD_MODELS = (NewsPage, DelegationPage)
PAGES_PER_LETTER = 30


def recent_pages() -> dict[str, list[Any]]:
    """By variant, the public pages that first went live within the look-back, oldest first."""
    since = timezone.now() - dt.timedelta(days=settings.LETTERS_LOOK_BACK_DAYS)
    pages: dict[str, list[Any]] = defaultdict(list)
    for model in TOLD_MODELS:
        public = open_to_all(model._default_manager).not_archived()
        found = public.filter(first_published_at__gte=since, expired=False, alias_of=None)
        for page in with_cities(found.select_related("locale").prefetch_related("axes")):
            pages[page.locale.language_code].append(page)
    for found in pages.values():
        found.sort(key=lambda page: (page.first_published_at, page.pk))
    return pages


def told_to(followers: Iterable[Follower]) -> dict[int, set[UUID]]:
    """Keys of the pages that each follower was told already."""
    told: dict[int, set[UUID]] = defaultdict(set)
    for pk, key in ToldPage.objects.filter(follower__in=followers).values_list("follower", "page_key"):
        told[pk].add(key)
    return told


def due_pages(follower: Follower, pages: dict[str, list[Any]], told: set[UUID]) -> list[Any]:
    """What is new to one follower. `follower` has its axes prefetched."""
    axes = {axis.pk for axis in follower.axes.all()}
    due = [page for page in pages.get(follower.variant, []) if page.translation_key not in told]
    return [page for page in due if _concerns(follower, axes, page)][:PAGES_PER_LETTER]


def _concerns(follower: Follower, axes: set[int], page: Any) -> bool:
    is_since = follower.confirmed_at is not None and page.first_published_at >= follower.confirmed_at
    is_of_city = follower.city_id in (None, page.lead_city_id)
    return is_since and is_of_city and (not axes or any(axis.pk in axes for axis in page.axes.all()))
