"""The words of both sides as public pages read them: kept, so that they cost no query."""

from __future__ import annotations

from portal.content.kept import kept
from portal.locales import PortalLocale
from portal.localization.glossary.approved import approved_glossary
from portal.localization.glossary.lexicon import LexiconLine, public_lexicon
from portal.variants import Entry


def glossary(locale: PortalLocale) -> tuple[Entry, ...]:
    """What the reviewers of a locale approved."""
    return kept(f"glossary_{locale.code}", lambda: approved_glossary(locale.variant))


def lexicon(locale: PortalLocale) -> tuple[LexiconLine, ...]:
    """Every word, in the order and the typography of a locale's readers."""
    return kept(f"lexicon_{locale.code}", lambda: public_lexicon(locale.variant))


def lexicon_by_key(locale: PortalLocale) -> dict[str, LexiconLine]:
    return kept(f"lexicon_by_key_{locale.code}", lambda: {line.key: line for line in lexicon(locale)})
