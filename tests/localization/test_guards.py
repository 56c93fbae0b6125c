"""Nothing but the review publishes a variant, and wagtail-localize's own screens stay shut."""

from __future__ import annotations

import pytest
from django.core.management import call_command
from django.urls import get_resolver, reverse
from pytest_django.asserts import assertRedirects
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from news.models import NewsPage
from portal.localization.preparation import CannotPrepareVariant, prepare_variant
from portal.localization.translator import VariantTranslator
from tests import factories

pytestmark = pytest.mark.django_db
PEOPLE = [
    *(f"{city}-{role}" for city in ("thetford-mines", "pau") for role in ("redaction", "approbation", "revision")),
    "administration",
]


@pytest.fixture
def pair(portal):
    page = factories.news_page(portal, portal.thetford)
    return page, factories.variant_of(page)


def localize_urls():
    """Every address that wagtail-localize registers, with made-up arguments."""
    found = []

    def walk(patterns, prefix):
        for pattern in patterns:
            path = prefix + str(pattern.pattern)
            if hasattr(pattern, "url_patterns"):
                walk(pattern.url_patterns, path)
            elif path.startswith("admin/localize/") and pattern.name:
                found.append(pattern)

    walk(get_resolver().url_patterns, "")
    values = {"slug": "page", "str": "1", "int": 1}
    return [
        reverse(
            f"wagtail_localize:{pattern.name}",
            kwargs={name: values[_kind(converter)] for name, converter in pattern.pattern.converters.items()},
        )
        for pattern in found
    ]


def _kind(converter):
    return {"IntConverter": "int", "SlugConverter": "slug"}.get(type(converter).__name__, "str")


def test_every_screen_of_wagtail_localize_is_shut__for_everybody(portal, client):
    urls = localize_urls()
    assert len(urls) >= 15
    for person in PEOPLE:
        client.force_login(portal.people[person])
        for url in urls:
            assert client.get(url).status_code == 404, url
            assert client.post(url).status_code == 404, url


def test_no_button_or_report_leads_to_its_screens(pair, portal, client):
    client.force_login(portal.people["administration"])
    for page in pair:
        for name in ("wagtailadmin_explore", "wagtailadmin_pages:edit"):
            parent = page.get_parent() if name == "wagtailadmin_explore" else page
            assert "/admin/localize/" not in client.get(reverse(name, args=[parent.pk]), follow=True).text


@pytest.mark.parametrize("person", PEOPLE)
def test_editing_a_variant_leads_to_its_review(pair, portal, client, person):
    _, variant = pair
    client.force_login(portal.people[person])
    for method in (client.get, client.post):
        answer = method(reverse("wagtailadmin_pages:edit", args=[variant.pk]))
        assertRedirects(answer, reverse("variant_review:review", args=[variant.pk]), fetch_redirect_response=False)
    assert Page.objects.get(pk=variant.pk).latest_revision_id == variant.latest_revision_id


def test_stranger_is_asked_to_sign_in__before_being_told_what_is_a_variant(pair, client):
    for page in pair:
        url = reverse("wagtailadmin_pages:edit", args=[page.pk])
        assertRedirects(client.get(url), f"{reverse('wagtailadmin_login')}?next={url}")


@pytest.mark.parametrize("person", PEOPLE)
def test_nobody_has_a_right_to_a_variant_as_a_page(pair, portal, person):
    _, variant = pair
    for page in (variant, Page.objects.get(pk=variant.pk)):
        rights = page.permissions_for_user(portal.people[person])
        assert not rights.can_edit()
        assert not rights.can_publish()
        assert not rights.can_unpublish()
        assert not rights.can_copy_to(variant.get_parent())


@pytest.mark.parametrize("person", PEOPLE)
def test_bulk_publication_leaves_variants_alone(pair, portal, client, person):
    _, variant = pair
    client.force_login(portal.people[person])
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    client.post(f"{url}?id={variant.pk}")
    assert not Page.objects.get(pk=variant.pk).live


def test_nobody_holds_the_translation_right(portal):
    for person in PEOPLE[:-1]:
        assert not portal.people[person].has_perm("wagtail_localize.submit_translation")


@pytest.mark.parametrize("person", PEOPLE)
def test_what_was_published_is_not_deleted(pair, portal, person):
    source, _ = pair
    assert not source.permissions_for_user(portal.people[person]).can_delete()
    assert not portal.trees["fr-CA"].news.permissions_for_user(portal.people[person]).can_delete() or (
        person == "administration"
    )


def test_variant_of_a_variant_is_refused__in_french(pair):
    _, variant = pair
    variant.live = True
    variant.save()
    with pytest.raises(CannotPrepareVariant, match="déjà la variante"):
        prepare_variant(variant)


def test_source_whose_reverse_exists_is_refused(pair, portal):
    source, variant = pair
    Page.objects.filter(pk=variant.pk).update(live=True)
    NewsPage.objects.filter(pk=variant.pk).update(lead_city=portal.pau)
    with pytest.raises(CannotPrepareVariant):
        prepare_variant(NewsPage.objects.get(pk=variant.pk))
    assert Translation.objects.count() == 1
    assert TranslationSource.objects.get().locale == source.locale


def test_draft_page_has_no_variant(portal):
    page = factories.news_page(portal, portal.thetford, publish=False)
    with pytest.raises(CannotPrepareVariant, match="n’est pas publiée"):
        prepare_variant(page)


def test_draft_over_a_published_page_plays_no_part(pair):
    source, _ = pair
    source.title = "Brouillon que personne n’a publié"
    source.save_revision()
    prepare_variant(source)
    assert not StringTranslation.objects.filter(translation_of__data__startswith="Brouillon").exists()


def test_scheduled_publication_of_a_draft_does_not_make_it_public(pair):
    _, variant = pair
    with factories.background_tasks():
        call_command("publish_scheduled")
    assert not Page.objects.get(pk=variant.pk).live


def test_translator_takes_the_two_variants_and_nothing_else(portal):
    source, target = (tree.home.locale for tree in portal.trees.values())
    translator = VariantTranslator({})
    assert translator.can_translate(source, target)
    assert translator.can_translate(target, source)
    assert not translator.can_translate(source, source)
