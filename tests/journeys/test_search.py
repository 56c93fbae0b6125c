"""Searching in a real browser: by keyboard from any page, without JavaScript, and what axe finds."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests import factories
from tests.journeys.accessibility import check_everywhere

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.journey]


@pytest.fixture
def library(portal):
    """Enough for two pages of results, of two kinds, one of them in the other variant only."""
    for number in range(11):
        city = portal.pau if number == 5 else portal.thetford
        factories.news_page(portal, city, slug=f"mine-{number}", title=f"La mine à ciel ouvert, épisode {number}")
    factories.institution_page(portal, portal.thetford, title="Musée minéralogique et minier")


def test_page_is_found_by_keyboard_alone__with_a_fault(library, page):
    page.goto("/fr-ca/contact/")
    page.get_by_role("link", name="Rechercher").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/fr-ca/recherche/")
    page.locator("#contenu").focus()
    page.keyboard.press("Tab")
    page.keyboard.type("minéralogqiue")
    page.keyboard.press("Enter")
    page.wait_for_url("**/recherche/?q=*")
    expect(page.get_by_role("search").get_by_role("searchbox")).to_have_value("minéralogqiue")
    expect(page.locator("mark").first).to_have_text("minéralogique")
    page.get_by_role("link", name="Musée minéralogique et minier").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Musée minéralogique et minier")
    assert not page.context.cookies()


def test_search_needs_no_javascript(library, browser, live_server, settings):
    settings.ALLOWED_HOSTS = ["*"]
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    visitor = context.new_page()
    visitor.goto("/fr-ca/recherche/")
    visitor.get_by_label("Mots à chercher").fill("mine")
    visitor.get_by_label("Ville").select_option("thetford-mines")
    visitor.get_by_role("button", name="Rechercher").click()
    expect(visitor.get_by_role("heading", level=2).first).to_contain_text("résultats pour « mine »")
    visitor.get_by_role("link", name="Page 2").click()
    assert "ville=thetford-mines" in visitor.url
    context.close()


@pytest.mark.parametrize("query", ["", "?q=mime", "?q=zygomorphe&annee=2022"])
def test_axe_finds_nothing(library, page, query):
    check_everywhere(page, f"/fr-ca/recherche/{query}")
