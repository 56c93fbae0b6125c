from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.db import models
from django.utils import timezone
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.api import APIField
from wagtail.fields import StreamField
from wagtail.models import Orderable, PageManager, TranslatableMixin
from wagtail.search import index

from news.querysets import NewsPageQuerySet
from news.related import attach_institutions_and_delegations
from news.structured_data import describe_news
from portal.content.api_fields import AxesField, LinkedPageField
from portal.content.blocks import BodyBlocks
from portal.content.models import PortalPage
from portal.content.structured_data import Node
from portal.localization.fields import prose, shared
from portal.twinning.models import CooperationAxis, FundingProgramme


def today() -> dt.date:
    return timezone.localdate()


class NewsPage(PortalPage):
    """What a city tells the citizens of both."""

    published_on = models.DateField("date de l’actualité", default=today)
    concerns_one_city = models.BooleanField(
        "ne concerne que la ville qui l’écrit",
        default=False,
        help_text="Un avis local : la clé de cette ville suffit, et la page le dit.",
    )
    body = StreamField(BodyBlocks(), verbose_name="texte", blank=True)
    axes = ParentalManyToManyField(
        CooperationAxis, verbose_name="axes de coopération", blank=True, related_name="news_pages"
    )
    programmes = ParentalManyToManyField(
        FundingProgramme, verbose_name="programmes de financement", blank=True, related_name="news_pages"
    )

    objects = PageManager.from_queryset(NewsPageQuerySet)()

    translatable_fields = [
        *PortalPage.translatable_fields,
        *prose("body", "related_delegations", "related_institutions"),
        *shared("published_on", "concerns_one_city", "axes", "programmes"),
    ]
    api_fields = [
        *PortalPage.api_fields,
        "published_on",
        "concerns_one_city",
        APIField("axes", serializer=AxesField()),
        "body",
        "related_delegations",
        "related_institutions",
    ]
    search_fields = [*PortalPage.search_fields, index.SearchField("body"), index.FilterField("published_on")]
    content_panels = [
        *PortalPage.content_panels[:-1],
        FieldPanel("published_on"),
        FieldPanel("concerns_one_city"),
        PortalPage.image_panel,
        FieldPanel("body"),
        MultiFieldPanel(
            [
                FieldPanel("axes", widget=forms.CheckboxSelectMultiple),
                FieldPanel("programmes", widget=forms.CheckboxSelectMultiple),
                InlinePanel("related_delegations", heading="Délégations", label="délégation"),
                InlinePanel("related_institutions", heading="Institutions partenaires", label="institution"),
            ],
            heading="De quoi parle cette actualité?",
        ),
    ]
    parent_page_types = ["news.NewsIndexPage"]
    subpage_types: list[str] = []
    template = "news/news_page.html"
    open_graph_type = "article"

    class Meta:
        verbose_name = "actualité"
        verbose_name_plural = "actualités"
        indexes = [models.Index(fields=["-published_on", "-page_ptr"], name="news_latest_first")]

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        attach_institutions_and_delegations(context, self)
        return context

    def describe(self, address: str, picture: str) -> list[Node]:
        return [describe_news(self, address, picture)]


class NewsPageDelegation(TranslatableMixin, Orderable):
    """A delegation that a news item speaks of, whichever tree it is chosen in."""

    page = ParentalKey(NewsPage, on_delete=models.CASCADE, related_name="related_delegations")
    delegation = models.ForeignKey(
        "news.DelegationPage", verbose_name="délégation", on_delete=models.CASCADE, related_name="+"
    )
    translatable_fields = shared("sort_order", "delegation")
    api_fields = [APIField("delegation", serializer=LinkedPageField())]
    panels = [PageChooserPanel("delegation")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = "délégation dont parle l’actualité"


class NewsPageInstitution(TranslatableMixin, Orderable):
    """An institution that a news item speaks of, whichever tree it is chosen in."""

    page = ParentalKey(NewsPage, on_delete=models.CASCADE, related_name="related_institutions")
    institution = models.ForeignKey(
        "news.InstitutionPage", verbose_name="institution", on_delete=models.CASCADE, related_name="+"
    )
    translatable_fields = shared("sort_order", "institution")
    api_fields = [APIField("institution", serializer=LinkedPageField())]
    panels = [PageChooserPanel("institution")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = "institution dont parle l’actualité"
