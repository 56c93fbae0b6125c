"""Says a proposal in one French sentence, with its source, to the person who reads it.

The sentences avoid what differs between the two variants; what a note brings is given the reader's typography.
"""

from __future__ import annotations

import re

from portal.variants.characters import APOSTROPHE, BLANK, NBSP, NNBSP
from portal.variants.model import Confidence, Entry, Proposal, Variant
from portal.variants.sources import load_sources

_PLACES = {Variant.FR_CA: "au Québec", Variant.FR_FR: "en France"}


def explain(proposal: Proposal, reader: Variant | str = Variant.FR_FR) -> str:
    """One sentence in the reader's variant, then where it comes from, a source outside the register as it is."""
    registry = load_sources()
    titles = [registry[key].title if key in registry else key for key in proposal.sources]
    origin = f"Source : {'; '.join(titles)}." if titles else "Usage connu, dont la source reste à confirmer."
    return write_for(Variant(reader), f"{proposal.explanation} {origin}")


def explain_entry(entry: Entry, source: Variant, level: Confidence, original: str) -> str:
    """Why a term of the lexicon is touched, for the side that will read the text."""
    target = source.other
    here, there = _PLACES[target], _PLACES[source]
    opening, meaning = here[0].upper() + here[1:], entry.meaning(source)
    if level is Confidence.GLOSS:
        sentence = f"« {original} » demande une explication {here} : {meaning or entry.note}"
    elif level is Confidence.HUMAN and entry.level(target) is not Confidence.HUMAN:
        sentence = f"{opening}, on dirait plutôt « {entry.form(target)} », mais la phrase est à refaire autour"
    elif level is Confidence.HUMAN:
        sentence = f"« {original} » se comprend autrement {here} : {meaning or entry.note}"
    elif level is Confidence.PROBABLE:
        sentence = f"{opening}, on dirait sans doute « {entry.form(target)} », selon le contexte"
    else:
        sentence = f"{opening}, on écrit « {entry.form(target)} » pour ce qui s’écrit {there} « {entry.form(source)} »"
    return write_for(target, sentence.rstrip(".") + ".")


def write_for(reader: Variant, text: str) -> str:
    """The typography of a reader, for our own sentences: no markup, no addresses."""
    mark = NNBSP if reader is Variant.FR_FR else ""
    text = re.sub(rf"{BLANK}*([;!?])", rf"{mark}\1", text.replace("'", APOSTROPHE))
    text = re.sub(rf"{BLANK}+([:»%])", rf"{NBSP}\1", text)
    return re.sub(rf"«{BLANK}*", f"«{NBSP}", text)
