"""Builds valid objects with French data from both cities, as the editors would make them."""

from __future__ import annotations

import datetime as dt
import io
import json
import uuid
from types import SimpleNamespace
from typing import Any

from django.contrib.auth import get_user_model
from django.core.files.images import ImageFile
from django.test import TestCase
from PIL import Image
from wagtail.models import Collection, Locale, Page, Site

from home.models import HomePage
from news.models import (
    DelegationIndexPage,
    DelegationPage,
    InstitutionIndexPage,
    InstitutionPage,
    NewsIndexPage,
    NewsPage,
)
from portal import locales
from portal.coediting.approval.give_key import GiveKeyAction
from portal.coediting.approval.standing import standing_of
from portal.coediting.roles import ensure_roles
from portal.content.models import PortalImage
from portal.localization.decisions import DecideSegmentsAction
from portal.localization.preparation import prepare_variant
from portal.localization.publication import PublishVariantAction
from portal.localization.segments import load_segments
from portal.twinning.audit import revision_digest
from portal.twinning.models import City
from portal.twinning.setup import build_cities, build_locales

PASSWORD = "mot-de-passe-d-essai"
INDEXES = {"news": NewsIndexPage, "delegations": DelegationIndexPage, "institutions": InstitutionIndexPage}


def build_portal() -> SimpleNamespace:
    build_locales()
    _ensure_roots()
    build_cities()
    ensure_roles()
    cities = {city.slug: city for city in City.objects.all()}
    people = {
        f"{slug}-{role}": _person(f"{slug}-{role}", getattr(city, field))
        for slug, city in cities.items()
        for role, field in (("redaction", "editors"), ("approbation", "approvers"), ("revision", "reviewers"))
    }
    people["administration"] = get_user_model().objects.create_superuser("administration", password=PASSWORD)
    portal = SimpleNamespace(cities=cities, people=people, thetford=cities["thetford-mines"], pau=cities["pau"])
    portal.trees = {locale.tag: _tree(portal, locale) for locale in locales.LOCALES}
    ensure_roles()
    portal.people = {name: get_user_model().objects.get(pk=user.pk) for name, user in people.items()}
    return portal


def _ensure_roots() -> None:
    """Wagtail's migrations make them; a test with a real server begins on a database that was emptied."""
    if Page.get_first_root_node() is None:
        Page.add_root(title="Root", slug="root")
    if Collection.get_first_root_node() is None:
        Collection.add_root(name="Root")


def _person(username: str, group: Any) -> Any:
    user = get_user_model().objects.create_user(username, password=PASSWORD, email=f"{username}@example.org")
    user.groups.add(group)
    return user


def _tree(portal: SimpleNamespace, locale: locales.PortalLocale) -> SimpleNamespace:
    """A home page and three lists, live in both trees: the same translation keys, led by Thetford Mines."""
    common = {"locale": Locale.objects.get(language_code=locale.code), "lead_city": portal.thetford}
    root = Page.get_first_root_node()
    home = root.add_child(
        instance=HomePage(title="Accueil", slug=locale.home_slug, translation_key=_key("home"), **common)
    )
    if locale is locales.FR_CA:
        Site.objects.update_or_create(
            is_default_site=True, defaults={"hostname": "localhost", "port": 80, "root_page": home}
        )
    tree = SimpleNamespace(home=home)
    for slug, model in INDEXES.items():
        page = model(title=slug.capitalize(), slug=slug, translation_key=_key(slug), show_in_menus=True, **common)
        setattr(tree, slug, home.add_child(instance=page))
    return tree


def _key(name: str) -> uuid.UUID:
    return uuid.uuid5(uuid.NAMESPACE_DNS, name)


def tree_of(portal: SimpleNamespace, city: City) -> SimpleNamespace:
    tree: SimpleNamespace = portal.trees[city.locale.tag]
    return tree


def stream(*blocks: tuple[str, Any]) -> str:
    """A StreamField value; block ids follow from the position."""
    return json.dumps(
        [
            {"type": kind, "value": value, "id": str(uuid.uuid5(uuid.NAMESPACE_DNS, f"block-{number}"))}
            for number, (kind, value) in enumerate(blocks)
        ]
    )


def news_page(portal: SimpleNamespace, city: City, *, publish: bool = True, **fields: Any) -> NewsPage:
    """A news item of the city in its own tree, published unless told otherwise."""
    values = {
        "title": "Un atelier commun sur l’énergie",
        "slug": "atelier-commun",
        "introduction": "Les deux villes ont comparé leurs réseaux de chaleur.",
        "published_on": dt.date(2022, 11, 24),
        "body": stream(("text", "<p>La rencontre a duré deux jours.</p>")),
        **fields,
    }
    return _add(tree_of(portal, city).news, NewsPage(lead_city=city, **values), publish=publish)


def institution_page(portal: SimpleNamespace, city: City, *, publish: bool = True, **fields: Any) -> InstitutionPage:
    values = {
        "title": "Laboratoire Exemple",
        "slug": "laboratoire-exemple",
        "kind": InstitutionPage.Kind.RESEARCH_CENTRE,
        "side": city,
        "introduction": "Un laboratoire d’essai.",
        **fields,
    }
    return _add(tree_of(portal, city).institutions, InstitutionPage(lead_city=city, **values), publish=publish)


def delegation_page(portal: SimpleNamespace, city: City, *, publish: bool = True, **fields: Any) -> DelegationPage:
    values = {
        "title": "Mission d’essai",
        "slug": "mission-d-essai",
        "origin": city,
        "host": portal.pau if city == portal.thetford else portal.thetford,
        "starts_on": dt.date(2022, 9, 12),
        "ends_on": dt.date(2022, 9, 15),
        "introduction": "Quatre jours de rencontres.",
        **fields,
    }
    return _add(tree_of(portal, city).delegations, DelegationPage(lead_city=city, **values), publish=publish)


def _add(parent: Any, page: Any, *, publish: bool) -> Any:
    page.locale = parent.locale
    page.live = False
    parent.add_child(instance=page)
    revision = page.save_revision()
    if publish:
        with background_tasks():
            revision.publish()
    return type(page).objects.get(pk=page.pk)


def background_tasks() -> Any:
    """A context after which what waits for the transaction's end has run, though the test's transaction goes on."""
    return TestCase.captureOnCommitCallbacks(execute=True)


def publish(page: Any, **changes: Any) -> Any:
    """Changes fields of a page and publishes it, as an editor does."""
    page = type(page).objects.get(pk=page.pk)
    for name, value in changes.items():
        setattr(page, name, value)
    with background_tasks():
        page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def submitted_page(portal: SimpleNamespace, city: City, *, author: Any = None, **fields: Any) -> NewsPage:
    """A news item that waits for the first key, written and submitted by `author` (the city's writer)."""
    author = author or portal.people[f"{city.slug}-redaction"]
    page = edit(news_page(portal, city, publish=False, owner=author, **fields), author)
    page.get_workflow().start(page, author)
    return type(page).objects.get(pk=page.pk)


def edit(page: Any, user: Any, **changes: Any) -> Any:
    """Saves a draft of the latest text with some fields changed, as a person does."""
    draft = type(page).objects.get(pk=page.pk).get_latest_revision_as_object()
    for name, value in changes.items():
        setattr(draft, name, value)
    draft.save_revision(user=user)
    return type(page).objects.get(pk=page.pk)


def give_key(page: Any, user: Any, *, digest: str | None = None) -> Any:
    """An approver gives the key that the page waits for to the text as it is now, or to one that they read before."""
    return answer(GiveKeyAction, page, user, digest=digest)


def answer(action: Any, page: Any, user: Any, *, digest: str | None = None, comment: str = "") -> Any:
    page = type(page).objects.get(pk=page.pk)
    awaited = standing_of(page).awaited
    with background_tasks():
        return action(awaited, user, digest=digest or revision_digest(page.latest_revision), comment=comment).execute()


def publish_variant(portal: SimpleNamespace, page: Any, **edits: str) -> Any:
    """Reads every segment of a page's variant as the other city's reviewer, and publishes it.

    `edits` replaces the proposed text of the segments whose path is named.
    """
    translation = prepare_variant(page)
    reviewer = reviewer_of(portal, page)
    decided = [
        (segment, edits.get(segment.path, segment.text))
        for segment in load_segments(translation)
        if not segment.is_decided
    ]
    DecideSegmentsAction(translation, translation.get_target_instance(), decided, reviewer).execute()
    return PublishVariantAction(translation, reviewer).execute().specific


def reviewer_of(portal: SimpleNamespace, page: Any) -> Any:
    """The reviewer who reads the variant of a source page: the other city's."""
    other = locales.other(locales.of_city(page.lead_city.slug))
    return portal.people[f"{other.city_slug}-revision"]


def variant_of(page: Any) -> Any:
    """The page in the other tree, whatever its state, or None."""
    found = Page.objects.filter(translation_key=page.translation_key).exclude(locale_id=page.locale_id).first()
    return found.specific if found else None


def picture(**fields: Any) -> PortalImage:
    data = io.BytesIO()
    Image.new("RGB", (64, 40), "#2c6655").save(data, "JPEG")
    values = {"title": "Dessin", "description": "Un aplat vert", "credit": "Dessin du portail", **fields}
    return PortalImage.objects.create(file=ImageFile(io.BytesIO(data.getvalue()), "dessin.jpg"), **values)
