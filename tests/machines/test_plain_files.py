"""robots.txt, security.txt and llms.txt."""

from __future__ import annotations

import datetime as dt
import re
from urllib.robotparser import RobotFileParser

import pytest
from django.utils import timezone

from tests import factories
from tests.machines.reading import MAX_QUERIES, check_conditional, count_queries

pytestmark = pytest.mark.django_db
SECURITY = "/.well-known/security.txt"


def test_robots_find_the_sitemap__and_stay_out_of_the_admin(client):
    answer = client.get("/robots.txt")
    assert answer["Content-Type"].startswith("text/plain")
    parser = RobotFileParser()
    parser.parse(answer.text.splitlines())
    assert parser.site_maps() == ["http://testserver/sitemap.xml"]
    assert not parser.can_fetch("*", "/admin/pages/")
    assert parser.can_fetch("*", "/fr-ca/actualites/")
    assert parser.can_fetch("*", "/static/portal/css/base.css")


def test_security_contact_is_told__until_a_day_to_come(client, settings):
    settings.SECURITY_CONTACT = "securite@example.org"
    fields = dict(line.split(": ", 1) for line in client.get(SECURITY).text.splitlines())
    assert fields["Contact"] == "mailto:securite@example.org"
    assert fields["Canonical"] == f"http://testserver{SECURITY}"
    left = dt.datetime.fromisoformat(fields["Expires"]) - timezone.now()
    assert dt.timedelta(days=170) < left < dt.timedelta(days=365)
    settings.SECURITY_CONTACT = "https://example.org/signaler"
    assert "Contact: https://example.org/signaler" in client.get(SECURITY).text


def test_no_security_contact__no_file(client, settings):
    settings.SECURITY_CONTACT = ""
    assert client.get(SECURITY).status_code == 404


def test_llms_describes_the_portal__with_addresses_that_answer(portal, client):
    factories.publish_variant(portal, factories.news_page(portal, portal.thetford))
    text = client.get("/llms.txt").text
    assert text.startswith("# Jumelage Thetford Mines et Pau\n\n> ")
    addresses = re.findall(r"\]\(http://testserver([^)]+)\)", text)
    assert {"/fr-ca/", "/fr-fr/news/", "/fr-ca/actualites.atom", "/sitemap.xml"} <= set(addresses)
    for address in addresses:
        assert client.get(address).status_code == 200, address


def test_llms_asks_little__and_answers_304(portal, client):
    assert count_queries(client, "/llms.txt") <= MAX_QUERIES
    check_conditional(client, "/llms.txt")
