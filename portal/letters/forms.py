"""What a follower chooses: address, variant, city, axes, how often."""

from __future__ import annotations

from typing import Any

from django import forms

from portal import locales
from portal.content import registry
from portal.letters.models import Follower
from portal.public_forms.fields import EmailField
from portal.public_forms.forms import PublicForm

BOTH = ""
CHOOSE = "Choisissez une des réponses proposées."


def choice(label: str, **kwargs: Any) -> forms.ChoiceField:
    messages = {"required": CHOOSE, "invalid_choice": CHOOSE}
    return forms.ChoiceField(label=label, widget=forms.RadioSelect, error_messages=messages, **kwargs)


class PreferencesForm(PublicForm):
    """Used by a follower's signed link too."""

    name = "preferences"
    frequency = choice("Combien de fois", choices=Follower.Frequency.choices)
    city = forms.ChoiceField(
        label="De quelle ville", required=False, widget=forms.RadioSelect, error_messages={"invalid_choice": CHOOSE}
    )
    axes = forms.MultipleChoiceField(
        label="Sur quels axes",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Sans choix, vous recevez tout.",
        error_messages={"invalid_choice": CHOOSE},
    )
    variant = choice("Dans quel français", choices=locales.LANGUAGES)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cities = [(city.slug, city.name) for city in registry.cities().values()]
        self.fields["city"].choices = [(BOTH, "Les deux villes"), *cities]  # type: ignore[attr-defined]
        self.fields["axes"].choices = [(axis.slug, axis.name) for axis in registry.axes().values()]  # type: ignore[attr-defined]

    @property
    def preferences(self) -> dict[str, Any]:
        """`variant`, `frequency`, `city` (None for both) and `axes`, as the actions take them."""
        data = self.cleaned_data
        return {
            "variant": data["variant"],
            "frequency": data["frequency"],
            "city": next((city for city in registry.cities().values() if city.slug == data["city"]), None),
            "axes": [axis for axis in registry.axes().values() if axis.slug in data["axes"]],
        }


class FollowForm(PreferencesForm):
    name = "suivre"
    email = EmailField(
        label="Votre adresse électronique", help_text="Pour vous écrire, et rien d’autre. Vous confirmez d’abord."
    )
    field_order = ("token", "website", "email")


def preferences_of(follower: Follower) -> dict[str, Any]:
    """What the form shows of a follower."""
    return {
        "variant": follower.variant,
        "frequency": follower.frequency,
        "city": follower.city.slug if follower.city else BOTH,
        "axes": [axis.slug for axis in follower.axes.all()],
    }
