"""What is read in a press release, as plain values; how it is read lives in the other modules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

Kind = Literal["institution", "programme", "axis", "city"]


class CommuniqueError(Exception):
    """The file cannot be read; `message` is a French sentence that tells the editor what to do."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


@dataclass(frozen=True, slots=True)
class KnownName:
    """Something the portal has a page or a record for; `key` is the caller's own and comes back untouched."""

    name: str
    kind: Kind
    key: str
    aliases: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str


@dataclass(frozen=True, slots=True)
class ListBlock:
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between guillemets, verbatim; paragraphs are parted by an empty line; an unknown speaker is empty."""

    text: str
    speaker: str = ""
    office: str = ""


Block = Heading | Paragraph | ListBlock | Quotation


@dataclass(frozen=True, slots=True)
class Mention:
    """A known name as the text has it; `block` is the first paragraph or list that may carry its link.

    `block` is None when the name stands only in the title, the introduction, a heading or a quotation.
    """

    key: str
    kind: Kind
    text: str
    block: int | None


@dataclass(frozen=True, slots=True)
class Communique:
    """A press release, understood; `remarks` are French sentences to show to the editor before saving."""

    title: str
    introduction: str
    blocks: tuple[Block, ...]
    mentions: tuple[Mention, ...]
    remarks: tuple[str, ...]
    dated_on: date | None = None
    contacts: str = ""
