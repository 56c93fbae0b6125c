"""Makes the groups of both cities what the table says, no less and no more."""

from __future__ import annotations

from django.contrib.auth.models import Group
from django.db import transaction
from wagtail.models import Collection, Page

from portal.coediting.collections import ensure_collections, shared_collection
from portal.coediting.grants import Grant, settle
from portal.coediting.role_table import ADMINISTRATION as ADMINISTRATION_ROLE
from portal.coediting.role_table import CITY_ROLES, Role
from portal.coediting.workflows import ensure_workflows
from portal.twinning.models import City

ADMINISTRATION = ADMINISTRATION_ROLE.label
WAGTAILS_OWN = ("Editors", "Moderators")
"""Groups that Wagtail's migrations make. They stand outside both cities, and publish everywhere."""


@transaction.atomic
def ensure_roles() -> list[str]:
    """Creates and repairs the groups, what they may do, and the collections; says what it did, in French.

    Idempotent. Rights to pages follow once the trees exist; run it again then.
    """
    if not City.objects.exists():
        return []
    report = ensure_collections()
    homes = {page.locale.language_code: page for page in Page.objects.filter(depth=2).select_related("locale")}
    taken: set[int] = set()
    for city in City.objects.select_related("collection"):
        for field, role in CITY_ROLES.items():
            group = _city_group(city, field, role, taken, report)
            report += settle(group, _grants(role, homes, city))
    ensure_workflows(homes)
    administration, _ = Group.objects.get_or_create(name=ADMINISTRATION)
    report += settle(administration, _grants(ADMINISTRATION_ROLE, homes))
    return [*report, *_drop_wagtails_own()]


def _city_group(city: City, field: str, role: Role, taken: set[int], report: list[str]) -> Group:
    """The group of a role, whatever somebody called it; a group that already stands for another role is replaced."""
    group: Group | None = getattr(city, field)
    if group is None or group.pk in taken:
        group, is_new = Group.objects.get_or_create(name=f"{city} : {role.label}")
        setattr(city, field, group)
        city.save(update_fields=[field])
        report.append(f"Le groupe « {group} » est {'créé' if is_new else 'remis en place'}.")
    taken.add(group.pk)
    return group


def _grants(role: Role, homes: dict[str, Page], city: City | None = None) -> set[Grant]:
    places: list[tuple[tuple[str, ...], list[Page | Collection]]] = [
        (role.trees, list(homes.values())),
        (role.all_files, [Collection.get_first_root_node()]),
        (role.shared_files, [shared_collection()]),
    ]
    if city is not None:
        places.append((role.own_tree, [home for code, home in homes.items() if code == city.locale_code]))
        places.append((role.own_files, [city.collection]))
    held = {Grant(permission, place) for permissions, found in places for place in found for permission in permissions}
    return held | {Grant(permission) for permission in role.models}


def _drop_wagtails_own() -> list[str]:
    """Only as long as nobody is in them."""
    groups = list(Group.objects.filter(name__in=WAGTAILS_OWN, user=None))
    for group in groups:
        group.delete()
    return [f"Le groupe « {group} », que personne n’occupe, est supprimé." for group in groups]
