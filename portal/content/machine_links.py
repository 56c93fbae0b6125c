"""The feeds and calendars that a page tells machines about, in its head."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

ATOM = "application/atom+xml"
CALENDAR = "text/calendar"


@dataclass(frozen=True)
class MachineLink:
    title: str
    content_type: str
    path: str


def news_feed_link(filters: dict[str, str] | None = None) -> MachineLink:
    """The feed of the active variant's news; `filters` are those of the list that hold."""
    return MachineLink("Actualités", ATOM, with_query(reverse("news_feed"), filters))


def delegations_calendar_link() -> MachineLink:
    return MachineLink("Délégations", CALENDAR, reverse("delegations_calendar"))


def delegation_calendar_link(delegation: Any) -> MachineLink:
    return MachineLink(delegation.title, CALENDAR, reverse("delegation_calendar", args=[delegation.slug]))


def with_query(path: str, filters: dict[str, str] | None) -> str:
    return f"{path}?{urlencode(filters)}" if filters else path
