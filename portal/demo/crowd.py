"""Many news items at once, for measurements: rows as the demo's own news left them, written without publishing each."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any

from django.db import transaction
from treebeard.mp_tree import MP_Node
from wagtail.models import Page

from news.models import NewsIndexPage, NewsPage

FIRST_DAY = dt.date(2024, 1, 1)
DAYS = 1_000
TOWNS = ("Thetford Mines", "Pau", "Disraeli", "Lescar", "Adstock", "Jurançon", "Irlande", "Billère")
SUBJECTS = ("la chimie verte", "le dialogue des écoles", "la mine", "l’eau", "le bois", "la montagne", "le numérique")


@transaction.atomic
def fill(total: int) -> None:
    """Adds news items, each in both variants, until there are `total`; what stands already is left as it is."""
    lists = list(NewsIndexPage.objects.order_by("path"))
    start = min(page.numchild for page in lists)
    keys = [uuid.uuid4() for _ in range(start, total)]
    for parent in lists:
        models = list(NewsPage.objects.child_of(parent).prefetch_related("axes").order_by("path"))
        _add(parent, models, start, keys)
        Page.objects.filter(pk=parent.pk).update(numchild=start + len(keys))


def _add(parent: Any, models: list[Any], start: int, keys: list[uuid.UUID]) -> None:
    last = Page.objects.child_of(parent).order_by("path").last()
    step = MP_Node._str2int(last.path[-Page.steplen :]) if last else 0
    pages = [_page(parent, models, start + number, step + number + 1, key) for number, key in enumerate(keys)]
    rows = Page.objects.bulk_create([_only(Page, page) for page in pages], batch_size=500)
    stored = dict(Page.objects.child_of(parent).values_list("path", "pk"))
    for page, row in zip(pages, rows, strict=True):
        page.page_ptr_id = page.pk = stored[row.path]
    # Django adds no rows of a child model in bulk; these are those of the child's own table.
    fields = NewsPage._meta.local_concrete_fields
    for first in range(0, len(pages), 500):
        NewsPage._base_manager._insert(pages[first : first + 500], fields=fields, using=NewsPage.objects.db)
    axes = NewsPage.axes.through
    axes.objects.bulk_create(
        [
            axes(newspage_id=page.pk, cooperationaxis_id=axis.pk)
            for number, page in enumerate(pages)
            for axis in models[number % len(models)].axes.all()
        ],
        batch_size=500,
    )


def _page(parent: Any, models: list[Any], number: int, step: int, key: uuid.UUID) -> Any:
    """A copy of one of the models, under another title and day."""
    model = models[number % len(models)]
    title = f"{TOWNS[number % len(TOWNS)]} et {SUBJECTS[number % len(SUBJECTS)]}, rencontre {number}"
    page = NewsPage(**{field.attname: getattr(model, field.attname) for field in NewsPage._meta.concrete_fields})
    page.pk = page.id = page.page_ptr_id = None
    page.title = page.draft_title = title
    page.slug = f"rencontre-{number}"
    page.url_path = f"{parent.url_path}{page.slug}/"
    page.path = parent.path + MP_Node._int2str(step).rjust(Page.steplen, "0")
    page.translation_key = key
    page.published_on = FIRST_DAY + dt.timedelta(days=number % DAYS)
    page.latest_revision_id = page.live_revision_id = None
    return page


def _only(model: Any, page: Any) -> Any:
    return model(**{field.attname: getattr(page, field.attname) for field in model._meta.concrete_fields})
