"""The value objects that the engine takes and gives; no behaviour beyond their own consistency lives here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Variant(StrEnum):
    """A written French, by its BCP 47 tag."""

    FR_CA = "fr-CA"
    FR_FR = "fr-FR"

    @property
    def other(self) -> Variant:
        return Variant.FR_FR if self is Variant.FR_CA else Variant.FR_CA


class Confidence(StrEnum):
    """How far a proposal may go without a person.

    CERTAIN is filled in beforehand, PROBABLE is proposed, HUMAN is pointed out without a replacement, GLOSS keeps the
    term and explains it to the other side, KEEP protects it.
    """

    CERTAIN = "certain"
    PROBABLE = "probable"
    HUMAN = "human"
    GLOSS = "gloss"
    KEEP = "keep"


@dataclass(frozen=True, slots=True)
class Proposal:
    """One change, or one remark, on the NFC form of a text.

    `start` and `end` are half-open code point offsets and `start < end` always holds. `replacement` is None when the
    passage is only pointed out.
    """

    start: int
    end: int
    original: str
    replacement: str | None
    rule: str
    confidence: Confidence
    explanation: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Adaptation:
    """The adapted text, certain changes applied, and every proposal in the order of the text, none overlapping."""

    text: str
    proposals: tuple[Proposal, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the lexicon: how each side says it, and how sure the engine may be in each direction.

    An empty form means that the side has no word for it. `to_france` is the level of fr-CA → fr-FR and `to_quebec`
    that of fr-FR → fr-CA; KEEP guards the term against shorter entries. Parts: "noun", "adjective", "verb" (the first
    word is conjugated), "acronym", "phrase" (never inflected). Genders are "m", "f", "e" (either, one form) or "mf" (a
    form for each). Numbers are "s" (has both), "p" (plural only) or "i" (invariable); `plural_ca` and `plural_fr` are
    given where neither table nor rule finds them. `needs` is "determiner" when only the noun is meant, "frame" when the
    bare word may be the name of a field. `definition` says what the fr-CA form means, and the fr-FR one too unless
    `definition_fr` does. Evidence: "V" read in a source, "C" attested in corpora, "VC" both, "K" known but not read.
    """

    key: str
    fr_ca: str
    fr_fr: str
    to_france: Confidence = Confidence.KEEP
    to_quebec: Confidence = Confidence.KEEP
    part: str = "noun"
    gender_ca: str = ""
    gender_fr: str = ""
    number_ca: str = "s"
    number_fr: str = "s"
    plural_ca: str = ""
    plural_fr: str = ""
    needs: str = ""
    domain: str = ""
    definition: str = ""
    definition_fr: str = ""
    note: str = ""
    sources: tuple[str, ...] = ()
    evidence: str = "K"

    def form(self, variant: Variant) -> str:
        return self.fr_ca if variant is Variant.FR_CA else self.fr_fr

    def gender(self, variant: Variant) -> str:
        return self.gender_ca if variant is Variant.FR_CA else self.gender_fr

    def number(self, variant: Variant) -> str:
        return self.number_ca if variant is Variant.FR_CA else self.number_fr

    def plural(self, variant: Variant) -> str:
        return self.plural_ca if variant is Variant.FR_CA else self.plural_fr

    def meaning(self, variant: Variant) -> str:
        """What the form of this side means, said to the other."""
        return self.definition_fr or self.definition if variant is Variant.FR_FR else self.definition

    def level(self, target: Variant) -> Confidence:
        return self.to_quebec if target is Variant.FR_CA else self.to_france
