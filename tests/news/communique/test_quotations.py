from __future__ import annotations

import pytest

from news.communique import Heading, Paragraph, Quotation

from .releases import LONG, read_body

WORDS = "La route sera longue et la fontaine sera belle"


@pytest.mark.parametrize(
    ("attribution", "speaker", "office"),
    [
        (", a commenté le maire Gaston Fictif.", "Gaston Fictif", "maire"),
        (", a déclaré Odette Inventée, mairesse de Val-Doux.", "Odette Inventée", "mairesse de Val-Doux"),
        (", affirme la directrice du lycée, Mme Odette Inventée.", "Odette Inventée", "directrice du lycée"),
        (", a souligné Mme Inventée.", "Mme Inventée", ""),
        (", a indiqué le Dr Gaston Fictif.", "Gaston Fictif", ""),
        (", se réjouit l’adjointe au maire Odette Inventée.", "Odette Inventée", "adjointe au maire"),
        (", s’est réjouie Odette Inventée.", "Odette Inventée", ""),
        (", a fait valoir M. Gaston Fictif, président.", "Gaston Fictif", "président"),
        (", a pour sa part indiqué Gaston Fictif.", "Gaston Fictif", ""),
        (", a également tenu à souligner Gaston Fictif.", "Gaston Fictif", ""),
        (", mentionne le maire d’Ici-Bas, Gaston d’Orval.", "Gaston d’Orval", "maire d’Ici-Bas"),
        (", conclut le maire de Val-Doux Gaston Fictif.", "Gaston Fictif", "maire de Val-Doux"),
        (", conclut le ministre du Québec Gaston Fictif.", "Gaston Fictif", "ministre du Québec"),
        (", explique J. P. Fictif, de la fontaine.", "J. P. Fictif", "de la fontaine"),
        (", explique Odette Inventée, présidente du sport, du bois et du vent.", "Odette Inventée",
         "présidente du sport, du bois et du vent"),
        (", explique la présidente du sport, du bois et du vent, Odette Inventée.", "Odette Inventée",
         "présidente du sport, du bois et du vent"),
        (", ont déclaré Odette Inventée et Gaston Fictif.", "Odette Inventée et Gaston Fictif", ""),
        (", a indiqué la Ville de Val-Doux.", "Ville de Val-Doux", ""),
        (", selon Gaston Fictif, maire.", "Gaston Fictif", "maire"),
        (" – Gaston Fictif, maire", "Gaston Fictif", "maire"),
    ],
)  # fmt: skip
def test_reads_speaker_and_office__attribution_after(attribution: str, speaker: str, office: str) -> None:
    communique = read_body(f"«\u00a0{WORDS}\u00a0»{attribution}")

    assert communique.blocks == (Quotation(WORDS, speaker, office),)
    assert any(attribution.strip(" ,.–") in remark for remark in communique.remarks)


@pytest.mark.parametrize(
    ("lead", "speaker", "office"),
    [
        ("Le maire Gaston Fictif a déclaré\u00a0: ", "Gaston Fictif", "maire"),
        ("Odette Inventée, mairesse de Val-Doux, ajoute : ", "Odette Inventée", "mairesse de Val-Doux"),
        ("Selon Gaston Fictif, maire de Val-Doux, ", "Gaston Fictif", "maire de Val-Doux"),
        ("D’après la directrice, Mme Odette Inventée, ", "Odette Inventée", "directrice"),
        ("Pour Odette Inventée, ", "Odette Inventée", ""),
    ],
)
def test_reads_speaker_and_office__attribution_before(lead: str, speaker: str, office: str) -> None:
    assert read_body(f"{lead}« {WORDS}. »").blocks == (Quotation(f"{WORDS}.", speaker, office),)


def test_keeps_a_lead_that_says_more__attribution_before() -> None:
    lead = "Au bord de l’eau, le maire Gaston Fictif a déclaré :"

    assert read_body(f"{lead} « {WORDS}. »").blocks == (
        Paragraph(lead),
        Quotation(f"{WORDS}.", "Gaston Fictif", "maire"),
    )


def test_reads_the_lead_of_the_paragraph_before__colon() -> None:
    lead = "Le maire Gaston Fictif a déclaré :"

    assert read_body(lead, f"« {WORDS}. »").blocks[1] == Quotation(f"{WORDS}.", "Gaston Fictif", "maire")


@pytest.mark.parametrize("opening, closing", [("«", "»"), ("“", "”"), ('"', '"'), ("«\u202f", "\u202f»")])
def test_takes_the_marks_off__kinds_of_quotation_marks(opening: str, closing: str) -> None:
    assert read_body(f"{opening}{WORDS}{closing}, a dit Gaston Fictif.").blocks == (Quotation(WORDS, "Gaston Fictif"),)


@pytest.mark.parametrize(
    "words",
    [
        "L'eau est là\u202f; qui l’eût cru\u00a0? Pas moi -- non",
        "Elle m’a dit “oui, je viens” hier",
        "Elle m’a dit «\u00a0oui, je viens\u00a0» hier",
        "NOUS IRONS TOUS  à pied".replace("  ", " "),
        "C'est 3\u00a0000 $, pas 3 000 €",
    ],
)
def test_changes_no_word_nor_mark__inside_a_quotation(words: str) -> None:
    assert read_body(f"« {words} », a dit Gaston Fictif.").blocks == (Quotation(words, "Gaston Fictif"),)


def test_parts_narration_from_quotation__same_paragraph() -> None:
    communique = read_body(f"La pluie tombait. « {WORDS} », a dit M. Gaston Fictif. Le soleil est revenu.")

    assert communique.blocks == (
        Paragraph("La pluie tombait."),
        Quotation(WORDS, "Gaston Fictif"),
        Paragraph("Le soleil est revenu."),
    )


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        (
            "« Nous irons à pied », a dit Gaston Fictif. « La route est belle. »",
            "Nous irons à pied. La route est belle.",
        ),
        ("« Nous irons à pied », a dit Gaston Fictif, « par la route ».", "Nous irons à pied par la route"),
        ("« Nous irons à pied ! », a dit Gaston Fictif. « Venez. »", "Nous irons à pied ! Venez."),
        ("« Nous irons à pied », a dit Gaston Fictif. « Venez tous », a-t-il ajouté.", "Nous irons à pied. Venez tous"),
    ],
)
def test_joins_the_pieces__attribution_in_between(text: str, joined: str) -> None:
    communique = read_body(text)

    assert communique.blocks == (Quotation(joined, "Gaston Fictif"),)
    assert any("deux morceaux" in remark for remark in communique.remarks)


def test_keeps_speakers_apart__two_in_a_paragraph() -> None:
    communique = read_body(f"« {WORDS} », a dit Gaston Fictif. « Nous irons à pied », a ajouté Odette Inventée.")

    assert communique.blocks == (Quotation(WORDS, "Gaston Fictif"), Quotation("Nous irons à pied", "Odette Inventée"))


@pytest.mark.parametrize("mark", ["", "« ", "» "])
def test_joins_the_paragraphs__long_quotation(mark: str) -> None:
    communique = read_body(f"« {WORDS}.", f"{mark}Nous irons à pied.", f"{mark}Venez », a dit Gaston Fictif.", LONG)

    expected = Quotation(f"{WORDS}.\n\nNous irons à pied.\n\nVenez", "Gaston Fictif")
    assert communique.blocks == (expected, Paragraph(LONG))


def test_reads_the_signature__line_under_the_quotation() -> None:
    communique = read_body(f"« {WORDS}. »", "– Odette Inventée, mairesse de Val-Doux", LONG)

    assert communique.blocks[0] == Quotation(f"{WORDS}.", "Odette Inventée", "mairesse de Val-Doux")
    assert communique.blocks[1] == Paragraph(LONG)


@pytest.mark.parametrize(
    ("text", "office"),
    [
        (f"« {WORDS} », a-t-il ajouté.", ""),
        (f"« {WORDS} », explique-t-elle.", ""),
        (f"« {WORDS} », a déclaré le maire de Val-Doux.", "maire de Val-Doux"),
        (f"« {WORDS}. »", ""),
        (f"Elle ajoute : « {WORDS}. »", ""),
    ],
)
def test_leaves_the_speaker_to_complete__no_name(text: str, office: str) -> None:
    communique = read_body("Odette Inventée et Gaston Fictif sont venus.", text)

    quotation = communique.blocks[1]
    assert isinstance(quotation, Quotation)
    assert (quotation.speaker, quotation.office) == ("", office)
    assert sum("À compléter" in remark for remark in communique.remarks) == 1


def test_takes_no_place_for_a_person__unknown_place_before_the_name() -> None:
    quotation = read_body(f"« {WORDS} », a dit le maire de Mont-Perdu Gaston Fictif.").blocks[0]

    assert quotation == Quotation(WORDS, "", "maire de Mont-Perdu Gaston Fictif")


def test_only_hints_at_the_speaker__clause_inside_the_marks() -> None:
    text = "« La fontaine, a souligné Mme Inventée, est une amie de toute la ville. »"

    communique = read_body(text)

    assert communique.blocks == (Quotation(text.strip("« »")),)
    assert any("a souligné Mme Inventée" in remark for remark in communique.remarks)


def test_tells_what_is_left_over__attribution_with_circumstances() -> None:
    communique = read_body(f"« {WORDS} », a dit Gaston Fictif, maire, lors de la visite de la fontaine.")

    assert communique.blocks == (Quotation(WORDS, "Gaston Fictif", "maire"),)
    assert any(remark.endswith("lors de la visite de la fontaine") for remark in communique.remarks)


@pytest.mark.parametrize(
    "text",
    [
        "Le projet « Route verte » avance bien, a indiqué le maire Gaston Fictif.",
        "« Route verte » est un beau projet.",
        "« Route verte », a dit Gaston Fictif.",
        "La ville veut une route « longue et belle pour tous », a dit le maire Gaston Fictif.",
        "Le thème de la journée était : « La ville de demain en montagne »",
        "Le document précise : « Les deux villes paient chacune la moitié. »",
        "« La ville de demain en montagne » fait salle comble chaque année.",
        "Il mesure 5\" de haut et 6\" de large, a dit Gaston Fictif.",
        "« La fontaine n’est pas fermée par des guillemets, a dit Gaston Fictif.",
        "Gaston Fictif a déclaré que « la fontaine est la plus belle du pays » et il est parti.",
    ],
)  # fmt: skip
def test_leaves_the_paragraph_whole__no_quotation_of_its_own(text: str) -> None:
    assert read_body(text, LONG).blocks[0] == Paragraph(text)


def test_says_so__marks_left_open() -> None:
    communique = read_body("« La fontaine coule, a dit Gaston Fictif.", LONG)

    assert any("pas fermés" in remark for remark in communique.remarks)


def test_stops_at_a_heading__marks_left_open() -> None:
    communique = read_body("« La fontaine coule.", "UNE VISITE", "Elle coule encore », dit-on.")

    assert communique.blocks[1] == Heading("Une visite")
