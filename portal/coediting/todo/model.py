"""What a section of the list is: a question with a heading, and its answers, each with its age and a link."""

from __future__ import annotations

import datetime as dt
from abc import ABC, abstractmethod
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar

from django.db.models import Count, Window
from django.urls import reverse
from wagtail.models import Page

from portal.coediting.actors import actor_of
from portal.localization.desk.queue import QueueItem, cities_as_reviewed_by, review_queue
from portal.twinning.models import City

IN_TOTAL = Window(Count("pk"))
"""Annotation: the number of rows that a slice is cut from, without another query."""


class Person:
    """The reader of the list: what they do for which city, asked once."""

    def __init__(self, user: Any) -> None:
        self.user = user
        self.actor = actor_of(user)

    @cached_property
    def cities(self) -> dict[str, Any]:
        """Both, by locale code."""
        return cities_as_reviewed_by(self.user)

    @property
    def is_writer(self) -> bool:
        return bool(self.actor.is_administrator or self.actor.edits_for or self.actor.approves_for)

    @property
    def own_cities(self) -> list[City]:
        """Those for which the person writes or approves; both for the administration."""
        slugs = {*self.actor.edits_for, *self.actor.approves_for}
        return [city for city in self.cities.values() if self.actor.is_administrator or city.slug in slugs]

    @property
    def is_reviewer(self) -> bool:
        return any(city.is_mine for city in self.cities.values())

    @cached_property
    def review_queue(self) -> list[QueueItem]:
        """The variants in the French of the person's city that are not public as their source now stands."""
        return [item for item in review_queue(self.user, self.cities) if item.is_mine and item.needs_work]


@dataclass
class Item:
    """One thing to do, about one page."""

    page_id: int
    moment: dt.datetime | dt.date
    age: str
    """The moment as a person says it: « depuis 3 jours »."""
    detail: str = ""
    page: Page | None = None
    city: City | None = None
    """The city that leads the page."""
    address: str = ""


@dataclass(frozen=True)
class Found:
    """A slice of a section's items, and how many there are in all."""

    items: list[Item]
    total: int


class TodoSection(ABC):
    """One question. A section is registered by a function under the Wagtail hook `register_todo_section`."""

    key: ClassVar[str]
    heading: ClassVar[str]
    action: ClassVar[str]
    """What the link to an item does."""
    empty: ClassVar[str]
    """What is said when nothing waits."""
    order: ClassVar[int] = 100
    holds_variants: ClassVar[bool] = False
    address_name: ClassVar[str] = "wagtailadmin_pages:edit"

    def concerns(self, person: Person) -> bool:
        """Whether the section is shown to a person at all."""
        return person.is_writer

    @abstractmethod
    def find(self, person: Person, start: int, stop: int) -> Found:
        """A slice of what waits, oldest first: a fixed number of queries, none for each item."""

    def address_of(self, item: Item) -> str:
        return reverse(self.address_name, args=[item.page_id])
