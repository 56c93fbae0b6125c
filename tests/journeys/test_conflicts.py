"""Two people in two browsers edit the same thing: nobody overwrites what they have not seen."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import expect
from wagtail.models import Site

from portal.twinning.models import CooperationAxis
from tests import factories
from tests.examples.models import ExampleSetting

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.journey]

HEADING = re.compile("Deux versions")
expect.set_options(timeout=60_000)


@pytest.fixture
def window(browser, live_server, settings):
    """Opens a browser of its own for one person, with or without scripts."""
    settings.ALLOWED_HOSTS = ["*"]
    contexts = []

    def open_window(username, *, scripts=True):
        context = browser.new_context(base_url=live_server.url, locale="fr", java_script_enabled=scripts)
        contexts.append(context)
        visitor = context.new_page()
        visitor.set_default_timeout(60_000)
        visitor.goto("/admin/login/")
        visitor.fill("input[name=username]", username)
        visitor.fill("input[name=password]", factories.PASSWORD)
        visitor.click("button[type=submit]")
        visitor.wait_for_url("**/admin/")
        return visitor

    yield open_window
    for context in contexts:
        context.close()


def test_page__the_second_to_save_sees_both_texts_and_merges_them(portal, window):
    news = factories.news_page(portal, portal.thetford, publish=False)
    address = reverse("wagtailadmin_pages:edit", args=[news.pk])
    me, other = window("administration"), window("pau-redaction")
    me.goto(address)
    write(other, address, "title", "Un atelier à Pau")
    me.fill("textarea[name=introduction]", "Un chapô récrit à Thetford.")
    press_save(me)
    expect(me.get_by_role("heading", name=HEADING)).to_be_visible()
    expect(me.get_by_text("pau-redaction").first).to_be_visible()
    assert not Axe().run(me, context="main").response["violations"]
    with me.expect_navigation():
        me.get_by_role("button", name="Fusionner champ par champ").click()
    expect(me.locator(".messages")).to_contain_text("La fusion des deux versions")
    merged = type(news).objects.get(pk=news.pk).get_latest_revision_as_object()
    assert (merged.title, merged.introduction) == ("Un atelier à Pau", "Un chapô récrit à Thetford.")


def test_page__nobody_is_in_conflict_with_their_own_autosave(portal, window):
    news = factories.news_page(portal, portal.thetford, publish=False)
    me = window("administration")
    me.goto(reverse("wagtailadmin_pages:edit", args=[news.pk]))
    autosaved = []
    me.on("response", lambda answer: autosaved.append(answer) if answer.url.endswith("/edit/") else None)
    for number in range(120):  # the editor takes a while to notice that somebody types
        me.fill("textarea[name=introduction]", f"Le chapô numéro {number}.")
        me.wait_for_timeout(500)
        if autosaved:
            break
    me.fill("textarea[name=introduction]", "Le tout dernier chapô.")
    press_save(me)
    expect(me.locator(".messages")).to_contain_text("Un atelier commun")
    expect(me.locator("textarea[name=introduction]")).to_have_value("Le tout dernier chapô.")
    assert autosaved


def test_snippet__without_scripts__text_is_kept_to_copy_and_theirs_stays(portal, window):
    axis = CooperationAxis.objects.create(name="Chimie verte", slug="chimie-verte")
    address = reverse("wagtailsnippets_twinning_cooperationaxis:edit", args=[axis.pk])
    me, other = (window(name, scripts=False) for name in ("thetford-mines-redaction", "pau-redaction"))
    me.goto(address)
    write(other, address, "summary_fr_ca", "Le résumé de Pau")
    me.fill("textarea[name=summary_fr_ca]", "Le résumé de Thetford")
    press_save(me)
    expect(me.get_by_role("heading", name=HEADING)).to_be_visible()
    me.get_by_role("button", name="Garder le leur").click()
    expect(me.get_by_label("Résumé, français du Québec")).to_have_value("Le résumé de Thetford")
    me.get_by_role("link", name="Abandonner mon texte").click()
    expect(me.locator("textarea[name=summary_fr_ca]")).to_have_value("Le résumé de Pau")


def test_setting__mine_replaces_theirs_when_i_say_so(portal, window):
    setting = ExampleSetting.objects.create(site=Site.objects.get(), motto="Ensemble")
    address = reverse("wagtailsettings:edit", args=["examples", "examplesetting", setting.site_id])
    me, other = window("administration"), window("administration")
    me.goto(address)
    write(other, address, "motto", "Deux villes")
    me.fill("input[name=motto]", "Un portail")
    press_save(me)
    expect(me.get_by_text("dans une autre fenêtre")).to_be_visible()
    setting.refresh_from_db()
    assert setting.motto == "Deux villes"
    me.get_by_role("button", name="Garder mon texte").click()
    expect(me.locator("input[name=motto]")).to_have_value("Un portail")
    setting.refresh_from_db()
    assert setting.motto == "Un portail"


def write(visitor, address, field, text):
    visitor.goto(address)
    visitor.fill(f"[name={field}]", text)
    press_save(visitor)
    expect(visitor.locator(".messages")).to_be_visible()


def press_save(visitor):
    """Wagtail's presence may have noticed the other one, and asks before it lets the form go."""
    visitor.locator("form[data-edit-form] footer button[type=submit]").first.click()
    going_on = visitor.locator("#w-save-confirmation-dialog [data-w-dialog-target=confirm]")
    expect(
        going_on.or_(visitor.get_by_role("heading", name=HEADING)).or_(visitor.locator(".messages li")).first
    ).to_be_visible()
    if going_on.is_visible():
        going_on.click()
