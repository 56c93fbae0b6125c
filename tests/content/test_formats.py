"""Dates, hours, sums and telephone numbers, as each variant's readers see them."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest
from django.template import Context, Template
from django.utils.html import strip_tags
from django.utils.translation import override

from portal import locales
from portal.content.templatetags import portal_formats as formats

NBSP = "\u00a0"
NARROW = "\u202f"
PAU = SimpleNamespace(name="Pau", locale=locales.FR_FR)
THETFORD_MINES = SimpleNamespace(name="Thetford Mines", locale=locales.FR_CA)


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "expected"),
    [
        ((2022, 9, 12), (2022, 9, 15), "12 au 15 septembre 2022"),
        ((2022, 9, 30), (2022, 10, 2), "30 septembre au 2 octobre 2022"),
        ((2022, 12, 30), (2023, 1, 2), "30 décembre 2022 au 2 janvier 2023"),
        ((2027, 3, 1), (2027, 3, 1), "1er mars 2027"),
        ((2027, 3, 1), (2027, 3, 4), "1er au 4 mars 2027"),
        ((2027, 2, 28), (2027, 3, 1), "28 février au 1er mars 2027"),
        ((2027, 3, 1), None, "1er mars 2027"),
    ],
)
def test_a_range_of_days_says_each_part_once(starts_on, ends_on, expected):
    shown = formats.date_range(dt.date(*starts_on), dt.date(*ends_on) if ends_on else None)

    assert strip_tags(shown) == expected
    assert f'datetime="{dt.date(*starts_on).isoformat()}"' in shown


@pytest.mark.parametrize("filter_", [formats.full_date, formats.weekday_date, formats.date_range, formats.clock])
def test_a_date_that_is_not_known_shows_nothing(filter_):
    assert filter_(None) == ""


def test_a_date_is_marked_up_for_machines():
    assert formats.full_date(dt.date(2022, 11, 24)) == '<time datetime="2022-11-24">24 novembre 2022</time>'
    assert formats.weekday_date(dt.date(2022, 9, 12)) == '<time datetime="2022-09-12">lundi 12 septembre 2022</time>'


@pytest.mark.parametrize(("variant", "expected"), [("fr-ca", "25 novembre 2022"), ("fr-fr", "26 novembre 2022")])
def test_an_instant_falls_on_the_day_of_the_variants_city(variant, expected):
    instant = dt.datetime(2022, 11, 26, 1, 30, tzinfo=dt.UTC)

    with override(variant):
        assert strip_tags(formats.full_date(instant)) == expected


@pytest.mark.parametrize(
    ("precision", "expected", "machine"),
    [
        ("day", "1er mars 2022", "2022-03-01"),
        ("month", "mars 2022", "2022-03"),
        ("year", "2022", "2022"),
    ],
)
def test_a_moment_is_told_as_precisely_as_it_is_known(precision, expected, machine):
    shown = formats.at_precision(SimpleNamespace(starts_on=dt.date(2022, 3, 1), precision=precision))

    assert shown == f'<time datetime="{machine}">{expected}</time>'


def test_a_stage_of_an_agreement_is_a_moment_too():
    assert "2021" in formats.at_precision(SimpleNamespace(happened_on=dt.date(2021, 1, 1), precision="year"))
    assert formats.at_precision(SimpleNamespace(happened_on=None, precision="day")) == "À venir"


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (dt.time(14, 30), f"14{NBSP}h{NBSP}30"),
        (dt.time(14), f"14{NBSP}h"),
        (dt.time(8, 5), f"8{NBSP}h{NBSP}05"),
        (dt.time(0), f"0{NBSP}h"),
    ],
)
def test_an_hour_is_written_with_its_h(moment, expected):
    assert strip_tags(formats.clock(moment)) == expected


def test_both_clocks_begin_with_the_city_where_it_happens():
    instant = dt.datetime(2022, 9, 12, 14, 30, tzinfo=ZoneInfo("Europe/Paris"))

    shown = strip_tags(formats.both_clocks(instant, PAU, THETFORD_MINES))

    assert shown == f"14{NBSP}h{NBSP}30 à Pau, 8{NBSP}h{NBSP}30 à Thetford Mines"


def test_the_other_clock_tells_its_day__when_it_is_another_day_there():
    instant = dt.datetime(2022, 9, 1, 2, 15, tzinfo=ZoneInfo("Europe/Paris"))

    assert strip_tags(formats.other_clock(instant, PAU, THETFORD_MINES)) == (
        f"20{NBSP}h{NBSP}15 le 31 août à Thetford Mines"
    )


def test_the_clocks_are_five_hours_apart__between_the_two_changes_of_hour():
    instant = dt.datetime(2027, 3, 15, 14, 0, tzinfo=ZoneInfo("Europe/Paris"))

    assert strip_tags(formats.other_clock(instant, PAU, THETFORD_MINES)) == f"9{NBSP}h à Thetford Mines"


def test_no_clock_is_shown__when_the_hour_is_not_known():
    assert formats.both_clocks(None, PAU, THETFORD_MINES) == ""
    assert formats.other_clock(None, PAU, THETFORD_MINES) == ""


@pytest.mark.parametrize(
    ("variant", "amount", "currency", "expected"),
    [
        ("fr-ca", 12000, "CAD", f"12{NBSP}000{NBSP}$"),
        ("fr-fr", 12000, "CAD", f"12{NARROW}000{NBSP}${NBSP}CA"),
        ("fr-ca", 12000, "EUR", f"12{NBSP}000{NBSP}€"),
        ("fr-fr", 12000, "EUR", f"12{NARROW}000{NBSP}€"),
        ("fr-ca", Decimal("1234567.50"), "CAD", f"1{NBSP}234{NBSP}567,50{NBSP}$"),
        ("fr-fr", Decimal("950.00"), "EUR", f"950{NBSP}€"),
        ("fr-fr", None, "EUR", ""),
    ],
)
def test_a_sum_is_never_converted_and_names_its_dollar_from_france(variant, amount, currency, expected):
    with override(variant):
        assert formats.money(amount, currency) == expected


@pytest.mark.parametrize(
    ("variant", "text", "region", "expected"),
    [
        ("fr-ca", "418 335-2981", "CA", "418 335-2981"),
        ("fr-fr", "418 335-2981", "CA", "+1 418 335 2981"),
        ("fr-ca", "05 59 27 85 80", "FR", "+33 5 59 27 85 80"),
        ("fr-fr", "05.59.27.85.80", "FR", "05 59 27 85 80"),
        ("fr-fr", "+33 5 59 27 85 80", "CA", "05 59 27 85 80"),
        ("fr-ca", "05 59 27 85 80", "CA", "+33 5 59 27 85 80"),
        ("fr-ca", "418 335-2981, poste 204", "CA", "418 335-2981, poste 204"),
        ("fr-ca", "+32 2 123 45 67", "FR", "+32 2 123 45 67"),
        ("fr-fr", "à venir", "FR", "à venir"),
    ],
)
def test_a_telephone_number_is_written_for_its_readers(variant, text, region, expected):
    with override(variant):
        assert formats.telephone(text, region) == expected


def test_a_telephone_number_can_be_dialled():
    assert formats.telephone_link("05 59 27 85 80", "FR") == "tel:+33-5-59-27-85-80"
    assert formats.telephone_link("à venir", "FR") == ""


@pytest.mark.parametrize(
    ("size_bytes", "expected"),
    [
        (None, ""),
        (0, f"0{NBSP}octets"),
        (245_009, f"245{NBSP}Ko"),
        (1_240_000, f"1,2{NBSP}Mo"),
        (2_000_000, f"2{NBSP}Mo"),
        (25_400_000, f"25{NBSP}Mo"),
    ],
)
def test_a_file_tells_its_weight(size_bytes, expected):
    assert formats.file_size(size_bytes) == expected


def test_the_tags_escape_what_they_are_given():
    city = SimpleNamespace(name="<b>Pau</b>", locale=locales.FR_FR)
    template = Template("{% load portal_formats %}{% both_clocks moment city city %}")

    shown = template.render(Context({"moment": dt.datetime(2022, 9, 12, tzinfo=dt.UTC), "city": city}))

    assert "<b>" not in shown
