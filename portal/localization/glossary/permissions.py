"""From Django's users to what the policies of the glossary know of them, and the policies as Wagtail asks them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Q
from wagtail.permission_policies import BasePermissionPolicy

from portal.localization.glossary.policies import (
    GlossaryActor,
    refuse_to_delete,
    refuse_to_propose,
    refuse_to_read,
)
from portal.twinning.models import City

ADMINISTERS = "localization.change_glossaryentry"
"""The permission that makes an administrator of the glossary; the other rights come from the cities' groups."""
CACHE_NAME = "_glossary_actor"


def glossary_actor(user: Any) -> GlossaryActor:
    """What the policies may know of a user; kept on the user object for the length of a request."""
    if not user.is_active or user.is_anonymous:
        return GlossaryActor()
    if not hasattr(user, CACHE_NAME):
        groups = set(user.groups.values_list("pk", flat=True))
        cities = list(City.objects.all()) if groups else []
        actor = GlossaryActor(
            is_administrator=user.has_perm(ADMINISTERS),
            is_editor=any({city.editors_id, city.approvers_id} & groups for city in cities),
            reviews=frozenset(city.locale.variant for city in cities if city.reviewers_id in groups),
        )
        setattr(user, CACHE_NAME, actor)
    found: GlossaryActor = getattr(user, CACHE_NAME)
    return found


class GlossaryPermissionPolicy(BasePermissionPolicy):
    """Wagtail's generic screens ask it; Django's own permissions on the model play no part."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        refuse = refuse_to_read if action == "view" else refuse_to_propose
        return refuse(glossary_actor(user)) is None

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Any) -> bool:
        if action == "delete":
            return refuse_to_delete(glossary_actor(user), was_decided=instance.decisions.exists()) is None
        return self.user_has_permission(user, action)

    def users_with_any_permission(self, actions: Iterable[str]) -> Any:
        groups = Q(groups__edits_for__isnull=False) | Q(groups__approves_for__isnull=False)
        if "view" in actions:
            groups |= Q(groups__reviews_for__isnull=False)
        return get_user_model().objects.filter(Q(is_superuser=True) | groups, is_active=True).distinct()
