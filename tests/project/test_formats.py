"""Django's own formats, which the admin and the templates' date filter use."""

from __future__ import annotations

import datetime as dt

import pytest
from django.conf import settings
from django.utils import formats, translation

MOMENT = dt.datetime(2026, 3, 1, 14, 30)


@pytest.mark.parametrize(("code", "short"), [("fr-ca", "2026-03-01"), ("fr-fr", "01/03/2026")])
def test_short_date_reads_as_its_variant_writes_it(code, short):
    with translation.override(code):
        assert formats.date_format(MOMENT, "SHORT_DATE_FORMAT") == short


@pytest.mark.parametrize("code", ["fr-ca", "fr-fr"])
def test_hour_is_a_letter_and_not_a_format(code):
    with translation.override(code):
        assert formats.date_format(MOMENT, "TIME_FORMAT") == "14\u00a0h\u00a030"
        assert formats.date_format(MOMENT, "DATE_FORMAT") == "1 mars 2026"


@pytest.mark.parametrize(("code", "space"), [("fr-ca", "\u00a0"), ("fr-fr", "\u202f")])
def test_thousands_are_spaced_as_in_the_variant(code, space):
    with translation.override(code):
        assert formats.number_format(1234567, use_l10n=True, force_grouping=True) == f"1{space}234{space}567"


def test_admin_widgets_speak_iso_dates():
    assert settings.WAGTAIL_DATE_FORMAT == "%Y-%m-%d"
    assert settings.WAGTAIL_TIME_FORMAT == "%H:%M"
    for code in ("fr-ca", "fr-fr"):
        with translation.override(code):
            assert "%Y-%m-%d" in formats.get_format("DATE_INPUT_FORMATS")


def test_time_zones_on_offer_are_the_two_cities():
    assert settings.WAGTAIL_USER_TIME_ZONES == ["America/Toronto", "Europe/Paris"]
