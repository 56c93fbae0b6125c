"""Settings that are wrong by default, and production that fails closed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

ROOT = Path(__file__).resolve().parent.parent.parent


def test_nothing_calls_out():
    assert settings.WAGTAIL_GRAVATAR_PROVIDER_URL is None
    assert settings.WAGTAIL_ENABLE_UPDATE_CHECK is False
    assert settings.WAGTAIL_ENABLE_WHATS_NEW_BANNER is False
    assert settings.WAGTAILEMBEDS_FINDERS == []


def test_uploads_are_explicit__without_svg():
    assert "svg" not in settings.WAGTAILIMAGES_EXTENSIONS
    assert settings.WAGTAILDOCS_SERVE_METHOD == "serve_view"


def test_translations_never_go_live_by_themselves():
    assert settings.WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE is False
    assert settings.WAGTAILLOCALIZE_DISABLE_ON_DELETE is True
    assert "wagtail_localize.locales" not in settings.INSTALLED_APPS


def start(code="", **environment):
    command = [sys.executable, "-c", f"import django; django.setup(); {code}"]
    clean = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG")}
    return subprocess.run(
        command,
        cwd=ROOT,
        env={**clean, "DJANGO_SETTINGS_MODULE": "portal.settings.production", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


COMPLETE = {
    "SECRET_KEY": "x" * 50,
    "ALLOWED_HOSTS": "portail.example.org",
    "PORTAL_URL": "https://portail.example.org",
    "DATABASE_URL": "sqlite://:memory:",
}


def test_production_starts__when_it_is_told_everything():
    assert start(**COMPLETE).returncode == 0


@pytest.mark.parametrize("missing", COMPLETE)
def test_production_does_not_start__without_a_required_setting(missing):
    answer = start(**{name: value for name, value in COMPLETE.items() if name != missing})
    assert answer.returncode != 0
    assert missing in answer.stderr


def test_demo_is_refused__where_it_is_not_allowed(settings):
    settings.PORTAL_DEMO_ALLOWED = False
    with pytest.raises(CommandError, match="mot de passe est public"):
        call_command("load_demo")


def test_production_does_not_allow_the_demo():
    code = "from django.conf import settings as s; print(s.DEBUG, hasattr(s, 'PORTAL_DEMO_ALLOWED'))"
    assert start(code, **COMPLETE).stdout.split() == ["False", "False"]
