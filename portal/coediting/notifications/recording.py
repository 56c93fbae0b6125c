"""Writes down who is to be told of an act, in its transaction; what follows sends it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial
from typing import Any

from django.db import transaction
from wagtail.log_actions import get_active_log_context

from portal.coediting.notifications.models import Kind, Notification
from portal.coediting.notifications.readers import may_read
from portal.coediting.notifications.tasks import send_notifications_task

_is_quiet = ContextVar("is_quiet", default=False)


@contextmanager
def quietly() -> Iterator[None]:
    """Nobody is told of what happens inside: a demo that is being built is no news."""
    token = _is_quiet.set(True)
    try:
        yield
    finally:
        _is_quiet.reset(token)


def tell(people: Iterable[Any], kind: Kind, page: Any, *, actor: Any = None, **facts: Any) -> list[Notification]:
    """Tells each person once of an act: not who did it, nobody inactive, nobody who may not see the page."""
    if _is_quiet.get():
        return []
    readers = {person.pk: person for person in people if person is not None and person != actor}
    rows = [
        Notification(recipient=person, kind=kind, page_id=page.pk, actor=actor, **facts)
        for person in readers.values()
        if person.is_active and person.email and may_read(person, kind, page)
    ]
    Notification.objects.bulk_create(rows)
    if rows:
        transaction.on_commit(partial(send_notifications_task.enqueue))
    return rows


def current_actor() -> Any:
    """Who is at work in Wagtail's admin, for the signals that don't say; None in a command or a task."""
    return get_active_log_context().user
