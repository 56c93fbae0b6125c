"""Uploads are hostile: pictures are drawn anew, files must be what their name says."""

from __future__ import annotations

import io
import struct
from typing import BinaryIO

from PIL import Image, ImageCms, ImageOps

PICTURE_FORMATS = {"JPEG": "JPEG", "MPO": "JPEG", "PNG": "PNG", "WEBP": "WEBP", "AVIF": "AVIF"}
"""What is taken, and what it is encoded as: MPO is the JPEG of many telephones."""

UNREADABLE = (OSError, ValueError, SyntaxError, struct.error, Image.DecompressionBombError)
"""What Pillow raises for a picture that it cannot read."""

UNREADABLE_MESSAGE = "Cette image ne peut pas être lue. Ouvrez-la et enregistrez-la de nouveau en JPEG ou en PNG."
SIGNATURES = {
    "pdf": (b"%PDF-",),
    "docx": (b"PK\x03\x04",),
    "xlsx": (b"PK\x03\x04",),
    "odt": (b"PK\x03\x04",),
    "ods": (b"PK\x03\x04",),
}
TEXT_EXTENSIONS = ("txt", "csv")
SAMPLE_BYTES = 4096


def redraw(file: BinaryIO) -> bytes:
    """The same picture, encoded anew: upright, in sRGB, without GPS or any other metadata, with nothing behind it.

    Raises one of UNREADABLE for what Pillow cannot read, and for a format that the portal does not take.
    """
    file.seek(0)
    with Image.open(file) as opened:
        kind = PICTURE_FORMATS.get(opened.format or "", "")
        if not kind:
            raise OSError(f"{opened.format} is not a format that the portal takes")
        picture = _in_srgb(ImageOps.exif_transpose(opened))
    if "transparency" in picture.info:
        picture = picture.convert("RGBA")
    if kind == "JPEG" and picture.mode not in ("RGB", "L"):
        picture = picture.convert("RGB")
    picture.info.clear()
    output = io.BytesIO()
    picture.save(output, kind, **({"optimize": True} if kind == "PNG" else {"quality": 90}))
    return output.getvalue()


def get_size(data: bytes) -> tuple[int, int]:
    """Width and height of an encoded picture, in pixels."""
    with Image.open(io.BytesIO(data)) as picture:
        return picture.size


def _in_srgb(picture: Image.Image) -> Image.Image:
    profile = picture.info.get("icc_profile")
    if not profile or picture.mode not in ("RGB", "CMYK"):
        return picture
    try:
        converted = ImageCms.profileToProfile(
            picture, io.BytesIO(profile), ImageCms.createProfile("sRGB"), outputMode="RGB"
        )
    except ImageCms.PyCMSError:
        return picture
    return converted or picture


def is_what_it_says(name: str, file: BinaryIO) -> bool:
    """Whether the first bytes of a file fit its extension; an extension that the portal does not know never fits."""
    extension = name.rpartition(".")[2].lower()
    file.seek(0)
    sample = file.read(SAMPLE_BYTES)
    file.seek(0)
    if extension in TEXT_EXTENSIONS:
        return b"\x00" not in sample or sample.startswith((b"\xff\xfe", b"\xfe\xff"))
    return sample.startswith(SIGNATURES.get(extension, ())) if extension in SIGNATURES else False
