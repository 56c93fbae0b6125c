"""The site map that people read: what is published in one tree, a long list cut short with a way to the whole."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, F, Window
from django.db.models.functions import RowNumber, Substr
from wagtail.models import Page

from portal.content.registry import open_to_all
from portal.content.routing import home_pages

SHOWN = 40
"""Pages shown below one section."""


@dataclass
class Section:
    """A page right below home, and the first of those below it."""

    page: Any
    pages: list[Any] = field(default_factory=list)
    total: int = 0

    @property
    def is_cut(self) -> bool:
        return self.total > len(self.pages)


def site_map(code: str) -> list[Section]:
    """The sections of one tree, in three queries however many pages there are."""
    home = home_pages().get(code)
    if home is None:
        return []
    below = open_to_all(Page.objects).descendant_of(home).select_related("locale")
    trunk = 3 * Page.steplen
    sections = {page.path: Section(page) for page in below.filter(depth=3).order_by("path")}
    leaves = below.filter(depth__gt=3).annotate(section=Substr("path", 1, trunk))
    for row in leaves.order_by().values("section").annotate(number=Count("pk")):
        if row["section"] in sections:
            sections[row["section"]].total = row["number"]
    first = leaves.annotate(
        rank=Window(RowNumber(), partition_by=F("section"), order_by=[F("first_published_at").desc(), F("pk").desc()])
    ).filter(rank__lte=SHOWN)
    for page in first.order_by("path"):
        if page.section in sections:
            sections[page.section].pages.append(page)
    return list(sections.values())
