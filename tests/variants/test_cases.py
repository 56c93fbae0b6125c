"""Hand-written cases from municipal prose: what changes, what is proposed, what is pointed out, what is left alone.

In `cases/*.txt`: `# fr-CA > fr-FR` gives the direction; `before | after` is certain; `? before | after` shows every
proposal accepted; `! text | passage` is pointed out without a replacement; `= text` gets no certain or probable
proposal. `~` stands for U+00A0 and `^` for U+202F.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from portal.variants import Confidence, adapt, apply
from portal.variants.characters import NBSP, NNBSP
from portal.variants.rules import FORMATS, TYPOGRAPHY

CASES = Path(__file__).parent / "cases"


class Case(NamedTuple):
    kind: str
    source: str
    target: str
    before: str
    after: str


def read_cases() -> Iterator[Case]:
    for path in sorted(CASES.glob("*.txt")):
        source = target = ""
        for line in path.read_text(encoding="utf-8").replace("~", NBSP).replace("^", NNBSP).splitlines():
            if line.startswith("# "):
                source, _, target = line[2:].partition(" > ")
                continue
            kind = line[0] if line[:2] in ("= ", "? ", "! ") else ">"
            before, _, after = (line if kind == ">" else line[2:]).partition(" | ")
            yield Case(kind, source, target, before, after)


ALL = list(read_cases())


def of_kind(kind: str) -> list[Case]:
    return [case for case in ALL if case.kind == kind]


@pytest.mark.parametrize("case", of_kind(">"), ids=lambda case: case.before)
def test_adapt_changes__what_the_norm_makes_certain(case: Case) -> None:
    assert adapt(case.before, case.source, case.target).text == case.after


@pytest.mark.parametrize("case", of_kind("?"), ids=lambda case: case.before)
def test_adapt_proposes__what_a_person_must_decide(case: Case) -> None:
    result = adapt(case.before, case.source, case.target)
    assert apply(case.before, result.proposals) == case.after
    assert result.text != case.after


@pytest.mark.parametrize("case", of_kind("!"), ids=lambda case: case.before)
def test_adapt_points_out__what_it_may_not_replace(case: Case) -> None:
    result = adapt(case.before, case.source, case.target)
    assert case.after in [p.original for p in result.proposals if p.replacement is None]


@pytest.mark.parametrize("case", of_kind("="), ids=lambda case: case.before)
def test_adapt_leaves_alone__what_both_sides_write(case: Case) -> None:
    result = adapt(case.before, case.source, case.target)
    assert [p for p in result.proposals if p.confidence in (Confidence.CERTAIN, Confidence.PROBABLE)] == []
    assert result.text == case.before


def test_cases_leave_at_least_as_much_as_they_change__in_both_directions() -> None:
    for source in ("fr-CA", "fr-FR"):
        kinds = [case.kind for case in ALL if case.source == source]
        assert kinds.count("=") >= kinds.count(">")
    assert len(ALL) >= 300


def test_every_rule_has_an_example__in_each_of_its_directions() -> None:
    seen = {
        (proposal.rule, case.target)
        for case in ALL
        if case.kind != "="
        for proposal in adapt(case.before, case.source, case.target).proposals
    }
    expected = {(rule.name, target.value) for rule in (*FORMATS, *TYPOGRAPHY) for target in rule.level}
    assert expected - seen == set()
