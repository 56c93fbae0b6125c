"""Fields that keep what was typed and say in plain French what is wrong with it."""

from __future__ import annotations

from typing import Any

from django import forms

EMAIL_MISSING = "Donnez votre adresse électronique, par exemple camille@exemple.org."
EMAIL_WRONG = "Cette adresse électronique n’est pas complète. Écrivez-la comme camille@exemple.org."


class EmailField(forms.EmailField):
    """An address, filled in by the browser when it knows it."""

    def __init__(self, **kwargs: Any) -> None:
        messages = {"required": EMAIL_MISSING, "invalid": EMAIL_WRONG, "max_length": EMAIL_WRONG}
        widget = forms.EmailInput(attrs={"autocomplete": "email"})
        super().__init__(**{"max_length": 254, "widget": widget, "error_messages": messages, **kwargs})


class LineField(forms.CharField):
    """One line: line breaks and runs of spaces become one space."""

    def to_python(self, value: Any) -> str:
        return " ".join((super().to_python(value) or "").split())


class ProseField(forms.CharField):
    """Some paragraphs. No `maxlength`: a browser would cut silently what is pasted."""

    def __init__(self, *, longest: int, missing: str, **kwargs: Any) -> None:
        too_long = f"Votre texte dépasse {longest} signes\u00a0: il en compte %(show_value)s. Raccourcissez-le."
        super().__init__(
            max_length=longest,
            widget=forms.Textarea(attrs={"rows": 8}),
            error_messages={"required": missing, "max_length": too_long},
            **kwargs,
        )

    def widget_attrs(self, widget: Any) -> dict[str, Any]:
        return {}
