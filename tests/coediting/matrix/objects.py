"""What they try it on: pages of both cities in every state, files of each collection, accounts, the registry."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.models import Collection, Page

from news.models import NewsIndexPage
from portal.coediting.archives.actions import ArchivePageAction
from portal.coediting.collections import shared_collection
from portal.content.models import PortalDocument
from portal.twinning.models import CooperationAxis
from tests import factories


def build_objects(portal: SimpleNamespace) -> dict[str, Any]:
    """By the names that the table of rights uses."""
    thetford, pau = portal.thetford, portal.pau
    author = portal.actors["thetford-redaction"]
    objects: dict[str, Any] = {
        "thetford-draft": _news(portal, thetford, "brouillon-quebec", publish=False, owner=author),
        "thetford-submitted": _news(portal, thetford, "soumise-quebec", publish=False, owner=author),
        "thetford-published": _news(portal, thetford, "publiee-quebec"),
        "thetford-withdrawn": _news(portal, thetford, "retiree-quebec"),
        "thetford-halfway": factories.submitted_page(portal, thetford, author=author, slug="demi", title="Demi-chemin"),
        "thetford-locked": _news(portal, thetford, "verrou-quebec", publish=False),
        "thetford-scheduled": _news(portal, thetford, "horaire-quebec", publish=False),
        "thetford-archived": _news(portal, thetford, "archive-quebec"),
        "pau-draft": _news(portal, pau, "brouillon-france", publish=False),
        "pau-published": _news(portal, pau, "publiee-france"),
        "home": portal.trees["fr-CA"].home,
        "list": portal.trees["fr-CA"].news,
    }
    objects["thetford-submitted"].get_workflow().start(objects["thetford-submitted"], author)
    objects["thetford-withdrawn"].unpublish()
    factories.give_key(objects["thetford-halfway"], portal.people["thetford-mines-approbation"])
    _lock(objects["thetford-locked"], portal.people["administration"])
    _schedule(objects["thetford-scheduled"])
    ArchivePageAction(objects["thetford-archived"], portal.people["thetford-mines-approbation"]).execute()
    objects["thetford-variant-waiting"] = factories.variant_of(objects["pau-published"])
    objects["pau-variant-waiting"] = factories.variant_of(objects["thetford-published"])
    reviewed = _news(portal, thetford, "relue-quebec")
    objects["pau-variant-published"] = factories.publish_variant(portal, reviewed)
    for name in ("thetford-published", "pau-published", "thetford-draft"):
        objects[name].introduction += " Suite."
        objects[name].save_revision(user=author)
    portal.other_lists = {tag: _second_list(tree) for tag, tree in portal.trees.items()}
    pages = {name: Page.objects.get(pk=page.pk).specific for name, page in objects.items()}
    people = {
        "thetford-person": portal.people["thetford-mines-redaction"],
        "pau-person": portal.people["pau-redaction"],
        "superuser": portal.people["administration"],
    }
    return {**pages, **people, **_files(portal), "axis": CooperationAxis.objects.create(name="Essai", slug="essai")}


def _news(portal: SimpleNamespace, city: Any, slug: str, **fields: Any) -> Any:
    return factories.news_page(portal, city, slug=slug, title=slug.capitalize(), **fields)


def _lock(page: Any, user: Any) -> None:
    page.locked, page.locked_by, page.locked_at = True, user, timezone.now()
    page.save(clean=False)


def _schedule(page: Any) -> None:
    """Approved to go public one day, as it is once both keys were given to a text with such a date."""
    page.latest_revision.approved_go_live_at = timezone.now() + dt.timedelta(days=30)
    page.latest_revision.save(update_fields=["approved_go_live_at"])


def _second_list(tree: SimpleNamespace) -> Any:
    """Somewhere else to move to."""
    lead = tree.home.lead_city
    return tree.home.add_child(
        instance=NewsIndexPage(title="Autres", slug="autres", locale=tree.home.locale, lead_city=lead)
    )


def _files(portal: SimpleNamespace) -> dict[str, Any]:
    places: dict[str, Collection] = {
        "thetford": type(portal.thetford).objects.get(slug="thetford-mines").collection,
        "pau": type(portal.pau).objects.get(slug="pau").collection,
        "shared": shared_collection(),
    }
    files: dict[str, Any] = {}
    for name, place in places.items():
        files[f"{name}-image"] = factories.picture(title=name, collection=place)
        files[f"{name}-document"] = PortalDocument.objects.create(
            title=name, collection=place, file=ContentFile(b"a;b\n", name=f"{name}.csv")
        )
    owner = portal.actors["pau-redaction"]
    files["own-image"] = factories.picture(title="own", collection=shared_collection(), uploaded_by_user=owner)
    return files
