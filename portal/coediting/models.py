"""The models of co-editing."""

from __future__ import annotations

from portal.coediting.approval.models import CityApprovalTask, CityKey, EmergencyPublication
from portal.coediting.notifications.models import Notification, NotificationPreference

__all__ = ["CityApprovalTask", "CityKey", "EmergencyPublication", "Notification", "NotificationPreference"]
