from __future__ import annotations

import pytest

from news.communique import Heading, Paragraph

from .releases import LONG, read_body

SPELLINGS = (
    "Cette semaine, la Ville de Rivière-Bleue accueille une délégation. Le centre MICA, à Val-Doux, étudie la "
    "coopération et l’économie avec Odette Inventée. Une ville agit, et le cœur de la vallée bat."
)


@pytest.mark.parametrize(
    ("written", "restored"),
    [
        ("DÉLÉGATION À VAL-DOUX", "Délégation à Val-Doux"),
        ("DELEGATION A VAL-DOUX", "Délégation à Val-Doux"),
        ("LA VILLE DE RIVIERE-BLEUE AGIT", "La Ville de Rivière-Bleue agit"),
        ("L’ECONOMIE AU COEUR DE L’ACTION", "L’économie au cœur de l’action"),
        ("UNE ECONOMIE DE QUALITÉ", "Une économie de qualité"),
        ("ODETTE INVENTÉE AU CENTRE MICA", "Odette Inventée au centre MICA"),
        ("L’IEV ET LE FPV", "L’IEV et le FPV"),
        ("AVEC L'INSTITUT DE L'EAU VIVE", "Avec l'Institut de l'eau vive"),
        ("AVEC L’AGGLOMÉRATION VAL-DOUX MONTAGNES", "Avec l’Agglomération Val-Doux Montagnes"),
        ("XXIE RENCONTRE, PHASE II", "XXIe rencontre, phase II"),
        ("1RE ÉTAPE : LE 25 OCTOBRE 2021", "1re étape : le 25 octobre 2021"),
        ("LES ÉLUS DE LA MRC", "Les élus de la MRC"),
        ("DU QUÉBEC À LA FRANCE", "Du Québec à la France"),
        ("ET MAINTENANT\u00a0? LA SUITE", "Et maintenant\u00a0? La suite"),
        ("SUITE DES TRAVAUX\u00a0:", "Suite des travaux"),
    ],
)
def test_restores_case_and_accents__heading_in_capitals(written: str, restored: str) -> None:
    communique = read_body(SPELLINGS, written, LONG)

    assert communique.blocks[1] == Heading(restored)
    assert any("Intertitre remis en minuscules" in remark for remark in communique.remarks)


@pytest.mark.parametrize(
    ("written", "restored"),
    [
        # Not the preposition.
        ("LA DÉLÉGATION A REÇU UN PRIX", "La délégation a reçu un prix"),
        ("A-T-ON LE CHOIX", "A-t-on le choix"),
        # Words that only look like numerals, names or acronyms.
        ("UNE VIE À VENIR", "Une vie à venir"),
        ("MILLE FOIS MIEUX", "Mille fois mieux"),
        ("LA VILLE QUI VIENT", "La ville qui vient"),
        # No accent where the release gives no proof.
        ("UNE REUNION DE PLUS", "Une reunion de plus"),
    ],
)
def test_restores_no_more_than_it_knows__heading_in_capitals(written: str, restored: str) -> None:
    assert read_body(SPELLINGS, written, LONG).blocks[1] == Heading(restored)


@pytest.mark.parametrize("line", ["Une visite qui promet", "Phase 2", "Trois jours à Val-Doux"])
def test_takes_a_short_line_as_heading__between_paragraphs(line: str) -> None:
    assert read_body(LONG, line, LONG).blocks[1] == Heading(line)


def test_says_nothing__heading_not_in_capitals() -> None:
    assert not any("Intertitre" in remark for remark in read_body(LONG, "Une visite", LONG).remarks)


@pytest.mark.parametrize(
    "line",
    [
        "La visite est finie.",
        "et la fontaine aussi",
        "Inscriptions : odette@exemple.invalid",
        "Téléphone 555 010-0199",
        "« La fontaine coule »",
        "Au programme :",
    ],
)
def test_leaves_a_short_line_as_paragraph__not_a_heading(line: str) -> None:
    assert not any(isinstance(block, Heading) for block in read_body(LONG, line, LONG).blocks)


def test_leaves_short_lines_as_paragraphs__last_of_the_text() -> None:
    assert read_body(LONG, "Odette Inventée").blocks[-1] == Paragraph("Odette Inventée")


def test_leaves_a_whole_paragraph_in_capitals__and_says_so() -> None:
    shouted = LONG.upper() * 2

    communique = read_body(shouted, LONG)

    assert communique.blocks[0] == Paragraph(shouted)
    assert any("laissé en capitales" in remark for remark in communique.remarks)
