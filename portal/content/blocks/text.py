"""Blocks of words: text, quotation, call-out, key figures."""

from __future__ import annotations

from wagtail import blocks

FEATURES_INLINE = ["bold", "italic", "link", "document-link"]
FEATURES_TEXT = ["h2", "h3", *FEATURES_INLINE, "ol", "ul", "superscript"]


class TextBlock(blocks.RichTextBlock):
    """Running text with its headings, lists and links."""

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**{"features": FEATURES_TEXT, **kwargs})

    class Meta:
        icon = "pilcrow"
        label = "Texte"
        group = "Texte"
        template = "blocks/text.html"
        description = "Paragraphes, intertitres, listes et liens."
        preview_value = (
            "<h2>Une visite, deux laboratoires</h2><p>La délégation a passé la matinée avec les équipes de recherche, "
            "puis a rejoint <b>l’hôtel de ville</b>.</p>"
        )


class QuoteBlock(blocks.StructBlock):
    """The exact words of a person. A variant changes their typography and nothing else."""

    text = blocks.TextBlock(
        label="Citation", help_text="Les mots exacts, sans guillemets. Ils ne changent pas d’une variante à l’autre."
    )
    speaker = blocks.CharBlock(label="Personne citée", max_length=150)
    office = blocks.CharBlock(
        label="Fonction", max_length=200, required=False, help_text="Telle que la personne la porte."
    )

    class Meta:
        icon = "openquote"
        label = "Citation"
        group = "Texte"
        template = "blocks/quote.html"
        description = "Les paroles d’une personne, avec son nom et sa fonction."
        preview_value = {
            "text": "Deux villes qui se ressemblent ont beaucoup à s’apprendre.",
            "speaker": "Camille Exemple",
            "office": "responsable de la coopération",
        }


class CallOutBlock(blocks.StructBlock):
    """A short passage that stands apart: what to remember, what to do."""

    heading = blocks.CharBlock(label="Titre", max_length=120, required=False)
    text = blocks.RichTextBlock(label="Texte", features=[*FEATURES_INLINE, "ul"])

    class Meta:
        icon = "info-circle"
        label = "Encadré"
        group = "Texte"
        template = "blocks/call_out.html"
        description = "Un passage mis à part : à retenir, à savoir, à faire."
        preview_value = {
            "heading": "À retenir",
            "text": "<p>L’appel à projets se dépose avant le 1<sup>er</sup> mars.</p>",
        }


class KeyFigureBlock(blocks.StructBlock):
    """One number and what it counts."""

    value = blocks.CharBlock(label="Chiffre", max_length=20)
    label = blocks.CharBlock(label="Ce qu’il compte", max_length=120)

    class Meta:
        icon = "order"
        label = "Chiffre"


class KeyFiguresBlock(blocks.StructBlock):
    """A few numbers side by side."""

    figures = blocks.ListBlock(KeyFigureBlock(), label="Chiffres", min_num=1, max_num=6)

    class Meta:
        icon = "order"
        label = "Chiffres clés"
        group = "Texte"
        template = "blocks/key_figures.html"
        description = "De un à six nombres, chacun avec ce qu’il compte."
        preview_value = {
            "figures": [
                {"value": "2", "label": "villes"},
                {"value": "5", "label": "axes de coopération"},
                {"value": "4", "label": "jours de visites"},
            ]
        }
