"""Fixtures of the whole suite: the two trees, one person for each role, and nobody else's files."""

from __future__ import annotations

import os
from io import StringIO
from types import SimpleNamespace
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import cache
from django.core.management import call_command
from django.db import transaction

from portal.content import kept
from tests.standing_portal import StandingPortal

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright runs its loop in the thread of the test


@pytest.fixture(autouse=True)
def _media(tmp_path: Any) -> Any:
    previous, settings.MEDIA_ROOT = settings.MEDIA_ROOT, str(tmp_path / "media")
    yield
    settings.MEDIA_ROOT = previous


@pytest.fixture(autouse=True)
def _fresh_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a process keeps does not outlive the database of a test, whose own transaction is never committed."""
    kept.forget()
    cache.clear()
    monkeypatch.setattr(kept, "has_uncommitted_change", lambda: False)


@pytest.fixture(scope="session")
def standing_portal(django_db_setup: Any, django_db_blocker: Any) -> Any:
    """A portal that is built once and stands, in a transaction of its own, under the tests that ask for one."""
    with django_db_blocker.unblock():
        standing = StandingPortal()
        yield standing
        standing.clear()


@pytest.fixture
def _ground(request: pytest.FixtureRequest, standing_portal: StandingPortal) -> None:
    """A portal stands under a test that asks for it; others, and those with transactions of their own, find nothing."""
    marker = request.node.get_closest_marker("django_db")
    is_transactional = "transactional_db" in request.fixturenames or (marker and marker.kwargs.get("transaction"))
    if "portal" in request.fixturenames and not is_transactional:
        standing_portal.build()
    else:
        standing_portal.clear()


@pytest.fixture
def _django_db_helper(_ground: None, _django_db_helper: None) -> None:
    """pytest-django's own, which opens the transaction of the test, once the ground is laid."""


@pytest.fixture
def portal(db: Any, standing_portal: StandingPortal) -> SimpleNamespace:
    """Both cities, both trees with their three lists, the groups, and a person in each."""
    return standing_portal.copy()


@pytest.fixture
def load_demo(db: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The demo, its background tasks run at once although the test's transaction never ends."""
    monkeypatch.setattr(transaction, "on_commit", lambda task, **kwargs: task())
    call_command("load_demo", verbosity=0, stdout=StringIO())
