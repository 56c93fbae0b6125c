"""A press release comes in, two published variants come out: as editors, a reviewer and citizens see it."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from news.models import NewsPage
from portal import locales
from tests import factories

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.journey]

NNBSP = "\u202f"
RELEASES = {
    "thetford-mines": """Un camp de jour qui parle aux étoiles

Durant une fin de semaine, des jeunes des deux villes ont observé le ciel; ils y retourneront.

PREMIÈRE NUIT À THETFORD

Le groupe s’est réuni près du lac. Qui aurait cru à un ciel si clair?

« Nous avons soupé sous les étoiles! Quelle fin de semaine », a déclaré la coordonnatrice Camille Exemple.
""",
    "pau": f"""Un club d’astronomie qui parle aux étoiles

Durant un week-end, des jeunes des deux villes ont observé le ciel{NNBSP}; ils y retourneront.

PREMIÈRE NUIT À PAU

Le groupe s’est réuni près du gave. Qui aurait cru à un ciel si clair{NNBSP}?

« Nous avons dîné sous les étoiles{NNBSP}! Quel week-end », a déclaré la coordinatrice Camille Exemple.
""",
}


@pytest.mark.parametrize("slug", ["thetford-mines", "pau"])
def test_press_release_becomes_two_public_variants(slug, portal, page, sign_in, tmp_path):
    home, other = locales.of_city(slug), locales.other(locales.of_city(slug))
    release = tmp_path / "communique.txt"
    release.write_text(RELEASES[slug], encoding="utf-8")

    sign_in(f"{slug}-redaction")
    draft = import_release(page, portal.cities[slug], release)
    submit(page, draft)
    for city in (home, other):
        sign_in(f"{city.city_slug}-approbation")
        give_key(page, draft, portal.cities[city.city_slug])
    address = f"/{home.code}/news/{draft.slug}/"
    there = f"/{other.code}/news/{draft.slug}/"

    page.context.clear_cookies()
    assert page.goto(address).status == 200
    assert page.goto(there).status == 404

    sign_in(f"{other.city_slug}-revision")
    review(page, draft.title)

    page.context.clear_cookies()
    read_both(page, address, there, home, other)


def import_release(page, city, release):
    page.goto(reverse("import_communique"))
    page.get_by_label(city.name).check()
    page.set_input_files("input[type=file]", release)
    page.get_by_role("button", name="Lire le communiqué").click()
    expect(page.get_by_text("Camille Exemple").first).to_be_visible()
    assert not NewsPage.objects.exists()
    page.get_by_role("button", name="Créer le brouillon").click()
    expect(page.locator("input[name=title]")).to_be_visible()
    return NewsPage.objects.get()


def submit(page, draft):
    page.goto(reverse("wagtailadmin_pages:edit", args=[draft.pk]))
    page.locator("footer [data-w-dropdown-target=toggle]").click()
    with page.expect_navigation():
        page.locator("button[name=action-submit]").click()
    expect(page.locator(".messages")).to_contain_text(draft.title)


def give_key(page, draft, city):
    page.goto(reverse("wagtailadmin_pages:edit", args=[draft.pk]))
    page.get_by_role("link", name=f"Lire la page et donner la clé de {city}").click()
    press(page, f"Donner la clé de {city}")
    expect(page.locator(".messages")).to_contain_text("munie de votre clé")


def review(page, title):
    page.goto(reverse("variant_review:queue"))
    page.get_by_role("link", name=re.compile(re.escape(title[:12]))).click()
    press(page, "Publier la variante")
    expect(page.locator(".messages")).to_contain_text("à lire avant de publier")
    page.get_by_role("button", name=re.compile("Confirmer")).click()
    expect(page.get_by_role("button", name=re.compile("Confirmer"))).to_have_count(0)
    accept = page.get_by_role("button", name="Accepter", exact=True)
    for waiting in range(accept.count(), 0, -1):
        accept.first.click()
        expect(accept).to_have_count(waiting - 1)
    press(page, "Publier la variante")
    expect(page.locator(".messages")).to_contain_text("est publiée")


def press(page, name):
    with page.expect_navigation():
        page.get_by_role("button", name=name, exact=isinstance(name, str)).first.click()


def read_both(page, address, there, home, other):
    texts = {}
    for url, locale in ((address, home), (there, other)):
        assert page.goto(url).status == 200
        assert page.locator("html").get_attribute("lang") == locale.tag
        texts[locale.code] = page.locator("main").inner_text()
        assert not page.context.cookies()
    page.get_by_role("link", name=home.place).click()
    assert page.url.endswith(address)
    quotes = {code: re.search(r"Nous avons.*(?:semaine|week-end)", text)[0] for code, text in texts.items()}
    words = {re.sub(r"\s*!", "!", quote) for quote in quotes.values()}
    assert len(words) == 1
    assert "étoiles!" in quotes["fr-ca"]
    assert f"étoiles{NNBSP}!" in quotes["fr-fr"]
    assert "le ciel;" in texts["fr-ca"]
    assert f"le ciel{NNBSP};" in texts["fr-fr"]


def test_reviewer_loses_nothing__when_a_segment_is_refused(portal, page, sign_in):
    with factories.background_tasks():
        source = factories.news_page(portal, portal.thetford)
    variant = factories.variant_of(source)
    sign_in("pau-revision")
    page.goto(reverse("variant_review:review", args=[variant.pk]))
    segments = page.locator("[data-desk-segment]")
    for number, text in enumerate(["Un titre retravaillé", ""]):
        segments.nth(number).get_by_text("Modifier").click()
        segments.nth(number).locator("textarea[name^=text-]").fill(text)
    segments.nth(1).get_by_role("button", name="Valider ce texte").click()
    expect(page.get_by_text("Ce segment est vide").first).to_be_visible()
    assert segments.nth(0).locator("textarea[name^=text-]").input_value() == "Un titre retravaillé"
