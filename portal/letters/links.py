"""Signed links of the letters: nothing of them is stored, and a new request makes the old ones void."""

from __future__ import annotations

from django.conf import settings
from django.core import signing
from django.urls import reverse
from django.utils import translation

from portal.letters.models import Follower

CONFIRM, MANAGE = "portal.letters.confirm", "portal.letters.manage"


class LinkExpired(Exception):
    """The link was good, too long ago."""


def confirm_address(follower: Follower) -> str:
    return _whole(_path(follower, "letters_confirm", CONFIRM))


def preferences_address(follower: Follower) -> str:
    return _whole(preferences_path(follower))


def unsubscribe_address(follower: Follower) -> str:
    return _whole(unsubscribe_path(follower))


def preferences_path(follower: Follower) -> str:
    return _path(follower, "letters_preferences", MANAGE)


def unsubscribe_path(follower: Follower) -> str:
    return _path(follower, "letters_unsubscribe", MANAGE)


def confirming(token: str) -> Follower | None:
    """The follower whom a confirmation link names; None for a forged or void one. Raises LinkExpired."""
    try:
        return _find(token, CONFIRM, settings.LETTERS_CONFIRM_WITHIN_HOURS * 3600)
    except signing.SignatureExpired:
        raise LinkExpired from None


def managing(token: str) -> Follower | None:
    """The follower whom a link at the foot of a letter names, however old; None for a forged or void one."""
    return _find(token, MANAGE, None)


def is_ours(token: str) -> bool:
    """Whether we signed a link of a letter, its follower erased since or not."""
    try:
        signing.loads(token, salt=MANAGE)
    except signing.BadSignature:
        return False
    return True


def _find(token: str, salt: str, max_age: int | None) -> Follower | None:
    try:
        pk, key = signing.loads(token, salt=salt, max_age=max_age)
    except signing.SignatureExpired:
        raise
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return Follower.objects.select_related("city").filter(pk=pk, key=key).first()


def _path(follower: Follower, name: str, salt: str) -> str:
    with translation.override(follower.variant):
        return reverse(name, args=[signing.dumps([follower.pk, follower.key], salt=salt)])


def _whole(path: str) -> str:
    return f"{settings.WAGTAILADMIN_BASE_URL.rstrip('/')}{path}"
