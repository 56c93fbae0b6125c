"""What holds for every text; VARIANTS_EXAMPLES sets how many are tried (10 000 before a release)."""

from __future__ import annotations

import os
import time
import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings

from portal.variants import Adaptation, Confidence, Variant, adapt, apply, check
from portal.variants.characters import NBSP
from portal.variants.segment import Kind, Segment
from tests.variants.strategies import ANY_TEXT, SOURCES, TEXTS

many = settings(
    max_examples=int(os.environ.get("VARIANTS_EXAMPLES", "400")),
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


def read_sealed(text: str) -> list[str]:
    return [token.text for token in Segment(text).tokens if token.kind is Kind.SEALED]


@many
@given(text=TEXTS, source=SOURCES)
def test_adapt_changes_nothing_more__the_second_time(text: str, source: Variant) -> None:
    once = adapt(text, source, source.other).text
    assert adapt(once, source, source.other).text == once


@many
@given(text=TEXTS, source=SOURCES)
def test_spans_are_valid_and_apart__on_any_text(text: str, source: Variant) -> None:
    normal = unicodedata.normalize("NFC", text)
    position = 0
    for proposal in adapt(text, source, source.other).proposals:
        assert position <= proposal.start < proposal.end <= len(normal)
        assert normal[proposal.start : proposal.end] == proposal.original != proposal.replacement
        position = proposal.end


@many
@given(text=TEXTS, source=SOURCES)
def test_apply_equals_adapt__with_the_certain_proposals(text: str, source: Variant) -> None:
    result = adapt(text, source, source.other)
    assert apply(text, (p for p in result.proposals if p.confidence is Confidence.CERTAIN)) == result.text


@many
@given(text=TEXTS, source=SOURCES)
def test_every_sealed_stretch_survives__when_everything_is_accepted(text: str, source: Variant) -> None:
    result = adapt(text, source, source.other)
    sealed = read_sealed(text)
    for written in (result.text, apply(text, result.proposals)):
        position = 0
        for stretch in sealed:
            position = written.index(stretch, position) + len(stretch)


@many
@given(text=ANY_TEXT, source=SOURCES)
def test_nothing_is_raised__on_any_unicode(text: str, source: Variant) -> None:
    assert isinstance(adapt(text, source, source.other, verbatim=True), Adaptation)
    assert isinstance(check(text, source), tuple)


@many
@given(text=TEXTS, source=SOURCES)
def test_proposals_say_why__on_any_text(text: str, source: Variant) -> None:
    for proposal in adapt(text, source, source.other).proposals:
        assert proposal.explanation.endswith(".")
        assert (proposal.replacement is None) == (proposal.confidence in (Confidence.HUMAN, Confidence.GLOSS))


HOSTILE = ["«", "'", "1", "1 ", "« ", "<", "{", "a.", "a@", '"a ', "!", "`", "l'e-mail ", "a a dit «", "fin de ", NBSP]


@pytest.mark.parametrize("unit", HOSTILE)
def test_time_grows_with_the_length__of_a_hostile_text(unit: str) -> None:
    def measure(size: int) -> float:
        text = unit * (size // len(unit))
        start = time.process_time()
        adapt(text, "fr-CA", "fr-FR")
        return time.process_time() - start

    measure(1_000)
    short, long = min(measure(30_000) for _ in range(3)), min(measure(120_000) for _ in range(2))
    assert long < 4 * short * 2.5 + 0.5
