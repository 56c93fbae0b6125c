"""Every block that an editor may insert shows itself beforehand."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.blocks import StructBlockValidationError

from news.models import NewsPage
from portal.content.blocks import BodyBlocks, LinkBlock
from tests import factories

BLOCKS = BodyBlocks().child_blocks
pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", BLOCKS)
def test_block_has_icon_label_description_and_preview(name):
    block = BLOCKS[name]
    assert block.is_previewable
    assert block.get_description()
    assert block.meta.icon not in ("", "placeholder")
    assert block.meta.group
    assert block.label[0].isupper()


@pytest.mark.parametrize("name", BLOCKS)
def test_preview_is_shown(portal, client, name):
    client.force_login(portal.people["pau-redaction"])
    block = NewsPage._meta.get_field("body").stream_block.child_blocks[name]
    answer = client.get(reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix})
    assert answer.status_code == 200
    assert "portal/css" in answer.text


def test_link_leads_to_a_page_or_to_an_address__not_both(portal):
    block = LinkBlock()
    page = portal.trees["fr-CA"].home
    for value in (
        {"label": "Les deux", "page": page, "url": "https://www.example.org/"},
        {"label": "Ni l’un ni l’autre", "page": None, "url": ""},
    ):
        with pytest.raises(StructBlockValidationError):
            block.clean(block.to_python({**value, "page": value["page"] and value["page"].pk}))
    assert block.clean(block.to_python({"label": "Page", "page": page.pk, "url": ""}))["page"].pk == page.pk


def test_gallery_needs_as_many_queries__whatever_its_length(portal, client):
    def gallery(count, slug):
        pictures = [
            {
                "image": {"image": factories.picture(title=f"{slug} {number}").pk, "alt_text": "Un aplat"},
                "caption": "",
            }
            for number in range(count)
        ]
        for picture in pictures:
            picture["image"]["decorative"] = False
        body = factories.stream(("gallery", {"pictures": pictures}))
        return factories.news_page(portal, portal.pau, slug=slug, body=body).url

    before = factories.news_page(portal, portal.pau, slug="avant").url

    def queries(url):
        client.get(before)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(url).status_code == 200
        return len([query for query in captured if "generation" not in query["sql"]])

    assert queries(gallery(2, "deux")) == queries(gallery(8, "huit"))
