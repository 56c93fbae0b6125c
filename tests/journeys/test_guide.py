"""The guide in a real browser: index and every page, at three widths and without scripts."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from portal.guide.contents import PAGES
from tests import factories
from tests.journeys.accessibility import WIDTHS, violations

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.journey]


def test_every_page_of_the_guide_is_accessible__at_three_widths(portal, page, sign_in):
    sign_in("pau-redaction")
    page.goto("/admin/")
    page.get_by_role("link", name="Guide", exact=True).first.click()
    expect(page.get_by_role("heading", name="Guide", level=1)).to_be_visible()
    for address in ("/admin/guide/", *(f"/admin/guide/{slug}/" for slug in PAGES)):
        page.goto(address)
        page.set_viewport_size({"width": 1280, "height": 900})
        assert not violations(page, ".guide"), address
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (address, width)
    page.set_viewport_size({"width": 320, "height": 900})
    assert not violations(page, ".guide")


def test_guide_reads_without_scripts(portal, browser, live_server, settings):
    settings.ALLOWED_HOSTS = ["*"]
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/admin/login/")
    page.fill("input[name=username]", "pau-revision")
    page.fill("input[name=password]", factories.PASSWORD)
    page.locator("button[type=submit]").click()
    page.goto("/admin/guide/")
    page.get_by_role("link", name="Relire une variante").click()
    expect(page.get_by_role("heading", name="Comment faire")).to_be_visible()
    expect(page.get_by_role("navigation", name="Sommaire du guide")).to_be_visible()
    context.close()
