"""What the index holds: what is public, at once, and never what is not."""

from __future__ import annotations

import pytest
from django.core.management import call_command
from wagtail.models import PageViewRestriction

from portal import locales
from portal.coediting.archives.actions import ArchivePageAction
from portal.search.models import SearchEntry, SearchFragment, SearchWord
from portal.search.results import Results
from portal.search.understanding import understand
from portal.search.vocabulary import fragments
from portal.search.words import distance
from tests import factories

pytestmark = pytest.mark.django_db


def found(typed, locale=locales.FR_CA, **filters):
    return [result.page.pk for result in Results(locale, understand(typed), filters).page("1")]


def publish_variant(portal, page, **edits):
    with factories.background_tasks():
        return factories.publish_variant(portal, page, **edits)


def test_published_page_is_found_at_once__by_title_introduction_and_text(portal):
    body = factories.stream(("text", "<p>Une tourbière au bord du lac.</p>"))
    page = factories.news_page(portal, portal.thetford, title="Sphaignes", introduction="Des mousses.", body=body)
    for typed in ("sphaigne", "mousse", "tourbieres"):
        assert found(typed) == [page.pk]


def test_draft_is_not_found__nor_what_a_draft_adds_to_a_public_page(portal):
    factories.news_page(portal, portal.thetford, title="Quartzite", slug="brouillon", publish=False)
    public = factories.news_page(portal, portal.thetford, title="Serpentine")
    with factories.background_tasks():
        factories.edit(public, portal.people["thetford-mines-redaction"], introduction="Bientôt la magnétite.")
    assert found("quartzite") == []
    assert found("magnétite") == []
    assert found("serpentine") == [public.pk]


def test_unpublished_page_leaves_the_index__with_the_words_that_it_alone_held(portal):
    page = factories.news_page(portal, portal.thetford, title="Sphaignes")
    with factories.background_tasks():
        page.unpublish()
    assert found("sphaignes") == []
    assert not SearchEntry.objects.filter(pk=page.pk).exists()
    assert not SearchWord.objects.filter(word="sphaignes").exists()
    assert not SearchFragment.objects.filter(word="sphaignes").exists()


def test_withdrawn_page_is_not_shown__although_the_index_is_late(portal):
    page = factories.news_page(portal, portal.thetford, title="Sphaignes")
    type(page).objects.filter(pk=page.pk).update(live=False)
    assert SearchEntry.objects.filter(pk=page.pk).exists()
    assert found("sphaignes") == []


def test_page_made_private_is_not_found__and_is_again_once_it_is_open(portal):
    page = factories.news_page(portal, portal.thetford, title="Sphaignes")
    tree = factories.tree_of(portal, portal.thetford)
    with factories.background_tasks():
        restriction = PageViewRestriction.objects.create(page=tree.news, restriction_type=PageViewRestriction.LOGIN)
    assert found("sphaignes") == []
    assert not SearchWord.objects.filter(word="sphaignes").exists()
    with factories.background_tasks():
        restriction.delete()
    assert found("sphaignes") == [page.pk]


def test_private_page_is_not_shown__although_the_index_is_late(portal):
    page = factories.news_page(portal, portal.thetford, title="Sphaignes")
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert SearchEntry.objects.filter(pk=page.pk).exists()
    assert found("sphaignes") == []


def test_deleted_page_leaves_the_index(portal):
    page = factories.news_page(portal, portal.thetford, title="Sphaignes")
    with factories.background_tasks():
        page.delete()
    assert found("sphaignes") == []
    assert not SearchWord.objects.filter(word="sphaignes").exists()


def test_moved_page_is_found_at_its_new_address(portal, client):
    tree = factories.tree_of(portal, portal.thetford)
    page = factories.news_page(portal, portal.thetford, title="Sphaignes")
    with factories.background_tasks():
        page.move(tree.delegations, pos="last-child")
    assert f'href="/fr-ca/delegations/{page.slug}/"' in client.get("/fr-ca/recherche/?q=sphaignes").text


def test_archived_page_is_found_and_says_so(portal, client):
    page = factories.news_page(portal, portal.thetford, title="Sphaignes")
    with factories.background_tasks():
        ArchivePageAction(page, portal.people["thetford-mines-approbation"]).execute()
    text = client.get("/fr-ca/recherche/?q=sphaignes").text
    assert f'href="{page.url}"' in text
    assert "Archivé le" in text


def test_page_of_both_trees_is_listed_once__in_its_readers_variant(portal):
    page = factories.news_page(portal, portal.thetford, title="Sphaignes")
    variant = publish_variant(portal, page)
    assert found("sphaignes", locales.FR_CA) == [page.pk]
    assert found("sphaignes", locales.FR_FR) == [variant.pk]


def test_page_of_one_tree_is_found_from_the_other__after_those_of_the_readers_own(portal, client):
    foreign = factories.news_page(portal, portal.thetford, title="Sphaignes sphaignes", slug="ailleurs")
    own = factories.news_page(portal, portal.pau, introduction="Quelques sphaignes.", slug="ici")
    assert found("sphaignes", locales.FR_FR) == [own.pk, foreign.pk]
    text = client.get("/fr-fr/recherche/?q=sphaignes").text
    assert "En français du Québec" in text
    assert f'href="{foreign.url}"' in text


def test_page_is_found_by_the_words_of_its_variant(portal):
    page = factories.news_page(portal, portal.thetford, title="Une fin de semaine", slug="w")
    variant = publish_variant(portal, page, title="Un bivouac")
    assert found("bivouac", locales.FR_CA) == [page.pk]
    assert found("bivouac", locales.FR_FR) == [variant.pk]


def test_variant_withdrawn__takes_its_words_away(portal):
    page = factories.news_page(portal, portal.thetford, title="Une fin de semaine", slug="w")
    variant = publish_variant(portal, page, title="Un bivouac")
    with factories.background_tasks():
        variant.unpublish()
    assert found("bivouac", locales.FR_CA) == []
    assert found("semaine", locales.FR_FR) == [page.pk]


def test_command_fills_an_empty_index__and_mends_wrong_counts(portal, capsys):
    page = factories.news_page(portal, portal.thetford, title="Sphaignes")
    counted = dict(SearchWord.objects.values_list("word", "pages"))
    SearchEntry.objects.all().delete()
    SearchWord.objects.filter(word="sphaignes").update(pages=40)
    call_command("update_public_search")
    assert found("sphaigne") == [page.pk]
    assert dict(SearchWord.objects.values_list("word", "pages")).items() >= counted.items()
    call_command("update_public_search")
    assert dict(SearchWord.objects.values_list("word", "pages")).items() >= counted.items()


@pytest.mark.parametrize(
    ("first", "second", "faults"),
    [("mine", "mine", 0), ("mien", "mine", 1), ("mne", "mine", 1), ("minne", "mine", 1), ("mino", "mine", 1)],
)
def test_distance_counts_each_fault_once(first, second, faults):
    assert distance(first, second) == faults


def test_any_fault_of_one_letter_leaves_a_common_fragment():
    word = "amiante"
    places = range(len(word))
    missing = {word[:place] + word[place + 1 :] for place in places}
    wrong = {word[:place] + "z" + word[place + 1 :] for place in places}
    extra = {word[:place] + "z" + word[place:] for place in places}
    exchanged = {word[:place] + word[place + 1] + word[place] + word[place + 2 :] for place in places[:-1]}
    assert all(fragments(fault) & fragments(word) for fault in missing | wrong | extra | exchanged)
