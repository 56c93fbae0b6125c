"""Makes the two inflection tables from Debian's hunspell-fr-comprehensive (Dicollecte, MPL-2.0).

usage: python -m portal.variants.tools.build_inflections [FOLDER]     (default: /usr/share/hunspell)

`inflections.gz`: one line a form, sorted: form, category (n, a, p), letters to take off its end, and the endings of
masculine singular, feminine singular, masculine plural, feminine plural ("-" where there is none).
`conjugations.gz`: one line a verb, sorted: infinitive, stem, and the 51 endings in the order of `TENSES`.
"""

from __future__ import annotations

import gzip
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from portal.variants.morphology import PERSONS, SLOTS, TENSES
from portal.variants.tools.hunspell import Word, expand, read_suffixes, read_words

DATA = Path(__file__).parent.parent / "data"
NOTICE = (
    "# Made from hunspell-fr-comprehensive 7.0 (Dicollecte contributors, Olivier R.), under the Mozilla Public\n"
    "# License 2.0, http://mozilla.org/MPL/2.0/, which covers this file too. See LICENCE-INFLECTIONS.txt.\n"
)
GENDERS = {"is:mas": "m", "is:fem": "f", "is:epi": "mf"}
NUMBERS = {"is:sg": "s", "is:pl": "p", "is:inv": "sp"}


def read_slots(tags: frozenset[str]) -> Iterator[str]:
    """The cells ("ms", "fp"…) that a form with these tags fills."""
    genders = "".join(letters for tag, letters in GENDERS.items() if tag in tags)
    numbers = "".join(letters for tag, letters in NUMBERS.items() if tag in tags)
    return (gender + number for gender in genders for number in numbers)


def collect_paradigms(word: Word, forms: Iterable[tuple[str, frozenset[str]]]) -> Iterator[tuple[str, dict[str, str]]]:
    """The paradigms of one word: as noun, as adjective, as past participle."""
    cells: dict[str, dict[str, str]] = {}
    for form, tags in forms:
        categories = [code for tag, code in (("po:nom", "n"), ("po:adj", "a"), ("po:ppas", "p")) if tag in tags]
        for category in categories:
            for slot in read_slots(tags):
                cells.setdefault(category, {}).setdefault(slot, form)
    yield from cells.items()


def find_common_start(forms: list[str]) -> str:
    """The letters with which every form begins."""
    first, last = min(forms), max(forms)
    length = next((n for n, letter in enumerate(first) if n >= len(last) or letter != last[n]), len(first))
    return first[:length]


def format_paradigm(category: str, cells: dict[str, str]) -> Iterator[str]:
    forms = [cells.get(slot) for slot in SLOTS]
    stem = find_common_start([form for form in forms if form])
    endings = ",".join("-" if form is None else form[len(stem) :] for form in forms)
    for form in sorted(set(filter(None, forms))):
        yield f"{form}\t{category}\t{len(form) - len(stem)}\t{endings}"


def collect_conjugation(forms: Iterable[tuple[str, frozenset[str]]]) -> dict[str, str]:
    cells: dict[str, str] = {}
    for form, tags in forms:
        moods = [tag.removeprefix("po:") for tag in tags if tag.startswith("po:")]
        persons = [mood.rstrip("!") for mood in moods if mood.rstrip("!") in PERSONS]
        for mood in moods:
            keys = [mood + person for person in persons]
            keys += [mood + slot for slot in read_slots(tags)] if mood == "ppas" else [mood]
            for key in keys:
                if key in TENSES:
                    cells.setdefault(key, form)
    return cells


def format_conjugation(lemma: str, cells: dict[str, str]) -> str:
    stem = find_common_start(list(cells.values()))
    return "\t".join([lemma, stem, ",".join(cells[key][len(stem) :] if key in cells else "-" for key in TENSES)])


def write(name: str, lines: Iterable[str]) -> None:
    body = NOTICE + "\n".join(sorted(set(lines), key=lambda line: line.encode())) + "\n"
    # No time stamp: the same dictionary makes the same bytes.
    (DATA / name).write_bytes(gzip.compress(body.encode(), 9, mtime=0))


def main(folder: str = "/usr/share/hunspell") -> None:
    suffixes = read_suffixes(Path(folder) / "fr.aff")
    nominal: list[str] = []
    verbal: dict[str, dict[str, str]] = {}
    for word in read_words(Path(folder) / "fr.dic"):
        forms = list(expand(word, suffixes))
        for category, cells in collect_paradigms(word, forms):
            nominal += format_paradigm(category, cells)
        if any(tag.startswith("po:v") for tag in word.tags) and len(cells := collect_conjugation(forms)) > 3:
            verbal.setdefault(word.lemma, {}).update(cells)
    write("inflections.gz", nominal)
    write("conjugations.gz", (format_conjugation(lemma, cells) for lemma, cells in verbal.items()))


if __name__ == "__main__":
    main(*sys.argv[1:])
