"""The table of who may do what, as Wagtail's permissions: one row for each group of a city, and one for both.

A permission that is not here is taken away by the next repair. What depends on the page, its text or its author is not
a permission: the policies decide it.
"""

from __future__ import annotations

from dataclasses import dataclass

ACCESS = ("wagtailadmin.access_admin",)
REGISTRY = tuple(
    f"twinning.{verb}_{model}"
    for model in ("cooperationaxis", "fundingprogramme", "twinningagreement")
    for verb in ("add", "change", "view")
)
"""What both cities share and enter once. Nobody deletes from it: pages lean on it."""
CITIES = ("twinning.change_city", "twinning.view_city")
GLOSSARY = ("localization.change_glossaryentry",)
"""Proposes and decides in both directions; editors and reviewers have their share by their groups."""
ACCOUNTS = ("auth.add_user", "auth.change_user", "auth.view_user")
WRITE = ("wagtailcore.add_page", "wagtailcore.change_page")
PUBLISH = ("wagtailcore.publish_page",)
# Wagtail asks for the rights to its own Image and Document whatever models stand in their place.
CHOOSE = ("wagtailimages.choose_image", "wagtaildocs.choose_document")
ADD = ("wagtailimages.add_image", "wagtaildocs.add_document")
CHANGE = ("wagtailimages.change_image", "wagtaildocs.change_document")


@dataclass(frozen=True)
class Role:
    """A group, and the permissions that it holds in each place."""

    label: str
    models: tuple[str, ...]
    """Everywhere."""
    trees: tuple[str, ...] = ()
    """On the pages of both trees."""
    own_tree: tuple[str, ...] = ()
    """On the pages of the city's own tree."""
    all_files: tuple[str, ...] = ()
    """On the images and documents of both cities and the shared ones."""
    own_files: tuple[str, ...] = ()
    shared_files: tuple[str, ...] = ()


_WRITER_FILES = {"all_files": CHOOSE, "own_files": ADD + CHANGE, "shared_files": ADD}

CITY_ROLES: dict[str, Role] = {
    "editors": Role("rédaction", ACCESS + REGISTRY, trees=WRITE, **_WRITER_FILES),
    "approvers": Role("approbation", ACCESS + REGISTRY, trees=WRITE, own_tree=PUBLISH, **_WRITER_FILES),
    "reviewers": Role("révision des variantes", ACCESS),
    "account_managers": Role("gestion des comptes", ACCESS + ACCOUNTS),
}
"""By the field of `City` that names the group."""

ADMINISTRATION = Role(
    "Administration", ACCESS + REGISTRY + CITIES + ACCOUNTS + GLOSSARY, trees=WRITE, all_files=CHOOSE + ADD + CHANGE
)
