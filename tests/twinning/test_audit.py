"""Each act leaves its city, the digest of its text and its reason in Wagtail's log."""

from __future__ import annotations

import pytest
from wagtail.models import ModelLogEntry, PageLogEntry

from portal.twinning.audit import record, revision_digest
from tests import factories

pytestmark = pytest.mark.django_db


def test_act_keeps_city_text_and_reason(portal):
    page = factories.news_page(portal, portal.thetford)
    person = portal.people["pau-approbation"]
    record(
        "wagtail.publish",
        page,
        user=person,
        city=portal.pau,
        revision=page.latest_revision,
        reason="Relu avec la mairie.",
        key="given",
    )
    entry = PageLogEntry.objects.get(action="wagtail.publish", user=person)
    assert entry.data == {
        "city": "pau",
        "revision_digest": revision_digest(page.latest_revision),
        "reason": "Relu avec la mairie.",
        "key": "given",
    }


def test_digest_changes__with_a_single_character(portal):
    page = factories.news_page(portal, portal.thetford)
    first = revision_digest(page.latest_revision)
    assert first == revision_digest(type(page.latest_revision).objects.get(pk=page.latest_revision_id))
    page.introduction += "."
    assert revision_digest(page.save_revision()) != first


def test_wagtails_own_acts_tell_them_too(portal):
    page = factories.news_page(portal, portal.pau)
    page.save_revision(user=portal.people["thetford-mines-redaction"], log_action=True, changed=True)
    entry = PageLogEntry.objects.get(action="wagtail.edit")
    assert entry.data == {"city": "pau", "revision_digest": revision_digest(page.latest_revision)}


def test_publication_and_withdrawal_of_a_variant_are_those_of_its_city(portal):
    page = factories.news_page(portal, portal.thetford)
    variant = factories.publish_variant(portal, page)
    published = PageLogEntry.objects.get(action="localization.publish_variant")
    assert published.data == {"city": "pau", "revision_digest": revision_digest(variant.live_revision)}
    page.unpublish(user=portal.people["administration"])
    withdrawn = PageLogEntry.objects.get(action="localization.withdraw_variant")
    assert withdrawn.data == published.data


def test_act_on_what_has_no_tree_has_no_city(portal):
    record("wagtail.edit", portal.pau, user=portal.people["administration"])
    assert ModelLogEntry.objects.get(action="wagtail.edit").data == {}
