"""The two keys in a real browser: a refusal and its repair, an emergency, and what axe finds on the way."""

from __future__ import annotations

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from news.models import NewsPage
from tests import factories
from tests.journeys.accessibility import violations

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.journey]
WIDTHS = [320, 1280]


@pytest.fixture
def submitted(portal):
    return factories.submitted_page(portal, portal.thetford)


def open_key(page, submitted):
    page.goto(reverse("coediting:key", args=[submitted.pk]))


def press(page, name):
    with page.expect_navigation():
        page.get_by_role("button", name=name, exact=True).click()


def test_page_is_sent_back__repaired_and_published(portal, page, sign_in, submitted):
    sign_in("thetford-mines-approbation")
    open_key(page, submitted)
    press(page, "Donner la clé de Thetford Mines")

    sign_in("pau-approbation")
    open_key(page, submitted)
    press(page, "Renvoyer avec ce commentaire")
    expect(page.get_by_text("Dites ce qui est à reprendre")).to_be_visible()
    page.get_by_label("Ce qui est à reprendre").fill("Le chapô ne dit pas la date.")
    press(page, "Renvoyer avec ce commentaire")

    sign_in("thetford-mines-redaction")
    page.goto(reverse("wagtailadmin_pages:edit", args=[submitted.pk]))
    expect(page.get_by_text("Le chapô ne dit pas la date.").first).to_be_visible()
    page.locator("textarea[name=introduction]").fill("Le 24 novembre, les deux villes ont comparé leurs réseaux.")
    page.locator("footer [data-w-dropdown-target=toggle]").click()
    with page.expect_navigation():
        page.locator("button[name=action-submit]").click()

    for slug, city in (("thetford-mines", portal.thetford), ("pau", portal.pau)):
        sign_in(f"{slug}-approbation")
        open_key(page, submitted)
        press(page, f"Donner la clé de {city}")
    published = NewsPage.objects.get(pk=submitted.pk)
    assert published.live
    assert published.introduction.startswith("Le 24 novembre")


def test_emergency_is_published__and_stays_flagged(portal, page, sign_in, submitted):
    sign_in("administration")
    page.goto(reverse("wagtailadmin_pages:edit", args=[submitted.pk]))
    page.get_by_role("link", name="Publier d’urgence").click()
    press(page, "Publier sans clés")
    expect(page.get_by_text("Écrivez pourquoi la page ne peut pas attendre")).to_be_visible()
    page.get_by_label("Pourquoi la page ne peut pas attendre les clés").fill("Une alerte de crue ne peut pas attendre.")
    press(page, "Publier sans clés")
    expect(page.locator(".standing__emergency")).to_contain_text("Une alerte de crue")
    assert NewsPage.objects.get(pk=submitted.pk).live


@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing(width, portal, page, sign_in, submitted):
    page.set_viewport_size({"width": width, "height": 900})
    sign_in("thetford-mines-approbation")
    open_key(page, submitted)
    assert not violations(page, ".keys")
    page.goto(reverse("wagtailadmin_pages:edit", args=[submitted.pk]))
    assert not violations(page, ".standing")
    sign_in("administration")
    page.goto(reverse("coediting:emergency", args=[submitted.pk]))
    press(page, "Publier sans clés")
    assert not violations(page, ".keys")
