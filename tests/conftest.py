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
from tests import factories

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


@pytest.fixture
def portal(db: Any) -> SimpleNamespace:
    """Both cities, both trees with their three lists, the groups, and a person in each."""
    return factories.build_portal()


@pytest.fixture
def load_demo(db: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The demo, its background tasks run at once although the test's transaction never ends."""
    monkeypatch.setattr(transaction, "on_commit", lambda task, **kwargs: task())
    call_command("load_demo", verbosity=0, stdout=StringIO())
