from __future__ import annotations

from datetime import date

import pytest

from news.communique import Heading, Paragraph

from .releases import LONG, read_text

HEAD = f"Deux villes se parlent\n\n{LONG}"


@pytest.mark.parametrize(
    "notice",
    [
        "COMMUNIQUÉ DE PRESSE",
        "Communiqué",
        "Pour diffusion immédiate",
        "À PUBLICATION IMMÉDIATE",
        "Communiqué conjoint :",
    ],
)
def test_takes_the_notice_off_and_tells_it__head(notice: str) -> None:
    communique = read_text(f"{notice}\n\n{HEAD}\n\n{LONG}")

    assert communique.title == "Deux villes se parlent"
    assert any(notice in remark for remark in communique.remarks)


def test_tells_an_embargo__head() -> None:
    communique = read_text(f"Sous embargo jusqu’au 4 mai à midi\n\n{HEAD}")

    assert communique.title == "Deux villes se parlent"
    assert "Embargo à respecter\u00a0: Sous embargo jusqu’au 4 mai à midi" in communique.remarks


def test_keeps_a_title_that_speaks_of_a_communique__head() -> None:
    communique = read_text(f"Communiqué de presse et dossier en ligne\n\n{LONG}\n\n{LONG}")

    assert communique.title == "Communiqué de presse et dossier en ligne"


@pytest.mark.parametrize(
    ("dateline", "dated_on"),
    [
        ("Rivière-Bleue, le 4 mai 2021 – ", date(2021, 5, 4)),
        ("Rivière-Bleue (Québec), le 1er août 2021 — ", date(2021, 8, 1)),
        ("VAL-DOUX, LE MARDI 4 MAI 2021 - ", date(2021, 5, 4)),
        ("Le 14 février 2021 – ", date(2021, 2, 14)),
        ("Rivière-Bleue, Québec, 4 décembre 2021 –\u00a0", date(2021, 12, 4)),
    ],
)
def test_takes_the_dateline_off__head_of_first_paragraph(dateline: str, dated_on: date) -> None:
    communique = read_text(f"Deux villes se parlent\n\n{dateline}{LONG}\n\n{LONG}")

    assert communique.dated_on == dated_on
    assert communique.introduction == LONG
    assert any(dateline.strip(" \u00a0–—-") in remark for remark in communique.remarks)


@pytest.mark.parametrize("order", ["{date}\n\n{title}", "{title}\n\n{date}", "COMMUNIQUÉ\n{date}\n{title}"])
def test_takes_the_dateline_off__line_of_its_own(order: str) -> None:
    head = order.format(date="Val-Doux, le 4 mai 2021", title="Deux villes se parlent")

    communique = read_text(f"{head}\n\n{LONG}\n\n{LONG}")

    assert communique.title == "Deux villes se parlent"
    assert communique.introduction == LONG
    assert communique.dated_on == date(2021, 5, 4)


@pytest.mark.parametrize(
    "opening",
    [
        "Le 4 mai 2021, la Ville a ouvert sa fontaine au public et tout le quartier est venu la voir.",
        "Val-Doux, le 31 février 2021 – La fontaine a été ouverte au public et tout le quartier est venu.",
        "Val-Doux, le 4 floréal 2021 – La fontaine a été ouverte au public et tout le quartier est venu.",
        "En 2021 – une année sans pluie – la fontaine est restée sèche et le quartier aussi.",
    ],
)
def test_leaves_the_paragraph_whole__no_dateline(opening: str) -> None:
    communique = read_text(f"Deux villes se parlent\n\n{opening}\n\n{LONG}")

    assert communique.dated_on is None
    assert communique.introduction == opening


@pytest.mark.parametrize("mark", ["- 30 -", "-30-", "– 30 –", "###"])
def test_sets_the_foot_apart__end_mark(mark: str) -> None:
    communique = read_text(f"{HEAD}\n\n{LONG}\n\n{mark}\n\nOdette Inventée\n555 010-0199")

    assert communique.blocks == (Paragraph(LONG),)
    assert communique.contacts == "Odette Inventée\n555 010-0199"


@pytest.mark.parametrize("mark", ["Source : la mairie", "Renseignements :", "Contact presse", "Relations médias :"])
def test_sets_the_foot_apart__contacts_without_end_mark(mark: str) -> None:
    communique = read_text(f"{HEAD}\n\n{LONG}\n\n{mark}\nOdette Inventée\nodette@exemple.invalid")

    assert communique.blocks == (Paragraph(LONG),)
    assert communique.contacts == f"{mark}\nOdette Inventée\nodette@exemple.invalid"


def test_keeps_the_text__source_line_in_the_middle() -> None:
    long_paragraph = f"{LONG} {LONG}"

    communique = read_text(f"{HEAD}\n\nSource : le registre de la fontaine.\n\n{long_paragraph}")

    assert communique.contacts == ""
    assert Paragraph("Source : le registre de la fontaine.") in communique.blocks


def test_keeps_the_text__number_thirty() -> None:
    communique = read_text(f"{HEAD}\n\n30\n\n{LONG}")

    assert communique.contacts == ""
    assert communique.blocks[-1] == Paragraph(LONG)


def test_keeps_the_text__sentence_about_information() -> None:
    communique = read_text(f"{HEAD}\n\n{LONG}\n\nInformations et contacts ont été pris au fil de la visite.")

    assert communique.contacts == ""


def test_keeps_a_heading__about_the_city() -> None:
    communique = read_text(f"{HEAD}\n\nÀ propos de Val-Doux\n\n{LONG}")

    assert communique.blocks[0] == Heading("À propos de Val-Doux")
