"""The filters above each list: kept in the address, forgiving of what they do not know."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Max, Min

from portal.content import registry
from portal.content.kept import kept


class ListingFilterForm(forms.Form):
    """Filters of a list. A value that is not among the choices is ignored, as if it had not been asked for."""

    year_field: str | None = None

    def __init__(self, data: Any, queryset: Any, locale_code: str) -> None:
        super().__init__(data)
        self.queryset = queryset
        self.locale_code = locale_code
        for name, choices in self.choices().items():
            self.fields[name].choices = choices  # type: ignore[attr-defined]

    def choices(self) -> dict[str, list[tuple[str, str]]]:
        cities = [("", "Les deux villes"), *((city.slug, city.name) for city in registry.cities().values())]
        axes = [("", "Tous les axes"), *((axis.slug, axis.name) for axis in registry.axes().values())]
        return {"city": cities, "axis": axes, **self.year_choices()}

    def year_choices(self) -> dict[str, list[tuple[str, str]]]:
        if self.year_field is None:
            return {}
        years = [str(year) for year in self._kept("years", self._find_years)]
        return {"year": [("", "Toutes les années"), *zip(years, years, strict=True)]}

    def _find_years(self) -> list[int]:
        bounds = self.queryset.aggregate(first=Min(self.year_field), last=Max(self.year_field))
        return list(range(bounds["last"].year, bounds["first"].year - 1, -1)) if bounds["last"] else []

    def count(self) -> int:
        """How many pages the filters let through. Kept: choices are few, pages are many."""
        asked = "_".join(f"{name}={value}" for name, value in sorted(self.asked.items()))
        number: int = self._kept(f"number_{asked}", lambda: self.apply().order_by().count())
        return number

    def _kept(self, name: str, build: Any) -> Any:
        return kept(f"{self.queryset.model._meta.model_name}_{self.locale_code}_{name}", build)

    @property
    def asked(self) -> dict[str, str]:
        """The filters that hold: name and value, for the address and the « effacer » link."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}

    def apply(self) -> Any:
        queryset = self.queryset
        for name, value in self.asked.items():
            queryset = getattr(self, f"filter_{name}")(queryset, value)
        return queryset

    def filter_city(self, queryset: Any, slug: str) -> Any:
        return queryset.for_city(slug)

    def filter_axis(self, queryset: Any, slug: str) -> Any:
        return queryset.about_axis(slug)

    def filter_year(self, queryset: Any, year: str) -> Any:
        return queryset.of_year(int(year))


class NewsFilterForm(ListingFilterForm):
    year_field = "published_on"
    city = forms.ChoiceField(label="Ville qui écrit", required=False)
    axis = forms.ChoiceField(label="Axe", required=False)
    year = forms.ChoiceField(label="Année", required=False)


class DelegationFilterForm(ListingFilterForm):
    year_field = "starts_on"
    city = forms.ChoiceField(label="Ville qui part", required=False)
    axis = forms.ChoiceField(label="Axe", required=False)
    year = forms.ChoiceField(label="Année", required=False)

    def filter_city(self, queryset: Any, slug: str) -> Any:
        return queryset.filter(origin__slug=slug)


class InstitutionFilterForm(ListingFilterForm):
    city = forms.ChoiceField(label="Côté", required=False)
    kind = forms.ChoiceField(label="Nature", required=False)
    axis = forms.ChoiceField(label="Axe", required=False)

    def choices(self) -> dict[str, list[tuple[str, str]]]:
        kinds = self.queryset.model.Kind.choices
        return {**super().choices(), "kind": [("", "Toutes"), *((value, label) for value, label in kinds)]}

    def filter_city(self, queryset: Any, slug: str) -> Any:
        return queryset.on_side_of(slug)

    def filter_kind(self, queryset: Any, kind: str) -> Any:
        return queryset.of_kind(kind)
