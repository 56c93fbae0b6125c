"""Whose accounts a person manages, and to which groups they may invite.

A city's managers reach the people of their city and nobody else: who also stands in a group elsewhere, in the
administration or above it, is out of their reach.
"""

from __future__ import annotations

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db.models import Q, QuerySet

from portal.coediting.role_table import ADMINISTRATION, CITY_ROLES
from portal.twinning.models import City

OUT_OF_REACH = "Ce compte n’est pas de ceux que vous gérez."


def reachable_groups(manager: Any) -> QuerySet[Group]:
    """The groups that a manager may put people in."""
    if not manager.is_active:
        return Group.objects.none()
    if manager.is_superuser:
        return Group.objects.all()
    cities = City.objects.all()
    if manager.groups.filter(name=ADMINISTRATION.label).exists():
        return Group.objects.filter(_groups_of(cities) | Q(name=ADMINISTRATION.label))
    return Group.objects.filter(_groups_of(cities.filter(account_managers__in=manager.groups.all())))


def reachable_people(manager: Any) -> QuerySet[Any]:
    """The people whose accounts a manager sees, changes and closes."""
    people = get_user_model().objects.all()
    if manager.is_active and manager.is_superuser:
        return people
    groups = reachable_groups(manager)
    elsewhere = Group.objects.exclude(pk__in=groups.values("pk")).values("pk")
    inside = people.filter(is_superuser=False, groups__in=groups.values("pk"))
    return inside.exclude(groups__in=elsewhere).distinct()


def city_of(groups: Any) -> City | None:
    """The city that all these groups belong to; None for several, or for the administration."""
    wanted = {group.pk for group in groups}
    cities = [city for city in City.objects.all() if wanted & _group_ids(city)]
    return cities[0] if len(cities) == 1 and wanted <= _group_ids(cities[0]) else None


def _group_ids(city: City) -> set[int]:
    return {getattr(city, f"{field}_id") for field in CITY_ROLES}


def _groups_of(cities: QuerySet[City]) -> Q:
    return Q(pk__in={pk for city in cities for pk in _group_ids(city) if pk})
