"""Asks the sections, and names the pages of all their items in one query."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from wagtail import hooks
from wagtail.models import Page

from portal import locales
from portal.coediting.todo.model import Found, Item, Person, TodoSection
from portal.coediting.todo.variants import LateVariants, VariantsToReview
from portal.coediting.todo.workflow import GoingLive, KeysToGive, SentBack, Submitted

OWN_SECTIONS: tuple[type[TodoSection], ...] = (
    KeysToGive,
    SentBack,
    VariantsToReview,
    LateVariants,
    Submitted,
    GoingLive,
)


@dataclass(frozen=True)
class Answer:
    """A section and the items of it that are shown."""

    section: TodoSection
    found: Found

    @property
    def others(self) -> int:
        return self.found.total - len(self.found.items)


def all_sections(person: Person) -> list[TodoSection]:
    """Those that concern a person: co-editing's own, and those that other parts of the portal register."""
    registered = [register() for register in hooks.get_hooks("register_todo_section")]
    sections = [section for section in [*(own() for own in OWN_SECTIONS), *registered] if section.concerns(person)]
    return sorted(sections, key=lambda section: section.order)


def answer(person: Person, sections: Iterable[TodoSection], start: int, stop: int) -> list[Answer]:
    answers = [Answer(section, section.find(person, start, stop)) for section in sections]
    pages = _pages(item for given in answers for item in given.found.items)
    for given in answers:
        for item in given.found.items:
            _complete(item, given.section, pages, person)
    return answers


def _pages(items: Iterable[Item]) -> dict[int, Page]:
    return Page.objects.select_related("locale").in_bulk({item.page_id for item in items})


def _complete(item: Item, section: TodoSection, pages: dict[int, Page], person: Person) -> None:
    item.page = pages.get(item.page_id)
    item.address = section.address_of(item)
    locale = locales.by_code(item.page.locale.language_code) if item.page else None
    if locale is not None:
        lead = locales.other(locale) if section.holds_variants else locale
        item.city = person.cities.get(lead.code)
