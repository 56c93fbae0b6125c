"""What every form for visitors carries: the signed time, and a field that only a robot fills in."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from portal.public_forms.tokens import FORGED, Token, TokenRefused, issue_token, read_token

TRAPPED = "Un champ à laisser vide était rempli. Il est vidé et votre texte est gardé\u00a0: envoyez-le de nouveau."


class PublicForm(forms.Form):
    """A form for anybody. `name` tells it from the others in tokens and limits; `heading` stands above it."""

    name = ""
    token = forms.CharField(required=False, widget=forms.HiddenInput)
    website = forms.CharField(required=False, label="Laissez ce champ vide")
    guards = ("token", "website")

    def __init__(self, data: Any = None, *, request: HttpRequest, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.request = request
        self.submission = ""
        self.token_to_show = issue_token(self.name)

    @property
    def shown_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name not in self.guards]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        try:
            self._read(str(cleaned.get("token", "")))
        except TokenRefused as reason:
            raise ValidationError(str(reason)) from None
        if cleaned.get("website"):
            raise ValidationError(TRAPPED)
        return cleaned

    def _read(self, text: str) -> None:
        token: Token = read_token(self.name, text)
        if self.request.headers.get("Sec-Fetch-Site") == "cross-site":
            raise TokenRefused(FORGED)
        # What is shown again may be sent again at once: its time has passed already.
        self.token_to_show, self.submission = token, token.submission
