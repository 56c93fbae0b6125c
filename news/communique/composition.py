"""Puts the passages of a press release in their places: title, chapô, blocks, contacts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import takewhile

from .attributions import find_inserted, read_lead_paragraph
from .capitals import Restorer
from .datelines import read_dateline
from .folding import is_in_capitals
from .headings import is_heading, is_heading_in_capitals, looks_like_heading
from .introductions import open_with
from .mentions import NameIndex, find_mentions
from .model import Block, Communique, Heading, KnownName, ListBlock, Paragraph, Quotation
from .notices import part
from .passages import Passage, Role
from .quotations import Reading, ask_for_speaker, describe, gather, read_paragraph, read_signature, shorten
from .typography import COLON
from .vocabulary import Vocabulary

MAX_TITLE_LENGTH = 200
MAX_DATELINE_POSITION = 6


@dataclass
class Composition:
    """A release while it is being put together."""

    passages: list[Passage]
    index: NameIndex
    restorer: Restorer
    unattributed: list[int] = field(default_factory=list)
    title: str = ""
    introduction: str = ""
    blocks: list[Block] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def compose(passages: Sequence[Passage], known: Sequence[KnownName]) -> Communique:
    passages, dated_on, date_remarks = take_dateline(list(passages))
    parted = part(passages)
    index = NameIndex(known)
    work = Composition(gather(parted.body), index, make_restorer(parted.body, index))
    take_title(work)
    take_introduction(work)
    for position in range(len(work.passages)):
        add_blocks(work, position)
    ask_for_speakers(work)
    return Communique(
        title=work.title,
        introduction=work.introduction,
        blocks=tuple(work.blocks),
        mentions=find_mentions(places_of(work), index),
        remarks=(*parted.remarks, *date_remarks, *work.remarks),
        dated_on=dated_on,
        contacts=parted.contacts,
    )


def take_dateline(passages: list[Passage]) -> tuple[list[Passage], date | None, list[str]]:
    """Takes the dateline off the head of the text."""
    for position, passage in enumerate(passages[:MAX_DATELINE_POSITION]):
        dateline = read_dateline(passage.text)
        rest = [replace(passage, text=dateline.rest)] if dateline and dateline.rest else []
        if dateline and len(passages) - 1 + len(rest):
            kept = [*passages[:position], *rest, *passages[position + 1 :]]
            return kept, dateline.dated_on, [f"Date reprise du texte et retirée de celui-ci{COLON}{dateline.text}"]
    return passages, None, []


def make_restorer(passages: Sequence[Passage], index: NameIndex) -> Restorer:
    capitals = "".join(passage.text for passage in passages if is_in_capitals(passage.text))
    writes_accents = any(c.isalpha() and not c.isascii() for c in capitals)
    return Restorer(Vocabulary.of(passage.text for passage in passages), index, writes_accents)


def restore(work: Composition, text: str, what: str) -> str:
    if not is_heading_in_capitals(text):
        return text
    restored = work.restorer.restore(text)
    if restored != text:
        work.remarks.append(f"{what} remis en minuscules, noms propres et accents à vérifier{COLON}{restored}")
    return restored


def take_title(work: Composition) -> None:
    """The passage styled as the title or else the first one; a whole paragraph is no title."""
    roles = [passage.role for passage in work.passages]
    styled = Role.TITLE in roles
    unboxed = (i for i, role in enumerate(roles) if role not in (Role.ITEM, Role.CELL))
    position = roles.index(Role.TITLE) if styled else next(unboxed, None)
    if position is None or len(work.passages[position].text) > MAX_TITLE_LENGTH:
        work.remarks.append("Aucun titre n’a été trouvé. Écrivez-en un.")
        return
    passage = work.passages.pop(position)
    origin = "du titre du document" if styled else "de la première ligne"
    work.remarks.append(f"Titre repris {origin}.")
    work.title = restore(work, passage.text, "Titre")


def take_introduction(work: Composition) -> None:
    """The subtitle or else the first paragraph, when another one follows and it holds no quotation."""
    if len(work.passages) < 2:
        return
    first = work.passages[0]
    if first.role is Role.SUBTITLE or is_subtitle(first):
        work.introduction = restore(work, work.passages.pop(0).text, "Sous-titre")
        work.remarks.append("Chapô repris du sous-titre.")
    elif first.role is Role.TEXT and not is_heading(work.passages, 0) and not holds_quotation(first, work.index):
        opening = open_with(first.text)
        work.introduction = opening.introduction
        work.passages[:1] = [replace(first, text=opening.rest)] if opening.rest else []
        work.remarks.append(opening.remark)
    else:
        work.remarks.append("Aucun chapô n’a été trouvé. Écrivez-en un.")


def is_subtitle(passage: Passage) -> bool:
    return passage.role is Role.TEXT and not is_in_capitals(passage.text) and looks_like_heading(passage.text)


def holds_quotation(passage: Passage, index: NameIndex) -> bool:
    return any(isinstance(block, Quotation) for block in read_paragraph(passage.text, index).blocks)


def add_blocks(work: Composition, position: int) -> None:
    passage = work.passages[position]
    if is_heading(work.passages, position):
        text = restore(work, passage.text, "Intertitre").rstrip(" :\u00a0\u202f")
        work.blocks.append(Heading(text or passage.text))
    elif sign_last_quotation(work, passage):
        return
    elif passage.role is Role.ITEM:
        add_item(work, position)
    elif passage.role is Role.CELL:
        work.blocks.append(Paragraph(passage.text))
    else:
        add_paragraph(work, passage)


def add_item(work: Composition, position: int) -> None:
    """The first item of a list brings in the others."""
    if position and work.passages[position - 1].role is Role.ITEM and isinstance(work.blocks[-1], ListBlock):
        return
    following = (work.passages[i] for i in range(position, len(work.passages)))
    work.blocks.append(ListBlock(tuple(p.text for p in takewhile(lambda p: p.role is Role.ITEM, following))))


def add_paragraph(work: Composition, passage: Passage) -> None:
    reading = read_paragraph(passage.text, work.index)
    if reading.is_unattributed and not attribute_to_lead(work, reading):
        work.unattributed.append(len(work.blocks))
    work.blocks += reading.blocks
    work.remarks += reading.remarks
    if is_in_capitals(passage.text):
        work.remarks.append(f"Paragraphe laissé en capitales{COLON}{shorten(passage.text)}")


def attribute_to_lead(work: Composition, reading: Reading) -> bool:
    """« La mairesse Prénom Nom a déclaré : » in the paragraph before; it stays there."""
    lead = work.blocks[-1] if work.blocks else None
    quotation = reading.blocks[0]
    if not isinstance(lead, Paragraph) or not lead.text.endswith(":") or not isinstance(quotation, Quotation):
        return False
    speaker, wording = read_lead_paragraph(lead.text, work.index)
    if not speaker.name:
        return False
    attributed = replace(quotation, speaker=speaker.name, office=speaker.office)
    reading.blocks[0] = attributed
    reading.remarks.append(describe(attributed, wording)[0])
    return True


def sign_last_quotation(work: Composition, passage: Passage) -> bool:
    """« – Prénom Nom, mairesse » right under a quotation that has no speaker."""
    last = work.blocks[-1] if work.blocks else None
    signature = read_signature(passage, work.index)
    if signature is None or not isinstance(last, Quotation) or last.speaker:
        return False
    work.blocks[-1] = replace(last, speaker=signature[0], office=signature[1])
    work.remarks.append(f"Citation signée{COLON}{passage.text}")
    return True


def ask_for_speakers(work: Composition) -> None:
    for position in work.unattributed:
        block = work.blocks[position]
        if isinstance(block, Quotation) and not block.speaker:
            work.remarks.append(ask_for_speaker(block, find_inserted(block.text, work.index)))


def places_of(work: Composition) -> list[tuple[int | None, str]]:
    """Where a mention may carry a link first, then the chapô, the headings, the quotations and the title."""
    places: list[tuple[int | None, str]] = []
    others: list[tuple[int | None, str]] = [(None, work.introduction)]
    for position, block in enumerate(work.blocks):
        if isinstance(block, ListBlock):
            places += [(position, item) for item in block.items]
        elif isinstance(block, Paragraph):
            places.append((position, block.text))
        else:
            others.append((None, block.text))
    return [*places, *others, (None, work.title)]
