"""The small questions that the grammar answers: elision, plurals, conjugation, quotations."""

from __future__ import annotations

import pytest

from portal.variants.determiners import is_vocalic
from portal.variants.morphology import conjugate, find_paradigms, inflect_adjective, pluralise
from portal.variants.quotations import find_quotations


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("eau", True),
        ("hôtel", True),
        ("hockey", False),
        ("haltes", False),
        ("onze", False),
        ("yoga", False),
        ("yeuse", False),
        ("Yvonne", True),
        ("y", False),
        ("week-end", False),
        ("e-mail", True),
        ("SMS", False),
        ("", False),
    ],
)
def test_word_elides_what_precedes__by_its_first_sound(word: str, *, expected: bool) -> None:
    assert is_vocalic(word) is expected


@pytest.mark.parametrize(
    ("word", "plural"),
    [("journal", "journaux"), ("bogue", "bogues"), ("prix", "prix"), ("zébrau", "zébraux"), ("truque", "truques")],
)
def test_plural_comes_from_the_table__or_from_the_rule(word: str, plural: str) -> None:
    assert pluralise(word) == plural
    assert pluralise("zzzs") == "zzzs"
    assert pluralise("zzz") == "zzz"


def test_adjective_takes_the_cell__it_has() -> None:
    assert inflect_adjective("prochaine", "m", "p") == "prochains"
    assert inflect_adjective("table", "m", "s") is None


def test_verb_of_the_first_group_is_conjugated__when_the_table_does_not_know_it() -> None:
    assert conjugate("canceller")["ipre2pl"] == "cancellez"
    assert conjugate("zzzir") == {}


def test_table_answers_nothing__for_what_is_no_word() -> None:
    for word in ("", "zzzz", "\udc80", "!", "a" * 500, "é" * 40, "\u0001"):
        assert find_paradigms(word) == ()


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("«Oui», a dit le maire.", 1),
        ("Selon elle, «oui».", 1),
        ("Le mot « parc » est court.", 0),
        ("Un « mot “dans” un mot », a-t-on dit. Le maire a dit « oui ».", 2),
        ("» rien «", 0),
        ("« Nous avons tous passé une belle journée à Pau. »", 1),
        ("Le titre « nous avons tous passé une belle journée à Pau » plaît.", 0),
        ("« nous avons tous passé une belle journée à Pau »", 0),
    ],
)
def test_quotation_is_found__when_somebody_speaks(text: str, count: int) -> None:
    assert len(list(find_quotations(text))) == count
