"""The accounts in Wagtail's admin: the list, the invitation, the account. Each within its manager's reach."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from wagtail.admin.ui.tables import Column
from wagtail.users.views import users

from portal.coediting.accounts.actions import ChangeAccountAction, InvitePersonAction
from portal.coediting.accounts.forms import AccountForm, ExistingAccountForm
from portal.coediting.accounts.reach import OUT_OF_REACH, reachable_groups, reachable_people


class WithinReach:
    """For the views of one account: those of other accounts are refused."""

    request: Any

    def get_object(self, queryset: Any = None) -> Any:
        person = super().get_object(*([queryset] if queryset is not None else []))  # type: ignore[misc]
        if not reachable_people(self.request.user).filter(pk=person.pk).exists():
            raise PermissionDenied(OUT_OF_REACH)
        return person


class AccountFilterSet(users.UserFilterSet):
    def __init__(self, *args: Any, request: Any, **kwargs: Any) -> None:
        super().__init__(*args, request=request, **kwargs)
        self.filters["group"].queryset = reachable_groups(request.user) if request else Group.objects.none()
        del self.filters["is_superuser"]


def groups_of(person: Any) -> str:
    return ", ".join(sorted(group.name for group in person.groups.all()))


class AccountIndexView(users.IndexView):
    page_title = "Comptes"
    add_item_label = "Inviter une personne"
    left_out = ("bulk_actions", "is_superuser")

    def get_base_queryset(self) -> Any:
        people = reachable_people(self.request.user)
        return people.select_related("wagtail_userprofile").prefetch_related("groups")

    @property
    def columns(self) -> list[Any]:
        """What a person does in the place of whether they are a superuser."""
        name, username, *others = [column for column in super().columns if column.name not in self.left_out]
        return [name, username, Column("groups", accessor=groups_of, label="Groupes"), *others]


class InviteView(users.CreateView):
    page_title = "Inviter une personne"
    page_subtitle = "Inviter une personne"
    success_message = "Le compte de %(object)s est ouvert. Un courriel lui donne un lien pour choisir son mot de passe."
    error_message = "Il manque quelque chose pour envoyer l’invitation."
    submit_button_label = "Inviter"
    submit_button_active_label = "Envoi…"
    template_name = "wagtailadmin/generic/create.html"

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "manager": self.request.user}

    def save_instance(self) -> Any:
        person = self.form.save(commit=False)
        return InvitePersonAction(person, self.form.cleaned_data["groups"], self.request.user).execute()


class AccountView(WithinReach, users.EditView):
    template_name = "wagtailadmin/generic/edit.html"

    def get_form_kwargs(self) -> dict[str, Any]:
        kwargs = {**super().get_form_kwargs(), "manager": self.request.user}
        del kwargs["editing_self"]
        return kwargs

    def save_instance(self) -> Any:
        person = self.form.save(commit=False)
        return ChangeAccountAction(person, self.form.cleaned_data.get("groups"), self.request.user).execute()


class AccountDeleteView(WithinReach, users.DeleteView):
    pass


class AccountHistoryView(WithinReach, users.HistoryView):
    pass


class AccountUsageView(WithinReach, users.UserViewSet.usage_view_class):
    pass


class AccountViewSet(users.UserViewSet):
    """Takes the place of Wagtail's: no password, no superuser, nobody out of reach, nothing in bulk."""

    menu_label = "Comptes"
    copy_view_enabled = False
    filterset_class = AccountFilterSet
    index_view_class = AccountIndexView
    add_view_class = InviteView
    edit_view_class = AccountView
    delete_view_class = AccountDeleteView
    history_view_class = AccountHistoryView
    usage_view_class = AccountUsageView
    create_template_name = InviteView.template_name
    edit_template_name = AccountView.template_name

    def get_form_class(self, for_update: bool = False) -> Any:
        return ExistingAccountForm if for_update else AccountForm
