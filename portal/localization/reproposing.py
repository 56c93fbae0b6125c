"""Writes the engine's present text into the segments that nobody has decided, and into no other. Idempotent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

from django.db import transaction
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from portal import locales
from portal.localization.glossary.approved import approved_glossary
from portal.localization.models import SegmentDecision
from portal.localization.segments import current_decisions, is_verbatim
from portal.localization.translator import VariantTranslator
from portal.variants import Entry, Variant, adapt

VARIANTS_AT_ONCE = 50

Place = tuple[int, int]
"""A segment: the ids of its context and of its source text."""


def repropose_open_segments(target: Variant) -> int:
    """Renews the proposals of every variant in one French; answers how many changed. A fixed number of queries for
    each fifty variants."""
    glossary = approved_glossary(target)
    translations = Translation.objects.filter(target_locale__language_code=locales.of_variant(target).code)
    pks = list(translations.order_by("pk").values_list("pk", flat=True))
    return sum(
        _repropose(pks[start : start + VARIANTS_AT_ONCE], target, glossary)
        for start in range(0, len(pks), VARIANTS_AT_ONCE)
    )


@transaction.atomic
def _repropose(pks: Collection[int], target: Variant, glossary: Sequence[Entry]) -> int:
    translations = list(Translation.objects.select_for_update().filter(pk__in=pks))
    if not translations:
        return 0
    open_segments = _open_segments(translations)
    proposals = StringTranslation.objects.filter(
        locale_id=translations[0].target_locale_id,
        context_id__in={context_id for context_id, _ in open_segments},
        translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE,
        tool_name=VariantTranslator.display_name,
    )
    changed = []
    for proposal in proposals:
        segment = open_segments.get((proposal.context_id, proposal.translation_of_id))
        if segment is None:
            continue
        text = adapt(segment[0], target.other, target, glossary, verbatim=segment[1]).text
        if text != proposal.data:
            proposal.data = text
            changed.append(proposal)
    StringTranslation.objects.bulk_update(changed, ["data"], batch_size=500)
    return len(changed)


def _open_segments(translations: Sequence[Translation]) -> dict[Place, tuple[str, bool]]:
    """The source text of each segment that no decision holds for, and whether it is verbatim."""
    decisions = defaultdict(list)
    for decision in SegmentDecision.objects.filter(translation__in=translations).order_by("pk"):
        decisions[decision.translation_id].append(decision)
    standing = {translation.source_id: current_decisions(decisions[translation.pk]) for translation in translations}
    rows = StringSegment.objects.filter(source_id__in=standing).select_related("context", "string")
    return {
        (row.context_id, row.string_id): (row.string.data, is_verbatim(row.context.field_path))
        for row in rows
        if (row.context.path, row.string.data) not in standing[row.source_id]
    }
