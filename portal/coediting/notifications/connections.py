"""Connects the acts to what tells of them, and takes Wagtail's own e-mails off."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import post_save, pre_save
from wagtail import signals
from wagtail.models import Comment, CommentReply
from wagtail.users.models import UserProfile

from portal.coediting.notifications import acts
from portal.localization.tasks import variant_prepared

OWN_EMAILS_OF_WAGTAIL = (
    "submitted_notifications",
    "approved_notifications",
    "rejected_notifications",
    "updated_comments_notifications",
)


def refuse_emails_of_wagtail(sender: Any, instance: Any, **kwargs: Any) -> None:
    """The portal tells of the same events in its own words: nobody gets two e-mails about one act."""
    for name in OWN_EMAILS_OF_WAGTAIL:
        setattr(instance, name, False)


def connect() -> None:
    pre_save.connect(refuse_emails_of_wagtail, sender=UserProfile, dispatch_uid="refuse_emails_of_wagtail")
    signals.task_submitted.connect(acts.tell_of_submission, dispatch_uid="tell_of_submission")
    signals.task_approved.connect(acts.tell_of_key, dispatch_uid="tell_of_key")
    signals.task_rejected.connect(acts.tell_of_refusal, dispatch_uid="tell_of_refusal")
    signals.page_published.connect(acts.tell_of_publication, dispatch_uid="tell_of_publication")
    variant_prepared.connect(acts.tell_of_variant, dispatch_uid="tell_of_variant")
    for model in (Comment, CommentReply):
        post_save.connect(acts.tell_of_comment, sender=model, dispatch_uid=f"tell_of_{model.__name__}")
