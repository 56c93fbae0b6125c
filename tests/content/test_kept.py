"""What a process keeps is dropped by a change, here and on other processes."""

from __future__ import annotations

from contextlib import suppress

import pytest
from django.db import transaction

from portal.content import kept as memory
from portal.content.kept import current_generation, kept
from portal.content.models import Generation
from portal.content.registry import axes, cities
from portal.twinning.models import CooperationAxis
from tests import factories

pytestmark = pytest.mark.django_db


def test_value_is_built_once__in_a_generation(portal):
    built = []
    for _ in range(3):
        kept("essai", lambda: built.append(1))
    assert len(built) == 1


def test_change_in_this_process_shows_at_once(portal):
    assert not axes()
    axis = CooperationAxis.objects.create(name="Chimie verte", slug="chimie-verte")
    assert list(axes().values()) == [axis]
    axis.delete()
    assert not axes()


def test_change_on_another_process_shows__when_the_number_is_read_again(portal, monkeypatch):
    assert cities()
    type(portal.pau).objects.filter(pk=portal.pau.pk).update(website="https://www.example.org/")
    Generation.objects.update_or_create(pk=1, defaults={"number": current_generation() + 1})
    assert cities()[portal.pau.pk].website == ""
    monkeypatch.setattr(memory._Memory, "read_at", float("-inf"))
    assert cities()[portal.pau.pk].website == "https://www.example.org/"


def test_kept_values_do_not_grow_with_the_hosts_that_are_asked_for(portal, client):
    for port in range(8000, 8020):
        assert client.get("/fr-ca/", headers={"host": f"localhost:{port}"}).status_code == 200
    assert sum(name.startswith("site_") for name in memory._Memory.values) == 1


@pytest.mark.django_db(transaction=True)
def test_change_that_is_rolled_back_is_not_kept(transactional_db, monkeypatch):
    monkeypatch.undo()
    memory.forget()
    with suppress(RuntimeError), transaction.atomic():
        CooperationAxis.objects.create(name="Fantôme", slug="fantome")
        assert [axis.slug for axis in axes().values()] == ["fantome"]
        raise RuntimeError
    assert not axes()


def test_publication_begins_one_generation(portal):
    before = current_generation()
    factories.news_page(portal, portal.thetford)
    memory.forget()
    assert current_generation() > before


def test_page_that_goes_leaves_the_menu(portal, client):
    assert 'href="/fr-ca/news/"' in client.get("/fr-ca/").text
    portal.trees["fr-CA"].news.unpublish()
    assert 'href="/fr-ca/news/"' not in client.get("/fr-ca/").text
