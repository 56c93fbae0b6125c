"""Measures the engine: speed beside a bare tokeniser on the same text, growth with the lexicon, load time, memory.

usage: python -m portal.variants.benchmark [--pairs FILE.tsv] [FILE ...]

Without a file, the page is made of sentences that the engine has much to say about. With `--pairs`, a file of real
pairs (class, corpus, key, source, fr_FR, fr_CA) adds how many segments that need no change are touched, and how many
that differ by punctuation alone come out as their translator wrote them.
"""

from __future__ import annotations

import argparse
import csv
import re
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from portal.variants import Entry, Variant, adapt, adapt_page
from portal.variants.model import Confidence

SEGMENTS = 30
PAGE = (
    "La fin de semaine prochaine, le stationnement de l’aréna sera fermé; prenez l’autobus!",
    "Le souper aura lieu le 2025-11-21 à 17 h 30 et coûte 1 250 $; réservez au 418 335-2981.",
    "Les deux villes poursuivent leur coopération dans les domaines de la chimie verte, des mines et de l’énergie.",
    "« C’est une belle rencontre », a déclaré le maire, entouré des membres de la délégation et de ses partenaires.",
    'Consultez le <a id="a1">calendrier des activités</a> pour connaître l’horaire : tout y est, même l’infolettre.',
)
_BARE = re.compile(r"\w+|\s+|[^\w\s]")


def measure(work: Callable[[], object], rounds: int = 15) -> float:
    """The best time of several rounds, in milliseconds."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    return min(times)


def ask_fresh(code: str) -> float:
    """The number that a piece of code prints in a fresh interpreter."""
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    return float(answer.stdout)


def measure_start() -> float:
    """Milliseconds from the import to the first adaptation, the interpreter itself left out."""
    return ask_fresh(
        "import time; t = time.perf_counter(); from portal.variants import adapt; "
        "adapt('Bonjour!', 'fr-CA', 'fr-FR'); print((time.perf_counter() - t) * 1000)"
    )


def measure_table() -> float:
    """Milliseconds to load the inflection table and read one word in it."""
    return ask_fresh(
        "import time; from portal.variants.morphology import find_paradigms; t = time.perf_counter(); "
        "find_paradigms('prochaine'); print((time.perf_counter() - t) * 1000)"
    )


def measure_memory() -> float:
    """Mebibytes that the lexicon, its index and the inflection table hold."""
    return ask_fresh(
        "import tracemalloc; tracemalloc.start(); from portal.variants import adapt; "
        "adapt('La fin de semaine prochaine', 'fr-CA', 'fr-FR'); print(tracemalloc.get_traced_memory()[0] / 2**20)"
    )


def make_glossary(size: int) -> tuple[Entry, ...]:
    """Invented terms that begin like real ones, so that the search must walk before it gives up."""
    return tuple(
        Entry(f"invented-{n}", f"fin de mot{n}x", f"bout de mot{n}x", Confidence.CERTAIN, gender_ca="f", gender_fr="m")
        for n in range(size)
    )


def measure_growth(page: Sequence[str]) -> tuple[float, float]:
    """Milliseconds a page with 500 entries and with 10 000 more than the lexicon's own."""
    small, large = make_glossary(500), make_glossary(10_000)
    adapt_page(page, "fr-CA", "fr-FR", small)
    adapt_page(page, "fr-CA", "fr-FR", large)
    return (
        measure(lambda: adapt_page(page, "fr-CA", "fr-FR", small)),
        measure(lambda: adapt_page(page, "fr-CA", "fr-FR", large)),
    )


def score_pairs(path: Path) -> dict[str, str]:
    """Rates over real pairs, both directions together, kinds of blanks taken as one."""
    counts = {"S0": [0, 0], "S1_punct": [0, 0]}
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["class"] not in counts:
                continue
            for source, text, human in (("fr-FR", row["fr_FR"], row["fr_CA"]), ("fr-CA", row["fr_CA"], row["fr_FR"])):
                wanted = text if row["class"] == "S0" else human
                counts[row["class"]][0] += 1
                counts[row["class"]][1] += _flatten(adapt(text, source, Variant(source).other).text) == _flatten(wanted)
    (untouched, kept), (marked, placed) = counts["S0"], counts["S1_punct"]
    return {
        "needs no change, changed": f"{100 * (untouched - kept) / max(1, untouched):.2f} % of {untouched}",
        "punctuation placed": f"{100 * placed / max(1, marked):.2f} % of {marked}",
    }


def _flatten(text: str) -> str:
    return re.sub(r"[\u00a0\u202f\u2009]", " ", text).replace("’", "'").replace("…", "...").strip()


def collect_figures(page: Sequence[str]) -> dict[str, str]:
    small, large = measure_growth(page)
    return {
        "page": f"{len(page)} segments, {sum(map(len, page))} characters",
        "bare tokeniser": f"{measure(lambda: [_BARE.findall(text) for text in page]):.2f} ms",
        "fr-CA to fr-FR": f"{measure(lambda: adapt_page(page, 'fr-CA', 'fr-FR')):.2f} ms",
        "fr-FR to fr-CA": f"{measure(lambda: adapt_page(page, 'fr-FR', 'fr-CA')):.2f} ms",
        "500 entries more": f"{small:.2f} ms",
        "10 000 entries more": f"{large:.2f} ms, {large / small:.2f} times",
        "import and first segment": f"{measure_start():.0f} ms",
        "inflection table": f"{measure_table():.0f} ms",
        "memory": f"{measure_memory():.1f} MiB",
    }


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m portal.variants.benchmark", description="Measure the engine.")
    parser.add_argument("--pairs", type=Path, help="real pairs, tab separated")
    parser.add_argument("files", nargs="*", type=Path, help="texts to make the page of")
    options = parser.parse_args(arguments)
    lines = [line for path in options.files for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    texts = lines or list(PAGE)
    figures = collect_figures([texts[n % len(texts)] for n in range(SEGMENTS)])
    if options.pairs:
        figures |= score_pairs(options.pairs)
    for name, figure in figures.items():
        sys.stdout.write(f"{name:26} {figure}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
