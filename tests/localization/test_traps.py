"""What Wagtail and wagtail-localize would do by themselves to a variant, and must not do here.

GUARANTEES lists what holds instead, and the tests that show each; those that fit nowhere else stand below.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils import translation as language
from modelcluster.models import get_all_child_relations
from wagtail.models import Locale, Page, TranslatableMixin
from wagtail.snippets.models import get_snippet_models
from wagtail_localize.fields import SynchronizedField
from wagtail_localize.models import OverridableSegment, Translation, TranslationSource

from news.models import NewsPage
from portal import locales
from portal.localization.decisions import DecideSegmentsAction
from portal.localization.models import SegmentDecision
from portal.localization.pending import source_models
from portal.localization.preparation import prepare_variant
from portal.localization.publication import PublishVariantAction
from portal.localization.segments import load_segments
from tests import factories

pytestmark = pytest.mark.django_db

GUARANTEES = {
    1: (
        "the row of a public variant changes by its publication alone",
        "test_thin_path.py::test_changed_source__leaves_the_public_variant_and_asks_for_one_segment",
        "test_changes.py::test_one_word_and_one_comma__leave_one_segment_to_see_again",
        "test_random_edits.py::test_random_edits_lose_no_decision_and_publish_nothing_unread",
    ),
    2: (
        "what is prepared is a draft",
        "test_thin_path.py::test_publication_prepares_a_draft_in_the_other_tree__from_either_side",
        "test_traps.py::test_trees_are_not_synchronised",
        "test_traps.py::test_no_snippet_has_a_variant",
    ),
    3: (
        "no screen but the desk's acts on a variant",
        "test_guards.py::test_every_screen_of_wagtail_localize_is_shut__for_everybody",
        "test_guards.py::test_no_button_or_report_leads_to_its_screens",
        "test_guards.py::test_nobody_holds_the_translation_right",
    ),
    4: (
        "a page has one source, and a variant has no variant",
        "test_guards.py::test_variant_of_a_variant_is_refused__in_french",
        "test_guards.py::test_source_whose_reverse_exists_is_refused",
    ),
    5: (
        "the trees are not kept in step by themselves",
        "test_traps.py::test_trees_are_not_synchronised",
        "test_attacks.py::test_source_is_not_copied_into_the_other_tree",
    ),
    6: (
        "what is adapted is what was published",
        "test_traps.py::test_source_is_what_was_published__not_what_was_saved_first",
        "test_guards.py::test_draft_over_a_published_page_plays_no_part",
    ),
    7: (
        "a change of the source loses no decision",
        "test_changes.py::test_one_word_and_one_comma__leave_one_segment_to_see_again",
        "test_changes.py::test_added_moved_and_removed_paragraphs__keep_the_others_decisions",
        "test_thin_path.py::test_changed_back_source__finds_its_former_decision",
    ),
    8: (
        "a variant with a segment that nobody read does not go public",
        "test_thin_path.py::test_publication_is_refused__while_a_segment_is_unread",
        "test_release.py::test_no_other_way_makes_a_variant_public",
    ),
    9: (
        "a variant is reviewed, not edited; a lock holds; a publication is a revision",
        "test_guards.py::test_editing_a_variant_leads_to_its_review",
        "test_traps.py::test_locked_variant_is_neither_decided_nor_published",
        "test_traps.py::test_each_publication_of_a_variant_is_a_revision_of_its_reviewer",
    ),
    10: (
        "a publication prepares the variant however it happens",
        "test_traps.py::test_source_that_goes_public_on_its_date_has_its_variant_prepared",
        "test_thin_path.py::test_publication_prepares_a_draft_in_the_other_tree__from_either_side",
    ),
    11: (
        "an edited fact, axis or row reaches the variant",
        "test_facts.py::test_edited_facts_reach_the_public_variant__without_review",
        "test_facts.py::test_removed_rows_and_axes_leave_the_public_variant",
        "test_traps.py::test_rows_of_a_page_live_in_both_variants",
    ),
    12: (
        "a shared fact is the same in both variants",
        "test_traps.py::test_shared_fact_is_never_overridden",
        "test_facts.py::test_edited_facts_reach_the_public_variant__without_review",
    ),
    13: (
        "a variant does not leave its review to come back without its texts",
        "test_traps.py::test_variant_cannot_leave_its_review_and_come_back",
        "test_guards.py::test_nobody_has_a_right_to_a_variant_as_a_page",
    ),
    14: (
        "a variant has one source",
        "test_traps.py::test_one_variant_has_one_source",
        "test_guards.py::test_source_whose_reverse_exists_is_refused",
    ),
    15: (
        "addresses, names and codes are never sent to a reviewer",
        "test_thin_path.py::test_slug_and_shared_facts__are_never_segments",
        "test_thin_path.py::test_institution_name__is_no_segment",
    ),
    16: (
        "what was public is not deleted; segments and decisions outlive their source",
        "test_traps.py::test_deleted_source_leaves_segments_and_decisions",
        "test_guards.py::test_what_was_published_is_not_deleted",
        "test_withdrawal.py::test_variant_without_source_is_told_and_taken_off",
    ),
    17: (
        "a PO file is read before it is believed, and decides nothing",
        "test_interchange.py::test_wrong_header_page_or_variant_is_refused__in_french",
        "test_interchange.py::test_decision_stands__whatever_the_file_says",
    ),
    18: (
        "the engine adapts between two locales of one language",
        "test_guards.py::test_translator_takes_the_two_variants_and_nothing_else",
    ),
    19: (
        "each variant has its own name",
        "test_traps.py::test_variants_are_named_apart__whichever_one_reads",
    ),
}
"""What holds, by number, and the tests in this folder that fail when it does not."""


@pytest.mark.parametrize("number", GUARANTEES)
def test_each_guarantee_has_its_tests(number):
    assert list(GUARANTEES) == list(range(1, len(GUARANTEES) + 1))
    _, *shown_by = GUARANTEES[number]
    for address in shown_by:
        file, _, name = address.partition("::")
        assert re.search(rf"^def {name}\(", (Path(__file__).parent / file).read_text(), re.MULTILINE), address


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


def test_no_snippet_has_a_variant():
    assert get_snippet_models()
    assert not [model for model in get_snippet_models() if issubclass(model, TranslatableMixin)]


def test_rows_of_a_page_live_in_both_variants():
    relations = {
        (relation.related_model, relation.get_accessor_name())
        for model in source_models()
        for relation in get_all_child_relations(model)
        if relation.related_model.__module__.split(".")[0] in ("home", "news", "portal")
    }
    assert relations
    assert not [name for model, name in relations if not issubclass(model, TranslatableMixin)]


def test_shared_fact_is_never_overridden(portal):
    rows = [relation.related_model for model in source_models() for relation in get_all_child_relations(model)]
    for model in [*source_models(), *rows]:
        facts = [one for one in getattr(model, "translatable_fields", []) if isinstance(one, SynchronizedField)]
        assert not [fact.field_name for fact in facts if fact.is_overridable(None)]
    prepare_variant(factories.delegation_page(portal, portal.thetford))
    assert not OverridableSegment.objects.exists()


def test_source_that_goes_public_on_its_date_has_its_variant_prepared(portal):
    page = factories.news_page(portal, portal.thetford, publish=False)
    revision = page.save_revision(approved_go_live_at=timezone.now())
    assert factories.variant_of(page) is None
    with factories.background_tasks():
        call_command("publish_scheduled")
    assert NewsPage.objects.get(pk=page.pk).live_revision_id == revision.pk
    assert factories.variant_of(page).title == page.title


def test_locked_variant_is_neither_decided_nor_published(portal):
    page = factories.news_page(portal, portal.thetford)
    translation, reviewer = prepare_variant(page), factories.reviewer_of(portal, page)
    choices = [(segment, segment.text) for segment in load_segments(translation)]
    DecideSegmentsAction(translation, factories.variant_of(page), choices, reviewer).execute()
    Page.objects.filter(pk=factories.variant_of(page).pk).update(locked=True)
    count = SegmentDecision.objects.count()
    with pytest.raises(PermissionDenied, match="verrouillée"):
        DecideSegmentsAction(translation, factories.variant_of(page), choices, reviewer).execute()
    with pytest.raises(PermissionDenied, match="verrouillée"):
        PublishVariantAction(translation, reviewer).execute()
    assert SegmentDecision.objects.count() == count
    assert not factories.variant_of(page).live


def test_each_publication_of_a_variant_is_a_revision_of_its_reviewer(portal):
    page = factories.news_page(portal, portal.thetford)
    variant = factories.publish_variant(portal, page)
    factories.publish(page, title="Un autre titre")
    factories.publish_variant(portal, page)
    revisions = variant.revisions.order_by("pk")
    assert [revision.as_object().title for revision in revisions] == [page.title, "Un autre titre"]
    assert {revision.user for revision in revisions} == {factories.reviewer_of(portal, page)}


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
