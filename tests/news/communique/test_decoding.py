from __future__ import annotations

import codecs

import pytest

from news.communique import MAX_BYTES, CommuniqueError, read

from .releases import LONG, RELEASE

TEXT = f"Été à Rivière-Bleue\n\n{LONG}\n\n{LONG}"


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(TEXT.encode(), id="utf-8"),
        pytest.param(codecs.BOM_UTF8 + TEXT.encode(), id="utf-8 with mark"),
        pytest.param(TEXT.encode("utf-16"), id="utf-16 with mark"),
        pytest.param(codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), id="utf-16 big endian with mark"),
        pytest.param(TEXT.encode("utf-16-le"), id="utf-16 little endian"),
        pytest.param(TEXT.encode("utf-16-be"), id="utf-16 big endian"),
        pytest.param(TEXT.encode("cp1252"), id="windows-1252"),
        pytest.param(TEXT.replace("\n", "\r\n").encode(), id="windows line ends"),
        pytest.param(TEXT.replace("é", "e\u0301").encode(), id="decomposed accents"),
        pytest.param(TEXT.replace("ville", "vi\u200blle\u00ad").encode(), id="invisible characters"),
        pytest.param(TEXT.replace(" ", "\t").encode(), id="tabs"),
        pytest.param(TEXT.replace(" ", "  ").encode(), id="double spaces"),
    ],
)
def test_reads_the_same_text__encoding(data: bytes) -> None:
    communique = read(data, "communique.TXT")

    assert communique.title == "Été à Rivière-Bleue"
    assert communique.introduction == LONG


def test_drops_no_line_separator__old_line_ends() -> None:
    assert read(TEXT.replace("\n", "\r").encode(), "a.txt").title == "Été à Rivière-Bleue"


def bad_files() -> list[object]:
    return [
        pytest.param(b"", "a.txt", "vide", id="empty"),
        pytest.param(b"", "a.docx", "vide", id="empty docx"),
        pytest.param(b" \n\t\r\n", "a.txt", "aucun texte", id="blank"),
        pytest.param("\ufeff".encode(), "a.txt", "aucun texte", id="only a mark"),
        pytest.param(b"123 456 789", "a.txt", "aucun texte", id="no letter"),
        pytest.param(b"a" * (MAX_BYTES + 1), "a.txt", "2 Mo", id="too large"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "a.txt", "pas du texte", id="picture"),
        pytest.param(b"%PDF-1.7 texte", "a.txt", "pas du texte", id="pdf under another name"),
        pytest.param(b"PK\x03\x04rien", "a.txt", "pas du texte", id="zip under another name"),
        pytest.param(b"Bonjour\x00\x00\x01\x02 tout le monde", "a.txt", "pas du texte", id="zero bytes"),
        pytest.param(b"\x01\x02\x03\x04\x05\x06 abcdef", "a.txt", "pas du texte", id="control characters"),
        pytest.param("été".encode() + b"\x81 caf\xe9", "a.txt", "accentuées", id="undefined byte"),
        pytest.param("été à la cité".encode() + b"\xe9", "a.txt", "accentuées", id="two encodings"),
        pytest.param(codecs.BOM_UTF16_LE + b"\x00\xd8a", "a.txt", "accentuées", id="broken utf-16"),
        pytest.param(TEXT.encode(), "a.pdf", "format", id="pdf name"),
        pytest.param(TEXT.encode(), "a.doc", "format", id="old word name"),
        pytest.param(TEXT.encode(), "a.docx.exe", "format", id="double extension"),
    ]


@pytest.mark.parametrize(("data", "filename", "told"), bad_files())
def test_refuses_with_a_french_sentence__bad_file(data: bytes, filename: str, told: str) -> None:
    with pytest.raises(CommuniqueError) as refusal:
        read(data, filename)

    assert told in refusal.value.message
    assert refusal.value.message.endswith("recommencez.") or refusal.value.message.endswith("l’importation.")
    assert not set(refusal.value.message) & set(";!?'")


def test_accepts_a_file_of_the_largest_size__exactly_the_limit() -> None:
    data = TEXT.encode() + b" " * (MAX_BYTES - len(TEXT.encode()))

    assert read(data, "a.txt").title == "Été à Rivière-Bleue"


def test_keeps_accents__windows_text_with_typographic_marks() -> None:
    communique = read(RELEASE.encode("cp1252"), "a.txt")

    assert "l’eau vive" in str(communique.blocks[0])
