from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.api import APIField
from wagtail.fields import RichTextField, StreamField
from wagtail.models import PageManager
from wagtail.search import index

from news.querysets import DelegationPageQuerySet
from news.related import attach_delegation_context
from news.structured_data import describe_delegation
from portal.content.api_fields import AxesField, CityField
from portal.content.blocks import PictureBlocks
from portal.content.blocks.text import FEATURES_TEXT
from portal.content.machine_links import MachineLink, delegation_calendar_link
from portal.content.models import PortalPage
from portal.content.structured_data import Node
from portal.localization.fields import prose, shared
from portal.twinning.models import City, CooperationAxis


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
    api_fields = [
        *PortalPage.api_fields,
        APIField("origin", serializer=CityField()),
        APIField("host", serializer=CityField()),
        "starts_on",
        "ends_on",
        "status",
        "event_name",
        "event_url",
        APIField("axes", serializer=AxesField()),
        "objectives",
        "outcomes",
        "next_steps",
        "pictures",
        "members",
        "stops",
        "fundings",
        "commitments",
        "documents",
    ]
    search_fields = [
        *PortalPage.search_fields,
        index.SearchField("event_name"),
        index.SearchField("objectives"),
        index.SearchField("outcomes"),
        index.SearchField("next_steps"),
        index.RelatedFields("members", [index.SearchField("name"), index.SearchField("office")]),
        index.RelatedFields("stops", [index.SearchField("place"), index.SearchField("summary")]),
        index.RelatedFields("commitments", [index.SearchField("description")]),
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
