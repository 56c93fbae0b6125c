"""PostgreSQL: a vector under the configuration `fr_unaccent` with a GIN index; trigrams for words with many faults."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from django.contrib.postgres.lookups import TrigramSimilar
from django.contrib.postgres.search import SearchQuery, SearchRank, SearchVector, TrigramSimilarity
from django.db import connection
from django.db.models import F, Q, Value

from portal.search.engines.query import Query, Texts
from portal.search.models import SearchEntry, SearchWord

CONFIGURATION = "fr_unaccent"
WEIGHTS = [0.05, 0.2, 0.5, 1.0]
"""Of D, C, B and A: around the page, body, introduction, title."""
BY_LENGTH = 1
MAX_FAR_WORDS = 3
LOCK = 0x7065617263
"""Any number of our own."""


def store(page_id: int, texts: Texts) -> None:
    parts = zip("ABCD", (texts.title, texts.introduction, texts.body, texts.around), strict=True)
    first, *others = (SearchVector(Value(text), weight=weight, config=CONFIGURATION) for weight, text in parts)
    vector: Any = first
    for other in others:
        vector = vector + other
    SearchEntry.objects.filter(pk=page_id).update(vector=vector)


def forget(page_ids: Iterable[int]) -> None:
    """The vector goes with its row."""


def matching(query: Query) -> Q:
    return Q(vector=_search_query(query))


def in_title(query: Query) -> Q:
    return Q(vector=_search_query(query, ":A"))


def rank(query: Query) -> Any:
    """Of words found anywhere: asked for together, they would count by how close they stand, whatever their weight."""
    words = replace(query, asks_for_all=False)
    return SearchRank(F("vector"), _search_query(words), weights=WEIGHTS, normalization=Value(BY_LENGTH))


def _search_query(query: Query, weight: str = "") -> SearchQuery:
    text = query.write(lambda word: f"'{word}'{weight}", " & ", " | ")
    return SearchQuery(text, config=CONFIGURATION, search_type="raw")


def far_words(word: str) -> list[SearchWord]:
    """Words of the vocabulary that share trigrams with one that has several faults, the closest first."""
    similar = SearchWord.objects.filter(TrigramSimilar(F("word"), Value(word)))
    return list(similar.order_by(TrigramSimilarity("word", word).desc(), "-pages", "word")[:MAX_FAR_WORDS])


def lock_vocabulary() -> None:
    """One writer at a time until the transaction ends: two that count the same words would wait for each other."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
