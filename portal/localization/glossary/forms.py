"""What people type about the glossary: an entry, a decision, a text to try, a file."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from wagtail.admin.forms import WagtailAdminModelForm

from portal.localization.glossary.changes import announce_change
from portal.localization.models import GlossaryEntry
from portal.variants import Variant

MAX_TRIAL_CHARACTERS = 5_000
CHANGED_SINCE = (
    "Quelqu’un d’autre a modifié cette entrée pendant que vous y travailliez. Votre texte est gardé ici : "
    "comparez-le avec l’entrée, puis enregistrez de nouveau pour le mettre à la place."
)


class GlossaryEntryForm(WagtailAdminModelForm):
    """Remembers the version that was opened, so that nobody overwrites what they have not seen."""

    data: Any
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["seen"] = self.instance.version

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        if self.instance.pk and cleaned.get("seen") != self.instance.version:
            # The next attempt is made in knowledge of the other's text.
            self.data = self.data.copy()
            self.data[self.add_prefix("seen")] = str(self.instance.version)
            raise ValidationError(CHANGED_SINCE)
        return cleaned

    def save(self, commit: bool = True) -> GlossaryEntry:
        is_new = self.instance.pk is None
        lost: set[Variant] = set()
        if is_new:
            self.instance.proposed_by = self.for_user
        else:
            lost = self.instance.reword(self.changed_data, self.for_user)
        entry: GlossaryEntry = super().save(commit)
        if commit:
            announce_change(*lost)
        return entry


class DecisionForm(forms.Form):
    """One decision on one direction."""

    target = forms.ChoiceField(choices=[(variant.value, variant.value) for variant in Variant])
    state = forms.ChoiceField(choices=GlossaryEntry.State.choices[1:])
    reason = forms.CharField(
        label="Raison",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Nécessaire pour refuser. Elle reste dans l’historique.",
    )
    seen = forms.IntegerField()


class TrialForm(forms.Form):
    """A text to try an entry on."""

    text = forms.CharField(
        label="Texte d’essai",
        max_length=MAX_TRIAL_CHARACTERS,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Quelques phrases où le terme paraît. Rien n’est enregistré.",
    )


class GlossaryFileForm(forms.Form):
    """A CSV file of entries."""

    file = forms.FileField(
        label="Fichier CSV",
        help_text="En UTF-8, séparé par des points-virgules ou des virgules, avec les colonnes de l’export.",
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,text/csv"}),
    )
