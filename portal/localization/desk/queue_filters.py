"""What the queue can be narrowed to. The choice stays in the address, so that a list can be kept and sent."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from wagtail.models import Page

from portal.localization.desk.queue import QueueItem, Standing
from portal.twinning.models import City, CooperationAxis

SEE_AGAIN = "a-revoir"
STATES = {
    "a-traiter": ("à traiter", Standing.TO_READ),
    "en-retard": ("en retard", Standing.LATE),
    "pretes": ("prêtes à publier", Standing.READY),
    "publiees": ("publiées", Standing.PUBLISHED),
}
AGES = {"3": "trois jours ou plus", "7": "une semaine ou plus", "30": "un mois ou plus"}


class QueueFilters(forms.Form):
    """State, city, axis and age, all optional; what it does not know narrows nothing and is told."""

    etat = forms.ChoiceField(
        label="État",
        required=False,
        choices=[
            ("", "tous"),
            ("a-traiter", "à traiter"),
            (SEE_AGAIN, "à revoir"),
            *((key, STATES[key][0]) for key in ("en-retard", "pretes", "publiees")),
        ],
    )
    ville = forms.ChoiceField(label="Variante de", required=False)
    axe = forms.ChoiceField(label="Axe", required=False)
    age = forms.ChoiceField(label="Attend depuis", required=False, choices=[("", "toujours"), *AGES.items()])

    def __init__(self, data: Any) -> None:
        super().__init__(data, auto_id="filtre-%s")
        self.fields["ville"].choices = [("", "les deux villes"), *City.objects.values_list("slug", "name")]  # type: ignore[attr-defined]
        axes = [(axis.slug, str(axis)) for axis in CooperationAxis.objects.all()]
        self.fields["axe"].choices = [("", "tous"), *axes]  # type: ignore[attr-defined]

    def narrow(self, items: Iterable[QueueItem]) -> list[QueueItem]:
        """The items that the valid choices let through."""
        self.is_valid()
        keys = _keys_of_axis(self._chosen("axe"))
        return [item for item in items if self._lets_through(item, keys)]

    def _chosen(self, name: str) -> str:
        return str(self.cleaned_data.get(name) or "")

    def _lets_through(self, item: QueueItem, keys: set[Any] | None) -> bool:
        state, city, age = (self._chosen(name) for name in ("etat", "ville", "age"))
        if state == SEE_AGAIN and not item.to_see_again:
            return False
        if state in STATES and item.standing is not STATES[state][1]:
            return False
        if keys is not None and item.variant.translation_key not in keys:
            return False
        return (not city or item.city.slug == city) and (not age or item.days >= int(age))


def _keys_of_axis(slug: str) -> set[Any] | None:
    """The translation keys of the pages of an axis, whatever their model: a query for each model that has axes."""
    if not slug:
        return None
    models: list[tuple[Any, str]] = [
        (relation.related_model, relation.field.name)
        for relation in CooperationAxis._meta.related_objects
        if relation.many_to_many and issubclass(relation.related_model, Page)
    ]
    return {
        key
        for model, field in models
        for key in model.objects.filter(**{f"{field}__slug": slug}).values_list("translation_key", flat=True)
    }
