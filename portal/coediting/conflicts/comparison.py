"""The two versions side by side: what differs, word by word, and who changed it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from portal.coediting.conflicts.contents import Content, Rows, contents_of
from portal.coediting.conflicts.editing import build_form
from portal.coediting.conflicts.versions import original_fingerprints
from portal.localization.difference import Piece, word_difference

MINE, THEIRS = "mine", "theirs"
CHOICE_PREFIX = "choice-"


@dataclass(frozen=True)
class Difference:
    """One field of which the two versions differ. `changed_by` is MINE or THEIRS when only that one changed it."""

    name: str
    label: str
    mine: str
    theirs: str
    changed_by: str | None
    choice: str | None

    @property
    def choice_name(self) -> str:
        return f"{CHOICE_PREFIX}{self.name}"

    @property
    def mine_pieces(self) -> list[Piece]:
        return [piece for piece in word_difference(self.theirs, self.mine) if piece.kind != "delete"]

    @property
    def their_pieces(self) -> list[Piece]:
        return [piece for piece in word_difference(self.theirs, self.mine) if piece.kind != "insert"]

    @property
    def reads_alike(self) -> bool:
        """Whether only what does not show in plain text differs, such as bold type."""
        return self.mine == self.theirs


def compare(mine: Any, newest: Any, user: Any, data: Any) -> list[Difference]:
    """What differs between a bound form that was validated, `mine`, and the newest version of the object."""
    theirs, original = contents_of(build_form(newest, user)), original_fingerprints(data)
    return [
        _difference(content, theirs[name], original.get(name), data)
        for name, content in contents_of(mine).items()
        if content.fingerprint != theirs[name].fingerprint
    ]


def _difference(mine: Content | Rows, theirs: Content | Rows, original: str | None, data: Any) -> Difference:
    changed_by = {mine.fingerprint: THEIRS, theirs.fingerprint: MINE}.get(original or "")
    choice = data.get(f"{CHOICE_PREFIX}{mine.name}")
    return Difference(
        name=mine.name,
        label=mine.label,
        mine=mine.text,
        theirs=theirs.text,
        changed_by=changed_by,
        choice=choice if choice in (MINE, THEIRS) else changed_by,
    )
