"""The world that the tables are tried in: built once for each module, every cell undone by a savepoint."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from django.conf import settings
from django.db import transaction
from django.template.response import SimpleTemplateResponse

from tests import factories
from tests.coediting.matrix.actors import sign_in_everybody
from tests.coediting.matrix.attempts import forms_of
from tests.coediting.matrix.objects import build_objects


@pytest.fixture(scope="module")
def world(standing_portal: Any, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory) -> Any:
    previous, settings.MEDIA_ROOT = settings.MEDIA_ROOT, str(tmp_path_factory.mktemp("media"))
    standing_portal.clear()
    with django_db_blocker.unblock(), transaction.atomic():
        portal = factories.build_portal()
        portal.clients = sign_in_everybody(portal)
        portal.objects = build_objects(portal)
        portal.forms = forms_of(portal)
        yield portal
        transaction.set_rollback(True)
    settings.MEDIA_ROOT = previous


@pytest.fixture
def without_drawing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Views decide before their templates are drawn: thousands of screens need not be."""
    monkeypatch.setattr(SimpleTemplateResponse, "rendered_content", property(lambda self: ""))


class Undo(Exception):
    pass


@pytest.fixture
def attempt() -> Any:
    """Runs something and undoes what it wrote; answers what it answered."""

    def run(what: Any) -> Any:
        outcome = SimpleNamespace()
        try:
            with transaction.atomic():
                outcome.value = what()
                raise Undo
        except Undo:
            return outcome.value

    return run
