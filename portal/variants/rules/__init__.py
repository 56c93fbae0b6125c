"""The families of rules, one file each, in the order in which they may claim a passage: the formats before the
vocabulary, the typography after it, and what only `check` reports.
"""

from __future__ import annotations

from portal.variants.matching import Rule
from portal.variants.rules import (
    accented_capitals,
    common_norm,
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
TYPOGRAPHY_FAMILIES = (quotation_marks, punctuation_spacing)

FORMATS: tuple[Rule, ...] = tuple(rule for family in FORMAT_FAMILIES for rule in family.RULES)
TYPOGRAPHY: tuple[Rule, ...] = tuple(rule for family in (*WORD_FAMILIES, *TYPOGRAPHY_FAMILIES) for rule in family.RULES)
NORMS: tuple[Rule, ...] = (*common_norm.RULES, *inclusive_writing.RULES)
RULES: tuple[Rule, ...] = (*FORMATS, *TYPOGRAPHY, *common_norm.RULES)
