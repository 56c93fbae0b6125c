"""What shows without reading: pictures without words, headings out of order, links that say nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bs4 import BeautifulSoup
from django.utils.text import capfirst
from wagtail.blocks import StreamValue, StructValue
from wagtail.blocks.list_block import ListValue
from wagtail.fields import RichTextField, StreamField
from wagtail.images.models import AbstractImage
from wagtail.rich_text import RichText

from portal.content.blocks import LinkBlock
from portal.localization.checks import Finding

VAGUE_LINKS = frozenset(
    {
        "ici",
        "là",
        "cliquer ici",
        "cliquez ici",
        "cliquez sur ce lien",
        "suivez ce lien",
        "ce lien",
        "lien",
        "cette page",
        "en savoir plus",
        "lire la suite",
        "la suite",
        "lire plus",
        "voir",
        "voir plus",
        "plus d’informations",
        "télécharger",
    }
)
NO_ALTERNATIVE = "Cette image n’a pas de texte de remplacement. Dites ce qu’elle montre, ou dites-la décorative."
NO_LEAD_ALTERNATIVE = "L’image de tête n’a pas de texte de remplacement. Dites en une phrase ce qu’elle montre."
SKIPPED_LEVEL = "Cet intertitre est de troisième niveau, mais aucun intertitre de deuxième niveau ne le précède."
EMPTY_HEADING = "Un intertitre est vide. Écrivez-le ou supprimez-le : il se lit à voix haute dans le plan de la page."
VAGUE_LINK = "Lu seul, ce lien ne dit pas où il mène. Mettez le lien sur des mots qui nomment la page ou le fichier."
BARE_ADDRESS = "Ce lien montre une adresse. Mettez-le plutôt sur des mots qui disent ce que l’on y trouve."


def check_structure(page: Any) -> Iterator[Finding]:
    """The findings on a page as it is in memory, field by field: no query of its own."""
    if page.image_id and not page.image_alt_text.strip():
        yield Finding("Image de tête", NO_LEAD_ALTERNATIVE)
    for field in page._meta.get_fields():
        place = capfirst(str(getattr(field, "verbose_name", "")))
        if isinstance(field, RichTextField):
            # A template's own heading stands above the text.
            yield from _check_html([getattr(page, field.name) or ""], place, level=2)
        elif isinstance(field, StreamField):
            values = list(_walk(getattr(page, field.name)))
            yield from _check_pictures(values, place)
            yield from _check_html([value.source for value in values if isinstance(value, RichText)], place, level=1)
            yield from _check_link_blocks(values, place)


def _walk(value: Any) -> Iterator[Any]:
    """Every value of a stream, depth first, in the order of the page."""
    if isinstance(value, StreamValue):
        for child in value:
            yield from _walk(child.value)
    elif isinstance(value, ListValue):
        for item in value:
            yield from _walk(item)
    elif isinstance(value, StructValue):
        yield value
        for item in value.values():
            yield from _walk(item)
    else:
        yield value


def _check_pictures(values: list[Any], place: str) -> Iterator[Finding]:
    for value in values:
        is_picture = isinstance(value, AbstractImage) and hasattr(value, "contextual_alt_text")
        if is_picture and not value.decorative and not (value.contextual_alt_text or "").strip():
            yield Finding(place, NO_ALTERNATIVE, passage=value.title)


def _check_html(sources: list[str], place: str, *, level: int) -> Iterator[Finding]:
    """Headings and links of the texts of one field; `level` is that of the heading above them."""
    for source in sources:
        for tag in BeautifulSoup(source, "html.parser").find_all(["h2", "h3", "h4", "a"]):
            words = " ".join(tag.get_text().split())
            if tag.name == "a":
                yield from _check_link(words, place)
            elif not words:
                yield Finding(place, EMPTY_HEADING)
            else:
                if int(tag.name[1]) > level + 1:
                    yield Finding(place, SKIPPED_LEVEL, passage=words)
                level = int(tag.name[1])


def _check_link_blocks(values: list[Any], place: str) -> Iterator[Finding]:
    for value in values:
        if isinstance(value, StructValue) and isinstance(value.block, LinkBlock):
            yield from _check_link(value.get("label") or "", place)


def _check_link(words: str, place: str) -> Iterator[Finding]:
    if words.casefold().replace("'", "’").strip(" .…:»«>→\u00a0") in VAGUE_LINKS:
        yield Finding(place, VAGUE_LINK, passage=words)
    elif words.startswith(("http://", "https://", "www.")):
        yield Finding(place, BARE_ADDRESS, passage=words, is_sure=False)
