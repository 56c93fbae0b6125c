"""Every address below /admin/ is classified, and who its class leaves out is turned away."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from django.urls import NoReverseMatch, get_resolver, reverse

from tests.coediting.matrix.attempts import ATTEMPTS
from tests.coediting.matrix.english import english_in

pytestmark = pytest.mark.django_db
ALL = {
    "anonymous",
    "thetford-redaction",
    "pau-approbation",
    "pau-revision",
    "pau-comptes",
    "administration",
    "superuser",
}
ADMITTED = {
    "public": ALL,
    "staff": ALL - {"anonymous"},
    "accounts": {"pau-comptes", "administration", "superuser"},
    "city": {"administration", "superuser"},
    "technical": {"superuser"},
    "closed": set(),
    # Depends on the page, the file or the entry: tried in the table of rights, or by the tests of its own screen.
    "object": ALL - {"anonymous"},
}
ARGUMENTS = {"app_label": "content", "model_name": "newspage", "app_name": "content", "uidb64": "x", "token": "y-z"}


def read_classes():
    lines = Path(__file__).with_name("addresses.txt").read_text().splitlines()
    pairs = [line.split() for line in lines if line and not line.startswith("#")]
    doubled = [name for name, number in Counter(name for _, name in pairs).items() if number > 1]
    assert not doubled, f"classified twice: {doubled}"
    return {name: kind for kind, name in pairs}


def admin_addresses():
    """Each pattern below /admin/ by its full name, or by its address when it has none."""
    found = {}

    def walk(patterns, prefix, namespaces):
        for pattern in patterns:
            address = prefix + str(pattern.pattern)
            if hasattr(pattern, "url_patterns"):
                names = [*namespaces, pattern.namespace] if pattern.namespace else namespaces
                walk(pattern.url_patterns, address, names)
            elif address.lstrip("^").startswith("admin/"):
                name = ":".join([*namespaces, pattern.name]) if pattern.name else address
                found[name] = pattern

    walk(get_resolver().url_patterns, "", [])
    return found


CLASSES = read_classes()
ADDRESSES = admin_addresses()


def test_every_admin_address_is_classified():
    unknown = sorted(ADDRESSES.keys() - CLASSES.keys())
    assert not unknown, "classify these addresses in tests/coediting/matrix/addresses.txt:\n" + "\n".join(unknown)


def test_classified_addresses_exist():
    assert not CLASSES.keys() - ADDRESSES.keys()


def address_of(name):
    """The address with made-up arguments; None for a pattern that has no name."""
    converters = ADDRESSES[name].pattern.converters
    values = {
        argument: 1 if type(converter).__name__ == "IntConverter" else ARGUMENTS.get(argument, "1")
        for argument, converter in converters.items()
    }
    try:
        return reverse(name, kwargs=values)
    except NoReverseMatch:
        return None


def is_turned_away(answer):
    location = answer.get("Location", "")
    return answer.status_code in (403, 404, 405) or location == reverse("wagtailadmin_home") or "/login/" in location


@pytest.mark.parametrize("kind", sorted(ADMITTED.keys() - {"public"}))
def test_whoever_a_class_leaves_out_is_turned_away(kind, world, attempt, without_drawing):
    entered = []
    for name, own_kind in CLASSES.items():
        if own_kind != kind or not (address := address_of(name)):
            continue
        for actor in sorted(ALL - ADMITTED[kind]):
            client = world.clients[actor]
            for method in (client.get, client.post):
                answer = attempt(lambda method=method, address=address: method(address))
                if not is_turned_away(answer):
                    entered.append(f"{actor} {method.__name__} {name}: {answer.status_code}")
    assert not entered, "\n".join(entered)


@pytest.mark.parametrize("kind", ["accounts", "city", "technical"])
def test_listings_open_to_whom_their_class_admits(kind, world, attempt, without_drawing):
    names = [name for name, own in CLASSES.items() if own == kind and name.endswith((":index", ":list"))]
    assert names
    for name in names:
        for actor in ADMITTED[kind]:
            address = address_of(name)
            assert attempt(lambda actor=actor, address=address: world.clients[actor].get(address)).status_code == 200


EVERYWHERE = (
    "wagtailadmin_home",
    "wagtailadmin_account",
    "variant_review:queue",
    "journal",
    "wagtailadmin_pages:search",
)
ACTS = {
    "thetford-draft": ("save-draft", "submit", "publish", "delete", "move", "copy", "lock", "publish-at-once"),
    "thetford-submitted": ("cancel-workflow",),
    "thetford-locked": ("unlock", "save-draft"),
    "thetford-published": ("unpublish", "bulk-unpublish", "bulk-delete"),
    "thetford-scheduled": ("unschedule",),
    "thetford-image": ("change-image", "delete-image"),
    "thetford-document": ("change-document", "delete-document"),
    "axis": ("change-axis", "delete-axis"),
    "pau-person": ("change-account", "delete-account"),
}
ONLY_PROGRAMMERS = {"wagtailadmin_error_test", "wagtailadmin_logout"}
TECHNICAL_NAMES = ("wagtailusers_groups:", "wagtailsites:")
"""Names of permissions, which Django keeps in its database, and a column that Wagtail names after a field: in English,
on screens that the technical administrator alone opens."""


def real_address_of(name, world):
    """The address with things that exist, where there are some of the kind that it asks for."""
    things = world.objects
    page = things["thetford-submitted"]
    pks = {
        **dict.fromkeys(("image_id", "wagtailimages"), things["thetford-image"].pk),
        **dict.fromkeys(("document_id", "doc_id", "wagtaildocs"), things["thetford-document"].pk),
        "wagtailusers_users": things["thetford-person"].pk,
        "wagtailsnippets_twinning_city": world.pau.pk,
        "wagtailsnippets_twinning_cooperationaxis": things["axis"].pk,
        "revision_id": page.latest_revision_id,
        "revision_id_a": "earliest",
        "revision_id_b": "latest",
        "filter_spec": "width-100",
        "parent_page_id": things["list"].pk,
        "destination_id": world.other_lists["fr-CA"].pk,
        **dict.fromkeys(("app_label", "app_name", "content_type_app_name"), "news"),
        **dict.fromkeys(("model_name", "content_type_model_name"), "newspage"),
    }
    names = ADDRESSES[name].pattern.converters
    values = {each: pks.get(each, pks.get(name.split(":")[0], page.pk)) for each in names}
    try:
        return reverse(name, kwargs=values)
    except NoReverseMatch:
        return None


def english_of(answer):
    """What a screen, or the piece of one that a script asks for, says in English."""
    kind = answer.get("Content-Type", "")
    if "json" in kind:
        found = answer.json()
        return sorted(set(english_in(found.get("html") or ""))) if isinstance(found, dict) else []
    return sorted(set(english_in(answer.text))) if "html" in kind else []


def test_every_screen_is_in_french(world, attempt):
    names = [name for name, kind in CLASSES.items() if kind != "closed" and name not in ONLY_PROGRAMMERS]
    asked = {name: address for name in names if (address := real_address_of(name, world))}
    english, shown = {}, 0
    for name, address in asked.items():
        if name.startswith(TECHNICAL_NAMES):
            continue
        answer = attempt(lambda address=address: world.clients["superuser"].get(address))
        shown += answer.status_code == 200
        if found := english_of(answer):
            english[name] = found
    assert not english
    assert shown > 150


def test_every_role_reads_french__what_is_refused_too(world, attempt):
    addresses = [reverse(name) for name in EVERYWHERE]
    addresses += [real_address_of(f"wagtailadmin_pages:{name}", world) for name in ("edit", "delete", "copy", "lock")]
    addresses += [reverse("wagtailadmin_explore", args=[world.objects["list"].pk]), reverse("wagtailimages:index")]
    addresses += [reverse("wagtailusers_users:index"), reverse("wagtailadmin_workflows:index")]
    english = {}
    for actor in sorted(ALL):
        for address in addresses:
            answer = attempt(lambda actor=actor, address=address: world.clients[actor].get(address, follow=True))
            if found := english_of(answer):
                english[f"{actor} {address}"] = found
    assert not english


def test_what_an_act_answers_is_in_french(world, attempt):
    def answers(thing, act):
        client = world.clients["superuser"]
        sent = ATTEMPTS[act].send(client, world, world.objects[thing])
        return english_of(sent) + english_of(client.get(reverse("wagtailadmin_home")))

    english = {}
    for thing, acts in ACTS.items():
        for act in acts:
            if found := attempt(lambda thing=thing, act=act: answers(thing, act)):
                english[f"{act} {thing}"] = found
    assert not english
