"""The tools that make the inflection tables, on a dictionary of a few words."""

from __future__ import annotations

import gzip
import runpy
import sys
from pathlib import Path

import pytest

from portal.variants.tools import build_inflections
from portal.variants.tools.hunspell import Word, expand, read_suffixes

AFFIXES = """
SFX S. Y 2
SFX S. 0 0/L'D' [^sxz] is:sg
SFX S. 0 s/D' [^sxz] is:pl
SFX F. Y 4
SFX F. 0 0 . is:mas is:sg
SFX F. 0 s . is:mas is:pl
SFX F. 0 e t is:fem is:sg
SFX F. 0 es t is:fem is:pl
SFX a0 Y 8
SFX a0 er er/n' er po:infi
SFX a0 er e/n' er po:ipre po:spre po:1sg po:3sg
SFX a0 er ons er po:ipre po:1pl
SFX a0 er èrent er po:ipsi po:3pl!
SFX a0 er é er po:ppas is:mas is:sg
SFX a0 er ée er po:ppas is:fem is:sg
SFX a0 er xx er po:other
SFX a0 ir i ir po:infi
"""
WORDS = """6
parc/S. po:nom is:mas
petit/F. po:adj
élève/S. po:nom is:epi
jouer/a0 po:v1
vert/S. po:adj is:inv
ici po:adv
"""


@pytest.fixture
def dictionary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "fr.aff").write_text(AFFIXES, encoding="utf-8")
    (tmp_path / "fr.dic").write_text(WORDS, encoding="utf-8")
    monkeypatch.setattr(build_inflections, "DATA", tmp_path)
    return tmp_path


def read(path: Path) -> list[str]:
    return [line for line in gzip.decompress(path.read_bytes()).decode().splitlines() if not line.startswith("#")]


def test_build_writes_every_form__with_its_paradigm(dictionary: Path) -> None:
    build_inflections.main(str(dictionary))
    lines = read(dictionary / "inflections.gz")
    assert "parc\tn\t0\t,-,s,-" in lines
    assert "petites\ta\t2\t,e,s,es" in lines
    assert "élèves\tn\t1\t,,s,s" in lines
    assert "jouée\tp\t1\t,e,-,-" in lines
    assert lines == sorted(lines, key=str.encode)


def test_build_writes_each_conjugation__in_the_order_of_the_tenses(dictionary: Path) -> None:
    build_inflections.main(str(dictionary))
    (line,) = read(dictionary / "conjugations.gz")
    lemma, stem, endings = line.split("\t")
    assert (lemma, stem) == ("jouer", "jou")
    assert endings.split(",")[:6] == ["er", "-", "é", "ée", "-", "-"]
    assert len(endings.split(",")) == len(build_inflections.TENSES)


def test_build_makes_the_same_bytes__twice(dictionary: Path) -> None:
    build_inflections.main(str(dictionary))
    first = (dictionary / "inflections.gz").read_bytes()
    build_inflections.main(str(dictionary))
    assert (dictionary / "inflections.gz").read_bytes() == first


def test_expand_gives_the_word_itself__without_a_suffix(dictionary: Path) -> None:
    suffixes = read_suffixes(dictionary / "fr.aff")
    assert list(expand(Word("ici", (), frozenset()), suffixes)) == [("ici", frozenset())]


def test_tool_runs__from_the_shell(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "argv", ["build_inflections", str(tmp_path)])
    monkeypatch.delitem(sys.modules, "portal.variants.tools.build_inflections")
    with pytest.raises(FileNotFoundError):
        runpy.run_module("portal.variants.tools.build_inflections", run_name="__main__")
