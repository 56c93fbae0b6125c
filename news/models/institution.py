from __future__ import annotations

from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.api import APIField
from wagtail.fields import StreamField
from wagtail.models import Orderable, PageManager, TranslatableMixin
from wagtail.search import index

from news.querysets import InstitutionPageQuerySet
from news.related import attach_delegations_and_news
from news.structured_data import describe_institution
from portal.content.api_fields import AxesField, CityField
from portal.content.blocks import BodyBlocks
from portal.content.models import PortalPage
from portal.content.structured_data import Node
from portal.localization.fields import prose, shared
from portal.twinning.models import City, CooperationAxis, FundingProgramme


class InstitutionPage(PortalPage):
    """A partner of the twinning. Its name is a proper name: the same in both variants."""

    class Kind(models.TextChoices):
        CITY_HALL = "city_hall", "hôtel de ville"
        AGGLOMERATION = "agglomeration", "agglomération"
        RESEARCH_CENTRE = "research_centre", "centre de recherche"
        COLLEGE = "college", "établissement d’enseignement"
        MINISTRY = "ministry", "ministère"
        COMPANY = "company", "entreprise"
        ASSOCIATION = "association", "association"

    kind = models.CharField("nature", max_length=20, choices=Kind.choices)
    side = models.ForeignKey(
        City,
        verbose_name="côté",
        on_delete=models.PROTECT,
        related_name="institutions",
        help_text="La ville dont l’institution est voisine. Pour un ministère, la ville de son pays.",
    )
    acronym = models.CharField("sigle", max_length=20, blank=True)
    other_names = models.CharField(
        "autres noms",
        max_length=250,
        blank=True,
        help_text="Autres façons de la nommer, séparées par des virgules. Servent à la reconnaître dans un communiqué.",
    )
    address = models.TextField("adresse", max_length=300, blank=True, help_text="Telle qu’on l’écrit sur place.")
    latitude = models.DecimalField(
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
    )
    longitude = models.DecimalField(
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
    )
    website = models.URLField("site", blank=True)
    email = models.EmailField("adresse électronique", blank=True)
    telephone = models.CharField("téléphone", max_length=30, blank=True)
    axes = ParentalManyToManyField(
        CooperationAxis, verbose_name="axes de coopération", blank=True, related_name="institution_pages"
    )
    programmes = ParentalManyToManyField(
        FundingProgramme, verbose_name="programmes qu’elle soutient", blank=True, related_name="institution_pages"
    )
    body = StreamField(BodyBlocks(), verbose_name="présentation", blank=True)

    objects = PageManager.from_queryset(InstitutionPageQuerySet)()

    translatable_fields = [field for field in PortalPage.translatable_fields if field.field_name != "title"] + [
        *prose("body", "contacts"),
        *shared(
            "title",
            "kind",
            "side",
            "acronym",
            "other_names",
            "address",
            "latitude",
            "longitude",
            "website",
            "email",
            "telephone",
            "axes",
            "programmes",
        ),
    ]
    api_fields = [
        *PortalPage.api_fields,
        "kind",
        APIField("side", serializer=CityField()),
        "acronym",
        "address",
        "latitude",
        "longitude",
        "website",
        "email",
        "telephone",
        APIField("axes", serializer=AxesField()),
        "body",
        "contacts",
    ]
    search_fields = [
        *PortalPage.search_fields,
        index.SearchField("acronym"),
        index.SearchField("other_names"),
        index.SearchField("body"),
        index.SearchField("get_kind_display"),
        index.SearchField("address"),
        index.FilterField("kind"),
        index.FilterField("side_id"),
    ]
    content_panels = [
        *PortalPage.content_panels[:-1],
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("kind"), FieldPanel("side"), FieldPanel("acronym")]),
                FieldPanel("other_names"),
            ],
            heading="Qui est-ce?",
        ),
        PortalPage.image_panel,
        FieldPanel("body"),
        MultiFieldPanel(
            [
                FieldPanel("address"),
                FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
                FieldPanel("website"),
                FieldRowPanel([FieldPanel("email"), FieldPanel("telephone")]),
                InlinePanel("contacts", heading="Personnes à joindre", label="personne"),
            ],
            heading="Où la trouver?",
        ),
        MultiFieldPanel(
            [
                FieldPanel("axes", widget=forms.CheckboxSelectMultiple),
                FieldPanel("programmes", widget=forms.CheckboxSelectMultiple),
            ],
            heading="Dans le jumelage",
        ),
    ]
    parent_page_types = ["news.InstitutionIndexPage"]
    subpage_types: list[str] = []
    template = "news/institution_page.html"

    class Meta:
        verbose_name = "institution partenaire"
        verbose_name_plural = "institutions partenaires"

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        attach_delegations_and_news(context, self)
        return context

    def describe(self, address: str, picture: str) -> list[Node]:
        return [describe_institution(self, address, picture)]


class InstitutionContact(TranslatableMixin, Orderable):
    """Somebody to write to at an institution, with the office as that person bears it."""

    page = ParentalKey(InstitutionPage, on_delete=models.CASCADE, related_name="contacts")
    name = models.CharField("nom", max_length=150)
    office = models.CharField("fonction", max_length=200, blank=True)
    email = models.EmailField("adresse électronique", blank=True)
    telephone = models.CharField("téléphone", max_length=30, blank=True)
    translatable_fields = shared("sort_order", "name", "office", "email", "telephone")
    api_fields = ["name", "office", "email", "telephone"]
    panels = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("office")]),
        FieldRowPanel([FieldPanel("email"), FieldPanel("telephone")]),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = "personne à joindre"

    def __str__(self) -> str:
        return self.name
