"""Wagtail's application of users, with the portal's screens."""

from __future__ import annotations

from wagtail.users.apps import WagtailUsersAppConfig


class AccountsConfig(WagtailUsersAppConfig):
    user_viewset = "portal.coediting.accounts.views.AccountViewSet"
