"""Links between pages lead each reader to the page in the reader's own tree."""

from __future__ import annotations

import pytest

from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def linked(portal):
    """A public institution, and a news item whose text and list of links lead to it; both public in both trees."""
    institution = factories.institution_page(portal, portal.thetford)
    factories.publish_variant(portal, institution)
    text = f'<p>Voir <a linktype="page" id="{institution.pk}">le laboratoire</a>.</p>'
    links = {"heading": "", "links": [{"label": "Sa page", "page": institution.pk, "url": ""}]}
    body = factories.stream(("text", text), ("link_list", links))
    page = factories.news_page(portal, portal.thetford, body=body)
    return institution, page, factories.publish_variant(portal, page)


def test_links_lead_to_the_readers_tree(linked, client):
    institution, page, variant = linked
    assert client.get(page.url).text.count(f'href="{institution.url}"') == 2
    there = factories.variant_of(institution).url
    text = client.get(variant.url).text
    assert text.count(f'href="{there}"') == 2
    assert f'href="{institution.url}"' not in text


def test_link_to_a_page_without_public_variant_is_plain_text(portal, client):
    institution = factories.institution_page(portal, portal.thetford)
    text = f'<p>Voir <a linktype="page" id="{institution.pk}">le laboratoire</a>.</p>'
    page = factories.news_page(portal, portal.thetford, body=factories.stream(("text", text)))
    variant = factories.publish_variant(portal, page)
    answer = client.get(variant.url).text
    assert "le laboratoire</a>" in answer
    assert f'href="{institution.url}"' not in answer
    assert "/fr-fr/institutions/laboratoire-exemple/" not in answer


def test_deleted_target_is_no_broken_link(portal, client):
    page = factories.news_page(
        portal, portal.pau, body=factories.stream(("text", '<p><a linktype="page" id="99999">rien</a></p>'))
    )
    assert "<a>rien</a>" in client.get(page.url).text
