"""What a citizen fills in to write to a city or to point out an error."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from portal.content import registry
from portal.correspondence.pages import find_page, local_path
from portal.public_forms.fields import EmailField, LineField, ProseField
from portal.public_forms.forms import PublicForm

BOTH = "les-deux"
LONGEST_TEXT = 5_000
NOT_A_PAGE = "Donnez l’adresse d’une page de ce portail, telle qu’on la lit en haut du navigateur."


class ContactForm(PublicForm):
    name = "contact"
    city = forms.ChoiceField(
        label="À quelle ville écrivez-vous",
        widget=forms.RadioSelect,
        error_messages={"required": "Choisissez une ville, ou les deux.", "invalid_choice": "Choisissez une ville."},
    )
    sender = LineField(
        label="Votre nom",
        max_length=100,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"max_length": "Ce nom dépasse 100 signes. Abrégez-le."},
    )
    email = EmailField(label="Votre adresse électronique", help_text="Pour vous répondre, et rien d’autre.")
    text = ProseField(label="Votre message", longest=LONGEST_TEXT, missing="Écrivez votre message.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cities = [(city.slug, city.name) for city in registry.cities().values()]
        self.fields["city"].choices = [*cities, (BOTH, "Les deux villes")]  # type: ignore[attr-defined]

    @property
    def chosen_cities(self) -> list[Any]:
        asked = self.cleaned_data["city"]
        return [city for city in registry.cities().values() if asked in (city.slug, BOTH)]


class ErrorReportForm(PublicForm):
    name = "erreur"
    page_address = LineField(
        label="Page concernée",
        max_length=500,
        help_text="L’adresse de la page où se trouve l’erreur.",
        error_messages={"required": NOT_A_PAGE, "max_length": NOT_A_PAGE},
    )
    text = ProseField(
        label="Ce qui ne va pas",
        help_text="Une faute, un lien rompu, un fait inexact, une page qui vous résiste.",
        longest=LONGEST_TEXT,
        missing="Dites en quelques mots ce qui ne va pas.",
    )
    email = EmailField(
        label="Votre adresse électronique", required=False, help_text="Si vous souhaitez une réponse, et rien d’autre."
    )

    def clean_page_address(self) -> str:
        path = local_path(self.cleaned_data["page_address"], self.request)
        if path is None:
            raise ValidationError(NOT_A_PAGE)
        return path

    @property
    def page(self) -> Any:
        return find_page(self.cleaned_data["page_address"])
