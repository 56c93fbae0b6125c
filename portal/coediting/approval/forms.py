"""What a person writes when they answer a key or publish in an emergency."""

from __future__ import annotations

from typing import Any

from django import forms

from portal.coediting.policies import NO_REASON, SHORTEST_REASON

LONGEST_COMMENT = 4000


class GiveKeyForm(forms.Form):
    """The digest names the text on the screen: without it nothing is approved."""

    digest = forms.CharField(widget=forms.HiddenInput)
    comment = forms.CharField(
        label="Commentaire (facultatif)",
        required=False,
        max_length=LONGEST_COMMENT,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class SendBackForm(forms.Form):
    digest = forms.CharField(widget=forms.HiddenInput)
    comment = forms.CharField(
        label="Ce qui est à reprendre",
        max_length=LONGEST_COMMENT,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": "Dites ce qui est à reprendre : la personne qui a écrit la page le lira."},
    )


class EmergencyForm(forms.Form):
    digest = forms.CharField(widget=forms.HiddenInput)
    reason = forms.CharField(
        label="Pourquoi la page ne peut pas attendre les clés",
        min_length=SHORTEST_REASON,
        max_length=LONGEST_COMMENT,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Les deux villes liront ce motif. La page reste signalée tant que leurs deux clés manquent.",
        error_messages={"required": NO_REASON, "min_length": NO_REASON},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].widget.attrs.pop("minlength", None)
