"""The index: one row for each public page, and the words that all of them are made of."""

from __future__ import annotations

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models

from portal.twinning.models import City, CooperationAxis

MAX_WORD_CHARACTERS = 40


class SearchEntry(models.Model):
    """What the search knows of a public page. Its address is the page's own, so that nothing is to be moved."""

    wagtail_reference_index_ignore = True
    """To be found is no use of a page, nor of a city."""

    class Kind(models.TextChoices):
        NEWS = "actualites", "Actualités"
        DELEGATION = "delegations", "Délégations"
        INSTITUTION = "institutions", "Institutions"
        PAGE = "pages", "Autres pages"

    page = models.OneToOneField(
        "wagtailcore.Page", on_delete=models.CASCADE, primary_key=True, related_name="search_entry"
    )
    translation_key = models.UUIDField(db_index=True)
    locale_code = models.CharField(max_length=10)
    is_alone = models.BooleanField(default=False)
    """Whether the page is public in one tree only: readers of the other are shown it too."""
    kind = models.CharField(max_length=20, choices=Kind.choices)
    city = models.ForeignKey(City, null=True, on_delete=models.SET_NULL, related_name="+")
    happened_on = models.DateField(null=True)
    archived_at = models.DateTimeField(null=True)
    axes = models.ManyToManyField(CooperationAxis, related_name="+")
    digest = models.CharField(max_length=64)
    """Tells whether what is stored is still what the page says."""
    text = models.TextField()
    """What the page says, for the excerpts."""
    words = models.TextField()
    """Each folded word of the page and of its variant, once: what the vocabulary counts."""
    vector = SearchVectorField(null=True)
    """Filled on PostgreSQL only; SQLite has its own table."""

    class Meta:
        verbose_name = "page cherchable"
        verbose_name_plural = "pages cherchables"
        indexes = [
            GinIndex(fields=["vector"], name="search_entry_vector"),
            models.Index(fields=["locale_code", "happened_on"], name="search_entry_date"),
        ]

    def __str__(self) -> str:
        return f"{self.locale_code} {self.translation_key}"


class SearchWord(models.Model):
    """A folded word, and how many public pages hold it."""

    word = models.CharField(max_length=MAX_WORD_CHARACTERS, primary_key=True)
    stem = models.CharField(max_length=MAX_WORD_CHARACTERS, db_index=True)
    shown = models.CharField(max_length=MAX_WORD_CHARACTERS * 2)
    """As a page writes it, accents included."""
    pages = models.IntegerField(default=0)

    class Meta:
        verbose_name = "mot cherchable"
        verbose_name_plural = "mots cherchables"
        indexes = [GinIndex(fields=["word"], name="search_word_trigrams", opclasses=["gin_trgm_ops"])]

    def __str__(self) -> str:
        return self.shown


class SearchFragment(models.Model):
    """A word, or a word less one letter: two words that share a fragment are at most a fault or two apart."""

    fragment = models.CharField(max_length=MAX_WORD_CHARACTERS)
    word = models.ForeignKey(SearchWord, on_delete=models.CASCADE, related_name="fragments")

    class Meta:
        verbose_name = "fragment de mot"
        verbose_name_plural = "fragments de mots"
        constraints = [models.UniqueConstraint(fields=["fragment", "word"], name="search_fragment_once")]

    def __str__(self) -> str:
        return self.fragment
