"""The registry: what both cities share, worded by each."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import translation

from portal.twinning.models import CallForProjects, CooperationAxis, FundingProgramme, TwinningAgreement

pytestmark = pytest.mark.django_db


def test_each_variant_reads_its_own_wording():
    axis = CooperationAxis(name="Chimie verte", summary_fr_ca="Du Québec.", summary_fr_fr="De France.")
    with translation.override("fr-ca"):
        assert axis.summary == "Du Québec."
    with translation.override("fr-fr"):
        assert axis.summary == "De France."


def test_wording_still_missing_is_the_other_citys():
    axis = CooperationAxis(name="Chimie verte", summary_fr_ca="Du Québec.")
    with translation.override("fr-fr"):
        assert axis.summary == "Du Québec."


def test_signed_agreement_without_a_date_is_refused():
    agreement = TwinningAgreement(name="Jumelage", slug="jumelage", state=TwinningAgreement.State.SIGNED)
    with pytest.raises(ValidationError, match="date de signature"):
        agreement.clean()


def test_call_that_closes_before_it_opens_is_refused():
    call = CallForProjects(
        programme=FundingProgramme(name="Fonds d’essai", slug="essai"),
        period="2023-2024",
        opens_on=dt.date(2023, 3, 1),
        closes_on=dt.date(2023, 2, 1),
    )
    with pytest.raises(ValidationError, match="après l’ouverture"):
        call.clean()


@pytest.mark.parametrize("name", ["cooperationaxis", "fundingprogramme", "twinningagreement"])
@pytest.mark.parametrize("person", ["pau-redaction", "thetford-mines-approbation", "administration"])
def test_editors_of_both_cities_keep_the_registry(portal, client, name, person):
    client.force_login(portal.people[person])
    assert client.get(reverse(f"wagtailsnippets_twinning_{name}:list")).status_code == 200
    assert client.get(reverse(f"wagtailsnippets_twinning_{name}:add")).status_code == 200


@pytest.mark.parametrize("person", ["pau-redaction", "pau-approbation", "pau-revision"])
def test_cities_are_the_administrations(portal, client, person):
    client.force_login(portal.people[person])
    assert client.get(reverse("wagtailsnippets_twinning_city:edit", args=[portal.pau.pk])).status_code != 200
