from __future__ import annotations

import struct

import pytest
from docx import Document

from news.communique import Communique, CommuniqueError, Heading, ListBlock, Paragraph, Quotation, read
from news.communique.word_archive import MAX_PART_BYTES

from .releases import KNOWN, LONG, document_xml, read_xml, save, word_bytes, zip_bytes

TITLE = "<w:p><w:r><w:t>Deux villes</w:t></w:r></w:p>"


def read_word(*paragraphs: tuple[str, str]) -> Communique:
    return read(word_bytes(*paragraphs), "Communiqué.DOCX", KNOWN)


def test_follows_the_styles__title_headings_and_list() -> None:
    communique = read_word(
        ("Normal", "COMMUNIQUÉ DE PRESSE"),
        ("Title", "Deux villes se parlent"),
        ("Subtitle", "Une semaine de visites."),
        ("Normal", LONG),
        ("Heading 1", "Une visite à Val-Doux."),
        ("List Bullet", "une marche"),
        ("List Bullet", "un repas"),
        ("Normal", "« Nous irons tous à pied », a dit le maire Gaston Fictif."),
    )

    assert communique.title == "Deux villes se parlent"
    assert communique.introduction == "Une semaine de visites."
    assert communique.blocks == (
        Paragraph(LONG),
        Heading("Une visite à Val-Doux."),
        ListBlock(("une marche", "un repas")),
        Quotation("Nous irons tous à pied", "Gaston Fictif", "maire"),
    )


def test_finds_headings_by_shape__no_styles() -> None:
    communique = read_word(
        ("Normal", "Deux villes"), ("Normal", LONG), ("Normal", "VISITE À VAL-DOUX"), ("Normal", LONG)
    )

    assert communique.blocks == (Heading("Visite à Val-Doux"), Paragraph(LONG))


def test_takes_a_bold_line_as_heading__short() -> None:
    document = Document()
    for text in ("Deux villes", LONG, LONG):
        document.add_paragraph(text)
    document.add_paragraph().add_run("Le programme").bold = True
    document.add_paragraph("Une marche")
    document.add_paragraph().add_run(LONG).bold = True

    blocks = read(save(document), "a.docx").blocks

    assert blocks[1:] == (Heading("Le programme"), Paragraph("Une marche"), Paragraph(LONG))


def test_reads_tables_in_place__and_says_so() -> None:
    document = Document()
    for text in ("Deux villes", LONG, LONG):
        document.add_paragraph(text)
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Mardi", "La fontaine"
    document.add_paragraph(LONG)

    communique = read(save(document), "a.docx")

    assert communique.blocks == (Paragraph(LONG), Paragraph("Mardi"), Paragraph("La fontaine"), Paragraph(LONG))
    assert any("tableau" in remark for remark in communique.remarks)


def test_takes_no_title_from_a_table__letterhead() -> None:
    document = Document()
    document.add_table(rows=1, cols=1).cell(0, 0).text = "Ville de Val-Doux"
    document.add_paragraph("Deux villes")
    document.add_paragraph(LONG)

    assert read(save(document), "a.docx").title == "Deux villes"


@pytest.mark.parametrize(
    "run",
    [
        "<w:del><w:r><w:delText>Trois </w:delText></w:r></w:del>",
        "<w:del><w:r><w:t>Trois </w:t></w:r></w:del>",
        "<w:moveFrom><w:r><w:t>Trois </w:t></w:r></w:moveFrom>",
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>Trois </w:t></w:r>",
        "<w:r><w:instrText>HYPERLINK exemple</w:instrText></w:r>",
    ],
)
def test_leaves_out_what_the_author_took_away__tracked_or_hidden(run: str) -> None:
    communique = read_xml(f"<w:p>{run}<w:r><w:t>Deux villes</w:t></w:r></w:p>")

    assert communique.title == "Deux villes"


@pytest.mark.parametrize(
    "run",
    [
        "<w:ins><w:r><w:t>Trois</w:t></w:r></w:ins>",
        "<w:hyperlink><w:r><w:t>Trois</w:t></w:r></w:hyperlink>",
        "<w:sdt><w:sdtContent><w:r><w:t>Trois</w:t></w:r></w:sdtContent></w:sdt>",
        '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>Trois</w:t></w:r>',
    ],
)
def test_keeps_what_the_reader_sees__insertions_and_links(run: str) -> None:
    assert read_xml(f"<w:p>{run}<w:r><w:tab/><w:t>villes</w:t></w:r></w:p>").title == "Trois villes"


def test_parts_paragraphs__two_line_breaks() -> None:
    communique = read_xml(f"{TITLE}<w:p><w:r><w:t>{LONG}</w:t><w:br/><w:br/><w:t>{LONG}</w:t></w:r></w:p>")

    assert (communique.introduction, communique.blocks) == (LONG, (Paragraph(LONG),))


def test_reads_a_text_box_once__two_alternatives() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>Encadré</w:t></w:r></w:p></w:txbxContent>"
    body = f"{TITLE}<w:p><w:r><w:AlternateContent><w:Choice>{box}</w:Choice><w:Fallback>{box}</w:Fallback>"

    communique = read_xml(f"{body}</w:AlternateContent></w:r></w:p>")

    assert communique.blocks == (Paragraph("Encadré"),)


def test_tells_what_it_does_not_take__pictures_and_notes() -> None:
    remarks = "\n".join(read_xml(f"{TITLE}<w:p><w:r><w:drawing/><w:footnoteReference/></w:r></w:p>").remarks)

    assert "images" in remarks
    assert "notes de bas de page" in remarks


def lie_about_size(data: bytes) -> bytes:
    """Declares one byte where there are millions, in the central directory of the zip."""
    start = data.index(b"PK\x01\x02")
    return data[: start + 24] + struct.pack("<I", 1) + data[start + 28 :]


def encrypted(data: bytes) -> bytes:
    start = data.index(b"PK\x01\x02")
    return data[: start + 8] + struct.pack("<H", 1) + data[start + 10 :]


ENTITY = '<!DOCTYPE d [<!ENTITY a "aaaa">]>'
EXTERNAL = '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
GOOD = zip_bytes({"word/document.xml": document_xml(TITLE)})
BOMB = document_xml(f"<w:p><w:r><w:t>{'a' * (MAX_PART_BYTES + 1)}</w:t></w:r></w:p>")


def bad_documents() -> list[object]:
    deep = "<w:a>" * 5000 + "</w:a>" * 5000
    return [
        pytest.param(b"Bonjour tout le monde", "pas un document Word", id="plain text"),
        pytest.param(zip_bytes({"autre.xml": b"<a/>"}), "pas un document Word", id="another zip"),
        pytest.param(GOOD[:-30], "endommagé", id="truncated"),
        pytest.param(b"PK\x03\x04" + b"\x00" * 50, "endommagé", id="no directory"),
        pytest.param(GOOD.replace(GOOD[60:70], b"\xff" * 10, 1), "endommagé", id="damaged data"),
        pytest.param(zip_bytes({"word/document.xml": b"<w:p>"}), "endommagé", id="broken xml"),
        pytest.param(zip_bytes({"word/document.xml": document_xml(deep)}), "endommagé", id="too deep"),
        pytest.param(zip_bytes({"word/document.xml": document_xml(TITLE, ENTITY)}), "interdits", id="entity"),
        pytest.param(
            zip_bytes({"word/document.xml": document_xml("&a;", EXTERNAL)}), "interdits", id="external entity"
        ),
        pytest.param(zip_bytes({"word/document.xml": BOMB}), "trop gros", id="large part"),
        pytest.param(lie_about_size(zip_bytes({"word/document.xml": BOMB})), "endommagé", id="lying about its size"),
        pytest.param(zip_bytes({str(i): b"" for i in range(3000)}), "trop gros", id="too many parts"),
        pytest.param(
            zip_bytes({"word/document.xml": document_xml(TITLE)} | {str(i): b"0" * 9_000_000 for i in range(6)}),
            "trop gros",
            id="large in all",
        ),
        pytest.param(encrypted(GOOD), "mot de passe", id="encrypted"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 99, "mot de passe", id="old or locked"),
        pytest.param(zip_bytes({"word/document.xml": document_xml("<w:p/>")}), "aucun texte", id="no text"),
    ]


@pytest.mark.parametrize(("data", "told"), bad_documents())
def test_refuses_with_a_french_sentence__bad_document(data: bytes, told: str) -> None:
    with pytest.raises(CommuniqueError) as refusal:
        read(data, "a.docx")

    assert told in refusal.value.message
    assert refusal.value.message.endswith("recommencez.") or refusal.value.message.endswith("l’importation.")
    assert not set(refusal.value.message) & set(";!?'")


def test_reads_the_good_document__from_which_the_bad_ones_are_made() -> None:
    assert read(GOOD, "a.docx").title == "Deux villes"
