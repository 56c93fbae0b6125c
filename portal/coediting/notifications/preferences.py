"""How often each person wants which e-mail: the panel of Wagtail's account page."""

from __future__ import annotations

from typing import Any

from django import forms
from wagtail.admin.views.account import AccountView, BaseSettingsPanel, NotificationsSettingsPanel, notifications_tab

from portal.coediting.notifications.models import Kind, NotificationPreference, Pace


class NotificationPreferenceForm(forms.Form):
    """One choice for each kind of event; what was never chosen is told at once."""

    def __init__(self, *args: Any, instance: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = instance
        chosen = dict(NotificationPreference.objects.filter(user=instance).values_list("kind", "pace"))
        for kind in Kind:
            self.fields[kind.value] = forms.ChoiceField(
                label=kind.label[0].upper() + kind.label[1:],
                choices=Pace.choices,
                initial=chosen.get(kind.value, Pace.IMMEDIATELY),
            )

    def save(self) -> None:
        NotificationPreference.objects.bulk_create(
            [NotificationPreference(user=self.user, kind=kind, pace=pace) for kind, pace in self.cleaned_data.items()],
            update_conflicts=True,
            unique_fields=["user", "kind"],
            update_fields=["pace"],
        )


class NotificationPreferencePanel(BaseSettingsPanel):
    name = "courriels"
    title = "Courriels du portail"
    tab = notifications_tab
    order = 100
    form_class = NotificationPreferenceForm


class PortalAccountView(AccountView):
    """The account page without Wagtail's own e-mails, which the portal's replace."""

    def get_panels(self) -> list[BaseSettingsPanel]:
        return [panel for panel in super().get_panels() if not isinstance(panel, NotificationsSettingsPanel)]
