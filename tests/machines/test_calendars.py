"""The calendars, as two iCalendar libraries read them."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
import vobject
from icalendar import Calendar
from wagtail.models import PageViewRestriction

from news.models import DelegationStop
from tests import factories
from tests.machines.reading import MAX_QUERIES, check_conditional, count_queries

pytestmark = pytest.mark.django_db
ALL = "/fr-ca/delegations.ics"
UTC = ZoneInfo("UTC")
CODES = ("fr-ca", "fr-fr")


@pytest.fixture
def mission(portal):
    """Thetford Mines goes to Pau: a meeting whose hours are known, one whose hour is not."""
    institution = factories.institution_page(portal, portal.pau)
    stops = [
        DelegationStop(
            day_on=dt.date(2022, 9, 12), starts_at=dt.time(14, 30), ends_at=dt.time(16), institution=institution,
            place="Amphithéâtre", summary="Une visite, des échanges; du café",
        ),
        DelegationStop(day_on=dt.date(2022, 9, 13), place="Heure à venir"),
    ]  # fmt: skip
    return factories.delegation_page(portal, portal.thetford, stops=stops)


def read(client, url):
    answer = client.get(url)
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert all(len(line) <= 75 for line in answer.content.split(b"\r\n"))
    calendar = Calendar.from_ical(answer.content)
    assert not calendar.errors
    other = vobject.readOne(answer.content.decode())
    assert len(other.vevent_list) == len(calendar.events)
    return calendar, other


def test_mission_fills_its_days(mission, client):
    calendar, other = read(client, "/fr-ca/delegations/mission-d-essai.ics")
    event = calendar.events[0]
    assert (event.start, event.end) == (dt.date(2022, 9, 12), dt.date(2022, 9, 16))
    assert event["SUMMARY"] == "Mission d’essai"
    assert event["URL"] == f"http://testserver{mission.url}"
    assert event["LOCATION"] == "Pau, France"
    assert event["LAST-MODIFIED"].dt == mission.last_published_at.replace(microsecond=0)
    assert other.vevent_list[0].dtstart.value == dt.date(2022, 9, 12)


def test_meeting_is_an_instant_on_the_hosts_clock(mission, client):
    calendar, other = read(client, "/fr-ca/delegations/mission-d-essai.ics")
    assert len(calendar.events) == 2
    meeting = calendar.events[1]
    assert meeting.start == dt.datetime(2022, 9, 12, 14, 30, tzinfo=ZoneInfo("Europe/Paris"))
    assert meeting.start.astimezone(UTC).hour == 12
    assert meeting["SUMMARY"] == "Laboratoire Exemple – Mission d’essai"
    assert meeting["LOCATION"] == "Amphithéâtre, Pau, France"
    assert meeting["DESCRIPTION"] == "Une visite, des échanges; du café"
    read_by_other = other.vevent_list[1].dtstart.value
    assert read_by_other.astimezone(UTC) == meeting.start.astimezone(UTC)


@pytest.mark.parametrize(
    ("zone", "changes"),
    [
        ("America/Toronto", ["20220313T030000", "20221106T020000"]),
        ("Europe/Paris", ["20220327T030000", "20221030T030000"]),
    ],
)
def test_both_zones_carry_their_real_changes(mission, client, zone, changes):
    calendar, _ = read(client, ALL)
    described = next(part for part in calendar.walk("VTIMEZONE") if part["TZID"] == zone)
    text = described.to_ical().decode().replace("\r\n ", "")
    assert all(change in text for change in changes)
    assert "COMMENT" not in text
    rebuilt = described.to_tz(lookup_tzid=False)
    for month in range(1, 13):
        moment = dt.datetime(2022, month, 15, 12)
        assert moment.replace(tzinfo=rebuilt).utcoffset() == moment.replace(tzinfo=ZoneInfo(zone)).utcoffset()


def test_event_has_one_name_in_both_variants(portal, mission, client):
    factories.publish_variant(portal, mission)
    names = [[str(event["UID"]) for event in read(client, f"/{code}/delegations.ics")[0].events] for code in CODES]
    assert names[0] == names[1]
    assert len(set(names[0])) == 2
    addresses = [read(client, f"/{code}/delegations.ics")[0].events[0]["URL"] for code in CODES]
    assert addresses[0] != addresses[1]


def test_only_what_is_published_is_told(portal, mission, client):
    factories.delegation_page(portal, portal.thetford, slug="brouillon", publish=False)
    assert client.get("/fr-ca/delegations/brouillon.ics").status_code == 404
    assert client.get("/fr-fr/delegations/mission-d-essai.ics").status_code == 404
    assert b"BEGIN:VEVENT" not in client.get("/fr-fr/delegations.ics").content
    portal.trees["fr-FR"].institutions.get_children().first().unpublish()
    assert read(client, ALL)[0].events[1]["SUMMARY"] == "Amphithéâtre – Mission d’essai"
    PageViewRestriction.objects.create(page=mission, restriction_type=PageViewRestriction.LOGIN)
    assert client.get("/fr-ca/delegations/mission-d-essai.ics").status_code == 404


def test_page_and_home_offer_the_calendar(mission, client):
    for url in (mission.url, "/fr-ca/"):
        text = client.get(url).text
        assert 'href="/fr-ca/delegations/mission-d-essai.ics"' in text
        assert "Ajouter au calendrier" in text


def test_calendar_asks_little__whatever_the_number_of_missions(portal, mission, client):
    few = count_queries(client, ALL)
    for number in range(5):
        stop = DelegationStop(day_on=dt.date(2022, 9, 12), starts_at=dt.time(9))
        factories.delegation_page(portal, portal.thetford, slug=f"mission-{number}", stops=[stop])
    assert count_queries(client, ALL) == few <= MAX_QUERIES


def test_client_that_has_it_already_gets_304(mission, client):
    check_conditional(client, ALL)
