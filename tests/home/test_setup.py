"""A new portal stands without the demo."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import call_command
from django.db import transaction
from wagtail.models import Page

from portal.coediting.workflows import Workflow
from portal.twinning.models import City

pytestmark = pytest.mark.django_db


@pytest.fixture
def setup_portal(monkeypatch):
    monkeypatch.setattr(transaction, "on_commit", lambda task, **kwargs: task())

    def run():
        call_command("setup_portal", stdout=StringIO())

    return run


def test_new_portal_has_a_home_and_groups__its_variant_waiting(setup_portal, client):
    setup_portal()
    assert client.get("/fr-ca/").status_code == 200
    assert client.get("/fr-fr/").status_code == 404
    assert client.get("/").status_code == 200
    assert client.get("/fr-ca/mentions-legales/").status_code == 200
    assert Page.objects.filter(depth=2).count() == 2
    assert all(city.reviewers and city.approvers and city.editors for city in City.objects.all())


def test_setting_up_again_changes_nothing(setup_portal):
    setup_portal()
    before = (Page.objects.count(), City.objects.count(), Workflow.objects.count())
    setup_portal()
    assert (Page.objects.count(), City.objects.count(), Workflow.objects.count()) == before


def test_new_portal_has_its_timeline__which_no_person_needs_to_write(setup_portal, client):
    setup_portal()
    assert client.get("/fr-ca/chronologie/").status_code == 200
    assert 'href="/fr-ca/chronologie/"' in client.get("/fr-ca/").text
