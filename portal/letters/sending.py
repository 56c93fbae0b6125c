"""Sends what is due. The ledger is written before a letter leaves: whatever is killed, nothing is sent twice."""

from __future__ import annotations

import datetime as dt
import logging
import smtplib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.core.mail import get_connection
from django.db import transaction
from django.utils import timezone

from portal.letters.leaving import BounceAction
from portal.letters.mails import letter
from portal.letters.models import Follower, ToldPage
from portal.letters.selection import due_pages, recent_pages, told_to

logger = logging.getLogger(__name__)
BATCH = 200
WEEK = dt.timedelta(days=6)


@dataclass
class Outcome:
    sent: int = 0
    refused: int = 0
    """The server would not take them now: they leave next time."""
    bounced: int = 0
    uncertain: int = 0
    """The connection broke while the letter was being handed over: it is not sent again, for it may have arrived."""


def send_letters(frequency: str) -> Outcome:
    """Writes to each confirmed follower of a frequency to whom something is new. Raises OSError without a server."""
    outcome = Outcome()
    pages = recent_pages()
    if not pages:
        return outcome
    connection = get_connection()
    try:
        for follower, due in _due(frequency, pages):
            # Before anything is written into the ledger: without a server the run ends here, and nothing is lost.
            connection.open()
            _send_one(follower, due, connection, outcome)
    finally:
        connection.close()
    return outcome


def _due(frequency: str, pages: dict[str, list[Any]]) -> Iterator[tuple[Follower, list[Any]]]:
    followers = Follower.objects.filter(state=Follower.State.CONFIRMED, frequency=frequency)
    if frequency == Follower.Frequency.WEEKLY:
        followers = followers.exclude(told_at__gt=timezone.now() - WEEK)
    pks = list(followers.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(pks), BATCH):
        batch = list(Follower.objects.filter(pk__in=pks[start : start + BATCH]).prefetch_related("axes"))
        told = told_to(batch)
        for follower in batch:
            if due := due_pages(follower, pages, told[follower.pk]):
                yield follower, due


def _send_one(follower: Follower, due: list[Any], connection: Any, outcome: Outcome) -> None:
    reserved = _reserve(follower, due)
    if not reserved:
        return
    lines = ToldPage.objects.filter(follower=follower, page_key__in=[page.translation_key for page in reserved])
    try:
        connection.send_messages([letter(follower, reserved)])
    except smtplib.SMTPRecipientsRefused as refusal:
        lines.delete()
        if any(500 <= code < 600 for code, _ in refusal.recipients.values()):
            outcome.bounced += BounceAction(follower).execute()
        else:
            outcome.refused += 1
    except smtplib.SMTPResponseException:
        lines.delete()
        outcome.refused += 1
    except (smtplib.SMTPException, OSError) as error:
        outcome.uncertain += 1
        logger.warning("a letter to follower %s may not have arrived: %s", follower.pk, type(error).__name__)
        connection.close()
    else:
        lines.update(sent_at=timezone.now())
        outcome.sent += 1


@transaction.atomic
def _reserve(follower: Follower, due: list[Any]) -> list[Any]:
    """Writes into the ledger what this process, and no other, will tell; nothing for a follower who left meanwhile."""
    locked = Follower.objects.select_for_update().filter(pk=follower.pk, state=Follower.State.CONFIRMED).first()
    if locked is None or locked.variant != follower.variant:
        return []
    told = told_to([locked])[locked.pk]
    reserved = [page for page in due if page.translation_key not in told]
    if reserved:
        ToldPage.objects.bulk_create([ToldPage(follower=locked, page_key=page.translation_key) for page in reserved])
        Follower.objects.filter(pk=locked.pk).update(told_at=timezone.now())
    return reserved
