"""Blocks of pictures and files."""

from __future__ import annotations

from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock


class PictureBlock(blocks.StructBlock):
    """One picture with its alternative text and caption; the credit comes with the picture itself."""

    image = ImageBlock(label="Image")
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

    document = DocumentChooserBlock(label="Document")
    label = blocks.CharBlock(label="Intitulé", max_length=150)

    class Meta:
        icon = "doc-full-inverse"
        label = "Document"
        group = "Médias"
        template = "blocks/document.html"
        description = "Un fichier à télécharger."
        preview_template = "blocks/previews/document.html"
