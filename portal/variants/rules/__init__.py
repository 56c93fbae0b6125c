"""The families of rules, one file each, in the order in which they may claim a passage: the formats before the
vocabulary, the typography after it.
"""

from __future__ import annotations

from portal.variants.matching import Rule
from portal.variants.rules import (
    accented_capitals,
    currency,
    dates,
    inclusive_writing,
    institutions,
    ordinals,
    punctuation_spacing,
    quotation_marks,
    telephone_numbers,
    thousands,
    times,
    titles,
)

FORMAT_FAMILIES = (telephone_numbers, dates, times, thousands, currency, ordinals)
WORD_FAMILIES = (institutions, titles, inclusive_writing, accented_capitals)
TYPOGRAPHY_FAMILIES = (punctuation_spacing, quotation_marks)

FORMATS: tuple[Rule, ...] = tuple(rule for family in FORMAT_FAMILIES for rule in family.RULES)
TYPOGRAPHY: tuple[Rule, ...] = tuple(rule for family in (*WORD_FAMILIES, *TYPOGRAPHY_FAMILIES) for rule in family.RULES)
