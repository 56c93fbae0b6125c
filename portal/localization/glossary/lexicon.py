"""What citizens read of the words of both sides: the engine's lexicon, completed and overridden by the glossary."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.utils.text import slugify

from portal.localization.models import GlossaryEntry
from portal.variants import Confidence, Entry, Variant
from portal.variants.explanation import write_for
from portal.variants.lexicon import load_lexicon
from portal.variants.sources import load_sources

READ_EVIDENCE = ("V", "VC")
LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "Œ": "oe", "Æ": "ae", "’": " ", "-": " "})


@dataclass(frozen=True)
class Citation:
    """Who says so; the address is empty for a work on paper."""

    title: str
    address: str = ""


@dataclass(frozen=True)
class LexiconLine:
    """One word of the public lexicon, in the typography of its reader."""

    key: str
    anchor: str
    terms: dict[Variant, str]
    meanings: dict[Variant, str]
    """What each side's term means, where it is told: the same text once when both mean the same."""
    note: str = ""
    citations: tuple[Citation, ...] = ()
    depends_on_context: bool = False
    """Whether the two terms stand for each other in some sentences only."""

    def meaning_of(self, side: Variant) -> str:
        """What the term of a side means; that of Québec stands for both unless France has its own."""
        return self.meanings.get(side, "") or (self.meanings.get(Variant.FR_CA, "") if side is Variant.FR_FR else "")

    def headword(self, reader: Variant) -> str:
        return self.terms[reader] or self.terms[reader.other]

    @property
    def folded(self) -> str:
        """What a search looks through."""
        return fold(" ".join([*self.terms.values(), *self.meanings.values()]))


def fold(text: str) -> str:
    """Lower case, without accents, ligatures, hyphens and apostrophes: « œ » is found under « oe »."""
    decomposed = unicodedata.normalize("NFD", text.lower().translate(LIGATURES))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def public_lexicon(reader: Variant) -> tuple[LexiconLine, ...]:
    """Every word in the alphabetical order of its reader's side: one query.

    Of the engine's lexicon, what is defined or was read in a source: habits of translators and guards stay inside. Of
    the glossary, what is approved in at least one direction. What has no source comes without a citation.
    """
    own = [line for entry in GlossaryEntry.objects.order_by("pk") if (line := _from_glossary(entry, reader))]
    known = {line.key.lower() for line in own}
    lines = [*own, *(_from_engine(entry, reader) for entry in load_lexicon() if _is_for_citizens(entry))]
    kept = [line for position, line in enumerate(lines) if position < len(own) or line.key.lower() not in known]
    return tuple(sorted(_with_anchors(kept), key=lambda line: (fold(line.headword(reader)), line.key)))


def _is_for_citizens(entry: Entry) -> bool:
    if entry.definition or entry.definition_fr:
        return True
    is_silent = entry.to_france is Confidence.KEEP and entry.to_quebec is Confidence.KEEP
    return entry.evidence in READ_EVIDENCE and not is_silent and entry.fr_ca != entry.fr_fr


def _from_engine(entry: Entry, reader: Variant) -> LexiconLine:
    register = load_sources()
    return LexiconLine(
        key=entry.key,
        anchor="",
        terms={Variant.FR_CA: entry.fr_ca, Variant.FR_FR: entry.fr_fr},
        meanings=_meanings(entry.fr_ca, entry.definition, entry.definition_fr, reader),
        citations=tuple(Citation(register[key].title, register[key].address) for key in entry.sources),
        depends_on_context=Confidence.PROBABLE in (entry.to_france, entry.to_quebec),
    )


def _from_glossary(entry: GlossaryEntry, reader: Variant) -> LexiconLine | None:
    targets = [target for target in Variant if entry.is_approved(target)]
    if not targets or (entry.term_ca == entry.term_fr and not entry.definition):
        return None
    return LexiconLine(
        key=str(entry),
        anchor="",
        terms={Variant.FR_CA: entry.term_ca, Variant.FR_FR: entry.term_fr},
        meanings=_meanings(entry.term_ca, entry.definition, entry.definition_fr, reader),
        note=_sentence(entry.note, reader),
        citations=(Citation(entry.source),) if entry.source else (),
        depends_on_context=any(entry.policy(target) == GlossaryEntry.Policy.PROPOSE for target in targets),
    )


def _meanings(term_ca: str, definition: str, definition_fr: str, reader: Variant) -> dict[Variant, str]:
    """Each meaning under the side whose term has it; one that both share stands under the first."""
    first = Variant.FR_CA if term_ca else Variant.FR_FR
    found = {first: definition} if definition else {}
    if definition_fr:
        found[Variant.FR_FR] = definition_fr
    return {side: _sentence(text, reader) for side, text in found.items()}


def _sentence(text: str, reader: Variant) -> str:
    return write_for(reader, text[:1].upper() + text[1:].rstrip(".") + ".") if text else ""


def _with_anchors(lines: Iterable[LexiconLine]) -> list[LexiconLine]:
    """An address of its own for each word, the same in both variants."""
    taken: dict[str, int] = {}
    anchored = []
    for line in lines:
        anchor = slugify(f"{line.terms[Variant.FR_CA]} {line.terms[Variant.FR_FR]}") or "mot"
        taken[anchor] = taken.get(anchor, 0) + 1
        suffix = f"-{taken[anchor]}" if taken[anchor] > 1 else ""
        anchored.append(replace(line, anchor=f"mot-{anchor}{suffix}"))
    return anchored
