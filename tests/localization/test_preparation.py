"""Preparing variants: few queries whatever the length, parents first, what is gone is gone, in batches."""

from __future__ import annotations

import re
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page
from wagtail_localize.models import (
    OverridableSegment,
    RelatedObjectSegment,
    StringSegment,
    TemplateSegment,
    Translation,
    TranslationSource,
)

from news.models import DelegationMember, DelegationPage, DelegationStop, NewsPage
from portal.localization.management.commands import prepare_variants
from portal.localization.pending import sources_to_prepare
from portal.localization.preparation import CannotPrepareVariant, prepare_variant
from portal.localization.progress import ProgressBar
from portal.localization.sources import update_source
from tests import factories

pytestmark = pytest.mark.django_db


def long_page(portal, segments, slug="longue"):
    """A published page of that many segments whose variant nobody prepared."""
    blocks = [("text", f"<p>Le paragraphe {number} de {slug} dit la visite.</p>") for number in range(segments - 2)]
    body = factories.stream(*blocks)
    page = factories.news_page(portal, portal.thetford, publish=False, slug=slug, body=body)
    page.save_revision().publish()
    return NewsPage.objects.get(pk=page.pk)


def statements(queries):
    return [query["sql"] for query in queries if not query["sql"].startswith(("SAVEPOINT", "RELEASE"))]


def test_preparation_asks_as_much__for_a_short_page_as_for_a_long_one(portal):
    prepare_variant(long_page(portal, 10, slug="premiere"))
    counts = {}
    for segments in (10, 40):
        page = long_page(portal, segments, slug=f"longueur-{segments}")
        with CaptureQueriesContext(connection) as queries:
            translation = prepare_variant(page)
        assert StringSegment.objects.filter(source=translation.source).count() == segments
        counts[segments] = len(statements(queries))
    assert counts[10] == counts[40] <= 40


def stored(source):
    """Everything stored of a source, free of ids."""
    place = ("order", "context__path", "context__field_path")
    return [
        sorted(model.objects.filter(source=source).values_list(*place, *fields))
        for model, fields in (
            (StringSegment, ("string__data", "string__data_hash", "string__locale", "attrs")),
            (TemplateSegment, ("template__template", "template__uuid", "template__string_count")),
            (RelatedObjectSegment, ("object_id",)),
            (OverridableSegment, ("data_json",)),
        )
    ]


def a_delegation(portal):
    page = factories.delegation_page(portal, portal.thetford, publish=False)
    page.stops = [DelegationStop(place="Mairie", summary="Accueil.", sort_order=0, locale=page.locale)]
    page.members = [DelegationMember(name="Camille Exemple", office="conseillère", locale=page.locale)]
    page.save_revision().publish()
    return DelegationPage.objects.get(pk=page.pk)


def a_news_item(portal):
    rich = '<p>Un <b>mot</b>, <a href="https://example.org/a">un lien</a>.</p><ul><li>Un</li><li>Deux</li></ul>'
    quote = {"text": "Une bonne fin de semaine!", "speaker": "Camille Exemple", "office": "mairesse d’essai"}
    body = factories.stream(("text", rich), ("quote", quote), ("text", "<p>Un</p><p>Un</p>"))
    page = factories.news_page(portal, portal.thetford, publish=False, body=body)
    page.save_revision().publish()
    return NewsPage.objects.get(pk=page.pk)


@pytest.mark.parametrize("build", [a_delegation, a_news_item])
def test_what_is_stored_is_what_wagtail_localize_stores(portal, build):
    page = build(portal)
    with transaction.atomic():
        theirs, _ = TranslationSource.update_or_create_from_instance(page)
        expected = stored(theirs)
        transaction.set_rollback(True)
    source = update_source(page, None).source
    assert stored(source) == expected
    assert any(expected)
    assert update_source(type(page).objects.get(pk=page.pk), source).segments is None
    page.title = "Un tout autre titre"
    update_source(page, source)
    theirs, _ = TranslationSource.update_or_create_from_instance(page)
    assert stored(source) == stored(theirs)


def test_parent_without_variant_is_prepared_first(portal):
    list_page = portal.trees["fr-CA"].news
    Page.objects.get(pk=factories.variant_of(list_page).pk).delete()
    page = long_page(portal, 3)
    prepare_variant(page)
    variant = factories.variant_of(page)
    assert variant.get_parent().translation_key == list_page.translation_key
    assert not variant.get_parent().live
    assert not variant.live


def test_parent_that_is_not_public_is_named__and_its_children_follow_it(portal):
    list_page = portal.trees["fr-CA"].news
    Page.objects.get(pk=factories.variant_of(list_page).pk).delete()
    Page.objects.filter(pk=list_page.pk).update(live=False)
    page = long_page(portal, 3)
    with pytest.raises(CannotPrepareVariant, match=f"« {list_page.title} » n’est pas publiée"):
        prepare_variant(page)
    factories.publish(list_page)
    assert factories.variant_of(page) is not None


def test_what_the_source_no_longer_has_leaves_the_variant(portal):
    page = long_page(portal, 5)
    assert len(factories.publish_variant(portal, page).body) == 3
    page = factories.publish(page, body="[]", introduction="")
    variant = factories.variant_of(page)
    assert len(variant.body) == 3
    variant = factories.publish_variant(portal, page)
    assert len(variant.body) == 0
    assert variant.introduction == ""


def test_draft_variant_follows_its_source__and_stays_a_draft(portal):
    page = factories.news_page(portal, portal.thetford, title="On y va?")
    factories.publish(page, title="On y reste?")
    variant = factories.variant_of(page)
    assert variant.title == "On y reste\u202f?"
    assert not variant.live


def run(**options):
    output = StringIO()
    call_command("prepare_variants", stdout=output, **options)
    return output.getvalue()


def test_command_prepares_what_is_missing_or_late__and_nothing_else(portal, capsys):
    fresh = factories.news_page(portal, portal.pau, slug="a-jour")
    late = factories.news_page(portal, portal.thetford, slug="en-retard")
    late.title = "Un titre d’après"
    late.save_revision().publish()
    missing = long_page(portal, 3, slug="manquante")
    factories.news_page(portal, portal.pau, slug="brouillon", publish=False)
    sources_before = sources_to_prepare()
    assert {late.pk, missing.pk} <= set(sources_before)
    assert fresh.pk not in sources_before
    run()
    assert factories.variant_of(missing) is not None
    assert factories.variant_of(late).title == "Un titre d’après"
    assert not NewsPage.objects.filter(lead_city=portal.thetford, locale__language_code="fr-fr", live=True).exists()
    assert not sources_to_prepare()
    assert "Toutes les variantes sont préparées." in run()
    assert f"{len(sources_before)} / {len(sources_before)}" in capsys.readouterr().err


def test_interrupted_command_says_where_it_is__and_goes_on_from_there(portal, monkeypatch):
    pages = [long_page(portal, 3, slug=f"page-{number}") for number in range(3)]
    run_before = len(sources_to_prepare()) - len(pages)
    calls = []

    def interrupted(page):
        calls.append(page.pk)
        prepare_variant(page)
        if len(calls) == run_before + 2:
            raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(prepare_variants, "prepare_variant", interrupted)
        with pytest.raises(CommandError, match=r"Interrompu après \d+ pages sur \d+\. Relancez la commande") as caught:
            run()
    assert caught.value.returncode == 130
    rest = sources_to_prepare()
    assert rest == [pages[2].pk]
    run()
    assert Translation.objects.filter(source__object_id__in=[page.translation_key for page in pages]).count() == 3


def test_command_lists_what_it_cannot_prepare__and_goes_on(portal):
    list_page = portal.trees["fr-CA"].news
    Page.objects.get(pk=factories.variant_of(list_page).pk).delete()
    Page.objects.filter(pk=list_page.pk).update(live=False)
    page, other = long_page(portal, 3), factories.institution_page(portal, portal.thetford)
    Page.objects.get(pk=factories.variant_of(other).pk).delete()
    errors = StringIO()
    call_command("prepare_variants", stdout=StringIO(), stderr=errors)
    assert page.title in errors.getvalue()
    assert factories.variant_of(other) is not None


def test_command_asks_the_same_for_each_page(portal):
    run()
    counts = []
    for number in range(2, 5):
        for step in range(number):
            long_page(portal, 4, slug=f"lot-{number}-{step}")
        with CaptureQueriesContext(connection) as queries:
            run()
        counts.append(len(statements(queries)))
    assert counts[1] - counts[0] <= 45
    assert counts[2] - counts[1] <= 45


def test_progress_is_redrawn_on_a_terminal__and_kept_short_in_a_log():
    class Terminal(StringIO):
        def isatty(self):
            return True

    for stream, lines in ((Terminal(), 0), (StringIO(), 10)):
        bar = ProgressBar(40, stream)
        for _ in range(40):
            bar.advance()
        assert stream.getvalue().count("\n") == lines
        assert re.search(r"█{30} 40 / 40", stream.getvalue())
