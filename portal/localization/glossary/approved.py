"""The approved glossary as the engine takes it."""

from __future__ import annotations

from portal.localization.models import GlossaryEntry
from portal.variants import Confidence, Entry, Variant

LEVELS = {
    GlossaryEntry.Policy.REPLACE.value: Confidence.CERTAIN,
    GlossaryEntry.Policy.PROPOSE.value: Confidence.PROBABLE,
    GlossaryEntry.Policy.GLOSS.value: Confidence.GLOSS,
    GlossaryEntry.Policy.KEEP.value: Confidence.KEEP,
}


def approved_glossary(target: Variant) -> tuple[Entry, ...]:
    """What the reviewers of a variant approved for the texts that become theirs: one query. Wins over the lexicon."""
    approved = GlossaryEntry.objects.filter(**_approved_in(target)).order_by("pk")
    return tuple(engine_entry(entry, target) for entry in approved)


def _approved_in(target: Variant) -> dict[str, object]:
    suffix = "to_france" if target is Variant.FR_FR else "to_quebec"
    return {f"state_{suffix}": GlossaryEntry.State.APPROVED, f"policy_{suffix}__in": list(LEVELS)}


def engine_entry(entry: GlossaryEntry, *targets: Variant) -> Entry:
    """The entry as a line of the lexicon that speaks in the given directions and is silent in the others."""
    levels = {target: LEVELS[entry.policy(target)] for target in targets if entry.policy(target)}
    return Entry(
        key=str(entry),
        fr_ca=entry.term_ca,
        fr_fr=entry.term_fr,
        to_france=levels.get(Variant.FR_FR, Confidence.KEEP),
        to_quebec=levels.get(Variant.FR_CA, Confidence.KEEP),
        part=entry.part,
        gender_ca=entry.gender_ca,
        gender_fr=entry.gender_fr,
        number_ca=entry.number_ca,
        number_fr=entry.number_fr,
        plural_ca=entry.plural_ca,
        plural_fr=entry.plural_fr,
        definition=entry.definition,
        definition_fr=entry.definition_fr,
        note=entry.note,
        sources=("Glossaire du portail", *filter(None, [entry.source])),
        evidence="V" if entry.source else "K",
    )
