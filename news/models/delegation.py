from __future__ import annotations

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Orderable, PageManager, TranslatableMixin
from wagtail.search import index

from news.querysets import DelegationPageQuerySet
from news.related import attach_delegation_context
from news.structured_data import describe_delegation
from portal.content.blocks import PictureBlocks
from portal.content.blocks.text import FEATURES_TEXT
from portal.content.machine_links import MachineLink, delegation_calendar_link
from portal.content.models import PortalPage
from portal.content.structured_data import Node
from portal.localization.fields import prose, shared
from portal.twinning.models import City, CooperationAxis, FundingProgramme


class DelegationPage(PortalPage):
    """A mission of one city to the other: a ledger of meetings, funding and commitments."""

    class Status(models.TextChoices):
        UPCOMING = "upcoming", "à venir"
        UNDER_WAY = "under_way", "en cours"
        OVER = "over", "terminée"

    origin = models.ForeignKey(
        City, verbose_name="ville qui part", on_delete=models.PROTECT, related_name="delegations_sent"
    )
    host = models.ForeignKey(
        City, verbose_name="ville qui reçoit", on_delete=models.PROTECT, related_name="delegations_received"
    )
    starts_on = models.DateField("premier jour")
    ends_on = models.DateField("dernier jour")
    event_name = models.CharField(
        "évènement", max_length=200, blank=True, help_text="S’il y en a un, son nom officiel."
    )
    event_url = models.URLField("site de l’évènement", blank=True)
    objectives = RichTextField("objectifs", features=FEATURES_TEXT, blank=True)
    outcomes = RichTextField("ce que la mission a donné", features=FEATURES_TEXT, blank=True)
    next_steps = RichTextField("la suite", features=FEATURES_TEXT, blank=True)
    pictures = StreamField(PictureBlocks(), verbose_name="images", blank=True)
    axes = ParentalManyToManyField(
        CooperationAxis, verbose_name="axes de coopération", blank=True, related_name="delegation_pages"
    )

    objects = PageManager.from_queryset(DelegationPageQuerySet)()

    translatable_fields = [
        *PortalPage.translatable_fields,
        *prose("objectives", "outcomes", "next_steps", "pictures"),
        *prose("members", "stops", "fundings", "commitments", "documents"),
        *shared("origin", "host", "starts_on", "ends_on", "event_name", "event_url", "axes"),
    ]
    search_fields = [
        *PortalPage.search_fields,
        index.SearchField("event_name"),
        index.SearchField("objectives"),
        index.SearchField("outcomes"),
        index.FilterField("starts_on"),
    ]
    content_panels = [
        *PortalPage.content_panels[:-1],
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("origin"), FieldPanel("host")]),
                FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]),
                FieldRowPanel([FieldPanel("event_name"), FieldPanel("event_url")]),
            ],
            heading="Qui va où, et quand?",
        ),
        PortalPage.image_panel,
        FieldPanel("objectives"),
        FieldPanel("axes", widget=forms.CheckboxSelectMultiple),
        InlinePanel("members", heading="Membres", label="membre"),
        InlinePanel("stops", heading="Programme", label="étape"),
        InlinePanel("fundings", heading="Financement", label="financement"),
        InlinePanel("commitments", heading="Engagements", label="engagement"),
        FieldPanel("outcomes"),
        FieldPanel("next_steps"),
        InlinePanel("documents", heading="Documents", label="document"),
        FieldPanel("pictures"),
    ]
    parent_page_types = ["news.DelegationIndexPage"]
    subpage_types: list[str] = []
    template = "news/delegation_page.html"

    class Meta:
        verbose_name = "délégation"
        verbose_name_plural = "délégations"

    @property
    def status(self) -> DelegationPage.Status:
        """À venir, en cours or terminée, by the calendar of the host city."""
        today = timezone.localdate(timezone=self.host.locale.zone)
        if today < self.starts_on:
            return self.Status.UPCOMING
        return self.Status.UNDER_WAY if today <= self.ends_on else self.Status.OVER

    def clean(self) -> None:
        super().clean()
        errors = {}
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            errors["ends_on"] = "Le dernier jour vient après le premier. Corrigez l’une des deux dates."
        if self.origin_id and self.origin_id == self.host_id:
            errors["host"] = "Une délégation va d’une ville à l’autre. Choisissez l’autre ville."
        if errors:
            raise ValidationError(errors)

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        attach_delegation_context(context, self)
        return context

    def describe(self, address: str, picture: str) -> list[Node]:
        return [describe_delegation(self, address, picture)]

    def get_machine_links(self) -> list[MachineLink]:
        return [delegation_calendar_link(self)]


class DelegationMember(TranslatableMixin, Orderable):
    """Somebody who takes part in the mission, with the office as that person bears it."""

    page = ParentalKey(DelegationPage, on_delete=models.CASCADE, related_name="members")
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
    panels = [FieldRowPanel([FieldPanel("name"), FieldPanel("office")]), PageChooserPanel("institution")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = "membre"

    def __str__(self) -> str:
        return self.name


class DelegationStop(TranslatableMixin, Orderable):
    """One meeting or visit of the programme, at the host city's time."""

    page = ParentalKey(DelegationPage, on_delete=models.CASCADE, related_name="stops")
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

    page = ParentalKey(DelegationPage, on_delete=models.CASCADE, related_name="fundings")
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


class DelegationCommitment(TranslatableMixin, Orderable):
    """A promise: who owes it, due when, where it stands, and what proves it."""

    class State(models.TextChoices):
        PLANNED = "planned", "à venir"
        UNDER_WAY = "under_way", "en cours"
        KEPT = "kept", "tenu"
        DROPPED = "dropped", "abandonné"

    page = ParentalKey(DelegationPage, on_delete=models.CASCADE, related_name="commitments")
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

    page = ParentalKey(DelegationPage, on_delete=models.CASCADE, related_name="documents")
    document = models.ForeignKey(
        "content.PortalDocument", verbose_name="document", on_delete=models.CASCADE, related_name="+"
    )
    label = models.CharField("intitulé", max_length=150, blank=True)
    translatable_fields = [*prose("label"), *shared("sort_order", "document")]
    panels = [FieldPanel("document"), FieldPanel("label")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = "document"
