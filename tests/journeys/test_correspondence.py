"""Writing to the cities in a real browser: by keyboard, without JavaScript, and what axe finds."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from portal.correspondence.models import ContactMessage, ErrorReport
from tests import factories
from tests.journeys.accessibility import check_everywhere

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.journey]


@pytest.fixture(autouse=True)
def _patient(settings):
    settings.PUBLIC_FORM_MIN_AGE_SECONDS = 0


def press(page, *keys):
    for key in keys:
        page.keyboard.press(key)


def test_message_is_written_by_keyboard_alone(portal, page):
    page.goto("/fr-ca/")
    page.get_by_role("link", name="Contact").focus()
    press(page, "Enter")
    page.wait_for_url("**/contact/")
    page.locator("#contenu").focus()
    press(page, "Tab", "Space", "Tab")
    page.keyboard.type("Camille Exemple")
    press(page, "Tab")
    page.keyboard.type("camille")
    press(page, "Tab")
    page.keyboard.type("Bonjour aux deux villes.")
    press(page, "Tab", "Enter")
    expect(page.get_by_role("alert")).to_be_focused()
    press(page, "Tab", "Enter")
    expect(page.get_by_label("Votre adresse électronique")).to_be_focused()
    press(page, "End")
    page.keyboard.type("@exemple.org")
    press(page, "Tab", "Tab", "Enter")
    page.wait_for_url("**/contact/merci/**")
    message = ContactMessage.objects.get()
    assert (message.city.slug, message.email) == ("thetford-mines", "camille@exemple.org")
    assert not page.context.cookies()


def test_error_is_pointed_out_without_javascript(portal, browser, live_server, settings):
    settings.ALLOWED_HOSTS = ["*"]
    news = factories.news_page(portal, portal.pau)
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    visitor = context.new_page()
    visitor.goto(news.url)
    visitor.get_by_role("link", name="Signaler une erreur sur cette page").click()
    visitor.get_by_label("Ce qui ne va pas").fill("Une date est fausse.")
    visitor.get_by_role("button", name="Envoyer le signalement").click()
    expect(visitor.get_by_role("heading", level=1)).to_have_text("Votre signalement est arrivé")
    assert ErrorReport.objects.get().page_address == news.url
    assert not context.cookies()
    context.close()


@pytest.mark.parametrize(
    "address", ["/fr-ca/contact/", "/fr-fr/signaler-une-erreur/?page=/fr-fr/news/", "/fr-ca/contact/merci/"]
)
def test_axe_finds_nothing(portal, page, address):
    check_everywhere(page, address)


def test_axe_finds_nothing__in_a_form_that_is_refused(portal, page):
    page.goto("/fr-fr/contact/")
    page.get_by_role("button", name="Envoyer le message").click()
    expect(page.get_by_role("alert")).to_be_visible()
    check_everywhere(page, None)
