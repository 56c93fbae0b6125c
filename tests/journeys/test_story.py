"""The story of the twinning in a real browser: timeline, cooperation, map, parallel view, sharing, one's place kept."""

from __future__ import annotations

from decimal import Decimal

import pytest
from playwright.sync_api import expect
from wagtail.models import Locale

from home.models import CooperationPage, TimelinePage
from news.models import DelegationCommitment, DelegationFunding, DelegationMember, DelegationStop
from tests import factories
from tests.journeys.accessibility import check_everywhere

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.journey]


@pytest.fixture
def told(portal):
    """A mission with everything, three institutions, two long news items, the pages that tell the story."""
    quebec = Locale.objects.get(language_code="fr-ca")
    for model, slug in ((TimelinePage, "chronologie"), (CooperationPage, "cooperation")):
        page = model(title=slug.capitalize(), slug=slug, lead_city=portal.thetford, locale=quebec)
        portal.trees["fr-CA"].home.add_child(instance=page)
    town = {"latitude": Decimal("46.0926"), "longitude": Decimal("-71.3054")}
    names = [
        "Coalia",
        "Kemitek",
        "Institut interrégional de recherche et d’innovation en valorisation des résidus miniers",
    ]
    institutions = [
        factories.institution_page(portal, portal.thetford, slug=f"i-{number}", title=name, **town)
        for number, name in enumerate(names)
    ]
    portal.delegation = factories.delegation_page(
        portal,
        portal.pau,
        stops=[DelegationStop(institution=institution) for institution in institutions],
        members=[DelegationMember(name="Camille Exemple")],
        fundings=[DelegationFunding(amount=Decimal(1000), origin_share_percent=30, host_share_percent=70)],
        commitments=[DelegationCommitment(owner=portal.pau, description="Revenir.")],
    )
    factories.publish_variant(portal, portal.delegation)
    blocks = [
        ("text", f"<h2>Partie {number}</h2><p>{'Une fin de semaine; une autre. ' * 12}</p>") for number in range(12)
    ]
    portal.news = factories.news_page(portal, portal.thetford, body=factories.stream(*blocks))
    portal.variant = factories.publish_variant(portal, portal.news)
    return portal


def test_pages_of_the_story_are_accessible__at_three_widths_light_and_dark(told, page):
    delegation = told.delegation.url.replace("fr-fr", "fr-ca")
    for address in ("/fr-ca/", "/fr-ca/chronologie/", "/fr-ca/cooperation/", "/fr-ca/institutions/", delegation):
        check_everywhere(page, address)
    check_everywhere(page, f"{delegation}en-parallele/")


def test_place_on_the_map_leads_to_its_list__by_keyboard(told, page):
    page.goto("/fr-ca/institutions/")
    place = page.locator(".map__place")
    place.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".map__list").get_by_role("link", name="Coalia")).to_be_visible()


def test_variant_switch_keeps_one_s_place(told, page):
    page.goto(told.news.url)
    page.get_by_role("heading", name="Partie 7").scroll_into_view_if_needed()
    page.evaluate("document.querySelectorAll('.prose__block')[7].scrollIntoView()")
    page.evaluate("document.querySelector('[data-same-page]').click()")
    page.wait_for_url(f"**{told.variant.url}#passage-*")
    expect(page.get_by_role("heading", name="Partie 7")).to_be_in_viewport()


def test_link_is_copied__and_mail_needs_no_script(told, page):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(told.news.url)
    page.get_by_role("button", name="Copier le lien").click()
    expect(page.locator(".share__said")).to_have_text("Le lien est copié.")
    assert page.evaluate("navigator.clipboard.readText()").endswith(told.news.url)
    mail = page.get_by_role("link", name="Envoyer par courrier électronique").get_attribute("href")
    assert mail.startswith("mailto:?subject=Un%20atelier")
    assert mail.endswith(told.news.url.replace("/", "%2F"))


def test_reason_of_a_change_opens_by_keyboard(told, page):
    page.goto(f"{told.news.url}en-parallele/")
    page.locator("summary").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".parallel__why li").first).to_be_visible()
