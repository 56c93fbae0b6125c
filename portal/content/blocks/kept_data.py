"""What the software keeps of visitors, told from the settings that it obeys."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from wagtail import blocks


@dataclass(frozen=True)
class KeptData:
    what: str
    why: str
    how_long: str


def kept_data() -> list[KeptData]:
    """One row for each kind of data that a visitor leaves. A term that changes in the settings changes here."""
    letters = f"jusqu’à votre départ, puis {_days(settings.LETTERS_LEFT_KEPT_DAYS)}"
    seen_to, at_most = settings.CORRESPONDENCE_HANDLED_KEPT_DAYS, settings.CORRESPONDENCE_KEPT_DAYS
    return [
        KeptData(
            "Message à une ville : nom s’il est donné, adresse électronique, texte",
            "vous répondre",
            f"{_days(seen_to)} après la réponse, {_days(at_most)} au plus",
        ),
        KeptData(
            "Erreur signalée : page, texte, adresse électronique si elle est donnée",
            "corriger la page",
            f"{_days(seen_to)} après la correction, {_days(at_most)} au plus",
        ),
        KeptData("Abonnement aux lettres : adresse électronique, choix, dates", "vous écrire", letters),
        KeptData(
            "Demande de lettres jamais confirmée : adresse électronique, choix",
            "vous laisser confirmer",
            _days(settings.LETTERS_UNCONFIRMED_KEPT_DAYS),
        ),
        KeptData(
            "Registre des envois : quelle page a été annoncée à quel abonnement",
            "ne pas l’annoncer deux fois",
            f"{_days(2 * settings.LETTERS_LOOK_BACK_DAYS)}, et jamais après l’abonnement",
        ),
    ]


def _days(number: int) -> str:
    return f"{number}\u00a0jour{'s' if number > 1 else ''}"


class KeptDataBlock(blocks.StaticBlock):
    """A table without a field: nobody can promise there what the software does not do."""

    class Meta:
        icon = "time"
        label = "Ce que le portail garde"
        group = "Texte"
        template = "blocks/kept_data.html"
        preview_value = None
        description = "Le tableau des données gardées et de leurs durées, tiré des réglages du portail."
        admin_text = "Le tableau se remplit seul, d’après les réglages du portail."

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        return {**super().get_context(value, parent_context), "rows": kept_data()}
