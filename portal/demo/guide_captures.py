"""The guide's pictures, from a demo that was just loaded: the day of a news item, told by the people of both cities.

The people write, submit, refuse and review for real: load the demo anew before taking the pictures again.
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from playwright.sync_api import Page

from portal.demo.studio import Studio, open_browser

FOLDER = Path(__file__).resolve().parent.parent / "static" / "portal" / "guide"
WRITER, PARTNER = "thetford-mines-redaction", "pau-redaction"
APPROVER, PARTNER_APPROVER = "thetford-mines-approbation", "pau-approbation"
REVIEWER, ADMINISTRATION = "pau-revision", "administration"
RELEASE = """\
Exemple : un atelier commun sur les réseaux de chaleur

Thetford Mines, le 24 novembre 2022 – Une fin de semaine d’atelier réunira à Thetford Mines les équipes des deux \
villes autour des réseaux de chaleur. Coalia y présentera ses essais.

La rencontre commencera samedi à 9 h 30. Le stationnement sera gratuit.

« Nous avons les mêmes hivers, comparons nos chaufferies », a dit Camille Exemple, responsable d’équipe.
"""
NOTICE = """\
Exemple : un avis de travaux

Pau, le 24 novembre 2022 – La passerelle d’exemple sera fermée une semaine pour travaux.

Un passage reste ouvert par le quai.
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("base", help="address of a demo that was just loaded, such as http://localhost:8000")
    parser.add_argument("folder", type=Path, nargs="?", default=FOLDER)
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    with open_browser() as browser:
        studio = Studio(browser, arguments.base, arguments.folder)
        take_forms(studio)
        news = import_release(studio)
        submit(studio, news)
        send_back_and_repair(studio, news)
        give_both_keys(studio, news)
        review(studio, news)
        change_the_source(studio, news)
        notice = publish_in_emergency(studio)
        meet_in_conflict(studio, notice)
        take_screens(studio)


def take_forms(studio: Studio) -> None:
    """A mission, an institution, a picture, as their forms stand."""
    page = studio.window_of(WRITER)
    page.goto(f"/admin/pages/{page_number(page, 'DelegationPage', 'mission-economique-pau')}/edit/")
    studio.take(
        page.get_by_role("heading", name="Programme", exact=True).first, "delegation", last=page.locator("body")
    )
    page.goto(f"/admin/pages/{page_number(page, 'InstitutionPage', 'atelier-exemple-mineral')}/edit/")
    studio.take(page.get_by_role("heading", name="Qui est-ce?"), "institution", last=page.locator("body"))
    page.goto("/admin/images/add/")
    studio.take(page.locator("main"), "image")


def import_release(studio: Studio) -> str:
    """The number of the draft."""
    page = studio.window_of(WRITER)
    read_release(page, RELEASE)
    studio.take(page.locator("main"), "communique")
    press(page, "Créer le brouillon")
    page.reload()
    page.get_by_role("button", name="Plus d'actions").click()
    studio.take(page.locator("main"), "nouvelle")
    return number_in(page)


def submit(studio: Studio, news: str) -> None:
    page = studio.window_of(WRITER)
    page.goto(f"/admin/pages/{news}/edit/")
    ask_for_keys(page)
    page.goto(f"/admin/pages/{news}/edit/")
    studio.take(page.locator("main"), "soumise", last=page.locator("input[name=title], textarea[name=title]").first)


def send_back_and_repair(studio: Studio, news: str) -> None:
    """The partner city asks for more; its author reads why and answers."""
    give_key(studio, APPROVER, news, "Donner la clé de Thetford Mines")
    partner = studio.window_of(PARTNER_APPROVER)
    partner.goto(f"/admin/pages/{news}/cle/")
    partner.get_by_label("Ce qui est à reprendre").fill("Le chapô ne dit pas où l’on se retrouve.")
    studio.take(partner.locator("form.keys__answer").first, "renvoyer", last=partner.locator("form.keys__answer").last)
    press(partner, "Renvoyer avec ce commentaire")
    page = studio.window_of(WRITER)
    page.goto(f"/admin/pages/{news}/edit/")
    studio.take(page.locator("main"), "renvoyee", last=page.locator("input[name=title], textarea[name=title]").first)
    introduction = page.locator("textarea[name=introduction]")
    introduction.fill(f"{introduction.input_value()} Rendez-vous à l’hôtel de ville.")
    ask_for_keys(page)
    page.goto("/admin/")


def give_both_keys(studio: Studio, news: str) -> None:
    partner = studio.window_of(PARTNER_APPROVER)
    give_key(studio, APPROVER, news, "Donner la clé de Thetford Mines")
    partner.goto("/admin/")
    studio.take(partner.locator("#todo-section").locator(".."), "a-faire", last=partner.locator(".todo"))
    partner.goto(f"/admin/pages/{news}/cle/")
    studio.take(partner.locator("main"), "cle")
    approver = studio.window_of(APPROVER)
    approver.goto(f"/admin/pages/{news}/cle/")
    studio.take(approver.locator("main"), "reprendre", last=approver.get_by_role("button", name="Reprendre la clé"))
    press(partner, "Donner la clé de Pau")


def review(studio: Studio, news: str) -> None:
    """The variant is read in the other city, then published."""
    page = studio.window_of(REVIEWER)
    page.goto("/admin/variantes/")
    studio.take(page.locator("main"), "variantes")
    page.get_by_role("link", name="un atelier commun sur les réseaux").first.click()
    studio.take(page.locator("[data-desk-segment]").filter(has_text="fin de semaine").first, "atelier")
    segment = page.locator("[data-desk-segment]").filter(has_text="fin de semaine").first
    segment.get_by_text("Écart assumé…").click()
    studio.take(segment, "ecart", last=segment.get_by_role("button", name="Assumer l’écart"))
    page.reload()
    accept_all(page)
    page.goto(page.url.partition("#")[0] + "programmer/")
    studio.take(page.locator("main"), "programmer")
    page.go_back()
    press(page, "Publier la variante")


def change_the_source(studio: Studio, news: str) -> None:
    """The source is published again with another hour: the variant is late by one segment."""
    page = studio.window_of(WRITER)
    page.goto(f"/admin/pages/{news}/edit/")
    page.locator("textarea[name=introduction]").fill(
        "Une fin de semaine d’atelier réunira à Thetford Mines les équipes des deux villes autour des réseaux de "
        "chaleur. Kemitek y présentera ses essais. Rendez-vous à l’hôtel de ville."
    )
    ask_for_keys(page)
    give_key(studio, APPROVER, news, "Donner la clé de Thetford Mines")
    give_key(studio, PARTNER_APPROVER, news, "Donner la clé de Pau")
    reviewer = studio.window_of(REVIEWER)
    reviewer.goto("/admin/variantes/?etat=a-revoir")
    reviewer.locator(".listing tbody a").first.click()
    studio.take(reviewer.locator("[data-open]").first, "a-revoir")


def publish_in_emergency(studio: Studio) -> str:
    page = studio.window_of(WRITER)
    read_release(page, NOTICE)
    press(page, "Créer le brouillon")
    notice = number_in(page)
    administration = studio.window_of(ADMINISTRATION)
    administration.goto(f"/admin/pages/{notice}/urgence/")
    reason = administration.get_by_label("Pourquoi la page ne peut pas attendre les clés")
    reason.fill("La passerelle ferme ce soir. Les citoyens doivent le savoir avant de partir.")
    studio.take(administration.locator("form.keys__answer"), "urgence")
    return notice


def meet_in_conflict(studio: Studio, notice: str) -> None:
    """Two people write in the same page; the second to save sees both texts."""
    mine, theirs = studio.window_of(WRITER), studio.window_of(PARTNER)
    mine.goto(f"/admin/pages/{notice}/edit/")
    theirs.goto(f"/admin/pages/{notice}/edit/")
    theirs.locator("textarea[name=introduction]").fill("La passerelle d’exemple sera fermée dix jours.")
    press(theirs, "Enregistrer le brouillon")
    mine.locator("textarea[name=introduction]").fill("La passerelle d’exemple sera fermée du 24 au 30 novembre.")
    mine.evaluate("document.querySelector('[data-edit-form]').requestSubmit()")
    mine.get_by_role("heading", name=re.compile("Deux versions")).wait_for()
    studio.take(mine.locator("main"), "conflit")


def take_screens(studio: Studio) -> None:
    """What asks for nothing to have happened before."""
    approver = studio.window_of(APPROVER)
    number = page_number(approver, "NewsPage", "exemple-souper-de-benevoles")
    approver.goto(f"/admin/variantes/{number}/ceder-la-main/")
    studio.take(approver.locator("main"), "ceder")
    approver.goto(f"/admin/archives/{number}/archiver/")
    studio.take(approver.locator("main"), "archiver")
    approver.goto(f"/admin/pages/{number}/edit/#tab-promotion")
    studio.take(
        approver.get_by_role("heading", name="Publier en même temps que la variante"),
        "ensemble",
        last=approver.get_by_role("checkbox", name="Publier en même temps que la variante"),
    )
    reviewer = studio.window_of(REVIEWER)
    reviewer.goto("/admin/glossaire/")
    reviewer.get_by_role("link", name="gave").first.click()
    studio.take(reviewer.locator("main"), "glossaire")
    reviewer.goto("/admin/account/#tab-notifications")
    studio.take(reviewer.locator("main"), "courriels")
    administration = studio.window_of(ADMINISTRATION)
    administration.goto("/admin/users/new/")
    studio.take(administration.locator("main"), "inviter")
    administration.goto("/admin/reports/journal/")
    studio.take(administration.locator("main"), "journal")


def page_number(page: Page, kind: str, slug: str) -> str:
    """That of a page of Thetford Mines."""
    found = page.request.get(f"/admin/api/main/pages/?type=news.{kind}&slug={slug}&locale=fr-ca").json()
    return str(found["items"][0]["id"])


def number_in(page: Page) -> str:
    return page.url.rstrip("/").split("/")[-2]


def read_release(page: Page, text: str) -> None:
    page.goto("/admin/importer-un-communique/")
    page.get_by_label("ou texte collé").fill(text)
    press(page, "Lire le communiqué")


def ask_for_keys(page: Page) -> None:
    page.get_by_role("button", name="Plus d'actions").click()
    with page.expect_navigation():
        page.locator("button[name=action-submit]").click()


def give_key(studio: Studio, username: str, news: str, label: str) -> None:
    page = studio.window_of(username)
    page.goto(f"/admin/pages/{news}/cle/")
    press(page, label)


def accept_all(page: Page) -> None:
    """The desk renews itself after each segment."""
    waiting = page.locator("[data-open]")
    while count := waiting.count():
        waiting.first.get_by_role("button", name="Accepter", exact=True).click()
        page.wait_for_function("count => document.querySelectorAll('[data-open]').length < count", arg=count)


def press(page: Page, name: str) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name=name).first.click()


if __name__ == "__main__":
    main()
