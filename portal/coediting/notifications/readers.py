"""Who reads a message, what they may read, and in which of the two variants."""

from __future__ import annotations

from typing import Any

from django.db.models import Q
from wagtail.users.models import UserProfile

from portal import locales
from portal.coediting.notifications.models import Kind
from portal.localization.permissions import refuse_to_review
from portal.twinning.models import City

OF_A_VARIANT = (Kind.VARIANT_TO_REVIEW, Kind.VARIANT_LATE)


def may_read(user: Any, kind: str, page: Any) -> bool:
    """Whether a message on a page may reach a person: what the admin would show them, asked each time."""
    if not user.is_active:
        return False
    if kind in OF_A_VARIANT:
        return refuse_to_review(user, page.specific) is None
    return bool(page.live and kind == Kind.PUBLISHED) or may_read_drafts(user, page)


def may_read_drafts(user: Any, page: Any) -> bool:
    """Whether a person finds the text of a page that is not public."""
    rights = page.specific.permissions_for_user(user)
    return bool(rights.can_edit() or rights.can_publish())


def locale_of(user: Any) -> locales.PortalLocale:
    """The variant of the person's city; of somebody of both or of none, the language they chose for the admin."""
    groups = user.groups.all()
    cities = City.objects.filter(Q(editors__in=groups) | Q(approvers__in=groups) | Q(reviewers__in=groups)).distinct()
    if len(cities) == 1:
        return cities[0].locale
    return locales.by_code(UserProfile.get_for_user(user).get_preferred_language()) or locales.FR_CA
