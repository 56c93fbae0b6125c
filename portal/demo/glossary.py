"""The demo's glossary: entries that editors proposed, and what reviewers decided of them. Idempotent."""

from __future__ import annotations

import tomllib
from typing import Any

from django.contrib.auth import get_user_model

from portal import locales
from portal.demo.reading import CONTENT
from portal.localization.glossary.decisions import DecideEntryAction
from portal.localization.models import GlossaryEntry
from portal.variants import Variant


def build_glossary() -> None:
    """Adds the entries whose pair is not there yet; one that exists is left as people made it."""
    content = tomllib.loads((CONTENT / "glossary.toml").read_text(encoding="utf-8"))
    people = get_user_model().objects.in_bulk(field_name="username")
    for facts in content["entries"]:
        pair = {name: facts.get(name, "") for name in ("term_ca", "term_fr")}
        if not GlossaryEntry.objects.filter(**pair).exists():
            _build(facts, people)


def _build(facts: dict[str, Any], people: dict[str, Any]) -> None:
    words = {name: value for name, value in facts.items() if name not in ("proposed_by", "decisions")}
    entry = GlossaryEntry(**words, proposed_by=people[facts["proposed_by"]])
    entry.full_clean()
    entry.save()
    for tag, decision in facts.get("decisions", {}).items():
        reviewer = people[f"{_city_of(Variant(tag))}-revision"]
        DecideEntryAction(entry, Variant(tag), user=reviewer, **decision).execute()


def _city_of(variant: Variant) -> str:
    return next(locale.city_slug for locale in locales.LOCALES if locale.variant is variant)
