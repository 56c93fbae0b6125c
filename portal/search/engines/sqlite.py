"""SQLite: a table of folded words (FTS5), made by the first migration."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import connection, models
from django.db.models import Q
from django.db.models.expressions import RawSQL
from django.db.models.functions import Length

from portal.search.engines.query import Query, Texts
from portal.search.models import SearchWord
from portal.search.words import distance

TABLE = "search_text"
MIN_FAR_CHARACTERS = 7
MAX_FAULTS = 2
MAX_FAR_WORDS = 3
MATCHING = f"SELECT rowid FROM {TABLE} WHERE {TABLE} MATCH %s"  # noqa: S608
RANK = (
    f"(SELECT -bm25({TABLE}, 10.0, 4.0, 1.5, 0.3) FROM {TABLE} "  # noqa: S608
    f"WHERE {TABLE} MATCH %s AND rowid = search_searchentry.page_id)"
)
"""The weights are those of title, introduction, body and what stands around."""


def store(page_id: int, texts: Texts) -> None:
    forget([page_id])
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {TABLE} (rowid, title, introduction, body, around) VALUES (%s, %s, %s, %s, %s)",  # noqa: S608
            [page_id, texts.title, texts.introduction, texts.body, texts.around],
        )


def forget(page_ids: Iterable[int]) -> None:
    with connection.cursor() as cursor:
        for page_id in page_ids:
            cursor.execute(f"DELETE FROM {TABLE} WHERE rowid = %s", [page_id])  # noqa: S608


def matching(query: Query) -> Q:
    return Q(pk__in=RawSQL(MATCHING, [_match(query)]))  # noqa: S611


def in_title(query: Query) -> Q:
    return Q(pk__in=RawSQL(MATCHING, [f"{{title}} : ({_match(query)})"]))  # noqa: S611


def rank(query: Query) -> Any:
    return RawSQL(RANK, [_match(query)], output_field=models.FloatField())  # noqa: S611


def _match(query: Query) -> str:
    return query.write('"{}"'.format, " AND ", " OR ")


def far_words(word: str) -> list[SearchWord]:
    """Words with the same first letter and two faults at most: SQLite keeps no trigrams."""
    letters = len(word)
    if letters < MIN_FAR_CHARACTERS:
        return []
    near: Any = SearchWord.objects.annotate(letters=Length("word")).filter(
        letters__gte=letters - 2, letters__lte=letters + 2
    )
    faults = {known: distance(word, known.word) for known in near.filter(word__startswith=word[0])}
    close = [known for known, number in faults.items() if number <= MAX_FAULTS]
    return sorted(close, key=lambda known: (faults[known], -known.pages, known.word))[:MAX_FAR_WORDS]


def lock_vocabulary() -> None:
    """SQLite has one writer at a time anyway."""
