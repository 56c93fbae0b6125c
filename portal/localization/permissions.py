"""Who may review a variant. Asked by every screen, action and task of the review."""

from __future__ import annotations

from typing import Any

from portal.twinning.models import City

NOT_A_VARIANT = "Cette page est une version d’origine. Elle se modifie dans l’éditeur de pages."
NOT_A_REVIEWER = "La révision de cette variante revient au groupe de révision de {city}."


def refuse_to_review(user: Any, variant: Any) -> str | None:
    """The reason, in French, why a user may not read, adapt and publish a variant; None when it is allowed.

    Only the reviewers of the city in whose French the variant stands may: not the other city's, not an administrator.
    """
    if not variant.is_variant:
        return NOT_A_VARIANT
    city = City.objects.get(locale_code=variant.locale.language_code)
    if user.is_active and city.reviewers_id and user.groups.filter(pk=city.reviewers_id).exists():
        return None
    return NOT_A_REVIEWER.format(city=city)
