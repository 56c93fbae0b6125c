"""The daily digest as its reader gets it, and the screens that go with it, in a real browser."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core import mail
from django.core.management import call_command
from django.urls import reverse
from playwright.sync_api import expect

from tests import factories
from tests.coediting.notifications import acts
from tests.journeys.accessibility import WIDTHS, violations

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.journey]


def test_daily_digest_is_chosen_read_and_followed(portal, page, sign_in, live_server, settings):
    settings.WAGTAILADMIN_BASE_URL = live_server.url
    sign_in("pau-approbation")
    choose_the_digest(page)
    draft = factories.news_page(portal, portal.pau, publish=False)
    draft = acts.written_by(draft, portal.people["pau-redaction"])
    acts.submit(draft, portal.people["pau-redaction"])
    assert not mail.outbox

    call_command("send_notifications", "--digest", stdout=StringIO())
    (digest,) = mail.outbox
    page.set_content(digest.alternatives[0].content)
    expect(page.get_by_role("heading", name=draft.title)).to_be_visible()
    expect(page.locator("ins").first).to_be_visible()
    assert not violations(page)
    page.get_by_role("link", name="Lire la page et répondre").click()
    page.wait_for_url(f"**{reverse('coediting:key', args=[draft.pk])}**")
    expect(page.get_by_text(draft.title).first).to_be_visible()


def choose_the_digest(page):
    page.goto(f"{reverse('wagtailadmin_account')}#tab-notifications")
    panel = page.locator("#tab-notifications")
    expect(panel.get_by_label("Une page attend la clé de ma ville")).to_be_visible()
    assert not violations(page, "#tab-notifications")
    panel.get_by_label("Une page attend la clé de ma ville").select_option("daily")
    page.get_by_role("tab", name="Compte").click()
    page.fill("input[name=name_email-first_name]", "Dominique")
    page.fill("input[name=name_email-last_name]", "Exemple")
    with page.expect_navigation():
        page.locator("footer button[type=submit]").click()
    page.get_by_role("tab", name="Notifications").click()
    expect(panel.get_by_label("Une page attend la clé de ma ville")).to_have_value("daily")


@pytest.mark.parametrize("width", WIDTHS)
def test_what_is_to_be_done_fits_and_is_accessible(portal, page, sign_in, width):
    for number in range(7):
        draft = factories.news_page(
            portal, portal.pau, publish=False, title=f"Une page au titre assez long {number}", slug=f"page-{number}"
        )
        acts.submit(acts.written_by(draft, portal.people["pau-redaction"]), portal.people["pau-redaction"])
    page.set_viewport_size({"width": width, "height": 900})
    sign_in("pau-approbation")
    todo = page.locator(".todo")
    expect(todo.get_by_role("heading", name="Attend ma clé (7)")).to_be_visible()
    assert not violations(page, ".todo")
    assert todo.evaluate("element => element.scrollWidth <= element.clientWidth")
    with page.expect_navigation():
        todo.get_by_role("link", name="Voir tout\u00a0: Attend ma clé").click()
    expect(page.get_by_role("listitem").filter(has_text="Une page au titre assez long")).to_have_count(7)
    assert not violations(page, "#main .nice-padding")
