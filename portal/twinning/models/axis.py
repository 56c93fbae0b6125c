from __future__ import annotations

from django.db import models
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from portal.twinning.bilingual import BilingualText


class CooperationAxis(models.Model):
    """A subject on which the two cities work together, such as green chemistry or mine tailings."""

    name = models.CharField("nom", max_length=100, unique=True, help_text="Le même des deux côtés.")
    slug = models.SlugField("identifiant", unique=True)
    sort_order = models.PositiveSmallIntegerField("ordre", default=0)
    summary_fr_ca = models.TextField("résumé, français du Québec", blank=True)
    summary_fr_fr = models.TextField("résumé, français de France", blank=True)

    summary = BilingualText()

    panels = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("slug"), FieldPanel("sort_order")]),
        MultiFieldPanel([FieldPanel("summary_fr_ca"), FieldPanel("summary_fr_fr")], heading="Résumé"),
    ]

    class Meta:
        verbose_name = "axe de coopération"
        verbose_name_plural = "axes de coopération"
        ordering = ["sort_order", "name"]

    def __str__(self) -> str:
        return self.name
