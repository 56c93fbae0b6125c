"""Co-editing in Wagtail's admin."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from wagtail import hooks

from portal.coediting.notifications.preferences import NotificationPreferencePanel


@hooks.register("register_account_settings_panel")
def register_notification_preferences(request: HttpRequest, user: Any, profile: Any) -> NotificationPreferencePanel:
    return NotificationPreferencePanel(request, user, profile)
