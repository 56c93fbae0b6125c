"""Addresses that bounce: the sender that tells whose letter came back (VERP), and the reading of what came back."""

from __future__ import annotations

import mailbox
import re
from collections.abc import Iterator
from email.message import Message
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

from portal.letters.models import Follower

RETURNED = re.compile(r"\+(\d{1,18})-([0-9a-f]{16})@")
HEADERS = ("Delivered-To", "X-Original-To", "To")


def envelope_sender(follower: Follower) -> str:
    """Where a letter comes back to: LETTERS_BOUNCE_ADDRESS with the follower’s number, signed; or the usual sender."""
    local, _, domain = settings.LETTERS_BOUNCE_ADDRESS.partition("@")
    return f"{local}+{follower.pk}-{_signature(follower.pk)}@{domain}" if domain else settings.DEFAULT_FROM_EMAIL


def bounced_in_mailbox(path: Path) -> list[Follower]:
    """The followers whose letters came back for good, as told by the failure reports in an mbox file."""
    box = mailbox.mbox(path, factory=None, create=False)
    pks = {pk for message in box if _is_lasting_failure(message) for pk in _numbers(message)}
    return list(Follower.objects.filter(pk__in=pks))


def _numbers(message: Message) -> Iterator[int]:
    """Numbers of followers in the addresses that a report was sent to, their signatures checked."""
    for header in HEADERS:
        for value in message.get_all(header, []):
            for number, signature in RETURNED.findall(str(value)):
                if constant_time_compare(signature, _signature(int(number))):
                    yield int(number)


def _is_lasting_failure(message: Message) -> bool:
    """Whether it is a delivery report (RFC 3464) of a permanent failure, not an absence notice nor a delay."""
    for part in message.walk():
        if part.get_content_type() == "message/delivery-status":
            for block in _blocks(part):
                if str(block.get("Status", "")).strip().startswith("5."):
                    return True
    return False


def _blocks(part: Message) -> list[Any]:
    payload = part.get_payload()
    return payload if isinstance(payload, list) else []


def _signature(pk: int) -> str:
    return salted_hmac("portal.letters.bounces", str(pk)).hexdigest()[:16]
