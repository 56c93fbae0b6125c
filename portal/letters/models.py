"""Who follows the twinning by e-mail, and the ledger of what was told to whom."""

from __future__ import annotations

import secrets

from django.db import models
from django.utils import timezone

from portal import locales


def new_key() -> str:
    return secrets.token_hex(16)


class Follower(models.Model):
    """An address that asked for letters. None is written to before its owner confirmed from the mailbox itself."""

    class State(models.TextChoices):
        PENDING = "pending", "à confirmer"
        CONFIRMED = "confirmed", "confirmée"
        LEFT = "left", "désabonnée"
        BOUNCED = "bounced", "injoignable"

    class Frequency(models.TextChoices):
        WEEKLY = "weekly", "Une lettre par semaine"
        AT_ONCE = "at_once", "Dès qu’une page paraît"

    email = models.EmailField("adresse électronique", unique=True)
    variant = models.CharField("variante", max_length=10, choices=locales.LANGUAGES)
    city = models.ForeignKey(
        "twinning.City", verbose_name="ville suivie", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    axes = models.ManyToManyField("twinning.CooperationAxis", verbose_name="axes suivis", blank=True, related_name="+")
    frequency = models.CharField("fréquence", max_length=10, choices=Frequency.choices, default=Frequency.WEEKLY)
    state = models.CharField("état", max_length=10, choices=State.choices, default=State.PENDING)
    key = models.CharField("clé des liens", max_length=32, default=new_key, editable=False)
    asked_at = models.DateTimeField("demandée le", default=timezone.now)
    written_to_at = models.DateTimeField("dernier courrier de confirmation", null=True)
    confirmed_at = models.DateTimeField("confirmée le", null=True)
    told_at = models.DateTimeField("dernière lettre", null=True)
    left_at = models.DateTimeField("désabonnée le", null=True)

    class Meta:
        verbose_name = "abonnement"
        verbose_name_plural = "abonnements"

    def __str__(self) -> str:
        return f"abonnement n°\u00a0{self.pk}"

    @property
    def is_confirmed(self) -> bool:
        return self.state == self.State.CONFIRMED

    @property
    def locale(self) -> locales.PortalLocale:
        return locales.by_code(self.variant) or locales.FR_CA

    @property
    def masked_email(self) -> str:
        """« c…@exemple.org »: enough for its owner, of no use to whoever was forwarded the letter."""
        local, _, domain = self.email.partition("@")
        return f"{local[:1]}…@{domain}"


class ToldPage(models.Model):
    """One line of the ledger, written before the letter leaves: this page was told to this follower, in any variant."""

    follower = models.ForeignKey(Follower, on_delete=models.CASCADE, related_name="told_pages")
    page_key = models.UUIDField("clé de la page")
    written_at = models.DateTimeField("inscrite le", default=timezone.now, db_index=True)
    sent_at = models.DateTimeField("remise le", null=True)

    class Meta:
        verbose_name = "page annoncée"
        verbose_name_plural = "pages annoncées"
        constraints = [models.UniqueConstraint(fields=["follower", "page_key"], name="told_once")]

    def __str__(self) -> str:
        return f"{self.page_key} {self.follower_id}"
