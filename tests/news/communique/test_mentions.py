from __future__ import annotations

import pytest

from news.communique import KnownName, Mention

from .releases import LONG, read_body, read_text


def keys(text: str) -> list[str]:
    return [mention.key for mention in read_body(text).mentions]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Une journée à l’Institut de l’eau vive.", "institut"),
        ("Une journée à l'institut de l'eau vive.", "institut"),
        ("Une journée à l’INSTITUT DE L’EAU\u00a0VIVE.", "institut"),
        ("Le fonds des ponts entre villes paie tout.", "fonds"),
        ("Le FPV paie tout.", "fonds"),
        ("Un atelier sur l’Energie du bois.", "bois"),
        ("Jumelage Rivière\u2011Bleue–Ailleurs.", "riviere-bleue"),
    ],
)
def test_finds_a_known_name__spelling(text: str, key: str) -> None:
    assert keys(text) == [key]


@pytest.mark.parametrize(
    "text",
    [
        "Les Val-Douxiens sont venus.",
        "La gare de Val-Doux-Nord est fermée.",
        "La gare de Haut-Val-Doux est fermée.",
        "Il a dit fpv sans y penser.",
        "L’institut de l’eau. Vive la fontaine.",
        "L’énergie, du bois et du vent.",
    ],
)
def test_finds_nothing__part_of_another_word_or_sentence(text: str) -> None:
    assert keys(text) == []


def test_prefers_the_longest_name__overlap() -> None:
    assert keys("Une journée à l’agglomération Val-Doux Montagnes.") == ["agglomeration"]


def test_finds_the_longest_alias__hyphens() -> None:
    assert read_body("À Val-Doux-les-Bains.").mentions == (Mention("val-doux", "city", "Val-Doux-les-Bains", 0),)


def test_offers_each_key_once__repeated_name() -> None:
    assert keys("Le FPV, soit le Fonds des ponts entre villes, paie. Merci au FPV.") == ["fonds"]


def test_points_at_the_paragraph_that_can_carry_a_link__heading_and_quotation_first() -> None:
    communique = read_body("VAL-DOUX", LONG, "« Nous aimons tous Val-Doux », a dit Gaston Fictif.", "Cap sur Val-Doux.")

    assert communique.mentions == (Mention("val-doux", "city", "Val-Doux", 3),)


def test_points_at_no_block__name_in_the_title_only() -> None:
    communique = read_text(f"Une visite à Val-Doux\n\n{LONG}\n\n{LONG}")

    assert communique.mentions == (Mention("val-doux", "city", "Val-Doux", None),)


def test_finds_nothing__no_known_name() -> None:
    assert read_text(f"Une visite à Val-Doux\n\n{LONG}", known=()).mentions == ()


def test_ignores_a_name_without_letters__known_name() -> None:
    assert read_text(f"Une visite\n\n{LONG}", known=(KnownName("…", "axis", "x"),)).mentions == ()
