from __future__ import annotations

from news.communique import Heading, ListBlock, Paragraph

from .releases import LONG, read_body, read_text


def test_joins_lines_wrapped_by_hand__seventy_columns() -> None:
    wrapped = (
        "Les équipes ont travaillé ensemble toute la semaine sur les plans de\n"
        "la fontaine et du sentier qui la borde, avec l’aide des voisins du\n"
        "quartier. Elles ont aussi visité l’atelier municipal et la Maison du\n"
        "Bois avant de repartir."
    )

    communique = read_text(f"Deux villes se parlent\n\n{wrapped}\n\n{wrapped}")

    assert communique.blocks == (Paragraph(wrapped.replace("\n", " ")),)


def test_parts_paragraphs_without_blank_lines__one_paragraph_a_line() -> None:
    communique = read_text(f"Deux villes se parlent\n{LONG}\nUNE VISITE\n{LONG}\n{LONG}")

    assert communique.introduction == LONG
    assert communique.blocks == (Heading("Une visite"), Paragraph(LONG), Paragraph(LONG))


def test_gathers_a_list__bullets() -> None:
    communique = read_body("Au programme cette semaine :\n• une visite\n• un repas\n• une marche", LONG)

    assert communique.blocks[1] == ListBlock(("une visite", "un repas", "une marche"))


def test_makes_no_list__hyphenated_word_or_negative_number() -> None:
    communique = read_body("-5 degrés au réveil, mais un grand soleil sur la fontaine.")

    assert isinstance(communique.blocks[0], Paragraph)


def test_makes_two_lists__paragraph_between() -> None:
    communique = read_body("- une visite\n- un repas", LONG, "- une marche\n- un adieu")

    assert [type(block) for block in communique.blocks] == [ListBlock, Paragraph, ListBlock]
