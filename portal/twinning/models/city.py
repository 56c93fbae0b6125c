from __future__ import annotations

from django.contrib.auth.models import Group
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from portal import locales

GROUP_FIELDS = ("editors", "approvers", "reviewers", "account_managers")


class City(models.Model):
    """One of the two twinned cities. It leads the pages of its variant and holds one of the two keys."""

    class Country(models.TextChoices):
        CANADA = "CA", "Canada (Québec)"
        FRANCE = "FR", "France"

    name = models.CharField("nom", max_length=100, unique=True)
    slug = models.SlugField("identifiant", unique=True, help_text="Ne change plus une fois la ville créée.")
    country = models.CharField("pays", max_length=2, choices=Country.choices)
    locale_code = models.CharField(
        "variante", max_length=10, unique=True, choices=locales.LANGUAGES, help_text="Le français que la ville écrit."
    )
    time_zone = models.CharField(
        "fuseau horaire", max_length=40, choices=[(locale.time_zone, locale.time_zone) for locale in locales.LOCALES]
    )
    latitude = models.DecimalField(
        max_digits=8, decimal_places=5, validators=[MinValueValidator(-90), MaxValueValidator(90)]
    )
    longitude = models.DecimalField(
        max_digits=8, decimal_places=5, validators=[MinValueValidator(-180), MaxValueValidator(180)]
    )
    colour = models.CharField(
        "couleur", max_length=20, choices=[("serpentine", "vert serpentine"), ("ochre", "rouge ocre")]
    )
    website = models.URLField("site de la ville", blank=True)
    contact_email = models.EmailField(
        "adresse où arrive le courrier des citoyens",
        blank=True,
        help_text="Tant qu’elle est vide, le courrier arrive à chaque personne de la rédaction.",
    )
    answer_within_days = models.PositiveSmallIntegerField(
        "délai de réponse annoncé",
        default=10,
        validators=[MinValueValidator(1), MaxValueValidator(90)],
        help_text="En jours ouvrables. Dit à qui écrit à la ville.",
    )
    editors = models.ForeignKey(
        Group, verbose_name="rédaction", null=True, blank=True, on_delete=models.PROTECT, related_name="edits_for"
    )
    approvers = models.ForeignKey(
        Group, verbose_name="approbation", null=True, blank=True, on_delete=models.PROTECT, related_name="approves_for"
    )
    reviewers = models.ForeignKey(
        Group,
        verbose_name="révision des variantes",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="reviews_for",
    )
    account_managers = models.ForeignKey(
        Group,
        verbose_name="gestion des comptes",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="manages_accounts_for",
    )
    collection = models.ForeignKey(
        "wagtailcore.Collection",
        verbose_name="collection",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Où la ville range ses images et ses documents.",
    )

    panels = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("slug")]),
        FieldRowPanel([FieldPanel("country"), FieldPanel("locale_code"), FieldPanel("time_zone")]),
        FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude"), FieldPanel("colour")]),
        FieldPanel("website"),
        MultiFieldPanel([FieldPanel("contact_email"), FieldPanel("answer_within_days")], heading="Courrier"),
        MultiFieldPanel(
            # Who names a city's approvers holds its key: for the technical administrator alone.
            [FieldPanel(name, permission="auth.change_group") for name in GROUP_FIELDS],
            heading="Groupes",
        ),
    ]

    class Meta:
        verbose_name = "ville jumelée"
        verbose_name_plural = "villes jumelées"
        ordering = ["locale_code"]

    def __str__(self) -> str:
        return self.name

    @property
    def locale(self) -> locales.PortalLocale:
        return locales.of_city(self.slug)
