"""What the portal tells an editor about a page in writing: its French, pictures, headings and links."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Locale

from news.models import NewsPage
from portal.content.checks.structure import (
    BARE_ADDRESS,
    EMPTY_HEADING,
    NO_ALTERNATIVE,
    NO_LEAD_ALTERNATIVE,
    SKIPPED_LEVEL,
    VAGUE_LINK,
    check_structure,
)
from portal.localization.checks import MAX_CHARACTERS, check_french
from portal.variants import Variant
from tests import factories
from tests.localization.glossary.entries import decide, propose

pytestmark = pytest.mark.django_db
PEOPLE = {
    "thetford-mines-redaction": True,
    "thetford-mines-approbation": True,
    "thetford-mines-revision": False,
    "pau-redaction": True,
    "pau-approbation": True,
    "pau-revision": False,
    "administration": True,
}


def typed(code, *blocks, **fields):
    """A page of one tree as an editor has it in front of them, in no database."""
    values = {"title": "Une visite", "introduction": "Tout va bien.", "body": factories.stream(*blocks), **fields}
    return NewsPage(locale=Locale(language_code=code), **values)


def draft(portal, city, *blocks, **fields):
    values = {"title": "Une visite", "introduction": "Tout va bien.", "body": factories.stream(*blocks), **fields}
    return factories.news_page(portal, city, publish=False, **values)


def french(page):
    return [(finding.place, finding.passage, finding.suggestion) for finding in check_french(page)]


def structure(page):
    return [finding.explanation for finding in check_structure(page)]


def test_word_of_the_other_side_is_told__with_what_to_write():
    page = typed("fr-ca", ("text", "<p>Un beau <b>week-end</b> nous attend.</p>"))
    (finding,) = [found for found in check_french(page) if "week-end" in found.passage]
    assert finding.place == "Texte"
    assert "fin de semaine" in finding.suggestion
    assert "fin de semaine" in finding.explanation
    assert "nous attend" in finding.after


def test_word_at_home_is_left_alone():
    assert french(typed("fr-fr", ("text", "<p>Un beau week-end nous attend.</p>"))) == []
    assert french(typed("fr-ca", ("text", "<p>Une belle fin de semaine nous attend.</p>"))) == []


def test_typography_of_the_other_side_is_told():
    quebec = typed("fr-ca", title="Quelle surprise\u202f!")
    france = typed("fr-fr", title="Quelle surprise!")
    assert french(quebec)[0][0] == "Titre"
    assert french(france)


def test_words_of_a_person_are_not_ours_to_change():
    quote = {"text": "Quel beau week-end", "speaker": "Camille Exemple", "office": ""}
    assert french(typed("fr-ca", ("quote", quote))) == []


def test_approved_glossary_is_heard__and_a_proposed_entry_is_not(portal):
    page = draft(portal, portal.thetford, ("text", "<p>Prenez votre livret de visite.</p>"))
    entry = propose(portal, policy_to_quebec="replace")
    assert french(page) == []
    decide(portal, entry, Variant.FR_CA)
    assert french(page)[0][2] == "carnet de visite"


@pytest.mark.parametrize(
    ("html", "message"),
    [
        ("<h2>Un titre</h2><h3>Un autre</h3><p>Texte.</p>", None),
        ("<h3>Trop bas</h3><p>Texte.</p>", SKIPPED_LEVEL),
        ("<h2> </h2><p>Texte.</p>", EMPTY_HEADING),
        ('<p><a href="https://example.org/">Cliquez ici</a></p>', VAGUE_LINK),
        ('<p><a href="https://example.org/">https://example.org/</a></p>', BARE_ADDRESS),
        ('<p>Lisez <a href="https://example.org/">le règlement du fonds</a> ici.</p>', None),
    ],
)
def test_structure_of_the_text(html, message):
    assert structure(typed("fr-fr", ("text", html))) == ([message] if message else [])


def test_heading_order_runs_through_the_blocks():
    blocks = [("text", "<h2>Un</h2><p>a</p>"), ("text", "<h3>Deux</h3><p>b</p>")]
    assert structure(typed("fr-fr", *blocks)) == []


def test_picture_without_words_is_told__unless_it_is_decorative():
    picture = factories.picture()

    def block(**words):
        value = {"image": picture.pk, "decorative": False, "alt_text": "", **words}
        return ("picture", {"image": value, "caption": ""})

    assert structure(typed("fr-fr", block())) == [NO_ALTERNATIVE]
    assert structure(typed("fr-fr", block(decorative=True))) == []
    assert structure(typed("fr-fr", block(alt_text="Un pont"))) == []
    assert structure(typed("fr-fr", image=picture)) == [NO_LEAD_ALTERNATIVE]


def test_link_block_is_read_too():
    block = ("link_list", {"heading": "", "links": [{"label": "En savoir plus", "page": None, "url": "https://a.fr"}]})
    assert structure(typed("fr-fr", block)) == [VAGUE_LINK]


def test_report_is_for_those_who_may_edit_the_page(portal, client):
    page = draft(portal, portal.thetford, ("text", "<p>Un beau week-end.</p>"))
    for person, may_read in PEOPLE.items():
        client.force_login(portal.people[person])
        response = client.get(reverse("content_checks", args=[page.pk]))
        assert (response.status_code == 200) == may_read, person
        assert ("week-end" in response.content.decode()) == may_read


def test_report_of_a_variant_is_for_nobody__it_is_reviewed(portal, client):
    with factories.background_tasks():
        page = factories.news_page(portal, portal.thetford)
    client.force_login(portal.people["pau-redaction"])
    assert client.get(reverse("content_checks", args=[factories.variant_of(page).pk])).status_code != 200


def test_report_reads_the_latest_draft__and_the_panel_what_is_typed(portal, client):
    page = factories.news_page(portal, portal.thetford, title="Publiée", introduction="Une fin de semaine.")
    page.title = "Un week-end de brouillon"
    page.save_revision()
    client.force_login(portal.people["thetford-mines-redaction"])
    address = reverse("content_checks", args=[page.pk])
    assert "de brouillon" in client.get(address).content.decode()
    edited = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    data = {name: value for name, value in _form_data(edited).items() if value is not None}
    client.post(reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk]), {**data, "title": "Un week-end tapé"})
    typed = client.get(address, {"apercu": ""}).content.decode()
    assert "tapé" in typed
    assert "<html" not in typed
    assert "de brouillon" in client.get(address).content.decode()
    assert NewsPage.objects.get(pk=page.pk).get_latest_revision_as_object().title == "Un week-end de brouillon"


def _form_data(response):
    form = BeautifulSoup(response.content, "html.parser").select_one("form[data-edit-form]")
    data = {tag["name"]: tag.get("value", "") for tag in form.select("input[name]") if tag.get("type") != "checkbox"}
    data |= {tag["name"]: tag.get_text().removeprefix("\n") for tag in form.select("textarea[name]")}
    return data | {"body-count": "0"}


def test_hostile_text_comes_out_as_text(portal, client):
    page = draft(portal, portal.thetford, title="<script>alert(1)</script> un week-end")
    client.force_login(portal.people["thetford-mines-redaction"])
    assert "<script>alert(1)" not in client.get(reverse("content_checks", args=[page.pk])).content.decode()


def test_very_long_page_is_read_up_to_a_measure():
    paragraph = "<p>" + "Une phrase tranquille. " * 100 + "</p>"
    blocks = [("text", paragraph)] * (MAX_CHARACTERS // 2000) + [("text", "<p>Un week-end trop loin.</p>")]
    assert french(typed("fr-ca", *blocks)) == []


def test_report_costs_the_same_for_few_blocks_and_many(portal, client):
    client.force_login(portal.people["thetford-mines-redaction"])
    counts = []
    for number in (2, 30):
        blocks = [("text", f"<h2>Partie {i}</h2><p>Un week-end {i}.</p>") for i in range(number)]
        page = draft(portal, portal.thetford, *blocks, slug=f"page-{number}")
        client.get(reverse("content_checks", args=[page.pk]))
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse("content_checks", args=[page.pk]))
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_editor_leads_to_the_report__and_has_the_section_in_its_panel(portal, client):
    page = draft(portal, portal.thetford)
    client.force_login(portal.people["thetford-mines-redaction"])
    shown = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert f'data-content-checks="{reverse("content_checks", args=[page.pk])}"' in shown
    assert "content_checks.js" in shown
