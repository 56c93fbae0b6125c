"""How long what citizens wrote is kept: so many days after it was seen to, and never longer than the whole term."""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.db.models import Q
from django.utils import timezone

from portal.correspondence.mailing import MODELS
from portal.correspondence.models import Correspondence


def purge() -> dict[str, int]:
    """Deletes what is past its term; how many of each kind."""
    now = timezone.now()
    handled_before = now - dt.timedelta(days=settings.CORRESPONDENCE_HANDLED_KEPT_DAYS)
    received_before = now - dt.timedelta(days=settings.CORRESPONDENCE_KEPT_DAYS)
    handled = Q(state=Correspondence.State.HANDLED, handled_at__lt=handled_before)
    past = handled | Q(received_at__lt=received_before)
    return {
        str(model._meta.verbose_name_plural): model._default_manager.filter(past).delete()[0]
        for model in MODELS.values()
    }
