"""Sends notifications: each claimed before its e-mail leaves, so that no run sends what another has taken."""

from __future__ import annotations

import datetime as dt
import logging
import uuid
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.core.mail import get_connection
from django.db.models import F
from django.utils import timezone

from portal.coediting.notifications.composition import compose
from portal.coediting.notifications.models import Notification, Pace
from portal.coediting.notifications.readers import may_read

logger = logging.getLogger(__name__)

PAUSES = tuple(dt.timedelta(minutes=minutes) for minutes in (1, 5, 30, 120, 720))
"""What is waited after each failure; after the last, it is given up."""
INTERRUPTED_AFTER = dt.timedelta(hours=1)
State = Notification.State


def send_due() -> int:
    """Sends one e-mail for each notification wanted at once. Answers how many left."""
    pks = list(Notification.objects.due().at_pace(Pace.IMMEDIATELY).values_list("pk", flat=True))
    drop_unwanted()
    return _send_each([pk] for pk in pks)


def send_digests() -> int:
    """Sends each person one e-mail with all that waited for it. Answers how many left."""
    by_reader: dict[int, list[int]] = defaultdict(list)
    for pk, reader in Notification.objects.due().at_pace(Pace.DAILY).values_list("pk", "recipient_id"):
        by_reader[reader].append(pk)
    drop_unwanted()
    return _send_each(by_reader.values())


def resend_interrupted() -> int:
    """Puts back what a killed process had begun: an operator's choice, since the e-mail may have left."""
    return interrupted().update(state=State.WAITING, claim=None)


def interrupted() -> Any:
    """What was begun more than an hour ago and never finished."""
    return Notification.objects.filter(state=State.SENDING, not_before__lt=timezone.now() - INTERRUPTED_AFTER)


def drop_unwanted() -> None:
    unwanted = Notification.objects.waiting().at_pace(Pace.NEVER).values_list("pk", flat=True)
    Notification.objects.filter(pk__in=list(unwanted)).update(state=State.DROPPED)


def _send_each(batches: Iterable[list[int]]) -> int:
    return sum(_send(batch) for batch in batches)


def _send(pks: list[int]) -> bool:
    """One e-mail with the notifications that this run could claim. The claim is committed before anything leaves."""
    claim = uuid.uuid4()
    Notification.objects.due().filter(pk__in=pks).update(
        state=State.SENDING, claim=claim, attempts=F("attempts") + 1, not_before=timezone.now()
    )
    rows = list(Notification.objects.filter(claim=claim).select_related("recipient", "page", "actor", "city"))
    rows = [row for row in rows if _is_still_for_its_reader(row)]
    if not rows:
        return False
    try:
        message = compose(rows)
        message.connection = get_connection()
        message.send()
    except Exception as error:  # whatever a mail server or a page may raise, the others have to leave
        _put_back(rows, error)
        return False
    Notification.objects.filter(pk__in=[row.pk for row in rows]).update(
        state=State.SENT, sent_at=timezone.now(), error=""
    )
    logger.info("sent %s to user %s", [row.pk for row in rows], rows[0].recipient_id)
    return True


def _is_still_for_its_reader(row: Notification) -> bool:
    """Rights are asked again when the e-mail leaves: a digest leaves a day later."""
    if row.recipient.email and may_read(row.recipient, row.kind, row.page):
        return True
    Notification.objects.filter(pk=row.pk).update(state=State.DROPPED)
    logger.info("dropped %s: user %s may not read it", row.pk, row.recipient_id)
    return False


def _put_back(rows: list[Notification], error: Exception) -> None:
    for row in rows:
        is_last = row.attempts > len(PAUSES)
        Notification.objects.filter(pk=row.pk).update(
            state=State.FAILED if is_last else State.WAITING,
            claim=None,
            error=f"{type(error).__name__}: {error}"[:500],
            not_before=timezone.now() + PAUSES[min(row.attempts, len(PAUSES)) - 1],
        )
        logger.warning("could not send %s, attempt %s: %s", row.pk, row.attempts, error, exc_info=is_last)
