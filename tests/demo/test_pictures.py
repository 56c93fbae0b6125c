"""The demo's pictures: well-formed, described, and the same on every run."""

from __future__ import annotations

import io
import re

import pytest
from PIL import Image

from portal.demo.pictures import PICTURES, draw

every_picture = pytest.mark.parametrize("key", PICTURES)


def test_there_are_enough_pictures() -> None:
    assert len(PICTURES) >= 10


@every_picture
def test_a_picture_is_a_jpeg_of_the_agreed_size_and_never_changes(key: str) -> None:
    data = draw(key)
    image = Image.open(io.BytesIO(data))
    assert (image.format, image.mode, image.size) == ("JPEG", "RGB", (1600, 1000))
    assert draw(key) == data


@every_picture
def test_a_picture_is_more_than_a_background(key: str) -> None:
    image = Image.open(io.BytesIO(draw(key))).resize((160, 100))
    assert len({(r // 16, g // 16, b // 16) for r, g, b in image.get_flattened_data()}) > 20


def test_no_two_pictures_are_alike() -> None:
    assert len({draw(key) for key in PICTURES}) == len(PICTURES)


@every_picture
def test_a_picture_says_what_it_shows_in_both_variants_at_once(key: str) -> None:
    picture = PICTURES[key]
    assert picture.credit == "Dessin du portail"
    assert picture.description.startswith("Dessin\u00a0: ") and picture.description.endswith(".")
    assert len(picture.description) <= 250
    assert not re.search(r"[;!?'\u202f]", picture.title + picture.description)


@every_picture
def test_what_matters_in_a_picture_is_inside_it(key: str) -> None:
    x, y = PICTURES[key].focus
    assert 0 <= x <= 1600 and 0 <= y <= 1000


def test_an_unknown_picture_is_refused() -> None:
    with pytest.raises(KeyError):
        draw("nowhere")
