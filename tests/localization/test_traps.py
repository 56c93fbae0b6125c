"""What Wagtail and wagtail-localize would do by themselves to a variant, and must not do here."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.conf import settings
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import translation as language
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation, TranslationSource

from news.models import NewsPage
from portal import locales
from portal.localization.models import SegmentDecision
from portal.localization.preparation import prepare_variant
from portal.localization.segments import load_segments
from tests import factories

pytestmark = pytest.mark.django_db


def test_source_is_what_was_published__not_what_was_saved_first(portal):
    page = factories.news_page(portal, portal.thetford, title="Le tout premier titre", publish=False)
    page.title = "Le titre publié"
    with factories.background_tasks():
        page.save_revision().publish()
    assert [s.source_text for s in load_segments(prepare_variant(page)) if s.path == "title"] == ["Le titre publié"]
    assert factories.variant_of(page).title == "Le titre publié"


def test_trees_are_not_synchronised(portal):
    assert not apps.is_installed("wagtail_localize.locales")
    assert not settings.WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE
    factories.news_page(portal, portal.thetford)
    assert not Page.objects.exclude(alias_of=None).exists()
    assert not NewsPage.objects.filter(live=True, locale__language_code="fr-fr").exists()


@pytest.mark.parametrize("button", ["localize-restart-translation", "localize-convert-to-alias"])
def test_variant_cannot_leave_its_review_and_come_back(portal, client, button):
    page = factories.news_page(portal, portal.thetford)
    variant = factories.publish_variant(portal, page, introduction="Des mots choisis à Pau.")
    client.force_login(portal.people["administration"])
    url = reverse("wagtailadmin_pages:edit", args=[variant.pk])
    assert button not in client.get(url, follow=True).text
    client.post(url, {button: "1"})
    assert not Translation.objects.filter(enabled=True).exists()
    assert NewsPage.objects.get(pk=variant.pk).introduction == "Des mots choisis à Pau."
    assert NewsPage.objects.get(pk=variant.pk).alias_of is None


def test_one_variant_has_one_source(portal):
    page = factories.news_page(portal, portal.thetford)
    source, variant = TranslationSource.objects.get(), factories.variant_of(page)
    with pytest.raises(IntegrityError), transaction.atomic():
        TranslationSource.objects.create(
            object_id=source.object_id,
            locale=source.locale,
            specific_content_type=source.specific_content_type,
            last_updated_at=source.last_updated_at,
        )
    prepare_variant(page)
    assert Page.objects.filter(translation_key=page.translation_key).count() == 2
    assert Translation.objects.get().get_target_instance().pk == variant.pk


def test_deleted_source_leaves_segments_and_decisions(portal):
    page = factories.news_page(portal, portal.thetford)
    factories.publish_variant(portal, page)
    count = SegmentDecision.objects.count()
    NewsPage.objects.get(pk=page.pk).delete()
    assert SegmentDecision.objects.count() == count > 0
    assert len(load_segments(Translation.objects.get())) == count


@pytest.mark.parametrize("active", locales.LOCALES)
def test_variants_are_named_apart__whichever_one_reads(portal, active):
    with language.override(active.code):
        names = {locale.language_code: locale.get_display_name() for locale in Locale.objects.all()}
    assert names == {locale.code: locale.name for locale in locales.LOCALES}
