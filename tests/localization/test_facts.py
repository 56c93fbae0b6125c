"""Shared facts reach the public variant at once; prose waits for a person."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from news.models import (
    DelegationCommitment,
    DelegationFunding,
    DelegationMember,
    DelegationPage,
    DelegationStop,
)
from portal.twinning.models import CooperationAxis
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def mission(portal):
    """A delegation with a row of each kind, its variant public."""
    page = factories.delegation_page(portal, portal.thetford, publish=False)
    axis = CooperationAxis.objects.create(name="Chimie verte", slug="chimie-verte")
    common = {"locale": page.locale}
    page.axes = [axis]
    page.members = [DelegationMember(name="Camille Exemple", office="conseillère", **common)]
    page.stops = [DelegationStop(place="Hôtel de ville", summary="Accueil par la Ville.", sort_order=0, **common)]
    page.fundings = [DelegationFunding(amount=Decimal(12000), currency="CAD", **common)]
    page.commitments = [DelegationCommitment(description="Écrire un bilan.", owner=portal.pau, **common)]
    with factories.background_tasks():
        page.save_revision().publish()
    factories.publish_variant(portal, page)
    return DelegationPage.objects.get(pk=page.pk)


def test_variant_has_the_rows_of_its_source__after_publication(mission):
    variant = factories.variant_of(mission)
    assert variant.members.get().name == "Camille Exemple"
    assert variant.stops.get().summary == "Accueil par la Ville."
    assert variant.fundings.get().amount == Decimal(12000)
    assert variant.commitments.get().owner.slug == "pau"
    assert [axis.slug for axis in variant.axes.all()] == ["chimie-verte"]


def test_edited_facts_reach_the_public_variant__without_review(mission, portal):
    page = DelegationPage.objects.get(pk=mission.pk)
    commitment, stop, funding = page.commitments.get(), page.stops.get(), page.fundings.get()
    commitment.state, commitment.description = DelegationCommitment.State.KEPT, "Écrire deux bilans."
    stop.place = "Bibliothèque"
    funding.amount = Decimal(15000)
    page.commitments, page.stops, page.fundings = [commitment], [stop], [funding]
    page.ends_on = dt.date(2022, 9, 16)
    with factories.background_tasks():
        page.save_revision().publish()
    variant = factories.variant_of(mission)
    assert variant.ends_on == dt.date(2022, 9, 16)
    assert variant.stops.get().place == "Bibliothèque"
    assert variant.fundings.get().amount == Decimal(15000)
    assert variant.commitments.get().state == DelegationCommitment.State.KEPT
    assert variant.commitments.get().description == "Écrire un bilan."


def test_added_row_comes_without_its_prose__until_it_is_read(mission):
    page = DelegationPage.objects.get(pk=mission.pk)
    page.stops = [
        *page.stops.all(),
        DelegationStop(place="Cégep", summary="Rencontre non relue.", sort_order=1, locale=page.locale),
    ]
    with factories.background_tasks():
        page.save_revision().publish()
    stops = factories.variant_of(mission).stops.order_by("sort_order")
    assert [(stop.place, stop.summary) for stop in stops] == [
        ("Hôtel de ville", "Accueil par la Ville."),
        ("Cégep", ""),
    ]


def test_removed_rows_and_axes_leave_the_public_variant(mission):
    page = DelegationPage.objects.get(pk=mission.pk)
    page.members, page.axes = [], []
    with factories.background_tasks():
        page.save_revision().publish()
    variant = factories.variant_of(mission)
    assert not variant.members.exists()
    assert not variant.axes.exists()


def test_preparing_again_keeps_one_row_of_each(mission):
    for _ in range(2):
        factories.publish(mission)
    variant = factories.variant_of(mission)
    assert variant.stops.count() == variant.commitments.count() == 1
    assert variant.stops.get().summary == "Accueil par la Ville."


def test_public_variant_keeps_its_address__and_a_draft_takes_that_of_its_source(portal, client):
    draft = factories.news_page(portal, portal.thetford, slug="brouillon")
    public = factories.news_page(portal, portal.thetford, slug="publique")
    url = factories.publish_variant(portal, public).url
    factories.publish(draft, slug="ebauche")
    factories.publish(public, slug="tout-autre")
    assert factories.variant_of(draft).slug == "ebauche"
    factories.publish_variant(portal, public)
    assert factories.variant_of(public).url == url
    assert client.get(url).status_code == 200
