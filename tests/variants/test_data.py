"""The lexicon, the sources and the rules: complete, honest about their evidence, and without contradiction."""

from __future__ import annotations

import importlib
import pkgutil
import re
from pathlib import Path

import pytest
from babel import Locale

import portal.variants
from portal.variants import Confidence, Entry, Variant, adapt
from portal.variants.characters import NBSP, NNBSP
from portal.variants.forms import list_forms
from portal.variants.lexicon import load_lexicon, read_entry
from portal.variants.rules import FORMATS, NORMS, TYPOGRAPHY, common_norm
from portal.variants.sources import load_sources

LEXICON = load_lexicon()
ALL_RULES = (*FORMATS, *TYPOGRAPHY, *NORMS)
PACKAGE = Path(portal.variants.__file__).parent


def test_lexicon_holds_enough_entries__each_with_its_evidence() -> None:
    assert len(LEXICON) >= 500
    assert {entry.evidence for entry in LEXICON} <= {"V", "C", "VC", "K"}
    assert len({entry.key for entry in LEXICON}) == len(LEXICON)


@pytest.mark.parametrize("target", list(Variant))
def test_entry_is_never_certain__when_nobody_read_a_source(target: Variant) -> None:
    assert [e.key for e in LEXICON if e.evidence == "K" and e.level(target) is Confidence.CERTAIN] == []
    assert [e.key for e in LEXICON if e.evidence == "K" and e.sources] == []


def test_sources_resolve__for_every_entry_and_rule() -> None:
    registry = load_sources()
    cited = {source for entry in LEXICON for source in entry.sources} | {s for r in ALL_RULES for s in r.sources}
    assert cited - set(registry) == set()
    assert [entry.key for entry in LEXICON if entry.evidence != "K" and not entry.sources] == []
    assert all(source.title and source.publisher for source in registry.values())
    assert all(rule.sources for rule in ALL_RULES)


def test_sources_are_cited__every_one() -> None:
    cited = {source for entry in LEXICON for source in entry.sources} | {s for r in ALL_RULES for s in r.sources}
    assert set(load_sources()) - cited == set()


def test_gloss_has_a_definition__on_the_side_that_needs_it() -> None:
    missing = [
        entry.key
        for entry in LEXICON
        for target in Variant
        if entry.level(target) in (Confidence.GLOSS, Confidence.HUMAN)
        and not (entry.meaning(target.other) or entry.note)
    ]
    assert missing == []


@pytest.mark.parametrize("target", list(Variant))
def test_certain_result_is_not_certain_again__in_the_same_direction(target: Variant) -> None:
    certain = [entry for entry in LEXICON if entry.level(target) is Confidence.CERTAIN]
    starts = {entry.form(target.other).lower() for entry in certain}
    assert [e.key for e in certain if e.form(target).lower() in starts and e.fr_ca.lower() != e.fr_fr.lower()] == []


@pytest.mark.parametrize("entry", LEXICON, ids=lambda entry: entry.key)
def test_entry_has_forms__on_each_side_that_has_a_word(entry: Entry) -> None:
    for side in Variant:
        assert bool(list_forms(entry, side)) == bool(entry.form(side))
        if entry.form(side) and entry.part != "verb":
            assert entry.form(side) in list_forms(entry, side).values()


def certain_nouns() -> list[tuple[Entry, Variant]]:
    return [
        (entry, target)
        for entry in LEXICON
        for target in Variant
        if entry.level(target) is Confidence.CERTAIN and entry.part == "noun" and "s" in entry.number(target.other)
    ]


@pytest.mark.parametrize(("entry", "target"), certain_nouns(), ids=lambda value: getattr(value, "key", value))
def test_certain_noun_takes_its_article__in_a_sentence(entry: Entry, target: Variant) -> None:
    old, new = entry.form(target.other), entry.form(target)
    text = adapt(f"Voici le {old} ici.", target.other, target).text
    assert text == adapt(text, target.other, target).text
    assert new.split()[0].lower() in text.lower()


def test_entry_reads_shared_and_separate_fields__from_its_table() -> None:
    entry = read_entry({"key": "k", "fr-ca": "a", "fr-fr": "b", "gender": "m", "number-ca": "p", "to-france": "gloss"})
    assert (entry.gender_ca, entry.gender_fr, entry.number_ca, entry.number_fr) == ("m", "m", "p", "s")
    assert entry.to_france is Confidence.GLOSS


def test_months_and_separators_match_cldr__as_babel_has_them() -> None:
    quebec, france = Locale.parse("fr_CA"), Locale.parse("fr_FR")
    assert quebec.months["format"]["abbreviated"][7] == "juill."
    assert france.months["format"]["abbreviated"][7] == "juil."
    assert quebec.number_symbols["latn"]["group"] == NBSP
    assert france.number_symbols["latn"]["group"] == NNBSP
    assert (quebec.date_formats["short"].pattern, france.date_formats["short"].pattern) == ("y-MM-dd", "dd/MM/y")


def test_rule_modules_open_with_five_parts__every_one() -> None:
    modules = pkgutil.iter_modules([str(PACKAGE / "rules")])
    for info in modules:
        documentation = importlib.import_module(f"portal.variants.rules.{info.name}").__doc__ or ""
        assert re.findall(r"^(Rule|Source|Scope|Exceptions|Confidence):", documentation, re.MULTILINE) == [
            "Rule",
            "Source",
            "Scope",
            "Exceptions",
            "Confidence",
        ], info.name


def test_rule_is_named_after_its_module__every_one() -> None:
    names = [rule.name for rule in (*FORMATS, *TYPOGRAPHY, *common_norm.RULES)]
    assert len(names) == len(set(names))
    files = {path.stem for path in (PACKAGE / "rules").glob("*.py")}
    assert {name.split(".")[0] for name in names} == files - {"__init__"}


def test_source_code_names_its_blanks__and_writes_none_literally() -> None:
    paths = [*PACKAGE.rglob("*.py"), *PACKAGE.rglob("*.toml"), *Path(__file__).parent.rglob("*.*")]
    blanks = (NBSP, NNBSP, "\u2009", "\u2007")
    for path in paths:
        if path.suffix in (".py", ".toml", ".txt"):
            assert not any(blank in path.read_text(encoding="utf-8") for blank in blanks), path
