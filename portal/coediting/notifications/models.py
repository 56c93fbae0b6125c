"""What people are told, and how often each wants to hear it."""

from __future__ import annotations

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import OuterRef, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils import timezone


class Kind(models.TextChoices):
    """What a person may be told of; the label is what the preferences call it."""

    SUBMITTED = "submitted", "une page attend la clé de ma ville"
    KEY_GIVEN = "key_given", "une ville a donné sa clé à ma page"
    REFUSED = "refused", "ma page m’est renvoyée avec un commentaire"
    PUBLISHED = "published", "ma page est publiée"
    VARIANT_TO_REVIEW = "variant_to_review", "une variante attend ma relecture"
    VARIANT_LATE = "variant_late", "l’origine d’une variante publiée a changé"
    MENTIONED = "mentioned", "un commentaire me nomme ou répond au mien"


class Pace(models.TextChoices):
    IMMEDIATELY = "immediately", "tout de suite"
    DAILY = "daily", "une fois par jour, en un seul courriel"
    NEVER = "never", "jamais"


class NotificationPreference(models.Model):
    """How often a person wants to be told of a kind of event; without a row, at once."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notification_preferences"
    )
    kind = models.CharField("évènement", max_length=20, choices=Kind.choices)
    pace = models.CharField("quand", max_length=20, choices=Pace.choices, default=Pace.IMMEDIATELY)

    class Meta:
        verbose_name = "préférence de courriel"
        verbose_name_plural = "préférences de courriel"
        constraints = [models.UniqueConstraint(fields=["user", "kind"], name="one_pace_for_each_kind")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} : {self.get_pace_display()}"


class NotificationQuerySet(models.QuerySet["Notification"]):
    def at_pace(self, pace: Pace) -> Self:
        """Those whose reader wants to hear of them at a pace, as the preferences say now."""
        chosen = NotificationPreference.objects.filter(user=OuterRef("recipient"), kind=OuterRef("kind"))
        return self.annotate(pace=Coalesce(Subquery(chosen.values("pace")), Value(Pace.IMMEDIATELY.value))).filter(
            pace=pace
        )

    def waiting(self) -> Self:
        return self.filter(state=Notification.State.WAITING)

    def due(self) -> Self:
        """Waiting, and past the pause that follows a failure."""
        return self.waiting().filter(not_before__lte=timezone.now())


class Notification(models.Model):
    """Something that one person is told once. Written in the transaction of the act, sent afterwards."""

    class State(models.TextChoices):
        WAITING = "waiting", "à envoyer"
        SENDING = "sending", "envoi commencé"
        SENT = "sent", "envoyé"
        DROPPED = "dropped", "sans objet"
        FAILED = "failed", "abandonné après plusieurs essais"

    recipient = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notifications")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="+")
    revision = models.ForeignKey("wagtailcore.Revision", null=True, on_delete=models.SET_NULL, related_name="+")
    """The text that the reader is told of: of the page, or of a variant's source."""
    former_revision = models.ForeignKey("wagtailcore.Revision", null=True, on_delete=models.SET_NULL, related_name="+")
    """What was public before, to show the difference from it; None for a page that was never published."""
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    city = models.ForeignKey("twinning.City", null=True, on_delete=models.CASCADE, related_name="+")
    """The city whose key was awaited, given or refused."""
    comment = models.TextField(blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    state = models.CharField(max_length=20, choices=State.choices, default=State.WAITING)
    claim = models.UUIDField(null=True)
    """The sending that took charge of it: its e-mail carries it, so that a mail server knows a second copy."""
    not_before = models.DateTimeField(default=timezone.now)
    sent_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    error = models.TextField(blank=True)

    objects = NotificationQuerySet.as_manager()

    class Meta:
        verbose_name = "avis par courriel"
        verbose_name_plural = "avis par courriel"
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["state", "not_before"], name="notification_due"),
            models.Index(fields=["claim"], name="notification_claim"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} ({self.get_state_display()})"

    def same_told(self) -> Any:
        """The notifications that told the same person of the same kind of event on the same page."""
        return Notification.objects.filter(recipient_id=self.recipient_id, kind=self.kind, page_id=self.page_id)
