"""The demo's texts are set by the conventions of each variant, and show what differs between the two."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.demo.reading import PAGES, ROW_MODELS, VARIANTS, prose

every_page = pytest.mark.parametrize("page", PAGES.values(), ids=list(PAGES))
every_variant = pytest.mark.parametrize("variant", VARIANTS)

EVERYWHERE_WRONG = {
    "straight apostrophe": r"'",
    "straight quotation mark": r'"',
    "plain space where it must not break": r" [:;!?»%$€]|« ",
    "colon without its space": r"(?<!\u00a0):(?!//)",
    "glued guillemets": r"«[^\u00a0]|[^\u00a0]»",
    "glued sign": r"\d[%$€]",
    "two spaces": r"  ",
    "three points": r"\.\.\.",
    "hour that may break": r"\d h\b|\dh\d",
    "character written as code": r"&\w+;|\\u",
}
WRONG = {
    "fr-CA": {"space before ; ! ?": r"\s[;!?]", "narrow space": r"\u202f", "thousands": r"\d \d{3}"},
    "fr-FR": {
        "no narrow space before ; ! ?": r"(?<![\u202f;!?])[;!?]",
        "thousands": r"\d[ \u00a0]\d{3}(?!\d)",
        "narrow space elsewhere": r"\u202f(?![;!?]|\d{3})",
    },
}


@every_variant
def test_typography(variant: str) -> None:
    rules = {**EVERYWHERE_WRONG, **WRONG[variant]}
    found = [
        (slug, name, text)
        for slug, html in prose(variant)
        for text in [re.sub(r"<[^>]+>", "", html)]
        for name, pattern in rules.items()
        if re.search(pattern, text)
    ]
    assert not found


def test_shared_facts_need_no_adapting() -> None:
    """A name or a place is the same row behind both variants, so nothing in it may depend on one of them."""
    for page in PAGES.values():
        rows = [page, *(row for name in ROW_MODELS for row in page.get(name, []))]
        facts = [value for row in rows for key, value in row.items() if isinstance(value, str) and "_fr_" not in key]
        assert not [fact for fact in facts if re.search(r"[;!?\u202f']", fact)]


def test_an_institution_bears_one_name() -> None:
    for page in PAGES.values():
        if page["model"] == "news.InstitutionPage":
            assert page["fr-CA"]["title"] == page["fr-FR"]["title"]


@every_page
def test_quotations_keep_their_words(page: dict[str, Any]) -> None:
    ours, theirs = (
        [
            (re.sub(r"\s+", "", block["text"]), block["speaker"], block["office"])
            for block in page[variant].get("body", [])
            if block["type"] == "quote"
        ]
        for variant in VARIANTS
    )
    assert ours == theirs


@pytest.mark.parametrize(
    ("quebec", "france"),
    [
        ("courriel", "e-mail"),
        ("fin de semaine", "week-end"),
        ("stationnement", "parking"),
        ("site Web", "site web"),
        ("appel de projets", "appel à projets"),
        ("Ce programme", "Ce dispositif"),
        ("matières résiduelles", "déchets"),
        ("12\u00a0000\u00a0$", "12\u202f000\u00a0$\u00a0CA"),
        ("quoi?", "quoi\u202f?"),
    ],
)
def test_the_demo_shows_what_differs(quebec: str, france: str) -> None:
    in_quebec, in_france = (" ".join(text for _, text in prose(variant)) for variant in VARIANTS)
    assert in_quebec.count(quebec) > in_france.count(quebec)
    assert in_france.count(france) > in_quebec.count(france)
