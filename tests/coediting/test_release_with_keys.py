"""Source and variant that go public together: the keys first, the review second, and neither without the other."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied

from news.models import NewsPage
from portal.coediting.approval.standing import standing_of
from portal.localization.decisions import DecideSegmentsAction
from portal.localization.preparation import prepare_variant
from portal.localization.release import await_variant, publication_of
from portal.localization.segments import load_segments
from tests import factories

pytestmark = pytest.mark.django_db


def fresh(page):
    return NewsPage.objects.get(pk=page.pk)


def publish_both(portal, page):
    """As the other city's reviewer, every segment read."""
    translation, reviewer = prepare_variant(page), factories.reviewer_of(portal, page)
    decided = [(segment, segment.text) for segment in load_segments(translation) if not segment.is_decided]
    DecideSegmentsAction(translation, translation.get_target_instance(), decided, reviewer).execute()
    with factories.background_tasks():
        publication_of(translation, reviewer).execute()


@pytest.fixture
def waiting(portal):
    """A page that holds both keys and waits for its variant."""
    page = factories.submitted_page(portal, portal.thetford, released_together=True)
    for slug in ("thetford-mines", "pau"):
        factories.give_key(page, portal.people[f"{slug}-approbation"])
    return fresh(page)


def test_last_key_waits_for_the_variant__and_both_go_public_at_once(portal, waiting):
    assert not waiting.live
    assert standing_of(waiting).awaits_variant
    publish_both(portal, waiting)
    assert fresh(waiting).live
    assert factories.variant_of(waiting).live
    assert not standing_of(fresh(waiting)).awaits_variant


def test_edit_of_a_waiting_page_asks_for_the_keys_again(portal, waiting):
    page = factories.edit(waiting, portal.people["pau-redaction"], introduction="Arrivé entre-temps.")
    assert not standing_of(page).awaits_variant
    assert not page.live


def test_nothing_goes_public__when_the_waiting_text_lacks_a_key(portal):
    page = factories.news_page(portal, portal.thetford, publish=False, released_together=True)
    with factories.background_tasks():
        await_variant(page.latest_revision)
    with pytest.raises(PermissionDenied, match="Il manque à cette version la clé"):
        publish_both(portal, page)
    assert not fresh(page).live
    assert not factories.variant_of(page).live
