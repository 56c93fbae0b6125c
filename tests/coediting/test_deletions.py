"""What a published page uses is not deleted, whichever way it is asked for; the refusal names the pages."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from news.models import DelegationDocument
from portal.coediting.deletions.guard import StillInUse
from portal.content.models import PortalDocument, PortalImage
from portal.twinning.models import CooperationAxis
from tests import factories
from tests.coediting.editing import sign_in

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def portal(transactional_db: Any) -> Any:
    return factories.build_portal()


@pytest.fixture
def axis(portal: Any) -> CooperationAxis:
    return CooperationAxis.objects.create(name="Chimie verte", slug="chimie-verte")


def test_axis_of_a_published_page_stays__and_the_page_is_named(portal, axis):
    page = factories.news_page(portal, portal.thetford, axes=[axis])
    client = sign_in(portal.people["administration"])
    answer = client.post(reverse("wagtailsnippets_twinning_cooperationaxis:delete", args=[axis.pk]))
    assert answer.status_code == 409
    assert page.title in answer.content.decode()
    assert "Rien n’a été supprimé" in answer.content.decode()
    bulk = reverse("wagtail_bulk_action", args=["twinning", "cooperationaxis", "delete"])
    assert client.post(f"{bulk}?id={axis.pk}&next=/admin/").status_code == 409
    assert CooperationAxis.objects.filter(pk=axis.pk).exists()


def test_axis_that_nothing_published_uses_is_deleted(portal, axis):
    factories.news_page(portal, portal.thetford, axes=[axis], publish=False)
    axis.delete()
    assert not CooperationAxis.objects.exists()


def test_picture_in_the_text_of_a_published_page_stays(portal):
    image = factories.picture()
    block = ("picture", {"image": {"image": image.pk, "decorative": True, "alt_text": ""}, "caption": ""})
    with factories.background_tasks():
        factories.news_page(portal, portal.thetford, body=factories.stream(block))
    client = sign_in(portal.people["administration"])
    assert client.post(reverse("wagtailimages:delete", args=[image.pk])).status_code == 409
    bulk = reverse("wagtail_bulk_action", args=["content", "portalimage", "delete"])
    assert client.post(f"{bulk}?id={image.pk}&next=/admin/").status_code == 409
    with pytest.raises(StillInUse):
        PortalImage.objects.all().delete()
    assert PortalImage.objects.filter(pk=image.pk).exists()


def test_document_of_a_published_mission_stays(portal):
    document = PortalDocument.objects.create(title="Bilan", file=ContentFile(b"%PDF-1.4", "bilan.pdf"))
    mission = factories.delegation_page(portal, portal.thetford)
    with factories.background_tasks():
        mission.documents.add(DelegationDocument(document=document))
        mission.save_revision().publish()
    client = sign_in(portal.people["administration"])
    assert client.post(reverse("wagtaildocs:delete", args=[document.pk])).status_code == 409
    assert PortalDocument.objects.filter(pk=document.pk).exists()


def test_city_is_not_deleted(portal):
    client = sign_in(portal.people["administration"])
    factories.news_page(portal, portal.pau)
    client.post(reverse("wagtailsnippets_twinning_city:delete", args=[portal.pau.pk]))
    portal.pau.refresh_from_db()
