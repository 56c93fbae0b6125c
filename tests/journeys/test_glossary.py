"""The glossary in a real browser: its screens, the lexicon, a note opened by keyboard, the checks panel."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests import factories
from tests.home.lexicons import publish_lexicon
from tests.journeys.accessibility import violations
from tests.localization.glossary.entries import propose

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.journey]
WIDTHS = (320, 768, 1280)


def follow(page, role, name):
    with page.expect_navigation():
        page.get_by_role(role, name=name).first.click()


def test_editor_proposes_and_reviewer_decides__on_screens_without_a_fault(portal, page, sign_in):
    sign_in("pau-redaction")
    page.goto(reverse("glossary:index"))
    follow(page, "link", "Ajouter")
    page.get_by_label("Terme au Québec").fill("carnet de visite")
    page.get_by_label("Terme en France").fill("livret de visite")
    page.get_by_label("Du Québec vers la France").select_option("replace")
    assert not violations(page, "main form")
    follow(page, "button", re.compile("Créer|Enregistrer"))
    expect(page.get_by_text("Indiquez le genre de").first).to_be_visible()
    assert page.get_by_label("Terme au Québec").input_value() == "carnet de visite"
    page.get_by_label("Genre au Québec").select_option("m")
    page.get_by_label("Genre en France").select_option("m")
    follow(page, "button", re.compile("Créer|Enregistrer"))
    page.wait_for_url("**/glossaire/")

    sign_in("pau-revision")
    page.goto(reverse("glossary:index"))
    assert not violations(page, "main")
    follow(page, "link", "carnet de visite / livret de visite")
    assert not violations(page, "main")
    follow(page, "link", "Essayer sur un texte")
    page.get_by_label("Texte d’essai").fill("Un carnet de visite pour chacun.")
    follow(page, "button", "Essayer")
    expect(page.get_by_text("Un livret de visite pour chacun.")).to_be_visible()
    assert not violations(page, "main")
    follow(page, "link", "Revenir à l’entrée")
    follow(page, "button", "Approuver")
    expect(page.locator(".messages")).to_contain_text("approuvée")


def test_import_screen_has_no_fault(portal, page, sign_in, tmp_path):
    file = tmp_path / "glossaire.csv"
    file.write_text("terme_quebec;terme_france\n;\n;x\n", encoding="utf-8")
    sign_in("thetford-mines-redaction")
    page.goto(reverse("glossary:import"))
    page.set_input_files("input[type=file]", file)
    follow(page, "button", "Importer")
    expect(page.get_by_text("Ligne 3").first).to_be_visible()
    assert not violations(page, "main")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_lexicon_has_no_fault(portal, page, width, scheme):
    urls = publish_lexicon(portal)
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    for url in urls.values():
        page.goto(url)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        # axe takes fifteen seconds for all eight hundred words, which are all drawn alike: once is enough.
        if (width, scheme) != (1280, "light"):
            page.goto(f"{url}?q=cour")
        assert not violations(page)


def test_note_opens_and_closes_by_keyboard__without_a_script(portal, browser, live_server, settings):
    settings.ALLOWED_HOSTS = ["*"]
    urls = publish_lexicon(portal)
    source = factories.news_page(
        portal, portal.thetford, body=factories.stream(("text", "<p>La visite du cégep a plu à tous.</p>"))
    )
    variant = factories.publish_variant(portal, source)
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    visitor = context.new_page()
    visitor.set_viewport_size({"width": 320, "height": 640})
    visitor.goto(variant.url)
    button = visitor.get_by_role("button", name=re.compile("Que veut dire.*cégep"))
    panel = visitor.locator(".note__text")
    expect(panel).to_be_hidden()
    button.focus()
    visitor.keyboard.press("Enter")
    expect(panel).to_be_visible()
    box = panel.bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= 320
    visitor.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    button.click()
    visitor.get_by_role("link", name="Voir le lexique").click()
    assert visitor.url.split("#")[0].endswith(urls["fr-fr"])
    context.close()


def test_page_with_an_open_note_has_no_fault(portal, page):
    publish_lexicon(portal)
    source = factories.news_page(
        portal, portal.thetford, body=factories.stream(("text", "<p>La visite du cégep a plu à tous.</p>"))
    )
    page.goto(factories.publish_variant(portal, source).url)
    page.get_by_role("button", name="Que veut dire").click()
    assert not violations(page)
    page.emulate_media(media="print")
    expect(page.locator(".note")).to_be_hidden()


def test_editor_sees_in_the_panel_what_was_just_typed(portal, page, sign_in):
    draft = factories.news_page(portal, portal.thetford, publish=False)
    sign_in("thetford-mines-redaction")
    page.goto(reverse("wagtailadmin_pages:edit", args=[draft.pk]))
    page.locator("input[name=title]").fill("Un beau week-end")
    page.get_by_role("button", name="vérifications").click()
    expect(page.locator("[data-content-checks-findings]")).to_contain_text("fin de semaine")
    page.goto(reverse("content_checks", args=[draft.pk]))
    assert not violations(page, "main")


def test_hostile_entry_runs_nothing(portal, page, sign_in):
    hostile = '<img src=x onerror="document.title=1"></dd><script>document.title=1</script>'
    entry = propose(portal, definition=hostile, note=hostile)
    sign_in("pau-revision")
    for name in ("inspect", "trial", "history"):
        page.goto(reverse(f"glossary:{name}", args=[entry.pk]))
        assert page.title() != "1"
