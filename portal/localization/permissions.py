"""Who may see and who may review a variant. Asked by every screen, action and task of the review."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from portal.twinning.models import City

NOT_A_VARIANT = "Cette page est une version d’origine. Elle se modifie dans l’éditeur de pages."
NOT_A_REVIEWER = "La révision de cette variante revient au groupe de révision de {city}."
LOCKED = "Cette variante est verrouillée. Demandez à qui l’a verrouillée de la déverrouiller."
NOT_A_READER = "Vous n’avez pas accès à cette page. Demandez-le à l’administration de votre ville."


def refuse_to_review(user: Any, variant: Any) -> str | None:
    """The reason, in French, why a user may not read, adapt and publish a variant; None when it is allowed.

    Only the reviewers of the city in whose French the variant stands may: not the other city's, not an administrator.
    A lock on its page holds for them too.
    """
    if not variant.is_variant:
        return NOT_A_VARIANT
    city = City.objects.get(locale_code=variant.locale.language_code)
    if not (user.is_active and city.reviewers_id and user.groups.filter(pk=city.reviewers_id).exists()):
        return NOT_A_REVIEWER.format(city=city)
    return LOCKED if variant.locked and variant.locked_by_id != user.pk else None


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


def is_approver(user: Any, city: City) -> bool:
    """Whether a person approves what the city publishes."""
    return user.is_active and bool(city.approvers_id) and user.groups.filter(pk=city.approvers_id).exists()


@dataclass(frozen=True)
class HandOver:
    """What the policy knows of a page that a city would hand over to the other."""

    city: str
    is_source: bool
    is_asked_by_its_approver: bool
    is_public: bool
    has_public_variant: bool
    waits_for_variant: bool
    is_submitted: bool
    is_locked: bool
    has_draft: bool
    is_scheduled: bool
    unread: int
    is_late: bool


def refuse_to_hand_over(case: HandOver) -> str | None:
    """The reason, in French, why source and variant cannot swap now, the first that applies; None when they can."""
    reasons = (
        (
            not case.is_source,
            "Cette page est une variante. La main se cède depuis sa version d’origine.",
        ),
        (not case.is_asked_by_its_approver, f"Seule l’approbation de {case.city} peut céder la main sur cette page."),
        (not case.is_public, "Cette page n’est pas publiée. Publiez-la d’abord, puis sa variante."),
        (not case.has_public_variant, "La variante n’est pas publiée. L’autre ville doit la publier d’abord."),
        (case.waits_for_variant, "Une nouvelle version attend de paraître avec sa variante. Publiez-les d’abord."),
        (case.is_submitted, "Cette page est soumise à l’approbation. Terminez ou annulez d’abord cette soumission."),
        (case.is_locked, "Cette page ou sa variante est verrouillée. Déverrouillez-la d’abord."),
        (case.has_draft, "Des modifications ne sont pas encore publiées. Publiez-les ou abandonnez-les d’abord."),
        (case.is_scheduled, "Une publication est programmée. Attendez-la ou annulez-la d’abord."),
        (case.unread > 0, f"La variante est en retard. Segments que personne n’a encore lus : {case.unread}."),
        (case.is_late, "La variante publiée ne dit pas encore ce qui a été décidé. L’autre ville doit la republier."),
    )
    return next((reason for applies, reason in reasons if applies), None)
