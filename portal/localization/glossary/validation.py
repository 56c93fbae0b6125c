"""What makes an entry of the glossary sound by itself. Pure functions; messages are in French, keyed by field."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from django.core.validators import RegexValidator

from portal.variants import Variant
from portal.variants.characters import APOSTROPHE
from portal.variants.morphology import conjugate, find_paradigms

PLAIN_TERM = RegexValidator(
    r"^[^<>{}|\x00-\x1f\x7f\u200b-\u200f\u2028-\u202e\u2066-\u2069]*$",
    "Un terme s’écrit en toutes lettres, sans balise, accolade ni caractère invisible.",
)
_SIDES = {Variant.FR_CA: "ca", Variant.FR_FR: "fr"}
_PLACES = {Variant.FR_CA: "au Québec", Variant.FR_FR: "en France"}
_POLICY_FIELDS = {Variant.FR_CA: "policy_to_quebec", Variant.FR_FR: "policy_to_france"}


@dataclass(frozen=True)
class WordFacts:
    """What the rules look at. Policies are by the variant that they lead to, everything else by its own."""

    part: str
    terms: Mapping[Variant, str]
    genders: Mapping[Variant, str]
    numbers: Mapping[Variant, str]
    plurals: Mapping[Variant, str]
    policies: Mapping[Variant, str]
    meanings: Mapping[Variant, str]


def tidy(text: str) -> str:
    """One space between words, the typographic apostrophe, NFC."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text.replace("'", APOSTROPHE))).strip()


def find_faults(facts: WordFacts) -> dict[str, str]:
    if not any(facts.terms.values()):
        return {"term_ca": "Donnez au moins un des deux termes."}
    errors: dict[str, str] = {}
    for side in Variant:
        errors |= _grammar_faults(facts, side)
    for target in Variant:
        errors |= _policy_faults(facts, target)
    if not any(facts.policies.values()):
        errors["policy_to_france"] = "Dites ce qu’une variante doit faire du terme, au moins dans un sens."
    return errors


def _grammar_faults(facts: WordFacts, side: Variant) -> dict[str, str]:
    term, suffix, place = facts.terms[side], _SIDES[side], _PLACES[side]
    if not term:
        return {}
    if facts.part in ("noun", "acronym") and not facts.genders[side]:
        return {f"gender_{suffix}": f"Indiquez le genre de « {term} » {place}. Les mots voisins s’accordent avec lui."}
    if facts.part == "verb" and not conjugate(re.sub(r"^(?:se |s’)", "", term).partition(" ")[0]):
        return {f"term_{suffix}": f"Le verbe de « {term} » n’est pas dans la table. Donnez-le à l’infinitif."}
    if _lacks_plural(facts, side):
        return {f"plural_{suffix}": f"Aucune table ne connaît « {term} ». Donnez son pluriel, ou dites-le invariable."}
    return {}


def _lacks_plural(facts: WordFacts, side: Variant) -> bool:
    """Whether a noun has a plural that nobody can know: its first word is in no table."""
    if facts.part != "noun" or facts.numbers[side] != "s" or facts.plurals[side] or facts.genders[side] == "mf":
        return False
    return not find_paradigms(facts.terms[side].split(" ")[0].lower())


def _policy_faults(facts: WordFacts, target: Variant) -> dict[str, str]:
    policy, source = facts.policies[target], target.other
    field, here, there = _POLICY_FIELDS[target], facts.terms[source], facts.terms[target]
    if not policy:
        return {}
    if not here:
        return {field: f"Sans terme {_PLACES[source]}, il n’y a rien à chercher dans ce sens. Ne choisissez rien."}
    if policy in ("replace", "propose"):
        if not there:
            return {field: f"Pour remplacer, donnez aussi le terme {_PLACES[target]}."}
        if here == there:
            return {field: "Les deux termes sont les mêmes. Choisissez plutôt « gloser » ou « garder »."}
    if policy == "gloss" and not facts.meanings[source]:
        name = "definition" if source is Variant.FR_CA else "definition_fr"
        return {name: f"Pour gloser, dites ce que « {here} » veut dire."}
    return {}
