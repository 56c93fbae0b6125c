"""Every address below /admin/ is classified, and who its class leaves out is turned away."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from django.urls import NoReverseMatch, get_resolver, reverse

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
