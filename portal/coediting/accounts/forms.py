"""An account as its manager sees it: who the person is, and what they do. Never their password."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.db.models import Q

from portal.coediting.accounts.reach import reachable_groups

TAKEN = "Cette adresse a déjà un compte. S’il n’est pas dans votre liste, écrivez à l’administration du portail."
NO_GROUP = "Cochez ce que la personne fait, au moins une case."


class AccountForm(forms.ModelForm):
    """Refuses whatever group lies out of the manager's reach; groups out of reach stay as they are."""

    required_css_class = "required"

    first_name = forms.CharField(label="Prénom", max_length=150)
    last_name = forms.CharField(label="Nom", max_length=150)
    email = forms.EmailField(
        label="Adresse électronique", help_text="La personne s’en sert pour se connecter.", max_length=150
    )

    class Meta:
        model = get_user_model()
        fields: tuple[str, ...] = ("first_name", "last_name", "email", "groups")
        widgets = {"groups": forms.CheckboxSelectMultiple}

    def __init__(self, *args: Any, manager: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        groups = self.fields["groups"]
        groups.queryset = reachable_groups(manager).order_by("name")  # type: ignore[attr-defined]
        groups.label, groups.help_text, groups.required = "Groupes", "", True
        groups.error_messages["required"] = NO_GROUP

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"].lower()
        others = get_user_model().objects.exclude(pk=self.instance.pk)
        if others.filter(Q(email__iexact=email) | Q(username__iexact=email)).exists():
            raise forms.ValidationError(TAKEN)
        return email

    def clean_groups(self) -> Any:
        chosen = self.cleaned_data["groups"]
        if self.instance.pk is None:
            return chosen
        kept = self.instance.groups.exclude(pk__in=self.fields["groups"].queryset)  # type: ignore[attr-defined]
        return [*chosen, *kept]


class ExistingAccountForm(AccountForm):
    """Nobody changes their own groups, nor closes their own account."""

    is_active = forms.BooleanField(
        label="Compte ouvert",
        required=False,
        help_text="Sans la coche, la personne ne peut plus se connecter. Ce qu’elle a écrit reste.",
    )

    class Meta(AccountForm.Meta):
        fields = (*AccountForm.Meta.fields, "is_active")

    def __init__(self, *args: Any, manager: Any, **kwargs: Any) -> None:
        super().__init__(*args, manager=manager, **kwargs)
        if self.instance == manager:
            del self.fields["groups"], self.fields["is_active"]
