"""From a .docx to its passages: styles, headings in bold, lists, tables; deleted and hidden text is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .cleaning import clean
from .decoding import NO_TEXT
from .folding import has_letters
from .headings import looks_like_heading
from .model import CommuniqueError
from .passages import Passage, Role
from .plain_text import as_item
from .word_archive import DAMAGED, DOCUMENT, WordArchive
from .word_styles import attribute_of, child_of, local_name, read_styles

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

# Fallback repeats a text box for old readers; the others are text that the author took away.
SKIPPED = frozenset({"del", "moveFrom", "Fallback", "pPr", "rPr", "instrText", "delText"})
CHARACTERS = {"tab": " ", "cr": "\n", "noBreakHyphen": "\u2011"}
OFF = frozenset({"0", "false", "off", "none"})
# Boxes inside tables inside boxes stay far below; a deeper document is made to exhaust its reader.
MAX_DEPTH = 200
PICTURES = frozenset({"drawing", "pict"})


@dataclass(frozen=True, slots=True)
class WordText:
    passages: list[Passage]
    remarks: list[str]


def read_word(data: bytes) -> WordText:
    """The passages of the document; raises CommuniqueError when it is damaged, unsafe, locked or without text."""
    archive = WordArchive(data)
    styles = read_styles(archive.read_xml("word/styles.xml")) if archive.has("word/styles.xml") else {}
    root = archive.read_xml(DOCUMENT)
    paragraphs = list(walk_paragraphs(root))
    passages = [p for element, in_table in paragraphs for p in read_passages(element, in_table, styles)]
    if not any(has_letters(passage.text) for passage in passages):
        raise CommuniqueError(NO_TEXT)
    return WordText(passages, describe(root, passages))


def describe(root: Element, passages: list[Passage]) -> list[str]:
    names = {local_name(element) for element in root.iter()}
    remarks = []
    if any(passage.role is Role.CELL for passage in passages):
        remarks.append("Le texte d’un tableau est repris case par case, un paragraphe pour chacune.")
    if names & PICTURES:
        remarks.append("Les images du document ne sont pas reprises. Ajoutez-les dans la page.")
    if names & {"footnoteReference", "endnoteReference"}:
        remarks.append("Les notes de bas de page ne sont pas reprises.")
    return remarks


def walk_paragraphs(root: Element) -> Iterator[tuple[Element, bool]]:
    """Paragraphs in reading order, and whether each stands in a table; without recursion, however deep."""
    stack = [(root, False, 0)]
    while stack:
        element, in_table, depth = stack.pop()
        name = local_name(element)
        if depth > MAX_DEPTH:
            raise CommuniqueError(DAMAGED)
        if name in SKIPPED:
            continue
        if name == "p":
            yield element, in_table
        stack += [(child, in_table or name == "tc", depth + 1) for child in reversed(element)]


def read_passages(paragraph: Element, in_table: bool, styles: dict[str, Role]) -> list[Passage]:
    text = clean("".join(walk_text(paragraph)))
    role = Role.CELL if in_table else find_role(paragraph, styles)
    passages = []
    for piece in re.split(r"\n{2,}", text):
        line = " ".join(piece.split("\n")).strip()
        item = as_item(line) if role is Role.TEXT else None
        if item:
            passages.append(item)
        elif line:
            is_bold = role is Role.TEXT and looks_like_heading(line) and is_all_bold(paragraph)
            passages.append(Passage(line, Role.HEADING if is_bold else role))
    return passages


def walk_text(paragraph: Element) -> Iterator[str]:
    """The visible text of a paragraph, without that of paragraphs inside it (text boxes)."""
    stack = list(reversed(paragraph))
    while stack:
        element = stack.pop()
        name = local_name(element)
        if name in SKIPPED or name == "p" or (name == "r" and is_on(child_of(element, "rPr", "vanish"))):
            continue
        if name == "t":
            yield element.text or ""
        elif name == "br":
            yield "\n\n" if attribute_of(element, "type") in ("page", "column") else "\n"
        else:
            yield CHARACTERS.get(name, "")
        stack += reversed(element)


def find_role(paragraph: Element, styles: dict[str, Role]) -> Role:
    properties = child_of(paragraph, "pPr")
    role = styles.get(attribute_of(child_of(properties, "pStyle"), "val"), Role.TEXT)
    if role is not Role.TEXT:
        return role
    level = attribute_of(child_of(properties, "outlineLvl"), "val")
    if level.isdigit() and int(level) < 9:
        return Role.HEADING
    return Role.ITEM if child_of(properties, "numPr") is not None else Role.TEXT


def is_all_bold(paragraph: Element) -> bool:
    runs = [run for run in paragraph.iter() if local_name(run) == "r" and has_letters("".join(run.itertext()))]
    return bool(runs) and all(is_on(child_of(run, "rPr", "b")) for run in runs)


def is_on(switch: Element | None) -> bool:
    return switch is not None and attribute_of(switch, "val") not in OFF
