"""Keeps the index true: a page and its variant are read again together, since each is found by the other's words."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.db import transaction
from wagtail.models import Page

from portal.search.contents import Content, content_of
from portal.search.engines import engine
from portal.search.engines.query import Texts
from portal.search.models import SearchEntry
from portal.search.vocabulary import count_words, recount
from portal.search.words import folded_words, is_empty, words_of

Change = tuple[dict[str, str], set[str]]
FORMAT = 1
"""To be raised when pages are read otherwise, so that the command reads all of them again."""


def public_pages() -> Any:
    """Below the root, what anybody may read: published, not private, not a mere alias."""
    return Page.objects.filter(depth__gt=1, alias_of=None).live().public()


def renew(key: UUID) -> None:
    """Reads the public pages of a translation key again, and drops what is no longer public."""
    with transaction.atomic():
        for gained, lost in _renew_entries(key):
            count_words(gained, lost)


def _renew_entries(key: UUID) -> list[Change]:
    """For each page that changed, the words that it gained, as they are written, and those that it lost."""
    pages = [page.specific for page in public_pages().filter(translation_key=key).select_related("locale")]
    contents = {page.pk: content_of(page) for page in pages if hasattr(page, "lead_city")}
    known = {entry.pk: entry for entry in SearchEntry.objects.filter(translation_key=key)}
    changes = []
    for pk, entry in known.items():
        if pk not in contents:
            entry.delete()
    for page in pages:
        if page.pk in contents:
            others = [content for pk, content in contents.items() if pk != page.pk]
            if change := _store(page, contents[page.pk], others, known.get(page.pk)):
                changes.append(change)
    return changes


def _store(page: Any, content: Content, others: list[Content], known: SearchEntry | None) -> Change | None:
    digest = _digest(content, others)
    if known and known.digest == digest:
        return None
    written = _written([content, *others])
    entry = SearchEntry(
        page_id=page.pk,
        translation_key=page.translation_key,
        locale_code=page.locale.language_code,
        is_alone=not others,
        kind=content.kind,
        city=content.city,
        happened_on=content.happened_on,
        archived_at=content.archived_at,
        digest=digest,
        text="\n".join(filter(None, [content.introduction, content.body])),
        words=" ".join(sorted(written)),
    )
    entry.save()
    entry.axes.set(content.axes)
    engine().store(page.pk, _texts(content, others))
    former = set(known.words.split()) if known else set()
    gained = {word: shown for word, shown in written.items() if word not in former}
    return gained, former.difference(written)


def _digest(content: Content, others: list[Content]) -> str:
    """Of what is stored and of the way it is read: `FORMAT` changes with either."""
    said = repr((FORMAT, content, [(other.title, other.introduction, other.body) for other in others]))
    return hashlib.sha256(said.encode()).hexdigest()


def _texts(content: Content, others: list[Content]) -> Texts:
    around = [content.around, *(text for other in others for text in (other.title, other.introduction, other.body))]
    parts = (content.title, content.introduction, content.body, " ".join(around))
    return Texts(*(" ".join(folded_words(part)) for part in parts))


def _written(contents: list[Content]) -> dict[str, str]:
    """Each folded word with the way it is written, in small letters if it is so anywhere."""
    written: dict[str, str] = {}
    for content in contents:
        for text in (content.title, content.introduction, content.body, content.around):
            for word in words_of(text):
                if not is_empty(word):
                    _note(written, word)
    return written


def _note(written: dict[str, str], word: Any) -> None:
    for form in word.forms:
        shown = word.shown if form == word.joined else form
        if form not in written or shown.islower():
            written[form] = shown[: 2 * len(form)]


def renew_all() -> Iterator[UUID]:
    """Reads every page again, one short transaction for each, then counts the words at once. Yields each key."""
    written: dict[str, str] = {}
    known = set(SearchEntry.objects.values_list("translation_key", flat=True))
    public = set(public_pages().values_list("translation_key", flat=True))
    for key in sorted(known | public):
        with transaction.atomic():
            for gained, _ in _renew_entries(key):
                written.update(gained)
        yield key
    recount(written)
