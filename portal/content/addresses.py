"""Addresses that the portal’s own screens answer: a page that took one of them could never be read."""

from __future__ import annotations

from django.urls import Resolver404, resolve
from django.utils.translation import override
from wagtail.models import Page

TAKEN = (
    "Le portail répond déjà à l’adresse %(address)s : une page n’y serait jamais lue. Choisissez un autre identifiant."
)
HOME_DEPTH = 2


def taken_address(parent: Page | None, slug: str) -> str:
    """The address below `parent` that a screen of the portal answers; empty when a page may stand there.

    Asked of the routes themselves, so that a new screen is known at once.
    """
    if parent is None or parent.depth < HOME_DEPTH or not slug:
        return ""
    below_home = "/".join([*parent.url_path.strip("/").split("/")[1:], slug])
    address = f"/{parent.locale.language_code}/{below_home}/"
    try:
        # The prefix of a variant is a route while that variant is active.
        with override(parent.locale.language_code):
            name = resolve(address).view_name
    except Resolver404:
        return ""
    return "" if name == "wagtail_serve" else address


def refuse_address(parent: Page | None, slug: str) -> str:
    """A sentence in French, or nothing."""
    address = taken_address(parent, slug)
    return TAKEN % {"address": address} if address else ""
