"""A variant goes where its source goes: off the site, to another place. What does not hold is told and put right."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Page

from news.models import NewsIndexPage, NewsPage
from portal.localization.desk.queue import review_queue
from portal.localization.withdrawal import withdraw_variant
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair(portal):
    page = factories.news_page(portal, portal.thetford)
    return page, factories.publish_variant(portal, page)


def second_list(portal, *, adapted):
    """Another list of news in the tree of Thetford Mines, its variant prepared or not."""
    page = NewsIndexPage(title="Archives", slug="archives", lead_city=portal.thetford, live=False)
    page.locale = portal.trees["fr-CA"].home.locale
    portal.trees["fr-CA"].home.add_child(instance=page)
    return factories.publish(page) if adapted else NewsIndexPage.objects.get(pk=page.pk)


def check(**options):
    """What the command says, whether it is content or not."""
    output = StringIO()
    try:
        call_command("check_variants", stdout=output, stderr=output, **options)
    except CommandError as error:
        output.write(str(error))
    return output.getvalue()


def test_variant_follows_its_source_to_another_parent(portal, pair):
    page, variant = pair
    target = second_list(portal, adapted=True)
    NewsPage.objects.get(pk=page.pk).move(target, pos="last-child")
    moved = NewsPage.objects.get(pk=variant.pk)
    assert moved.get_parent().translation_key == target.translation_key
    assert moved.locale == variant.locale
    assert moved.live


def test_variant_whose_new_parent_is_missing_stays__and_is_told_until_it_can_follow(portal, pair):
    page, variant = pair
    target = second_list(portal, adapted=False)
    NewsPage.objects.get(pk=page.pk).move(target, pos="last-child")
    assert NewsPage.objects.get(pk=variant.pk).get_parent().slug == "news"
    assert "n’a pas suivi sa version d’origine" in check()
    factories.publish(target)
    assert "n’a pas suivi sa version d’origine (réparé)" in check(repair=True)
    assert NewsPage.objects.get(pk=variant.pk).get_parent().translation_key == target.translation_key
    assert "n’a pas suivi" not in check()


def test_withdrawing_twice_does_nothing_more(portal, pair):
    page, variant = pair
    assert withdraw_variant(page).pk == variant.pk
    assert withdraw_variant(page) is None
    assert not NewsPage.objects.get(pk=variant.pk).live


def test_variant_left_public_behind_its_source_is_told_and_taken_off(portal, pair):
    page, variant = pair
    Page.objects.filter(pk=page.pk).update(live=False)
    (item,) = [item for item in review_queue(portal.people["pau-revision"]) if item.variant.pk == variant.pk]
    assert item.is_orphan
    assert "variante publiée dont la version d’origine ne l’est pas" in check()
    assert NewsPage.objects.get(pk=variant.pk).live
    assert "(réparé)" in check(repair=True)
    assert not NewsPage.objects.get(pk=variant.pk).live


def test_variant_without_source_is_told_and_taken_off(portal, pair):
    page, variant = pair
    NewsPage.objects.get(pk=page.pk).delete()
    assert not NewsPage.objects.get(pk=variant.pk).live
    Page.objects.filter(pk=variant.pk).update(live=True)
    (item,) = [item for item in review_queue(portal.people["pau-revision"]) if item.variant.pk == variant.pk]
    assert item.is_orphan
    assert "n’existe plus (réparé)" in check(repair=True)
    assert not NewsPage.objects.get(pk=variant.pk).live
    assert "n’existe plus" in check()


def test_two_sources_are_told_and_left_to_a_person(portal, pair):
    page, variant = pair
    NewsPage.objects.filter(pk=variant.pk).update(lead_city=portal.pau)
    assert "se dit version d’origine" in check(repair=True)
    assert NewsPage.objects.get(pk=variant.pk).lead_city == portal.pau
    assert NewsPage.objects.get(pk=page.pk).live


def test_what_agrees_is_said_so__and_repair_makes_nothing_public(portal, pair):
    waiting = factories.news_page(portal, portal.pau, slug="autre", publish=False)
    waiting.save_revision().publish()
    public = set(Page.objects.live().values_list("pk", flat=True))
    assert "attend que sa variante soit préparée (réparé)" in check(repair=True)
    assert set(Page.objects.live().values_list("pk", flat=True)) == public
    assert check() == "Sources et variantes s’accordent.\n"
