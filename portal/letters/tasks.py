"""What happens in the background: the mail that asks to confirm, and the letters at a publication."""

from __future__ import annotations

import logging
import smtplib

from django_tasks import task

from portal.letters.mails import mail_invitation
from portal.letters.models import Follower
from portal.letters.sending import send_letters

logger = logging.getLogger(__name__)


@task()
def mail_invitation_task(pk: int) -> None:
    """Asks the owner of an address to confirm, or reminds a confirmed one of the links. Once for each request."""
    follower = Follower.objects.select_related("city").filter(pk=pk).first()
    if follower is None or follower.state not in (Follower.State.PENDING, Follower.State.CONFIRMED):
        return
    try:
        mail_invitation(follower)
    except (smtplib.SMTPException, OSError) as error:
        # Asking again is then answered at once.
        Follower.objects.filter(pk=pk).update(written_to_at=None)
        logger.warning("the invitation of follower %s did not leave: %s", pk, type(error).__name__)


@task()
def send_letters_task() -> None:
    """Tells the followers who want to know at once. Safe to run again at any time: nobody is told twice."""
    send_letters(Follower.Frequency.AT_ONCE)
