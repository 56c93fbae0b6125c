"""What a group holds of Wagtail’s permissions, wherever they are kept, and how it comes to hold what it should."""

from __future__ import annotations

from typing import Any, NamedTuple

from django.contrib.auth.models import Group, Permission
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    GroupSitePermission,
    Page,
)


class Grant(NamedTuple):
    """A permission, and the page or collection that it holds for; None for everywhere."""

    permission: str
    """As Django names it: `wagtailcore.add_page`."""
    place: Page | Collection | None = None

    def __str__(self) -> str:
        return f"{self.permission} sur « {self.place} »" if self.place else self.permission


def settle(group: Group, wanted: set[Grant]) -> list[str]:
    """Gives what is missing and takes away what is too much; says both, in French."""
    held = _held(group)
    missing, excess = sorted(wanted - held.keys(), key=str), sorted(held.keys() - wanted, key=str)
    permissions = _permissions()
    for grant in missing:
        _give(group, permissions[grant.permission], grant.place)
    for grant in excess:
        _take(group, held[grant])
    return [
        *(f"« {group} » reçoit {grant}." for grant in missing),
        *(f"« {group} » perd {grant}." for grant in excess),
    ]


def _permissions() -> dict[str, Permission]:
    return {_name(permission): permission for permission in Permission.objects.select_related("content_type")}


def _name(permission: Permission) -> str:
    return f"{permission.content_type.app_label}.{permission.codename}"


def _held(group: Group) -> dict[Grant, Any]:
    """What holds each grant: a permission of the group, or the row that binds it to a place."""
    held: dict[Grant, Any] = {
        Grant(_name(permission)): permission for permission in group.permissions.select_related("content_type")
    }
    for model, place in (
        (GroupPagePermission, "page"),
        (GroupCollectionPermission, "collection"),
        (GroupSitePermission, "site"),
    ):
        for row in model.objects.filter(group=group).select_related(place, "permission__content_type"):
            held[Grant(_name(row.permission), getattr(row, place))] = row
    return held


def _give(group: Group, permission: Permission, place: Page | Collection | None) -> None:
    if place is None:
        group.permissions.add(permission)
    elif isinstance(place, Page):
        GroupPagePermission.objects.create(group=group, page=place, permission=permission)
    else:
        GroupCollectionPermission.objects.create(group=group, collection=place, permission=permission)


def _take(group: Group, holder: Any) -> None:
    if isinstance(holder, Permission):
        group.permissions.remove(holder)
    else:
        holder.delete()
