"""The demo's people: one account for each role and city, with a password that everybody may read."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from wagtail.users.models import UserProfile

from portal.coediting.roles import ADMINISTRATION
from portal.demo.password import PASSWORD
from portal.twinning.models import City

ROLES = {
    "redaction": ("editors", "Rédaction"),
    "approbation": ("approvers", "Approbation"),
    "revision": ("reviewers", "Révision"),
}


@dataclass(frozen=True)
class Account:
    username: str
    role: str


def build_accounts() -> list[Account]:
    """Makes the accounts that are missing; one that exists keeps its password and its groups."""
    accounts = []
    for city in City.objects.select_related("editors", "approvers", "reviewers"):
        for role, (field, first_name) in ROLES.items():
            group = getattr(city, field)
            _build(f"{city.slug}-{role}", group, (first_name, city.name), city.locale_code, city.time_zone)
            accounts.append(Account(f"{city.slug}-{role}", group.name))
    group = Group.objects.get(name=ADMINISTRATION)
    _build("administration", group, ("Administration", "du portail"), "fr-ca", "America/Toronto", is_superuser=True)
    return [*accounts, Account("administration", "Administration des deux villes")]


def _build(
    username: str, group: Group, names: tuple[str, str], language: str, time_zone: str, *, is_superuser: bool = False
) -> None:
    user, is_new = get_user_model().objects.get_or_create(
        username=username,
        defaults={
            "first_name": names[0],
            "last_name": names[1],
            "email": f"{username}@example.org",
            "is_superuser": is_superuser,
            "is_staff": is_superuser,
        },
    )
    if not is_new:
        return
    user.set_password(PASSWORD)
    user.save()
    user.groups.add(group)
    profile = UserProfile.get_for_user(user)
    profile.preferred_language = language
    profile.current_time_zone = time_zone
    profile.save()
