"""Tells a city, in the background, what a citizen wrote to it."""

from __future__ import annotations

from django.apps import apps
from django_tasks import task

from portal.correspondence.mailing import mail_to_city


@task()
def mail_correspondence_task(label: str, pk: int) -> None:
    """Mails one letter, unless it was mailed already. Safe to run again at any time."""
    mail_to_city(apps.get_model(label), pk)
