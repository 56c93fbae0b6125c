"""Where the terms of an entry stand in the pages that have a variant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.utils.html import strip_tags
from wagtail.models import Page
from wagtail_localize.models import StringSegment

from portal import locales
from portal.localization.glossary.approved import engine_entry
from portal.localization.models import GlossaryEntry
from portal.variants import Variant
from portal.variants.forms import list_forms
from portal.variants.lexicon import load_lexicon

MAX_MENTIONS = 50
MAX_FORMS = 12
MAX_CHARACTERS = 240


@dataclass(frozen=True)
class Mention:
    """One segment of a source page that holds a term, and the variant in which it is reviewed."""

    text: str
    source: locales.PortalLocale
    variant: Page | None


def find_mentions(entry: GlossaryEntry) -> list[Mention]:
    """At most MAX_MENTIONS segments, the latest pages first: two queries."""
    rows = list(
        StringSegment.objects.filter(_holds_a_term(entry))
        .select_related("string", "source__locale")
        .order_by("-source__last_updated_at", "order")[:MAX_MENTIONS]
    )
    variants = _variants({row.source.object_id for row in rows})
    return [
        Mention(
            text=strip_tags(row.string.data)[:MAX_CHARACTERS],
            source=source,
            variant=variants.get((row.source.object_id, locales.other(source).code)),
        )
        for row in rows
        if (source := locales.by_code(row.source.locale.language_code))
    ]


def _holds_a_term(entry: GlossaryEntry) -> Q:
    """The text holds a form of the term, in the French of its page."""
    condition = Q(pk__in=[])
    for locale in locales.LOCALES:
        forms = set(list_forms(engine_entry(entry), locale.variant).values())
        for form in sorted(forms, key=len)[:MAX_FORMS]:
            condition |= Q(source__locale__language_code=locale.code, string__data__icontains=form)
    return condition


def _variants(keys: set[Any]) -> dict[tuple[Any, str], Page]:
    pages = Page.objects.filter(translation_key__in=keys).select_related("locale")
    return {(page.translation_key, page.locale.language_code): page for page in pages}


def engine_says(entry: GlossaryEntry) -> list[str]:
    """The entries of the engine's own lexicon that share a term with this one: what approving it overrides."""
    terms = {variant: entry.term(variant).lower() for variant in Variant}
    return [
        line.key
        for line in load_lexicon()
        if any(terms[variant] and line.form(variant).lower() == terms[variant] for variant in Variant)
    ]
