"""The words of all public pages: counted page by page, and found again from a word with a fault in it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from django.db import transaction
from django.db.models import F, Q

from portal.search.engines import engine
from portal.search.models import SearchEntry, SearchFragment, SearchWord
from portal.search.words import distance, stem

MAX_CLOSE_WORDS = 3
MIN_PREFIX_CHARACTERS = 4
MIN_CORRECTED_CHARACTERS = 3
BATCH = 500
"""SQLite takes a limited number of parameters."""


@transaction.atomic
def count_words(gained: Mapping[str, str], lost: Iterable[str] = ()) -> None:
    """A page now holds `gained` (each with the way it is written) and no longer `lost`."""
    engine().lock_vocabulary()
    _learn(gained)
    for batch in _batches(gained):
        SearchWord.objects.filter(word__in=batch).update(pages=F("pages") + 1)
    for batch in _batches(lost):
        words = SearchWord.objects.filter(word__in=batch)
        words.update(pages=F("pages") - 1)
        words.filter(pages__lte=0).delete()


@transaction.atomic
def recount(written: Mapping[str, str]) -> None:
    """Sets every count by what the pages hold, and every stem by today’s rules. `written`: the new words as written."""
    engine().lock_vocabulary()
    counts: Counter[str] = Counter()
    for words in SearchEntry.objects.values_list("words", flat=True).iterator():
        counts.update(words.split())
    _learn({word: written.get(word, word) for word in counts})
    wrong = [word for word in SearchWord.objects.iterator() if (word.pages, word.stem) != _truth(word.word, counts)]
    for word in wrong:
        word.pages, word.stem = _truth(word.word, counts)
    SearchWord.objects.bulk_update(wrong, ["pages", "stem"], batch_size=BATCH)
    SearchWord.objects.filter(pages__lte=0).delete()


def _truth(word: str, counts: Counter[str]) -> tuple[int, str]:
    return counts[word], stem(word)


def _learn(written: Mapping[str, str]) -> None:
    """Adds the words that no page held before."""
    known: set[str] = set()
    for batch in _batches(written):
        known.update(SearchWord.objects.filter(word__in=batch).values_list("word", flat=True))
    new = [word for word in written if word not in known]
    words = [SearchWord(word=word, stem=stem(word), shown=written[word]) for word in new]
    SearchWord.objects.bulk_create(words, batch_size=BATCH)
    rows = [SearchFragment(fragment=fragment, word_id=word) for word in new for fragment in fragments(word)]
    SearchFragment.objects.bulk_create(rows, batch_size=BATCH)


def _batches(words: Iterable[str]) -> Iterator[list[str]]:
    ordered = list(words)
    for start in range(0, len(ordered), BATCH):
        yield ordered[start : start + BATCH]


def fragments(word: str) -> set[str]:
    """The word, and the word less each of its letters; a number has no fault that could be guessed."""
    if not _may_be_mistyped(word):
        return set()
    return {word, *(word[:place] + word[place + 1 :] for place in range(len(word)))}


def _may_be_mistyped(word: str) -> bool:
    return word.isalpha() and len(word) >= MIN_CORRECTED_CHARACTERS


def words_with_stems(stems: Iterable[str]) -> dict[str, list[SearchWord]]:
    """By stem, the words of the pages, the most frequent first: one query."""
    found: dict[str, list[SearchWord]] = defaultdict(list)
    for word in SearchWord.objects.filter(stem__in=set(stems)).order_by("-pages", "word"):
        found[word.stem].append(word)
    return found


def close_words(unknown: Iterable[str]) -> dict[str, list[SearchWord]]:
    """For each word that no page holds, those that it may stand for, the likeliest first: two queries for all.

    One fault at most in the word or in its singular: a letter wrong, missing, too many, or two that changed places.
    A word that is only begun is completed.
    """
    asked = {word: {word, stem(word), word.removesuffix("s")} for word in unknown if _may_be_mistyped(word)}
    fragments_of = {word: set().union(*(fragments(form) for form in forms)) for word, forms in asked.items()}
    wanted = set().union(*fragments_of.values()) if fragments_of else set()
    near = SearchFragment.objects.filter(fragment__in=wanted).select_related("word") if wanted else []
    candidates: dict[str, dict[str, SearchWord]] = {word: {} for word in asked}
    for row in near:
        for word, own in fragments_of.items():
            if row.fragment in own:
                candidates[word][row.word_id] = row.word
    begun = _begun_with(asked)
    return {word: _likeliest(asked[word], candidates[word], begun.get(word, [])) for word in asked}


def _begun_with(words: Iterable[str]) -> dict[str, list[SearchWord]]:
    prefixes = [word for word in words if len(word) >= MIN_PREFIX_CHARACTERS]
    if not prefixes:
        return {}
    begins = Q()
    for prefix in prefixes:
        begins |= Q(word__startswith=prefix)
    found = list(SearchWord.objects.filter(begins).order_by("-pages", "word")[:50])
    return {prefix: [word for word in found if word.word.startswith(prefix)] for prefix in prefixes}


def _likeliest(forms: set[str], near: dict[str, SearchWord], begun: list[SearchWord]) -> list[SearchWord]:
    by_distance: dict[int, list[SearchWord]] = defaultdict(list)
    for word in near.values():
        by_distance[max(1, min(distance(form, word.word) for form in forms))].append(word)
    closest = by_distance.get(1) or begun or by_distance.get(2, [])
    return sorted(closest, key=lambda word: (-word.pages, word.word))[:MAX_CLOSE_WORDS]
