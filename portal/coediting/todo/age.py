"""How long ago, and how soon, as a person says it."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone
from django.utils.timesince import timesince, timeuntil

MINUTE = dt.timedelta(minutes=1)


def since(moment: dt.datetime) -> str:
    """« depuis 3 jours »."""
    if timezone.now() - moment < MINUTE:
        return "depuis un instant"
    return f"depuis {timesince(moment, depth=1)}"


def until(moment: dt.datetime) -> str:
    """« dans 3 jours »."""
    return f"dans {timeuntil(moment, depth=1)}"


def overdue(day: dt.date, today: dt.date) -> str:
    """« en retard de 3 jours »."""
    days = (today - day).days
    return f"en retard de {days}\u00a0{'jours' if days > 1 else 'jour'}"
