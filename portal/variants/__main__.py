"""The engine on the command line, for a linguist without the portal.

python -m portal.variants --from fr-CA --to fr-FR FILE          the adapted text; --explain adds the reasons on stderr
python -m portal.variants --from fr-CA --to fr-FR --json        one JSON object a line in, one a line out
python -m portal.variants --check fr-FR FILE                    what is not the French of this side in a text

Exit codes: 0 done, 1 something found by --check or a line that could not be read, 2 wrong usage.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, TextIO

from portal.variants import Adaptation, Proposal, Variant, adapt, adapt_page, check, explain

_PROGRESS_LINES = 1000


def main(arguments: Sequence[str] | None = None) -> int:
    options = _read_options(arguments)
    try:
        with _open(options.file) as lines:
            if options.check:
                return _check(lines, Variant(options.check))
            if options.json:
                return _adapt_json(lines, options)
            return _adapt_text(lines, options)
    except (OSError, UnicodeDecodeError) as error:
        print(f"{options.file} : {error}", file=sys.stderr)
        return 2


def _read_options(arguments: Sequence[str] | None) -> argparse.Namespace:
    tags = [variant.value for variant in Variant]
    parser = argparse.ArgumentParser(
        prog="python -m portal.variants", description="Adapte un texte entre le Québec et la France."
    )
    parser.add_argument("--from", dest="source", choices=tags, help="variante du texte")
    parser.add_argument("--to", dest="target", choices=tags, help="variante voulue")
    parser.add_argument("--check", choices=tags, help="relire un texte écrit pour cette variante")
    parser.add_argument(
        "--explain", action="store_true", help="dire chaque changement et sa source sur la sortie d’erreur"
    )
    parser.add_argument("--json", action="store_true", help="lire et écrire un objet JSON par ligne")
    parser.add_argument("file", nargs="?", default="-", help="fichier à lire, ou l’entrée standard")
    options = parser.parse_args(arguments)
    if not options.check and not (options.source and options.target):
        parser.error("indiquez --from et --to, ou bien --check")
    return options


def _open(name: str) -> TextIO:
    return sys.stdin if name == "-" else Path(name).open(encoding="utf-8")


def _adapt_text(lines: Iterable[str], options: argparse.Namespace) -> int:
    texts = (line.rstrip("\n") for line in _watch(lines))
    target = Variant(options.target)
    for number, adaptation in enumerate(adapt_page(texts, options.source, target), 1):
        print(adaptation.text)
        if options.explain:
            for proposal in adaptation.proposals:
                print(_describe(number, proposal, target), file=sys.stderr)
    return 0


def _describe(number: int, proposal: Proposal, reader: Variant) -> str:
    change = proposal.original if proposal.replacement is None else f"{proposal.original} → {proposal.replacement}"
    place = f"{number}:{proposal.start + 1}"
    return f"{place}: [{proposal.confidence}] {change}\n    {explain(proposal, reader)} ({proposal.rule})"


def _adapt_json(lines: Iterable[str], options: argparse.Namespace) -> int:
    failures = 0
    for number, line in _count(lines):
        try:
            text = _read_text(json.loads(line))
        except ValueError as error:
            failures += 1
            print(f"ligne {number} : {error}", file=sys.stderr)
        else:
            print(json.dumps(_as_json(adapt(text, options.source, options.target)), ensure_ascii=False))
    return 1 if failures else 0


def _read_text(value: Any) -> str:
    text = value.get("text") if isinstance(value, dict) else value
    if not isinstance(text, str):
        raise ValueError("un objet avec une chaîne « text » est attendu")
    return text


def _as_json(adaptation: Adaptation) -> dict[str, Any]:
    return {"text": adaptation.text, "proposals": [asdict(proposal) for proposal in adaptation.proposals]}


def _check(lines: Iterable[str], variant: Variant) -> int:
    is_clean = True
    for number, line in _count(lines):
        for proposal in check(line.rstrip("\n"), variant):
            is_clean = False
            print(_describe(number, proposal, variant))
    return 0 if is_clean else 1


def _count(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    """The lines that are not empty, with their number."""
    return ((number, line) for number, line in enumerate(_watch(lines), 1) if line.strip())


def _watch(lines: Iterable[str]) -> Iterator[str]:
    """The same lines; says how far it is on long input."""
    for number, line in enumerate(lines, 1):
        yield line
        if number % _PROGRESS_LINES == 0:
            print(f"{number} lignes lues", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
