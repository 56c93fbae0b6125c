"""The demo's shared registry: axes, programmes, agreements. Idempotent, keyed by slug."""

from __future__ import annotations

from typing import Any

from portal.twinning.models import (
    AgreementStage,
    CallForProjects,
    City,
    CooperationAxis,
    FundingProgramme,
    TwinningAgreement,
)


def build_registry(content: dict[str, Any]) -> None:
    """Axes, programmes with their calls, agreements with their stages; what is there already is left as it is."""
    for facts in content["axes"]:
        CooperationAxis.objects.get_or_create(slug=facts["slug"], defaults=facts)
    for facts in content["programmes"]:
        _build_with_rows(FundingProgramme, facts, "calls", CallForProjects)
    for facts in content["agreements"]:
        agreement = _build_with_rows(TwinningAgreement, facts, "stages", AgreementStage)
        if agreement:
            agreement.parties = City.objects.all()
            agreement.save()


def _build_with_rows(model: Any, facts: dict[str, Any], rows_name: str, row_model: Any) -> Any:
    if model.objects.filter(slug=facts["slug"]).exists():
        return None
    own = {name: value for name, value in facts.items() if name != rows_name}
    instance = model(**own)
    rows = [row_model(sort_order=number, **row) for number, row in enumerate(facts.get(rows_name, []))]
    setattr(instance, rows_name, rows)
    instance.save()
    return instance
