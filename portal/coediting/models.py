"""The models of co-editing."""

from __future__ import annotations

from portal.coediting.notifications.models import Notification, NotificationPreference

__all__ = ["Notification", "NotificationPreference"]
