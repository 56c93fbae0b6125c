"""What goes out in the background after an act."""

from __future__ import annotations

from django_tasks import task


@task()
def send_notifications_task() -> None:
    """Sends whatever is due. Safe to run again, twice at once, or to be killed."""
    from portal.coediting.notifications.delivery import send_due

    send_due()
