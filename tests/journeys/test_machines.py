"""The head of a page in a real browser: data for machines is read, not refused by the policy."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

from tests import factories

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.journey]


def test_data_for_machines_is_no_inline_script__and_the_calendar_is_one_click_away(portal, page):
    mission = factories.delegation_page(portal, portal.thetford)
    page.goto(mission.url)
    data = json.loads(page.locator('script[type="application/ld+json"]').inner_text())
    assert {node["@type"] for node in data["@graph"]} == {"Event", "BreadcrumbList"}
    link = page.get_by_role("link", name="Ajouter au calendrier")
    expect(link).to_be_visible()
    answer = page.request.get(link.get_attribute("href"))
    assert answer.headers["content-type"].startswith("text/calendar")
