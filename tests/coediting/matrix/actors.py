"""Who tries: one person for each column of the tables, in the columns' order."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client

from portal.coediting.roles import ADMINISTRATION
from portal.twinning.models import City

ACTORS = (
    "anonymous",
    "no-group",
    "inactive",
    "thetford-redaction",
    "thetford-approbation",
    "thetford-revision",
    "thetford-comptes",
    "pau-redaction",
    "pau-approbation",
    "pau-revision",
    "pau-comptes",
    "both-cities",
    "administration",
    "superuser",
)
FIELDS = {
    "redaction": "editors",
    "approbation": "approvers",
    "revision": "reviewers",
    "comptes": "account_managers",
}


def sign_in_everybody(portal: SimpleNamespace) -> dict[str, Client]:
    """A signed-in client for each actor; the anonymous one has a fresh client."""
    groups = {
        f"{slug}-{role}": getattr(city, field)
        for city in City.objects.all()
        for role, field in FIELDS.items()
        for slug in [city.slug.removesuffix("-mines")]
    }
    people = {name: [group] for name, group in groups.items()}
    people["no-group"] = []
    people["inactive"] = [groups["pau-redaction"]]
    people["both-cities"] = [groups["thetford-redaction"], groups["pau-redaction"]]
    people["administration"] = [Group.objects.get(name=ADMINISTRATION)]
    users = {name: _user(name, members) for name, members in people.items()}
    users["superuser"] = portal.people["administration"]
    portal.actors = users
    clients = {"anonymous": Client()}
    for name, user in users.items():
        clients[name] = Client()
        clients[name].force_login(user)
    return clients


def _user(name: str, groups: list[Any]) -> Any:
    user = get_user_model().objects.create_user(
        f"acteur-{name}", email=f"acteur-{name}@example.org", is_active=name != "inactive"
    )
    user.groups.set(groups)
    return user
