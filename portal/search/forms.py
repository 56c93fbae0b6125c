"""What may be asked: words, a kind of page, a city, an axis, a year. A value that is no choice is ignored."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Max, Min

from portal.content import registry
from portal.content.kept import kept
from portal.search.models import SearchEntry
from portal.search.understanding import MAX_CHARACTERS, clean


class SearchForm(forms.Form):
    """The names are those of the address."""

    q = forms.CharField(
        label="Mots à chercher",
        required=False,
        widget=forms.TextInput(
            attrs={"type": "search", "maxlength": MAX_CHARACTERS, "autocomplete": "off", "enterkeyhint": "search"}
        ),
    )
    type = forms.ChoiceField(required=False, widget=forms.HiddenInput)
    ville = forms.ChoiceField(label="Ville", required=False)
    axe = forms.ChoiceField(label="Axe", required=False)
    annee = forms.ChoiceField(label="Année", required=False)
    filter_names = ("ville", "axe", "annee")

    def __init__(self, data: Any) -> None:
        super().__init__({name: clean(data.get(name, "")) for name in self.base_fields})
        cities = [(city.slug, city.name) for city in registry.cities().values()]
        axes = [(axis.slug, axis.name) for axis in registry.axes().values()]
        choices = {
            "type": SearchEntry.Kind.choices,
            "ville": [("", "Les deux villes"), *cities],
            "axe": [("", "Tous les axes"), *axes],
            "annee": [("", "Toutes les années"), *((str(year), str(year)) for year in years())],
        }
        for name, known in choices.items():
            self.fields[name].choices = known  # type: ignore[attr-defined]

    @property
    def asked(self) -> dict[str, str]:
        """What holds, by name: what the address carries from page to page."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}

    @property
    def filters(self) -> list[forms.BoundField]:
        return [self[name] for name in self.filter_names]


def years() -> list[int]:
    """From the latest to the first that a page tells of."""
    bounds = kept("search_years", _bounds)
    return list(range(bounds["last"].year, bounds["first"].year - 1, -1)) if bounds["last"] else []


def _bounds() -> dict[str, Any]:
    return SearchEntry.objects.aggregate(first=Min("happened_on"), last=Max("happened_on"))
