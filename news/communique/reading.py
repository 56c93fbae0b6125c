"""Reads a press release from a file: the one entrance of this package."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath

from .composition import compose
from .decoding import NO_TEXT, read_text
from .model import Communique, CommuniqueError, KnownName
from .plain_text import split_passages
from .word_document import WordText, read_word

MAX_BYTES = 2 * 1024 * 1024

MAX_CHARACTERS = 200_000
MAX_PASSAGES = 5_000

TOO_LONG = "Ce texte est trop long pour un communiqué. Gardez-en moins de cinquante pages, puis recommencez."
EMPTY = "Ce fichier est vide. Choisissez le fichier qui contient le communiqué, puis recommencez."
TOO_LARGE = "Ce fichier dépasse 2 Mo. Retirez-en les images, ou enregistrez le texte seul, puis recommencez."
UNSUPPORTED = (
    "Ce format de fichier n’est pas accepté. "
    "Enregistrez le communiqué au format Word (.docx) ou texte (.txt), puis recommencez."
)
TEXT_EXTENSIONS = frozenset({".txt", ".text", ""})


def read(data: bytes, filename: str, known: Sequence[KnownName] = ()) -> Communique:
    """The press release in the file; raises CommuniqueError, with a sentence for the editor, when there is none."""
    extension = PurePath(filename).suffix.casefold()
    if extension != ".docx" and extension not in TEXT_EXTENSIONS:
        raise CommuniqueError(UNSUPPORTED)
    if not data:
        raise CommuniqueError(EMPTY)
    if len(data) > MAX_BYTES:
        raise CommuniqueError(TOO_LARGE)
    source = read_word(data) if extension == ".docx" else WordText(split_passages(read_text(data)), [])
    if not source.passages:
        raise CommuniqueError(NO_TEXT)
    if len(source.passages) > MAX_PASSAGES or sum(len(passage.text) for passage in source.passages) > MAX_CHARACTERS:
        raise CommuniqueError(TOO_LONG)
    communique = compose(source.passages, known)
    return replace(communique, remarks=(*communique.remarks, *source.remarks))
