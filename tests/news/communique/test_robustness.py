"""Whatever the file: a release or a clear refusal, nothing lost, and no time that grows faster than the file."""

from __future__ import annotations

import contextlib
import time
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from news.communique import MAX_BYTES, Communique, CommuniqueError, ListBlock, Quotation, read
from news.communique.cleaning import clean
from news.communique.folding import fold

from .releases import KNOWN, document_xml, zip_bytes

FRAGMENTS = st.sampled_from(
    [
        "« ", " »", "“", "”", '"', ", a déclaré ", " le maire ", "Gaston Fictif", "Val-Doux", ". ", "\n", "\n\n", "- ",
        "COMMUNIQUÉ DE PRESSE", "- 30 -", "Source : ", "Val-Doux, le 4 mai 2021 – ", "UNE FONTAINE A VAL-DOUX", " : ",
        "l’eau coule et coule encore", "a-t-il ajouté", "Selon ", ", ", "XXIE", "É", "œ", "\u200b", "\u00a0", "• ",
        "– Odette Inventée, mairesse", "Sous embargo", "l’", "d’", "qui vient tous les jours", "ß", "Œ", "e\u0301",
    ]
)  # fmt: skip
RELEASES = st.lists(FRAGMENTS | st.text(max_size=4), max_size=40).map("".join)


def letters(text: str) -> Counter[str]:
    return Counter(c for c in fold(text) if c.isalpha())


def everything(communique: Communique) -> str:
    parts = [communique.title, communique.introduction, communique.contacts, *communique.remarks]
    for block in communique.blocks:
        parts += block.items if isinstance(block, ListBlock) else [block.text]
        if isinstance(block, Quotation):
            parts += [block.speaker, block.office]
    return "\n".join(parts)


@given(RELEASES)
@settings(max_examples=400, deadline=None)
def test_loses_no_letter__any_text(text: str) -> None:
    try:
        communique = read(text.encode("utf-8", "ignore"), "a.txt", KNOWN)
    except CommuniqueError:
        return
    expected = letters(clean(text.encode("utf-8", "ignore").decode()))
    assert not expected - letters(everything(communique))


@given(st.binary(max_size=400), st.sampled_from(["a.txt", "a.docx", "a", "", "a.pdf", "é\x00.txt"]))
@settings(max_examples=300, deadline=None)
def test_reads_or_refuses__any_bytes(data: bytes, filename: str) -> None:
    with contextlib.suppress(CommuniqueError):
        read(data, filename, KNOWN)


@given(st.data())
@settings(max_examples=200, deadline=None)
def test_reads_or_refuses__damaged_document(data: st.DataObject) -> None:
    document = bytearray(zip_bytes({"word/document.xml": document_xml("<w:p><w:r><w:t>Deux villes</w:t></w:r></w:p>")}))
    for _ in range(data.draw(st.integers(1, 4))):
        document[data.draw(st.integers(0, len(document) - 1))] = data.draw(st.integers(0, 255))

    with contextlib.suppress(CommuniqueError):
        read(bytes(document), "a.docx")


@given(st.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_reads_or_refuses__any_xml(body: str) -> None:
    with contextlib.suppress(CommuniqueError):
        data = document_xml(body.encode("utf-8", "ignore").decode())
        read(zip_bytes({"word/document.xml": data, "word/styles.xml": data}), "a.docx")


@pytest.mark.parametrize(
    "unit",
    ["« a ", "a » ", '"a b c d" ', "« a b c », a dit X. ", "a\n\n", "A\n", "AAAA ", "« a\n\n", "a, ",
     ". ", "- a\n", "- a\n\na\n\n", "a" * 50, "Val-Doux ", "Agglomération ", "Selon X, « a b c ». ", "É",
     "a : « a b c d »\n\n", "a\u0301\u0301", ", a dit x", "    "],
)  # fmt: skip
def test_reads_in_time_that_grows_with_the_file__repeated_unit(unit: str) -> None:
    """Ten times the text may take longer still on a busy machine, but not the hundred times of a square."""

    def seconds(size: int) -> float:
        data = ("Deux villes\n\n" + unit * (size // len(unit.encode()))).encode()[:MAX_BYTES]
        start = time.process_time()
        with contextlib.suppress(CommuniqueError):
            read(data, "a.txt", KNOWN)
        return time.process_time() - start

    small = min(seconds(10_000) for _ in range(2))
    assert seconds(100_000) < max(small, 0.05) * 50
