"""The table of locales, and what a browser's Accept-Language asks for."""

from __future__ import annotations

import pytest

from portal import locales
from portal.locales import FR_CA, FR_FR


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("fr-CA", FR_CA),
        ("fr-FR", FR_FR),
        ("fr-ca,fr;q=0.9,en;q=0.8", FR_CA),
        ("en;q=0.5, fr-FR", FR_FR),
        ("fr-CA;q=0.7, fr-FR;q=0.9", FR_FR),
        ("fr", None),
        ("fr,fr-CA;q=0.9", None),
        ("fr-BE,fr-FR;q=0.9", None),
        ("fr-CH", None),
        ("en-CA,fr-CA;q=0.9", None),
        ("en", None),
        ("*", None),
        ("", None),
        ("fr-CA;q=0", None),
        ("fr-CA;q=abc", None),
        ("," * 10_000, None),
    ],
)
def test_only_an_outright_request_chooses_a_city(header, expected):
    assert locales.outright_choice(header) is expected


@pytest.mark.parametrize("code", ["fr-ca", "fr-CA", "fr_CA", "FR-ca"])
def test_code_is_read_in_any_case(code):
    assert locales.by_code(code) is FR_CA


@pytest.mark.parametrize("code", ["fr", "fr-be", "en", "", None])
def test_other_languages_are_no_locale(code):
    assert locales.by_code(code) is None


def test_each_is_the_others_other():
    assert locales.other(FR_CA) is FR_FR
    assert locales.other(FR_FR) is FR_CA


def test_unknown_city_is_an_error():
    with pytest.raises(KeyError):
        locales.of_city("lyon")
