"""Opens a .docx as the zip that it is, and hands over its XML parts; refuses bombs, entities and damage."""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib
from io import BytesIO
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from defusedxml import ElementTree as SafeTree

from .model import CommuniqueError

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MAX_PART_BYTES = 10 * 1024 * 1024
MAX_UNPACKED_BYTES = 50 * 1024 * 1024
MAX_PARTS = 2000
DOCUMENT = "word/document.xml"
OLE_HEAD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)

NOT_WORD = (
    "Ce fichier n’est pas un document Word (.docx). Ouvrez-le dans Word, enregistrez-le en .docx, puis recommencez."
)
DAMAGED = "Ce document Word est endommagé. Ouvrez-le dans Word, enregistrez-le de nouveau, puis recommencez."
LOCKED = (
    "Ce document Word est protégé par un mot de passe ou vient d’une ancienne version de Word. "
    "Enregistrez-le en .docx sans mot de passe, puis recommencez."
)
TOO_LARGE_INSIDE = (
    "Ce document Word est trop gros une fois ouvert. "
    "Copiez le texte du communiqué dans un nouveau document, puis recommencez."
)
UNSAFE = (
    "Ce document Word contient des éléments interdits. Copiez son texte dans un nouveau document, puis recommencez."
)

# What reading a damaged archive raises; zipfile says NotImplementedError of a compression that it does not know.
DAMAGE = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error,
    EOFError, NotImplementedError, RuntimeError, OSError, ValueError, OverflowError, KeyError,
)  # fmt: skip


class WordArchive:
    """The parts of one document, read on demand and never beyond their limits."""

    def __init__(self, data: bytes) -> None:
        if data.startswith(OLE_HEAD):
            raise CommuniqueError(LOCKED)
        if not data.startswith(b"PK"):
            raise CommuniqueError(NOT_WORD)
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except DAMAGE:
            raise CommuniqueError(DAMAGED) from None
        self._members = {member.filename: member for member in self._zip.infolist()}
        self._check_members()

    def _check_members(self) -> None:
        members = self._zip.infolist()
        if any(member.flag_bits & 0x1 for member in members):
            raise CommuniqueError(LOCKED)
        if len(members) > MAX_PARTS or sum(member.file_size for member in members) > MAX_UNPACKED_BYTES:
            raise CommuniqueError(TOO_LARGE_INSIDE)
        if DOCUMENT not in self._members:
            raise CommuniqueError(NOT_WORD)

    def has(self, part: str) -> bool:
        return part in self._members

    def read_xml(self, part: str) -> Element:
        """The root of an XML part; a declared size is not believed, so that reading stops at the limit."""
        data = self._read(part)
        try:
            root: Element = SafeTree.fromstring(data, forbid_dtd=True)
        except DefusedXmlException:
            raise CommuniqueError(UNSAFE) from None
        except (ParseError, LookupError, ValueError):
            raise CommuniqueError(DAMAGED) from None
        return root

    def _read(self, part: str) -> bytes:
        member = self._members[part]
        if member.compress_type not in METHODS:
            raise CommuniqueError(DAMAGED)
        try:
            with self._zip.open(member) as stream:
                data = stream.read(MAX_PART_BYTES + 1)
        except DAMAGE:
            raise CommuniqueError(DAMAGED) from None
        if len(data) > MAX_PART_BYTES:
            raise CommuniqueError(TOO_LARGE_INSIDE)
        return data
