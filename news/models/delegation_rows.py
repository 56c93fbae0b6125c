"""What a mission is made of, row by row: who took part, whom they met, who paid, what was promised."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, PageChooserPanel
from wagtail.api import APIField
from wagtail.models import Orderable, TranslatableMixin

from portal.content.api_fields import CityField, DocumentField, LinkedPageField, ProgrammeField
from portal.localization.fields import prose, shared
from portal.twinning.models import City, FundingProgramme


class DelegationMember(TranslatableMixin, Orderable):
    """Somebody who takes part in the mission, with the office as that person bears it."""

    page = ParentalKey("news.DelegationPage", on_delete=models.CASCADE, related_name="members")
    name = models.CharField("nom", max_length=150)
    office = models.CharField("fonction", max_length=200, blank=True, help_text="Telle que la personne la porte.")
    institution = models.ForeignKey(
        "news.InstitutionPage",
        verbose_name="institution",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    translatable_fields = shared("sort_order", "name", "office", "institution")
    api_fields = ["name", "office", APIField("institution", serializer=LinkedPageField())]
    panels = [FieldRowPanel([FieldPanel("name"), FieldPanel("office")]), PageChooserPanel("institution")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = "membre"

    def __str__(self) -> str:
        return self.name


class DelegationStop(TranslatableMixin, Orderable):
    """One meeting or visit of the programme, at the host city's time."""

    page = ParentalKey("news.DelegationPage", on_delete=models.CASCADE, related_name="stops")
    day_on = models.DateField("jour", null=True, blank=True, help_text="Laissez vide si le jour n’est pas connu.")
    starts_at = models.TimeField("de", null=True, blank=True, help_text="Heure de la ville qui reçoit.")
    ends_at = models.TimeField("à", null=True, blank=True)
    place = models.CharField("lieu", max_length=200, blank=True)
    institution = models.ForeignKey(
        "news.InstitutionPage",
        verbose_name="institution rencontrée",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    summary = models.TextField("en bref", max_length=600, blank=True)
    translatable_fields = [
        *prose("summary"),
        *shared("sort_order", "day_on", "starts_at", "ends_at", "place", "institution"),
    ]
    api_fields = [
        "day_on",
        "starts_at",
        "ends_at",
        "place",
        APIField("institution", serializer=LinkedPageField()),
        "summary",
    ]
    panels = [
        FieldRowPanel([FieldPanel("day_on"), FieldPanel("starts_at"), FieldPanel("ends_at")]),
        FieldPanel("place"),
        PageChooserPanel("institution"),
        FieldPanel("summary"),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = "étape"

    def __str__(self) -> str:
        return self.place or str(self.day_on or "")

    def clean(self) -> None:
        super().clean()
        if self.starts_at and self.ends_at and self.ends_at < self.starts_at:
            raise ValidationError({"ends_at": "La fin vient après le début. Corrigez l’une des deux heures."})

    def starts_at_in(self, zone: ZoneInfo) -> dt.datetime | None:
        """The beginning as an instant, the host city's zone given; None when the day or the hour is not known."""
        if self.day_on is None or self.starts_at is None:
            return None
        return dt.datetime.combine(self.day_on, self.starts_at, tzinfo=zone)


class DelegationFunding(TranslatableMixin, Orderable):
    """A sum that pays for the mission, and the share of it that each city bears."""

    class Currency(models.TextChoices):
        CAD = "CAD", "dollars canadiens"
        EUR = "EUR", "euros"

    page = ParentalKey("news.DelegationPage", on_delete=models.CASCADE, related_name="fundings")
    programme = models.ForeignKey(
        FundingProgramme, verbose_name="programme", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    amount = models.DecimalField(
        "montant",
        max_digits=12,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
        help_text="Laissez vide si le montant n’est pas public.",
    )
    currency = models.CharField("monnaie", max_length=3, choices=Currency.choices, default=Currency.CAD)
    origin_share_percent = models.PositiveSmallIntegerField(
        "part de la ville qui part (%)", null=True, blank=True, validators=[MaxValueValidator(100)]
    )
    host_share_percent = models.PositiveSmallIntegerField(
        "part de la ville qui reçoit (%)", null=True, blank=True, validators=[MaxValueValidator(100)]
    )
    translatable_fields = shared(
        "sort_order", "programme", "amount", "currency", "origin_share_percent", "host_share_percent"
    )
    api_fields = [
        APIField("programme", serializer=ProgrammeField()),
        "amount",
        "currency",
        "origin_share_percent",
        "host_share_percent",
    ]
    panels = [
        FieldPanel("programme"),
        FieldRowPanel([FieldPanel("amount"), FieldPanel("currency")]),
        FieldRowPanel([FieldPanel("origin_share_percent"), FieldPanel("host_share_percent")]),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = "financement"

    def clean(self) -> None:
        super().clean()
        if (self.origin_share_percent or 0) + (self.host_share_percent or 0) > 100:
            raise ValidationError(
                {"host_share_percent": "Les deux parts dépassent ensemble 100 %. Corrigez l’une des deux."}
            )

    @property
    def programme_share_percent(self) -> int | None:
        """What is left for the programme; None while a city's share is not known."""
        if self.origin_share_percent is None or self.host_share_percent is None:
            return None
        return 100 - self.origin_share_percent - self.host_share_percent

    def part(self, percent: int | None) -> Decimal | None:
        """The sum that a share comes to; None while the amount or the share is not known."""
        return None if self.amount is None or percent is None else self.amount * percent / 100


class DelegationCommitment(TranslatableMixin, Orderable):
    """A promise: who owes it, due when, where it stands, and what proves it."""

    class State(models.TextChoices):
        PLANNED = "planned", "à venir"
        UNDER_WAY = "under_way", "en cours"
        KEPT = "kept", "tenu"
        DROPPED = "dropped", "abandonné"

    page = ParentalKey("news.DelegationPage", on_delete=models.CASCADE, related_name="commitments")
    description = models.TextField("engagement", max_length=400, blank=True)
    owner = models.ForeignKey(City, verbose_name="qui s’engage", on_delete=models.PROTECT, related_name="commitments")
    due_on = models.DateField("échéance", null=True, blank=True)
    state = models.CharField("état", max_length=20, choices=State.choices, default=State.PLANNED)
    proof_page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name="preuve : une actualité",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    proof_document = models.ForeignKey(
        "content.PortalDocument",
        verbose_name="preuve : un document",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    translatable_fields = [
        *prose("description"),
        *shared("sort_order", "owner", "due_on", "state", "proof_page", "proof_document"),
    ]
    api_fields = [
        "description",
        APIField("owner", serializer=CityField()),
        "due_on",
        "state",
        "is_late",
        APIField("proof_page", serializer=LinkedPageField()),
        APIField("proof_document", serializer=DocumentField()),
    ]
    panels = [
        FieldPanel("description"),
        FieldRowPanel([FieldPanel("owner"), FieldPanel("due_on"), FieldPanel("state")]),
        PageChooserPanel("proof_page", "news.NewsPage"),
        FieldPanel("proof_document"),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = "engagement"

    def __str__(self) -> str:
        return self.description[:60]

    @property
    def is_late(self) -> bool:
        is_open = self.state in (self.State.PLANNED, self.State.UNDER_WAY)
        return bool(is_open and self.due_on and self.due_on < timezone.localdate(timezone=self.owner.locale.zone))


class DelegationDocument(TranslatableMixin, Orderable):
    """A file of the mission."""

    page = ParentalKey("news.DelegationPage", on_delete=models.CASCADE, related_name="documents")
    document = models.ForeignKey(
        "content.PortalDocument", verbose_name="document", on_delete=models.CASCADE, related_name="+"
    )
    label = models.CharField("intitulé", max_length=150, blank=True)
    translatable_fields = [*prose("label"), *shared("sort_order", "document")]
    api_fields = ["label", APIField("document", serializer=DocumentField())]
    panels = [FieldPanel("document"), FieldPanel("label")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = "document"
