"""Rule: at home a number is written as its citizens write it, 418 335-2981 or 05 59 27 85 80; from the other side of
the ocean it is written with its country, +1 418 335 2981 or +33 5 59 27 85 80.

Source: OQLF for the spaces and the hyphen; ITU-T E.123 for the international notation; libphonenumber for the plans.

Scope: the numbers of ten digits of each plan, valid in their country, written in the usual ways.

Exceptions: emergency and short numbers; toll-free and premium numbers, which do not answer from abroad and get a gloss;
the extension, which stays as it is; whatever is already written for the reader.

Confidence: certain from national to international and back for France; probable back to the national notation of
Québec, where the country code is also in use, and for ten figures in a row.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from portal.variants.characters import BLANK, NBSP
from portal.variants.matching import Change, Rule, both, everywhere
from portal.variants.model import Confidence, Variant
from portal.variants.segment import Segment

_JOINT = rf"(?:{BLANK}|-|\.)"


def _read(text: str, region: str) -> str | None:
    """The national digits of an ordinary, valid number of a region; None otherwise."""
    # Imported at the first candidate: the numbering plans are half of what the engine would otherwise load.
    import phonenumbers
    from phonenumbers import PhoneNumberType

    number = phonenumbers.parse(text, region)
    if not phonenumbers.is_valid_number_for_region(number, region):
        return None
    ordinary = (
        PhoneNumberType.FIXED_LINE,
        PhoneNumberType.MOBILE,
        PhoneNumberType.FIXED_LINE_OR_MOBILE,
        PhoneNumberType.VOIP,
    )
    return str(number.national_number) if phonenumbers.number_type(number) in ordinary else None


def _rewrite_canadian(match: re.Match[str], segment: Segment, target: Variant) -> Iterable[Change]:
    digits = _read(match[0], "CA")
    if digits is None:
        return
    area, office, line = digits[:3], digits[3:6], digits[6:]
    if target is Variant.FR_FR:
        yield Change(*match.span(), NBSP.join(("+1", area, office, line)))
    elif match["country"]:
        yield Change(*match.span(), f"{area}{NBSP}{office}-{line}", Confidence.PROBABLE)


def _rewrite_french(match: re.Match[str], segment: Segment, target: Variant) -> Iterable[Change]:
    digits = _read(match[0], "FR")
    if digits is None:
        return
    pairs = [digits[i : i + 2] for i in range(1, 9, 2)]
    if target is Variant.FR_CA:
        # Ten figures in a row may be an identifier.
        level = Confidence.PROBABLE if match[0].isdigit() else None
        yield Change(*match.span(), NBSP.join(("+33", digits[0], *pairs)), level)
    elif match["country"]:
        yield Change(*match.span(), NBSP.join(("0" + digits[0], *pairs)))


CANADIAN = Rule(
    name="telephone_numbers.canadian",
    pattern=re.compile(
        rf"(?<![\w+.,/-])(?P<country>\+1{_JOINT})?(?:\([2-9]\d\d\)|[2-9]\d\d){_JOINT}[2-9]\d\d{_JOINT}\d{{4}}(?![\w/]|-\d|\.\d)"
    ),
    level=everywhere(Confidence.CERTAIN),
    explanation={
        Variant.FR_CA: "Au Québec, le numéro s’écrit sans l’indicatif du pays, avec un trait d’union avant les quatre "
        "derniers chiffres.",
        Variant.FR_FR: "De la France, le numéro d’un poste du Québec s’écrit avec l’indicatif du Canada.",
    },
    sources=("itu-e123", "csq", "phonenumbers"),
    rewrite=_rewrite_canadian,
)

FRENCH = Rule(
    name="telephone_numbers.french",
    pattern=re.compile(
        rf"(?<![\w+.,/-])(?:(?P<country>(?:\+|00)33{_JOINT}?(?:\(0\){_JOINT}?)?)[1-79]|0[1-79])"
        rf"(?:{_JOINT}?\d\d){{4}}(?![\w/]|[-.]\d|{BLANK}[+\d])"
    ),
    level=everywhere(Confidence.CERTAIN),
    explanation={
        Variant.FR_CA: "Du Québec, le numéro d’un poste de France s’écrit avec l’indicatif du pays et sans le zéro.",
        Variant.FR_FR: "En France, le numéro s’écrit sans l’indicatif du pays, par groupes de deux chiffres.",
    },
    sources=("itu-e123", "phonenumbers"),
    rewrite=_rewrite_french,
)

TOLL_FREE_OF_QUEBEC = Rule(
    name="telephone_numbers.toll_free_of_quebec",
    pattern=re.compile(
        rf"(?<![\w+.,/-])(?:1{_JOINT})?8(?:00|33|44|55|66|77|88){_JOINT}\d{{3}}{_JOINT}\d{{4}}(?![\w/-])"
    ),
    level={Variant.FR_FR: Confidence.GLOSS},
    explanation=both("Ce numéro sans frais ne répond qu’en Amérique du Nord, on donne aussi un numéro ordinaire."),
    sources=("csq", "cles-redaction"),
    once=True,
    hints="8",
)

TOLL_FREE_OF_FRANCE = Rule(
    name="telephone_numbers.toll_free_of_france",
    pattern=re.compile(rf"(?<![\w+.,/-])0{_JOINT}?80\d(?:{_JOINT}?\d{{3}}){{2}}(?![\w/-])"),
    level={Variant.FR_CA: Confidence.GLOSS},
    explanation=both("Ce numéro vert ne répond qu’en France, on donne aussi un numéro ordinaire."),
    sources=("cles-redaction",),
    once=True,
    hints="8",
)

RULES = (CANADIAN, FRENCH, TOLL_FREE_OF_QUEBEC, TOLL_FREE_OF_FRANCE)
