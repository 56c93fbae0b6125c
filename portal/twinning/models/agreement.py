from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable

from portal.twinning.bilingual import BilingualText


class TwinningAgreement(ClusterableModel):
    """What the cities sign, or are about to sign: an « entente » in Québec, a « convention » in France."""

    class State(models.TextChoices):
        EXPLORATION = "exploration", "en exploration"
        NEGOTIATION = "negotiation", "en négociation"
        SIGNED = "signed", "signée"
        ENDED = "ended", "arrivée à son terme"

    name = models.CharField("nom", max_length=200)
    slug = models.SlugField("identifiant", unique=True)
    parties = ParentalManyToManyField("twinning.City", verbose_name="villes", related_name="agreements")
    state = models.CharField("état", max_length=20, choices=State.choices, default=State.EXPLORATION)
    signed_on = models.DateField("signée le", null=True, blank=True)
    document = models.ForeignKey(
        "content.PortalDocument",
        verbose_name="texte signé",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="twinning_agreements",
    )
    summary_fr_ca = models.TextField("résumé, français du Québec", blank=True)
    summary_fr_fr = models.TextField("résumé, français de France", blank=True)

    summary = BilingualText()

    panels = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("slug")]),
        FieldPanel("parties"),
        FieldRowPanel([FieldPanel("state"), FieldPanel("signed_on")]),
        FieldPanel("document"),
        MultiFieldPanel([FieldPanel("summary_fr_ca"), FieldPanel("summary_fr_fr")], heading="Résumé"),
        InlinePanel("stages", heading="Étapes", label="étape"),
    ]

    class Meta:
        verbose_name = "entente ou convention de jumelage"
        verbose_name_plural = "ententes et conventions de jumelage"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        if self.state == self.State.SIGNED and not self.signed_on:
            raise ValidationError({"signed_on": "Une convention signée porte une date de signature. Indiquez-la."})


class AgreementStage(Orderable):
    """A step towards the agreement, told as precisely as it is known: a day, a month, a year, or not yet."""

    class Precision(models.TextChoices):
        DAY = "day", "au jour près"
        MONTH = "month", "au mois près"
        YEAR = "year", "à l’année près"

    agreement = ParentalKey(TwinningAgreement, on_delete=models.CASCADE, related_name="stages")
    label_fr_ca = models.CharField("intitulé, français du Québec", max_length=200)
    label_fr_fr = models.CharField("intitulé, français de France", max_length=200)
    happened_on = models.DateField("date", null=True, blank=True, help_text="Laissez vide pour une étape à venir.")
    precision = models.CharField("précision", max_length=10, choices=Precision.choices, default=Precision.DAY)

    label = BilingualText()

    panels = [
        FieldPanel("label_fr_ca"),
        FieldPanel("label_fr_fr"),
        FieldRowPanel([FieldPanel("happened_on"), FieldPanel("precision")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = "étape"
        verbose_name_plural = "étapes"

    def __str__(self) -> str:
        return self.label_fr_ca
