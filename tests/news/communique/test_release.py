"""A whole release, read as an editor would."""

from __future__ import annotations

from datetime import date

from news.communique import Heading, Paragraph, Quotation

from .releases import LONG, RELEASE, read_body, read_text


def test_reads_each_part_in_its_place__whole_release() -> None:
    communique = read_text(RELEASE)

    assert communique.title == "Deux villes se donnent la main"
    assert communique.introduction.startswith("Les équipes de la Ville de Rivière-Bleue ont passé")
    assert [type(block) for block in communique.blocks] == [Paragraph, Heading, Paragraph, Heading, Quotation]
    assert communique.blocks[1] == Heading("Visite à Val-Doux")
    assert communique.blocks[3] == Heading("Suite des travaux")
    assert communique.blocks[4] == Quotation(
        "Nous avons beaucoup à apprendre de nos voisins de l’autre rive. Leur fontaine est superbe",
        "Gaston Fictif",
        "maire",
    )
    assert communique.dated_on == date(2021, 5, 4)
    assert communique.contacts == "Source : Ville de Rivière-Bleue\nRenseignements : Odette Inventée, 555 010-0199"


def test_tells_what_it_understood__whole_release() -> None:
    remarks = "\n".join(read_text(RELEASE).remarks)

    for told in ("COMMUNIQUÉ DE PRESSE", "Rivière-Bleue, le 4 mai 2021", "Visite à Val-Doux", "a commenté le maire"):
        assert told in remarks
    assert "première ligne" in remarks
    assert "contacts" in remarks


def test_writes_remarks_that_suit_both_variants__whole_release() -> None:
    """Their spacing differs before these marks, and a plain space stands before no colon."""
    for remark in read_text(RELEASE).remarks:
        own_words = remark.split("\u00a0: ", maxsplit=1)[0]
        assert not set(own_words) & set(";!?'")
        assert " :" not in own_words


def test_takes_the_title_out_of_capitals__title_in_capitals() -> None:
    communique = read_text(f"UNE FONTAINE POUR RIVIÈRE-BLEUE\n\n{LONG}\n\n{LONG}")

    assert communique.title == "Une fontaine pour Rivière-Bleue"


def test_joins_a_title_in_capitals__over_two_lines() -> None:
    communique = read_text(f"UNE FONTAINE\nPOUR LE VILLAGE\n\n{LONG}\n\n{LONG}")

    assert communique.title == "Une fontaine pour le village"


def test_takes_no_paragraph_for_a_title__long_first_line() -> None:
    communique = read_text(f"{LONG} {LONG} {LONG}\n\n{LONG}")

    assert communique.title == ""
    assert any("Aucun titre" in remark for remark in communique.remarks)


def test_takes_a_short_second_line_as_chapo__subtitle() -> None:
    communique = read_text(f"Deux villes se parlent\n\nUne semaine de visites à Val-Doux\n\n{LONG}\n\n{LONG}")

    assert communique.introduction == "Une semaine de visites à Val-Doux"
    assert communique.blocks == (Paragraph(LONG), Paragraph(LONG))


def test_leaves_the_chapo_empty__single_paragraph() -> None:
    communique = read_text(f"Deux villes se parlent\n\n{LONG}")

    assert communique.introduction == ""
    assert communique.blocks == (Paragraph(LONG),)


def test_leaves_the_chapo_empty__quotation_first() -> None:
    quotation = "« Nous irons tous voir la fontaine », a dit Gaston Fictif."

    communique = read_text(f"Deux villes se parlent\n\n{quotation}\n\n{LONG}")

    assert communique.introduction == ""
    assert isinstance(communique.blocks[0], Quotation)


def test_leaves_the_chapo_empty__heading_first() -> None:
    communique = read_text(f"Deux villes se parlent\n\nUNE VISITE\n\n{LONG}\n\n{LONG}")

    assert communique.introduction == ""
    assert communique.blocks[0] == Heading("Une visite")


def test_cuts_a_long_chapo_at_a_sentence_end__several_sentences() -> None:
    communique = read_text(f"Deux villes se parlent\n\n{' '.join([LONG] * 6)}\n\n{LONG}")

    assert communique.introduction == " ".join([LONG] * 4)
    assert communique.blocks[0] == Paragraph(f"{LONG} {LONG}")


def test_cuts_no_chapo_inside_a_sentence__one_endless_sentence() -> None:
    endless = "et la fontaine coule " * 30 + "toujours."

    communique = read_text(f"Deux villes se parlent\n\n{endless}\n\n{LONG}")

    assert communique.introduction == ""
    assert communique.blocks[0] == Paragraph(endless)


def test_keeps_the_typography__narrow_spaces_and_apostrophes() -> None:
    paragraph = "L'atelier a reçu 3\u202f000\u00a0visiteurs\u202f; qui l’eût cru\u00a0? Personne -- vraiment personne."

    assert read_body(paragraph).blocks == (Paragraph(paragraph),)
