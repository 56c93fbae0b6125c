"""How the lexicon page sets out a word for its reader."""

from __future__ import annotations

from dataclasses import dataclass

from django import template

from portal.locales import PortalLocale, other
from portal.localization.glossary.lexicon import LexiconLine

register = template.Library()


@dataclass(frozen=True)
class Wording:
    """A term or a meaning, and the side that it belongs to."""

    locale: PortalLocale
    text: str
    is_own: bool = False
    """Whether the other side has another meaning."""


@register.filter
def terms_for(line: LexiconLine, here: PortalLocale) -> list[Wording]:
    """The reader's own term first; a side that has no word is left out."""
    sides = (here, other(here))
    return [Wording(locale, line.terms[locale.variant]) for locale in sides if line.terms[locale.variant]]


@register.filter
def meanings_for(line: LexiconLine, here: PortalLocale) -> list[Wording]:
    sides = [locale for locale in (here, other(here)) if locale.variant in line.meanings]
    return [Wording(locale, line.meanings[locale.variant], is_own=len(sides) > 1) for locale in sides]
