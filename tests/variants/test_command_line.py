"""The command line: text, JSON lines, check; what it says of bad input and how it ends."""

from __future__ import annotations

import io
import json
import runpy
import sys
from pathlib import Path

import pytest

from portal.variants import benchmark
from portal.variants.__main__ import main
from portal.variants.characters import NNBSP

BOTH = ["--from", "fr-CA", "--to", "fr-FR"]


@pytest.fixture
def text_file(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text("Le souper est prêt!\n\nLe cégep\n", encoding="utf-8")
    return path


def test_command_prints_the_adapted_text__from_a_file(text_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*BOTH, str(text_file)]) == 0
    assert capsys.readouterr().out == f"Le dîner est prêt{NNBSP}!\n\nLe cégep\n"


def test_command_explains_on_the_error_output__when_asked(text_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*BOTH, "--explain", str(text_file)]) == 0
    answer = capsys.readouterr()
    assert "1:4: [certain] souper → dîner" in answer.err
    assert "3:4: [gloss] cégep" in answer.err
    assert "Source" in answer.err


def test_command_reads_and_writes_json_lines__and_reports_the_bad_ones(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO('{"text": "Quoi?"}\n"Qui?"\n\nnon\n{"a": 1}\n'))
    assert main([*BOTH, "--json"]) == 1
    answer = capsys.readouterr()
    first, second = map(json.loads, answer.out.splitlines())
    assert first["text"] == f"Quoi{NNBSP}?"
    assert first["proposals"][0]["rule"] == "punctuation_spacing.marks"
    assert second["text"] == f"Qui{NNBSP}?"
    assert "ligne 4" in answer.err
    assert "ligne 5" in answer.err


def test_command_ends_with_zero__when_every_json_line_is_read(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO('"Qui?"\n'))
    assert main([*BOTH, "--json"]) == 0


def test_command_says_how_far_it_is__on_long_input(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO('"a"\n' * 2000))
    assert main([*BOTH, "--json"]) == 0
    assert "2000 lignes lues" in capsys.readouterr().err
    monkeypatch.setattr(sys, "stdin", io.StringIO("Le parc\n" * 1000))
    assert main(BOTH) == 0
    assert "1000 lignes lues" in capsys.readouterr().err


def test_check_lists_what_it_finds__and_ends_with_one(text_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--check", "fr-FR", str(text_file)]) == 1
    assert "souper → dîner" in capsys.readouterr().out


def test_check_is_silent_and_ends_with_zero__on_a_clean_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "clean.txt"
    path.write_text("Le parc est ouvert.\n", encoding="utf-8")
    assert main(["--check", "fr-CA", str(path)]) == 0
    assert capsys.readouterr().out == ""


def test_command_ends_with_two__on_a_missing_or_unreadable_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*BOTH, str(tmp_path / "none.txt")]) == 2
    (tmp_path / "latin.txt").write_bytes(b"caf\xe9")
    assert main([*BOTH, str(tmp_path / "latin.txt")]) == 2
    assert "latin.txt" in capsys.readouterr().err


def test_command_ends_with_two__without_its_variants(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--from", "fr-CA"])
    assert ended.value.code == 2
    assert "--check" in capsys.readouterr().err


@pytest.mark.parametrize("module", ["portal.variants", "portal.variants.benchmark"])
def test_module_runs__from_the_shell(module: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text("Le parc\n", encoding="utf-8")
    arguments = [*BOTH, str(path)] if module == "portal.variants" else [str(path)]
    monkeypatch.setattr(sys, "argv", [module, *arguments])
    monkeypatch.delitem(sys.modules, "portal.variants.benchmark" if "bench" in module else "portal.variants.__main__")
    with pytest.raises(SystemExit) as ended:
        runpy.run_module(module, run_name="__main__")
    assert ended.value.code == 0


def test_benchmark_scores_real_pairs__when_given(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "pairs.tsv"
    path.write_text(
        "class\tcorpus\tkey\tsource\tfr_FR\tfr_CA\nS0\tx\tx\t\tUn parc\tUn parc\n"
        "S1_punct\tx\tx\t\tQuoi ?\tQuoi?\nS3\tx\tx\t\tUn\tDeux\n",
        encoding="utf-8",
    )
    assert benchmark.main(["--pairs", str(path)]) == 0
    assert "100.00 % of 2" in capsys.readouterr().out
