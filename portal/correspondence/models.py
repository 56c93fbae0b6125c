"""A message to a city, an error pointed out to it. Each city has its own row: what it answers is its own affair."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone

from portal import locales


class Correspondence(models.Model):
    """What a citizen wrote to one city, and whether somebody saw to it."""

    class State(models.TextChoices):
        TO_HANDLE = "to_handle", "à traiter"
        HANDLED = "handled", "traité"

    city = models.ForeignKey("twinning.City", verbose_name="ville", on_delete=models.PROTECT, related_name="+")
    submission = models.CharField("envoi", max_length=32, editable=False)
    variant = models.CharField("écrit depuis", max_length=10, choices=locales.LANGUAGES)
    email = models.EmailField("adresse électronique", blank=True)
    text = models.TextField("message")
    state = models.CharField("état", max_length=20, choices=State.choices, default=State.TO_HANDLE)
    received_at = models.DateTimeField("reçu le", default=timezone.now, db_index=True)
    mailed_at = models.DateTimeField("transmis le", null=True, editable=False)
    handled_at = models.DateTimeField("traité le", null=True, editable=False)
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="traité par",
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        abstract = True
        ordering = ["-received_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["submission", "city"], name="%(class)s_received_once"),
        ]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} n°\u00a0{self.pk}"

    @property
    def is_handled(self) -> bool:
        return self.state == self.State.HANDLED


class ContactMessage(Correspondence):
    """A message from the contact page. One to both cities makes two rows with the same `submission`."""

    name = models.CharField("nom", max_length=100, blank=True)
    is_to_both_cities = models.BooleanField("adressé aux deux villes", default=False)

    class Meta(Correspondence.Meta):
        verbose_name = "message"
        verbose_name_plural = "messages reçus"


class ErrorReport(Correspondence):
    """An error that somebody saw on a page, for the city that leads it."""

    page_address = models.CharField("page concernée", max_length=500)
    page = models.ForeignKey("wagtailcore.Page", null=True, editable=False, on_delete=models.SET_NULL, related_name="+")

    class Meta(Correspondence.Meta):
        verbose_name = "erreur signalée"
        verbose_name_plural = "erreurs signalées"
