"""The public contract of the engine, on a few sentences."""

from __future__ import annotations

import pytest

from portal.variants import Confidence, Variant, adapt, apply
from portal.variants.characters import NBSP, NNBSP


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        ("Qui vient ?", "fr-FR", "Qui vient?"),
        ("Qui vient?", "fr-CA", f"Qui vient{NNBSP}?"),
        ("L’e-mail est parti.", "fr-FR", "Le courriel est parti."),
        ("12 500 personnes", "fr-CA", f"12{NNBSP}500 personnes"),
        ("Voici : « un mot »", "fr-CA", f"Voici{NBSP}: «{NBSP}un mot{NBSP}»"),
        ('<a id="a1">Qui?</a>', "fr-CA", f'<a id="a1">Qui{NNBSP}?</a>'),
    ],
)
def test_adapt_writes_the_certain_changes__in_both_directions(text: str, source: str, expected: str) -> None:
    assert adapt(text, source, Variant(source).other).text == expected


def test_adapt_changes_only_the_typography__of_a_quotation() -> None:
    text = "« Envoyez un e-mail ! », a déclaré le maire."
    assert adapt(text, "fr-FR", "fr-CA").text == f"«{NBSP}Envoyez un e-mail!{NBSP}», a déclaré le maire."
    assert adapt("Un e-mail !", "fr-FR", "fr-CA", verbatim=True).text == "Un e-mail!"


def test_apply_equals_adapt__with_the_certain_proposals() -> None:
    text = "Les e-mails ; les bugs !"
    result = adapt(text, "fr-FR", "fr-CA")
    assert apply(text, [p for p in result.proposals if p.confidence is Confidence.CERTAIN]) == result.text
