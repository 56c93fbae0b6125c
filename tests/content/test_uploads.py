"""Uploads are hostile: what a served byte may hold, and what is refused."""

from __future__ import annotations

import io

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from portal.content.models import PortalDocument, PortalImage
from portal.content.uploads import is_what_it_says, redraw

GPS_IFD, ORIENTATION, ARTIST = 0x8825, 0x0112, 0x013B


def photograph(kind="JPEG", **exif_tags):
    exif = Image.Exif()
    exif[ARTIST] = "Camille Exemple"
    exif[ORIENTATION] = exif_tags.get("orientation", 1)
    exif.get_ifd(GPS_IFD).update({1: "N", 2: (46.0, 5.0, 33.0), 3: "W", 4: (71.0, 18.0, 19.0)})
    output = io.BytesIO()
    Image.new("RGB", (60, 40), "#9a3b1d").save(output, kind, exif=exif)
    return output.getvalue()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_redrawn_picture_holds_no_metadata(kind):
    original = photograph(kind)
    assert b"Camille Exemple" in original
    redrawn = redraw(io.BytesIO(original))
    assert b"Camille Exemple" not in redrawn
    with Image.open(io.BytesIO(redrawn)) as picture:
        assert picture.format == kind
        assert not picture.getexif()


def test_picture_lying_on_its_side_is_stood_up():
    with Image.open(io.BytesIO(redraw(io.BytesIO(photograph(orientation=6))))) as picture:
        assert picture.size == (40, 60)


def test_what_follows_a_picture_is_dropped():
    assert b"<script>" not in redraw(io.BytesIO(photograph() + b"<script>alert(1)</script>"))


def test_picture_of_many_telephones_is_kept_as_jpeg():
    output = io.BytesIO()
    frames = [Image.new("RGB", (60, 40), colour) for colour in ("#9a3b1d", "#2c6655")]
    frames[0].save(output, "MPO", save_all=True, append_images=frames[1:])
    with Image.open(io.BytesIO(redraw(output))) as picture:
        assert picture.format == "JPEG"


def test_transparent_palette_stays_transparent():
    picture = Image.new("P", (10, 10), 0)
    picture.info["transparency"] = 0
    output = io.BytesIO()
    picture.save(output, "PNG", transparency=0)
    with Image.open(io.BytesIO(redraw(output))) as redrawn:
        assert redrawn.convert("RGBA").getpixel((5, 5))[3] == 0


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("name", ["wagtailimages:add", "wagtailimages:add_multiple"])
def test_truncated_picture_is_refused__with_a_french_message(portal, client, kind, name):
    data = io.BytesIO()
    Image.effect_noise((200, 200), 50).convert("RGB").save(data, kind)
    extension = {"JPEG": "jpg"}.get(kind, kind.lower())
    file = SimpleUploadedFile(f"coupee.{extension}", data.getvalue()[: data.tell() // 2], f"image/{kind.lower()}")
    client.force_login(portal.people["pau-redaction"])
    field = "file" if name.endswith("add") else "files[]"
    fields = {"title": "Coupée", "description": "Une image", "credit": "Exemple", field: file}
    answer = client.post(reverse(name), fields, headers={"X-Requested-With": "XMLHttpRequest"})
    assert answer.status_code == 200
    assert not PortalImage.objects.exists()
    assert "ne peut pas être lue" in answer.text or "ne peut pas \\u00eatre lue" in answer.text


@pytest.mark.parametrize("data", [b"", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"GIF89a" + b"\x00" * 20])
def test_what_is_no_picture_is_refused(data):
    with pytest.raises(OSError):
        redraw(io.BytesIO(data))


@pytest.mark.django_db
def test_stored_picture_and_its_renditions_hold_no_gps():
    file = ImageFile(io.BytesIO(photograph()), "halde.jpg")
    image = PortalImage.objects.create(title="Halde", description="Une halde", credit="Exemple", file=file)
    with image.file.open() as stored:
        assert b"Camille Exemple" not in stored.read()
    with image.get_rendition("width-30|format-jpeg").file.open() as stored:
        assert not Image.open(stored).getexif()
    assert image.file_size == image.file.size


@pytest.mark.django_db
def test_picture_that_came_through_the_uploader_is_redrawn_too():
    image = PortalImage(title="Halde", description="Une halde", credit="Exemple")
    image.file.save("halde.jpg", ContentFile(photograph()), save=False)
    image.save()
    with image.file.open() as stored:
        assert b"Camille Exemple" not in stored.read()


@pytest.mark.django_db
def test_saving_a_picture_again_leaves_its_file():
    file = ImageFile(io.BytesIO(photograph()), "halde.jpg")
    image = PortalImage.objects.create(title="Halde", description="Une halde", credit="Exemple", file=file)
    name = image.file.name
    image.title = "Une autre halde"
    image.save()
    again = PortalImage.objects.get(pk=image.pk)
    again.save()
    assert again.file.name == name


@pytest.mark.parametrize(
    ("name", "data", "fits"),
    [
        ("bilan.pdf", b"%PDF-1.7 ...", True),
        ("bilan.PDF", b"%PDF-1.7 ...", True),
        ("bilan.pdf", b"<html><script>alert(1)</script>", False),
        ("bilan.pdf", b"", False),
        ("bilan.docx", b"PK\x03\x04...", True),
        ("bilan.docx", b"%PDF-1.7", False),
        ("bilan.csv", b"ville;pages\n", True),
        ("bilan.txt", b"\x7fELF\x00\x00", False),
        ("bilan.exe", b"MZ", False),
        ("bilan", b"%PDF-1.7", False),
        ("bilan.pdf.html", b"%PDF-1.7", False),
    ],
)
def test_file_is_what_its_name_says(name, data, fits):
    assert is_what_it_says(name, io.BytesIO(data)) is fits


@pytest.mark.django_db
def test_page_named_pdf_is_refused__with_a_french_message():
    document = PortalDocument(title="Bilan", file=ContentFile(b"<html></html>", name="bilan.pdf"))
    with pytest.raises(ValidationError, match="n’est pas ce que son nom annonce"):
        document.full_clean()


@pytest.mark.django_db
@pytest.mark.parametrize("missing", ["description", "credit"])
def test_picture_without_alternative_text_or_credit_is_refused(missing):
    fields = {"title": "Halde", "description": "Une halde", "credit": "Exemple", missing: ""}
    image = PortalImage(file=ImageFile(io.BytesIO(photograph()), "halde.jpg"), **fields)
    with pytest.raises(ValidationError) as error:
        image.full_clean(exclude=["width", "height"])
    assert missing in error.value.message_dict
