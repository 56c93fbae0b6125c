"""How long addresses are kept once they serve nobody any more."""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.db.models import Q
from django.utils import timezone

from portal.letters.models import Follower, ToldPage


def purge() -> dict[str, int]:
    """Erases addresses never confirmed, left or bounced, and old lines of the ledger; how many of each."""
    now = timezone.now()
    unconfirmed = Q(
        state=Follower.State.PENDING, asked_at__lt=now - dt.timedelta(days=settings.LETTERS_UNCONFIRMED_KEPT_DAYS)
    )
    gone = Q(
        state__in=(Follower.State.LEFT, Follower.State.BOUNCED),
        left_at__lt=now - dt.timedelta(days=settings.LETTERS_LEFT_KEPT_DAYS),
    )
    # A page is told within the look-back only: beyond twice that, its lines protect nobody.
    old = now - dt.timedelta(days=2 * settings.LETTERS_LOOK_BACK_DAYS)
    return {
        "adresses jamais confirmées": _erase(unconfirmed),
        "adresses désabonnées ou injoignables": _erase(gone),
        "lignes du registre des envois": ToldPage.objects.filter(written_at__lt=old).delete()[0],
    }


def _erase(condition: Q) -> int:
    pks = list(Follower.objects.filter(condition).values_list("pk", flat=True))
    return Follower.objects.filter(condition, pk__in=pks).delete()[1].get("letters.Follower", 0)
