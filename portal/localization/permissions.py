"""Who may see and who may review a variant. Asked by every screen, action and task of the review."""

from __future__ import annotations

from typing import Any

from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from portal.twinning.models import City

NOT_A_VARIANT = "Cette page est une version d’origine. Elle se modifie dans l’éditeur de pages."
NOT_A_REVIEWER = "La révision de cette variante revient au groupe de révision de {city}."
NOT_A_READER = "Vous n’avez pas accès à cette page. Demandez-le à l’administration de votre ville."


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


def refuse_to_read(user: Any, variant: Any) -> str | None:
    """The reason why a user may not see a variant in the desk; None for whoever sees the page in the admin."""
    return None if readable_pages(user).filter(pk=variant.pk).exists() else NOT_A_READER


def readable_pages(user: Any) -> Any:
    """The pages whose variants a user may see in the desk: reviewers see all, others what they may explore."""
    if not user.is_active:
        return Page.objects.none()
    if user.groups.filter(pk__in=City.objects.values("reviewers")).exists():
        return Page.objects.all()
    return page_permission_policy.explorable_instances(user)
