from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable

from portal import locales
from portal.twinning.bilingual import BilingualText


class FundingProgramme(ClusterableModel):
    """A fund that pays for the cooperation: a « programme » in Québec, a « dispositif » in France."""

    name = models.CharField("nom", max_length=200, unique=True)
    acronym = models.CharField("sigle", max_length=20, blank=True)
    slug = models.SlugField("identifiant", unique=True)
    website = models.URLField("site", blank=True)
    summary_fr_ca = models.TextField("résumé, français du Québec", blank=True)
    summary_fr_fr = models.TextField("résumé, français de France", blank=True)

    summary = BilingualText()

    panels = [
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("acronym"), FieldPanel("slug")]),
        FieldPanel("website"),
        MultiFieldPanel([FieldPanel("summary_fr_ca"), FieldPanel("summary_fr_fr")], heading="Résumé"),
        InlinePanel("calls", heading="Appels à projets", label="appel"),
    ]

    class Meta:
        verbose_name = "programme de financement"
        verbose_name_plural = "programmes de financement"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.acronym or self.name


class CallForProjects(Orderable):
    """One round in which a programme takes applications, known by the period that it funds, such as 2023-2024."""

    class Status(models.TextChoices):
        ANNOUNCED = "announced", "dates non publiées"
        UPCOMING = "upcoming", "à venir"
        OPEN = "open", "ouvert"
        CLOSED = "closed", "clos"

    programme = ParentalKey(FundingProgramme, on_delete=models.CASCADE, related_name="calls")
    period = models.CharField("période financée", max_length=20, help_text="Par exemple 2023-2024.")
    opens_on = models.DateField("ouverture", null=True, blank=True)
    closes_on = models.DateField("clôture", null=True, blank=True)
    website = models.URLField("règlement", blank=True)

    panels = [
        FieldPanel("period"),
        FieldRowPanel([FieldPanel("opens_on"), FieldPanel("closes_on")]),
        FieldPanel("website"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = "appel à projets"
        verbose_name_plural = "appels à projets"

    def __str__(self) -> str:
        return f"{self.programme} {self.period}"

    def clean(self) -> None:
        super().clean()
        if self.opens_on and self.closes_on and self.closes_on < self.opens_on:
            raise ValidationError({"closes_on": "La clôture vient après l’ouverture. Corrigez l’une des deux dates."})

    @property
    def status(self) -> CallForProjects.Status:
        """By the calendars of both sides: a call is open as long as its last day is not over in either."""
        days = [timezone.localdate(timezone=locale.zone) for locale in locales.LOCALES]
        if self.closes_on and self.closes_on < min(days):
            return self.Status.CLOSED
        if self.opens_on:
            return self.Status.UPCOMING if self.opens_on > max(days) else self.Status.OPEN
        return self.Status.OPEN if self.closes_on else self.Status.ANNOUNCED
