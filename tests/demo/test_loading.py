"""The whole demo, loaded as `make demo` loads it, and every page of it asked for."""

from __future__ import annotations

import re
from collections import defaultdict

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from news.models import NewsPage
from portal.coediting.models import Notification
from portal.demo.builders import ROWS
from portal.demo.reading import read_pages
from portal.demo.streams import stable_id
from portal.localization.models import SegmentDecision
from portal.twinning.models import City

pytestmark = pytest.mark.django_db
LINK = re.compile(r'<a [^>]*href="(/[^"#]*)')
ALTERNATE = re.compile(r'<link rel="alternate" hreflang="([^"]+)" href="http://testserver([^"]+)"')


def test_demo_is_whole__and_loads_twice(load_demo, client):
    pages = [page for page in Page.objects.live().filter(depth__gt=1).specific() if page.get_url()]
    check_both_cities(pages)
    check_rows()
    assert not Notification.objects.exists()
    answers = ask_for(client, [page.get_url(current_site=None).replace("http://localhost", "") for page in pages])
    check_alternates(answers)
    check_links(client, answers)
    check_second_load(client)


def check_both_cities(pages):
    for city in City.objects.all():
        led = NewsPage.objects.live().for_city(city)
        assert led.filter(locale__language_code=city.locale_code).count() >= 8
    keys = defaultdict(set)
    for page in pages:
        keys[page.translation_key].add(page.locale.language_code)
    assert all(codes == {"fr-ca", "fr-fr"} for codes in keys.values())
    assert not SegmentDecision.objects.exclude(reviewer__username__endswith="-revision").exists()


def check_rows():
    """Every stop, member, sum and promise of the texts stands in both variants."""
    for entry in read_pages():
        for page in Page.objects.filter(translation_key=stable_id("page", entry["slug"])).specific():
            for name in ROWS.keys() & entry.keys():
                assert getattr(page, name).count() == len(entry[name]), f"{page}: {name}"
            for name in ("institutions", "delegations"):
                if name in entry:
                    assert getattr(page, f"related_{name}").count() == len(entry[name]), f"{page}: {name}"


def ask_for(client, urls):
    answers = {}
    for url in urls:
        client.get(url)
        with CaptureQueriesContext(connection) as queries:
            answer = client.get(url)
        assert answer.status_code == 200, url
        # The generation is read by the clock, not by the page: it counts for one.
        asked = [query["sql"] for query in queries if "content_generation" not in query["sql"]]
        assert 1 + len(asked) <= 12, "\n".join([url, *asked])
        answers[url] = answer.text
    return answers


def check_alternates(answers):
    for url, text in answers.items():
        alternates = dict(ALTERNATE.findall(text))
        assert set(alternates) == {"fr-CA", "fr-FR", "x-default"}, url
        for tag in ("fr-CA", "fr-FR"):
            assert f'href="http://testserver{url}"' in answers[alternates[tag]], url


def check_links(client, answers):
    found = {link.replace("&amp;", "&") for text in answers.values() for link in LINK.findall(text)}
    broken = [link for link in sorted(found) if client.get(link).status_code not in (200, 302)]
    assert not broken


def check_second_load(client):
    before = (Page.objects.count(), SegmentDecision.objects.count())
    page = next(page for page in NewsPage.objects.live() if not page.is_variant)
    page.title = "Titre que quelqu’un a changé"
    page.save_revision().publish()
    call_command("load_demo", verbosity=0)
    assert (Page.objects.count(), SegmentDecision.objects.count()) == before
    assert NewsPage.objects.get(pk=page.pk).title == "Titre que quelqu’un a changé"
