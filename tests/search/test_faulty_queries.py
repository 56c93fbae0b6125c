"""What citizens mistype finds what they mean, in both variants and on whichever database the suite runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from portal import locales
from portal.search.results import Results
from portal.search.understanding import understand
from tests.search.library import build_library

pytestmark = pytest.mark.django_db
LINES = (Path(__file__).parent / "faulty_queries.tsv").read_text(encoding="utf-8").splitlines()
QUERIES = [line.split("\t") for line in LINES if line and not line.startswith("#")]
FIRST = 3


def first_slugs(locale, typed):
    page = Results(locale, understand(typed), {}).page("1")
    return [result.page.slug for result in page.object_list][:FIRST]


def test_table_holds_sixty_queries_with_faults():
    assert len({typed for _, typed, _ in QUERIES}) >= 60


def test_query_with_a_fault_finds_its_page_among_the_first_three(portal):
    build_library(portal)
    missed = [
        (locale.tag, fault, typed, wanted, found)
        for locale in locales.LOCALES
        for fault, typed, wanted in QUERIES
        if wanted not in (found := first_slugs(locale, typed))
    ]
    assert not missed, "\n".join(map(str, missed))
