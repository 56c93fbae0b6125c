"""The sizes of a picture are made after publication, not while a visitor waits."""

from __future__ import annotations

import pytest

from portal.content.models import PortalRendition
from portal.content.pictures import CARD_FILTERS, LEAD_FILTERS, SHARE_FILTER
from tests import factories

pytestmark = pytest.mark.django_db


def test_publication_makes_every_size__of_lead_and_stream_pictures(portal, client):
    lead, inside = factories.picture(title="Tête"), factories.picture(title="Texte")
    block = {"image": {"image": inside.pk, "alt_text": "Un aplat", "decorative": False}, "caption": ""}
    page = factories.news_page(
        portal, portal.pau, image=lead, image_alt_text="Un aplat", body=factories.stream(("picture", block))
    )
    wanted = {*CARD_FILTERS, *LEAD_FILTERS, SHARE_FILTER}
    for image in (lead, inside):
        assert set(image.renditions.values_list("filter_spec", flat=True)) == wanted
    before = PortalRendition.objects.count()
    for url in (page.url, "/fr-fr/news/", "/fr-fr/"):
        assert client.get(url).status_code == 200
    assert PortalRendition.objects.count() == before


def test_draft_makes_none(portal):
    factories.news_page(portal, portal.pau, publish=False, image=factories.picture(), image_alt_text="Un aplat")
    assert not PortalRendition.objects.exists()


def test_no_size_is_encoded_as_avif():
    assert not any("avif" in spec for spec in (*CARD_FILTERS, *LEAD_FILTERS))
