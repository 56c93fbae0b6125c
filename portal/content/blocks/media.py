"""Blocks of pictures and files."""

from __future__ import annotations

from typing import Any

from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock, ImageChooserBlock

from portal.content.api_fields import describe_document, describe_picture
from portal.content.pictures import CARD_FILTERS, LEAD_FILTERS


class PictureChooserBlock(ImageChooserBlock):
    """Fetches the pictures of a stream together with the sizes in which they are shown."""

    def bulk_to_python(self, values: list[int | None]) -> list[Any]:
        pictures = self.model_class.objects.prefetch_renditions(*CARD_FILTERS, *LEAD_FILTERS).in_bulk(values)
        return [pictures.get(pk) for pk in values]


class AccessibleImageBlock(ImageBlock):
    """Wagtail's image with its alternative text, at a fixed number of queries."""

    def __init__(self, required: bool = True, **kwargs: Any) -> None:
        super().__init__(required=required, **kwargs)
        chooser = PictureChooserBlock(required=required)
        chooser.set_name("image")
        self.child_blocks["image"] = chooser

    def get_api_representation(self, value: Any, context: Any = None) -> Any:
        alternative = (value and value.contextual_alt_text) or ""
        return describe_picture(value, context["request"], alternative)


class FileChooserBlock(DocumentChooserBlock):
    """Tells the API where the file is, not its number."""

    def get_api_representation(self, value: Any, context: Any = None) -> Any:
        return value and describe_document(value, context["request"])


class PictureBlock(blocks.StructBlock):
    """One picture with its alternative text and caption; the credit comes with the picture itself."""

    image = AccessibleImageBlock(label="Image")
    caption = blocks.CharBlock(label="Légende", max_length=250, required=False)

    class Meta:
        icon = "image"
        label = "Image"
        group = "Médias"
        template = "blocks/picture.html"
        description = "Une image, son texte de remplacement et sa légende."
        preview_template = "blocks/previews/picture.html"


class GalleryBlock(blocks.StructBlock):
    """Several pictures of one occasion."""

    pictures = blocks.ListBlock(PictureBlock(), label="Images", min_num=2, max_num=24)

    class Meta:
        icon = "image"
        label = "Galerie"
        group = "Médias"
        template = "blocks/gallery.html"
        description = "De deux à vingt-quatre images d’un même moment."
        preview_template = "blocks/previews/gallery.html"


class DocumentBlock(blocks.StructBlock):
    """A file to download, told by its name, kind and weight."""

    document = FileChooserBlock(label="Document")
    label = blocks.CharBlock(label="Intitulé", max_length=150)

    class Meta:
        icon = "doc-full-inverse"
        label = "Document"
        group = "Médias"
        template = "blocks/document.html"
        description = "Un fichier à télécharger."
        preview_template = "blocks/previews/document.html"
