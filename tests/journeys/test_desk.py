"""The review desk in a real browser: a variant from preparation to publication and back, by mouse and by keyboard."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import expect

from portal import locales
from portal.localization.decisions import DecideSegmentsAction
from portal.localization.notes import WriteNoteAction
from portal.localization.preparation import prepare_variant
from portal.localization.segments import load_segments
from tests import factories

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.journey]

TEXTS = {
    "thetford-mines": ("Rendez-vous la fin de semaine prochaine au bord du lac.", "la fin de semaine prochaine"),
    "pau": ("Rendez-vous le week-end prochain au bord du gave.", "le week-end prochain"),
}
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def body(*paragraphs):
    return factories.stream(("text", "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)))


def published(portal, slug, **fields):
    texts = {"introduction": "Les deux villes, ensemble, avancent.", **fields}
    texts.setdefault("body", body(TEXTS[slug][0], "La visite a duré deux jours."))
    return factories.news_page(portal, portal.cities[slug], **texts)


def segment(page, text):
    return page.locator("[data-desk-segment]").filter(has_text=text).first


@pytest.mark.parametrize("slug", TEXTS)
def test_variant_is_reviewed_published_and_seen_again(slug, portal, page, sign_in):
    other = locales.other(locales.of_city(slug))
    source = published(portal, slug)
    sentence, refused = TEXTS[slug]
    sign_in(f"{other.city_slug}-revision")
    page.goto(reverse("variant_review:queue"))
    page.get_by_role("link", name=source.title).click()

    proposed = segment(page, "bord du")
    expect(proposed.locator("del")).to_have_text(refused)
    proposed.get_by_role("button", name=re.compile("^refuser")).click()
    expect(segment(page, "bord du").locator("del")).to_have_count(0)
    segment(page, "bord du").get_by_role("button", name="Accepter", exact=True).click()
    expect(segment(page, "bord du").locator(".desk__state")).to_have_text("Identique, relu par vous")

    segment(page, "avancent").get_by_text("Modifier").click()
    segment(page, "avancent").locator("textarea").first.fill("Elles avancent ensemble.")
    segment(page, "avancent").get_by_role("button", name="Valider ce texte").click()
    expect(segment(page, "Elles avancent").locator(".desk__state")).to_have_text("Adaptée, relu par vous")

    page.get_by_role("button", name=re.compile("Confirmer les")).click()
    expect(page.locator("[data-desk-progress]")).to_contain_text("4 sur 4")
    expect(page.get_by_role("button", name="Publier la variante")).to_be_focused()
    with page.expect_navigation():
        page.get_by_role("button", name="Publier la variante").click()
    expect(page.locator(".messages")).to_contain_text("est publiée")

    factories.publish(
        source,
        title="Un atelier, commun sur l’énergie",
        body=body(sentence, "La visite a duré trois jours."),
    )
    page.goto(f"{reverse('variant_review:queue')}?etat=a-revoir")
    expect(page.locator(".listing tbody tr")).to_have_count(1)
    expect(page.locator(".listing tbody")).to_contain_text("en retard, 1 à revoir")
    page.locator(".listing tbody a").click()
    waiting = page.locator("[data-open]")
    expect(waiting).to_have_count(1)
    expect(waiting.locator(".desk__state")).to_contain_text("À revoir")
    expect(waiting.locator("del")).to_have_text("deux")

    page.context.clear_cookies()
    assert page.goto(factories.variant_of(source).url).status == 200
    main = page.locator("main")
    expect(main).to_contain_text("La visite a duré deux jours.")
    expect(main).to_contain_text("Elles avancent ensemble.")
    expect(main).not_to_contain_text("trois jours")


def test_keys_drive_the_review__and_never_fire_while_typing(portal, page, sign_in):
    source = published(portal, "thetford-mines")
    sign_in("pau-revision")
    page.goto(reverse("variant_review:review", args=[factories.variant_of(source).pk]))
    state = page.locator(".desk__state")
    expect(page.locator("[data-desk-keys-switch]")).to_be_checked(timeout=30_000)

    page.keyboard.press("a")
    expect(state.nth(0)).to_have_text("Identique, relu par vous")
    page.keyboard.press("k")
    page.keyboard.press("u")
    expect(state.nth(0)).to_have_text("Identique, à confirmer")
    page.keyboard.press("j")
    page.keyboard.press("m")
    box = page.locator("[data-desk-segment]").nth(1).locator("textarea").first
    expect(box).to_be_focused()
    page.keyboard.press("End")
    page.keyboard.type(" agaju?")
    assert box.input_value().endswith(" agaju?")
    expect(state.nth(0)).to_have_text("Identique, à confirmer")
    page.keyboard.press("Control+Enter")
    expect(state.nth(1)).to_have_text("Adaptée, relu par vous")

    page.keyboard.press("?")
    help_panel = page.locator("[data-desk-keys]")
    expect(help_panel).to_have_attribute("open", "")
    expect(page.locator("#keyboard-shortcuts-dialog")).to_be_hidden()
    help_panel.get_by_role("checkbox").uncheck()
    page.locator("body").click(position={"x": 1, "y": 1})
    page.keyboard.press("a")
    page.keyboard.press("?")
    assert factories_count(source) == 3


def factories_count(source):
    """How many rows the history has: one accepted, one reopened, one edited."""
    return prepare_variant(source).segment_decisions.count()


def test_text_that_was_not_sent_comes_back(portal, page, sign_in):
    source = published(portal, "thetford-mines")
    address = reverse("variant_review:review", args=[factories.variant_of(source).pk])
    sign_in("pau-revision")
    page.goto(address)
    first = page.locator("[data-desk-segment]").first
    first.get_by_text("Modifier").click()
    first.locator("textarea").first.fill("Un titre à moitié écrit")
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.goto(address)
    assert asked == ["beforeunload"]
    assert first.locator("textarea").first.input_value() == "Un titre à moitié écrit"
    expect(first.get_by_text("a été retrouvé sur cet appareil").first).to_be_visible()
    page.route("**/variantes/**", lambda route: route.abort())
    first.get_by_role("button", name="Valider ce texte").click()
    expect(page.locator("[data-desk-status]")).to_contain_text("Le serveur ne répond pas")
    assert first.locator("textarea").first.input_value() == "Un titre à moitié écrit"
    page.unroute("**/variantes/**")
    first.get_by_role("button", name="Valider ce texte").click()
    expect(page.locator(".desk__state").first).to_have_text("Adaptée, relu par vous")
    page.goto(address)
    assert asked == ["beforeunload"]
    expect(page.get_by_text("a été retrouvé sur cet appareil").first).to_be_hidden()


def test_screens_without_a_script__review_all_the_same(portal, browser, live_server, settings):
    settings.ALLOWED_HOSTS = ["*"]
    source = published(portal, "thetford-mines")
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/admin/login/")
    page.fill("input[name=username]", "pau-revision")
    page.fill("input[name=password]", factories.PASSWORD)
    page.locator("button[type=submit]").click()
    page.goto(reverse("variant_review:review", args=[factories.variant_of(source).pk]))
    segment(page, "bord du").get_by_role("button", name=re.compile("^refuser")).click()
    expect(segment(page, "bord du").get_by_role("button", name=re.compile("^accepter"))).to_have_count(1)
    assert "#s-" in page.url
    segment(page, "bord du").get_by_role("button", name="Accepter", exact=True).click()
    expect(segment(page, "bord du").locator(".desk__state")).to_have_text("Identique, relu par vous")
    context.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_on_the_desk(width, portal, page, sign_in):
    source = every_state(portal)
    variant = factories.variant_of(source)
    page.set_viewport_size({"width": width, "height": 900})
    sign_in("pau-revision")
    review = reverse("variant_review:review", args=[variant.pk])
    page.goto(review)
    page.evaluate("document.querySelectorAll('[data-desk] details').forEach((fold) => { fold.open = true; })")
    assert_accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    segment(page, "Chapô").get_by_role("button", name="Assumer l’écart").click()
    expect(page.locator(".error-message")).to_have_count(1)
    assert_accessible(page)
    others = ("comparison", "interchange")
    for address in (
        reverse("variant_review:queue"),
        *(reverse(f"variant_review:{name}", args=[variant.pk]) for name in others),
        reverse("variant_report"),
    ):
        page.goto(address)
        page.wait_for_load_state("networkidle")
        assert_accessible(page)
    sign_in("thetford-mines-redaction")
    page.goto(review)
    assert_accessible(page)


def every_state(portal):
    """A page whose variant holds each state at once, notes, and a decision of somebody else's."""
    quote = {"text": "Quelle fin de semaine!", "speaker": "Camille Exemple", "office": "mairesse d’essai"}
    paragraphs = [TEXTS["thetford-mines"][0], "Rien ne change ici.", "Le souper, puis la municipalité au cégep; voilà."]
    text = "".join(f"<p>{paragraph}</p>" for paragraph in [*paragraphs, "La visite a duré deux jours."])
    source = factories.news_page(
        portal, portal.thetford, body=factories.stream(("text", text), ("quote", quote)), introduction="Chapô d’essai."
    )
    translation, variant, reviewer = (
        prepare_variant(source),
        factories.variant_of(source),
        factories.reviewer_of(portal, source),
    )
    found = {segment.source_text: segment for segment in load_segments(translation)}
    choices = [
        (found[source.title], source.title),
        (found["La visite a duré deux jours."], "Elle a duré deux jours."),
        (found["Rien ne change ici."], "Tout change ici.", "Le lieu n’existe pas à Pau."),
    ]
    DecideSegmentsAction(translation, variant, choices, reviewer).execute()
    colleague = portal.people["thetford-mines-redaction"]
    WriteNoteAction(translation, variant, found["Chapô d’essai."], "Est-ce clair à Pau ?", colleague).execute()
    text = text.replace("duré deux", "duré trois")
    return factories.publish(source, body=factories.stream(("text", text), ("quote", quote)))


def assert_accessible(page):
    """What axe finds in the part of the screen that is ours; Wagtail's own furniture is Wagtail's."""
    results = Axe().run(page, context="#main", options={"runOnly": TAGS})
    found = [(item["id"], [node["html"][:200] for node in item["nodes"]]) for item in results.response["violations"]]
    assert not found, f"{page.url}: {found}"
