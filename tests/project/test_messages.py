"""The two catalogs hold the same messages, so that neither city's wording leaks into the other's pages."""

from __future__ import annotations

import re
from pathlib import Path

import polib
import pytest
from django.utils import translation
from django.utils.translation import gettext

from portal import locales

ROOT = Path(__file__).resolve().parent.parent.parent
PATHS = {
    locale.code: ROOT / "portal" / "locale" / locale.babel / "LC_MESSAGES" / "django.po" for locale in locales.LOCALES
}
CATALOGS = {code: polib.pofile(str(path)) for code, path in PATHS.items()}
DIFFERS = re.compile(r"\s?[;!?](?=\s|$)")
TEMPLATE_MESSAGE = re.compile(r"""{%\s*(?:translate|trans)\s+(["'])(.+?)\1""")
PYTHON_MESSAGE = re.compile(r"""\b(?:gettext|gettext_lazy|_)\(\s*(["'])(.+?)\1""")


def test_both_catalogs_hold_the_same_messages():
    quebec, france = ({entry.msgid for entry in CATALOGS[code]} for code in ("fr-ca", "fr-fr"))
    assert quebec == france


@pytest.mark.parametrize("code", CATALOGS)
def test_no_message_is_empty_fuzzy_or_obsolete(code):
    for entry in CATALOGS[code]:
        assert entry.msgstr, entry.msgid
        assert not entry.fuzzy, entry.msgid
        assert not entry.obsolete, entry.msgid


@pytest.mark.parametrize("code", CATALOGS)
def test_compiled_catalog_is_up_to_date(code):
    compiled = polib.mofile(str(PATHS[code].with_suffix(".mo")))
    assert {entry.msgid: entry.msgstr for entry in compiled} == {e.msgid: e.msgstr for e in CATALOGS[code]}


@pytest.mark.parametrize("code", CATALOGS)
def test_typography_of_a_catalog_is_its_variants(code):
    for entry in CATALOGS[code]:
        for mark in DIFFERS.findall(entry.msgstr):
            assert mark.startswith("\u202f") == (code == "fr-fr"), entry.msgstr


def test_message_that_differs_between_variants_has_an_entry():
    known = {entry.msgid for entry in CATALOGS["fr-ca"]}
    files = [*ROOT.glob("templates/**/*.html"), *ROOT.glob("portal/**/*.py"), *ROOT.glob("news/**/*.py")]
    for path in files:
        for pattern in (TEMPLATE_MESSAGE, PYTHON_MESSAGE):
            for _, message in pattern.findall(path.read_text(encoding="utf-8")):
                assert not DIFFERS.search(message) or message in known, f"{path}: {message}"


@pytest.mark.parametrize("code", CATALOGS)
def test_admin_calls_a_locale_a_variant(code):
    with translation.override(code):
        assert gettext("Locale") == "Variante"
        assert gettext("Switch locales") == "Changer de variante"
