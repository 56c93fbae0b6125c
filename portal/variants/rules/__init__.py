"""The families of rules, one file each, in the order in which they may claim a passage."""

from __future__ import annotations

from portal.variants.matching import Rule
from portal.variants.rules import punctuation_spacing, quotation_marks, thousands

FAMILIES = (thousands, punctuation_spacing, quotation_marks)

RULES: tuple[Rule, ...] = tuple(rule for family in FAMILIES for rule in family.RULES)
