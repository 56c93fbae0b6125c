"""The groups of both cities and what Wagtail lets them do. Idempotent: run again, it repairs."""

from __future__ import annotations

from django.contrib.auth.models import Group, Permission
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from portal.coediting.workflows import submit_to_city
from portal.twinning.models import City

ADMINISTRATION = "Administration"


def ensure_roles() -> None:
    """Creates and repairs the three groups of each city. Both trees and the files must exist already."""
    homes = {page.locale.language_code: page for page in Page.objects.filter(depth=2).select_related("locale")}
    for city in City.objects.all():
        city.editors = _group(f"{city} : rédaction")
        city.approvers = _group(f"{city} : approbation")
        city.reviewers = _group(f"{city} : révision des variantes")
        city.save()
        for code, home in homes.items():
            _grant_pages(city.editors, home, "add", "change")
            _grant_pages(city.approvers, home, "add", "change")
            if code == city.locale_code:
                _grant_pages(city.approvers, home, "publish")
                submit_to_city(city, home)
        for group in (city.editors, city.approvers):
            _grant_files(group)
            _grant_registry(group)
    _group(ADMINISTRATION)


def _group(name: str) -> Group:
    group, _ = Group.objects.get_or_create(name=name)
    group.permissions.add(Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin"))
    return group


def _grant_pages(group: Group, page: Page, *kinds: str) -> None:
    for kind in kinds:
        permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=f"{kind}_page")
        GroupPagePermission.objects.get_or_create(group=group, page=page, permission=permission)


def _grant_registry(group: Group) -> None:
    """Axes, programmes and agreements belong to both cities; the cities themselves to the administration."""
    group.permissions.add(
        *Permission.objects.filter(
            content_type__app_label="twinning",
            codename__in=[
                f"{verb}_{model}"
                for verb in ("add", "change", "view")
                for model in ("cooperationaxis", "fundingprogramme", "twinningagreement")
            ],
        )
    )


def _grant_files(group: Group) -> None:
    root = Collection.get_first_root_node()
    # Wagtail asks for the rights to its own Image and Document whatever models stand in their place.
    wanted = Permission.objects.filter(
        content_type__app_label__in=("wagtailimages", "wagtaildocs"),
        codename__in=[f"{verb}_{kind}" for verb in ("add", "choose") for kind in ("image", "document")],
    )
    for permission in wanted:
        GroupCollectionPermission.objects.get_or_create(group=group, collection=root, permission=permission)
