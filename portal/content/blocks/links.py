"""Blocks of links."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from wagtail import blocks

from portal.content.api_fields import describe_page


class LinkedPageChooserBlock(blocks.PageChooserBlock):
    """Tells the API the page that a reader of this tree is led to."""

    def get_api_representation(self, value: Any, context: Any = None) -> Any:
        return value and describe_page(value.pk, context["request"])


class LinkBlock(blocks.StructBlock):
    """One link, to a page of the portal or to another site."""

    label = blocks.CharBlock(label="Intitulé", max_length=150)
    page = LinkedPageChooserBlock(label="Page du portail", required=False)
    url = blocks.URLBlock(label="Adresse d’un autre site", required=False)

    class Meta:
        icon = "link"
        label = "Lien"

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if bool(cleaned.get("page")) == bool(cleaned.get("url")):
            raise blocks.StructBlockValidationError(
                block_errors={
                    "url": ValidationError("Choisissez une page du portail ou donnez une adresse, l’un des deux.")
                }
            )
        return cleaned


class LinkListBlock(blocks.StructBlock):
    """A few links under one heading."""

    heading = blocks.CharBlock(label="Titre", max_length=120, required=False)
    links = blocks.ListBlock(LinkBlock(), label="Liens", min_num=1)

    class Meta:
        icon = "list-ul"
        label = "Liste de liens"
        group = "Liens"
        template = "blocks/link_list.html"
        description = "Quelques liens sous un même titre."
        preview_value = {
            "heading": "Pour aller plus loin",
            "links": [{"label": "Le site de la ville", "url": "https://www.example.org/"}],
        }
