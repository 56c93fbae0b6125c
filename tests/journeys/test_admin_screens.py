"""Lists, accounts, archives, handing over and scheduling in a real browser: nothing for axe, nothing out of reach."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests import factories
from tests.journeys.accessibility import WIDTHS, violations

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.journey]
ROOM_FOR_WORDS = 180
"""Pixels that the first column of a list keeps."""


@pytest.fixture
def screens(portal):
    """Address of each screen, for each person who opens them; and those of them that are lists."""
    news = factories.news_page(portal, portal.thetford)
    variant = factories.publish_variant(portal, news)
    lists = [
        reverse("journal"),
        reverse("wagtailusers_users:index"),
        reverse("variant_report"),
        reverse("wagtailadmin_explore", args=[news.get_parent().pk]),
    ]
    portal.lists = lists
    approver = portal.people["thetford-mines-approbation"]
    return {
        "administration": [
            *lists,
            reverse("wagtailusers_users:add"),
            reverse("wagtailusers_users:edit", args=[approver.pk]),
        ],
        "thetford-mines-approbation": [
            reverse("archive_page", args=[news.pk]),
            reverse("variant_review:hand_over", args=[news.pk]),
        ],
        "pau-revision": [reverse("variant_review:schedule", args=[variant.pk])],
    }


def test_screens_are_accessible__and_lists_can_be_read_on_a_telephone(screens, portal, page, sign_in):
    for username, addresses in screens.items():
        sign_in(username)
        for address in addresses:
            page.set_viewport_size({"width": 1280, "height": 900})
            assert page.goto(address).status == 200, address
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 900})
                if address in portal.lists:
                    first = page.locator(".listing :is(td.title, td.name)").last.bounding_box()
                    assert first["width"] >= ROOM_FOR_WORDS, (address, width)
                # Wagtail's side bar moves away in its own time.
                page.wait_for_function(LAST_COLUMN_IS_IN_REACH if address in portal.lists else NOTHING_IS_CUT)
            assert not violations(page, "main"), address


LAST_COLUMN_IS_IN_REACH = """() => {
  const table = [...document.querySelectorAll(".listing")].at(-1);
  const within = table.closest("#listing-results, .listing-scroll");
  if (within && getComputedStyle(within).overflowX === "auto") within.scrollLeft = within.scrollWidth;
  return table.getBoundingClientRect().right <= document.documentElement.clientWidth + 1;
}"""
NOTHING_IS_CUT = """() => [...document.querySelectorAll("main :is(input, button, textarea, select, h1, p, li)")]
  .filter((node) => node.checkVisibility() && node.getClientRects().length)
  .filter((node) => !node.closest("header, .form-side, .w-sr-only"))
  .every((node) => node.getBoundingClientRect().right <= document.documentElement.clientWidth + 1)"""
