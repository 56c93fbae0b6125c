"""The lexicon page, published in both trees."""

from __future__ import annotations

from typing import Any

from home.models import LexiconPage
from tests import factories


def publish_lexicon(portal: Any) -> dict[str, str]:
    """Its address by language code. Pau writes it, Thetford Mines adapts it."""
    home = factories.tree_of(portal, portal.pau).home
    page = LexiconPage(title="Lexique", slug="lexique", lead_city=portal.pau, locale=home.locale, live=False)
    home.add_child(instance=page)
    with factories.background_tasks():
        page.save_revision().publish()
    source = LexiconPage.objects.get(pk=page.pk)
    return {"fr-fr": source.url, "fr-ca": factories.publish_variant(portal, source).url}
