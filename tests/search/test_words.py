"""How French words are compared: the same form for whatever citizens do not type."""

from __future__ import annotations

import pytest

from portal.search.words import fold, folded_words, stem


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Œuvre", "oeuvre"),
        ("CŒUR", "coeur"),
        ("élève à Noël", "eleve a noel"),
        ("e\u0301te\u0301", "ete"),
        ("conﬁance", "confiance"),
        ("CO₂", "co2"),
        ("İstanbul", "istanbul"),
    ],
)
def test_fold_takes_off_accents_ligatures_and_capitals(text, folded):
    assert fold(text) == folded


@pytest.mark.parametrize("apostrophe", "'’‘ʼ`´′＇")
def test_elided_article_is_no_word__whatever_the_apostrophe(apostrophe):
    assert folded_words(f"L{apostrophe}amiante qu{apostrophe}on extrait") == ["amiante", "on", "extrait"]


@pytest.mark.parametrize("hyphen", "-‐‑")
def test_compound_is_found_as_its_parts_and_as_one(hyphen):
    assert folded_words(f"sous{hyphen}sol") == ["sous", "sol", "soussol"]


def test_letter_alone_is_no_word():
    assert folded_words("à 8 h, plan B") == ["plan"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("delegation", "delegations"),
        ("travail", "travaux"),
        ("journal", "journaux"),
        ("niveau", "niveaux"),
        ("palois", "paloise"),
        ("paloises", "palois"),
        ("culturel", "culturelles"),
        ("directrice", "directeurs"),
        ("chercheuses", "chercheur"),
        ("actif", "actives"),
        ("premier", "premiere"),
        ("invite", "invitees"),
        ("inviter", "invites"),
        ("canadien", "canadienne"),
        ("oeil", "yeux"),
    ],
)
def test_forms_of_a_word_share_a_stem(one, other):
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("one", "other"), [("mine", "minute"), ("pau", "peau"), ("ville", "vil"), ("port", "porc"), ("gaz", "gave")]
)
def test_other_words_keep_their_own_stem(one, other):
    assert one == other or stem(one) != stem(other)
