"""Missions and their meetings as iCalendar: one mission, or all that a variant publishes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from django.db.models import Prefetch
from django.http import Http404, HttpRequest, HttpResponse
from icalendar import Calendar, Event, Timezone

from news.models import DelegationPage, InstitutionPage
from portal import locales
from portal.content import registry
from portal.content.machines import absolute_address, authority, conditional, printable

REFRESH_EVERY = dt.timedelta(hours=12)
UNKNOWN_CHANGE_AT = dt.datetime(2022, 1, 1, tzinfo=dt.UTC)


@conditional
def all_delegations(request: HttpRequest) -> HttpResponse:
    """Every mission published in the variant, to subscribe to; an archived one keeps its own calendar only."""
    missions = list(registry.with_cities(_missions(request).not_archived(), "origin", "host"))
    return _answer(request, missions, "Délégations du jumelage Thetford Mines et Pau", "delegations")


@conditional
def one_delegation(request: HttpRequest, slug: str) -> HttpResponse:
    missions = list(registry.with_cities(_missions(request).filter(slug=slug)[:1], "origin", "host"))
    if not missions:
        raise Http404
    return _answer(request, missions, missions[0].title, slug)


def _missions(request: Any) -> Any:
    missions = registry.open_to_all(DelegationPage.objects).filter(locale__language_code=request.portal_locale.code)
    hosts = Prefetch("stops__institution", queryset=registry.open_to_all(InstitutionPage.objects))
    return missions.select_related("locale").prefetch_related("stops", hosts).latest_first()


def _answer(request: HttpRequest, missions: list[Any], name: str, filename: str) -> HttpResponse:
    calendar = build_calendar(missions, name, {mission.pk: absolute_address(request, mission) for mission in missions})
    response = HttpResponse(calendar.to_ical(), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'inline; filename="{filename}.ics"'
    return response


def build_calendar(missions: list[Any], name: str, addresses: dict[int, str]) -> Calendar:
    """`missions` with their cities, stops and institutions; `addresses` by their primary keys."""
    calendar = Calendar.new(
        prodid=f"-//{authority()}//Jumelage Thetford Mines et Pau//FR",
        name=printable(name),
        language="fr",
        refresh_interval=REFRESH_EVERY,
    )
    calendar.add("X-WR-CALNAME", printable(name))
    for zone in _time_zones(missions):
        calendar.add_component(zone)
    for mission in missions:
        calendar.add_component(_mission_event(mission, addresses[mission.pk]))
        for stop in mission.stops.all():
            if stop.starts_at_in(mission.host.locale.zone):
                calendar.add_component(_stop_event(stop, mission, addresses[mission.pk]))
    return calendar


def _time_zones(missions: Iterable[Any]) -> list[Timezone]:
    """Both cities' zones, with each change of the clock from the year before the first mission to after the last."""
    years = [year for mission in missions for year in (mission.starts_on.year, mission.ends_on.year)]
    first, last = (min(years) - 1, max(years) + 2) if years else (2022, 2023)
    return [_time_zone(locale.time_zone, first, last) for locale in locales.LOCALES]


@lru_cache(maxsize=32)
def _time_zone(name: str, first_year: int, last_year: int) -> Timezone:
    zone = Timezone.from_tzid(name, first_date=dt.date(first_year, 1, 1), last_date=dt.date(last_year, 1, 1))
    zone.pop("COMMENT", None)
    return zone


def _mission_event(mission: Any, address: str) -> Event:
    """The whole mission, from its first day to its last, whatever the clock."""
    event = _event(mission, mission, address)
    event.add("SUMMARY", printable(mission.title))
    event.add("DTSTART", mission.starts_on)
    event.add("DTEND", mission.ends_on + dt.timedelta(days=1))
    event.add("TRANSP", "TRANSPARENT")
    event.add("LOCATION", _place(mission.host))
    event.add("GEO", (float(mission.host.latitude), float(mission.host.longitude)))
    if mission.introduction:
        event.add("DESCRIPTION", printable(mission.introduction))
    return event


def _stop_event(stop: Any, mission: Any, address: str) -> Event:
    """One meeting whose day and hour are known, on the host city's clock."""
    zone = mission.host.locale.zone
    event = _event(stop, mission, address)
    what = stop.institution.title if stop.institution else stop.place
    event.add("SUMMARY", printable(f"{what} – {mission.title}" if what else mission.title))
    event.add("DTSTART", stop.starts_at_in(zone))
    if stop.ends_at and stop.ends_at > stop.starts_at:
        event.add("DTEND", dt.datetime.combine(stop.day_on, stop.ends_at, tzinfo=zone))
    event.add("LOCATION", printable(", ".join(part for part in (stop.place, _place(mission.host)) if part)))
    if stop.summary:
        event.add("DESCRIPTION", printable(stop.summary))
    return event


def _event(fact: Any, mission: Any, address: str) -> Event:
    """What every event has. Both variants of a fact share its translation key, and so its UID."""
    event = Event()
    changed_at = mission.last_published_at or UNKNOWN_CHANGE_AT
    event.add("UID", f"{fact.translation_key}@{authority()}")
    event.add("DTSTAMP", changed_at)
    event.add("LAST-MODIFIED", changed_at)
    event.add("URL", address)
    event.add("STATUS", "CONFIRMED")
    return event


def _place(city: Any) -> str:
    return f"{city.name}, {city.get_country_display()}"
