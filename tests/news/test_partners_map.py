"""The partners' map: what stands where, what it leads to, and the list that says the same."""

from __future__ import annotations

import gzip
from decimal import Decimal

import pytest

from news.partners_map import CLOSE, GROUNDS, WIDTH, draw_map
from tests import factories
from tests.machines.reading import MAX_QUERIES, count_queries

pytestmark = pytest.mark.django_db
URL = "/fr-ca/institutions/"
THETFORD = {"latitude": Decimal("46.0926"), "longitude": Decimal("-71.3054")}
QUEBEC = {"latitude": Decimal("46.81"), "longitude": Decimal("-71.21")}


def institution(portal, number, **fields):
    return factories.institution_page(
        portal, portal.thetford, slug=f"i-{number}", title=f"Institution {number}", **fields
    )


def test_institutions_of_one_town_make_one_place__which_bears_its_name(portal):
    pages = [institution(portal, number, **THETFORD) for number in range(3)] + [institution(portal, 9, **QUEBEC)]
    (inset,) = draw_map(pages)
    assert [(place.name, len(place.institutions)) for place in inset.places] == [
        ("Thetford Mines", 3),
        ("Institution 9", 1),
    ]
    assert inset.number == 4


@pytest.mark.parametrize(
    "fields",
    [{}, {"latitude": Decimal("48.85"), "longitude": Decimal("2.35")}],
    ids=["no coordinates", "off the drawing"],
)
def test_institution_that_has_no_place_on_the_drawing_stays_in_the_list_alone(portal, client, fields):
    institution(portal, 1, **fields)
    text = client.get(URL).text
    assert "Institution 1" in text
    assert "map__drawing" not in text


def test_lone_institution_is_one_click_away__several_lead_to_their_list(portal, client):
    alone = institution(portal, 1, **QUEBEC)
    institution(portal, 2, **THETFORD), institution(portal, 3, **THETFORD)
    text = client.get(URL).text
    drawing, _, rest = text.partition('<details class="map__list">')
    assert f'<a class="map__place" href="{alone.url}">' in drawing
    assert 'href="#lieu-thetford-mines-1"' in drawing
    assert 'id="lieu-thetford-mines-1"' in rest
    assert 'href="/fr-ca/institutions/#lieu-thetford-mines-1"' in client.get("/fr-ca/").text


def test_map_follows_the_filters(portal, client):
    institution(portal, 1, kind="college", **THETFORD)
    institution(portal, 2, kind="company", **QUEBEC)
    (inset,) = client.get(f"{URL}?kind=college").context["insets"]
    assert [place.institutions[0].title for place in inset.places] == ["Institution 1"]
    assert client.get(f"{URL}?kind=ministry").context["insets"] == []


def test_map_is_light__and_asks_as_little_for_many_as_for_few(portal, client):
    institution(portal, 0, **THETFORD)
    few = count_queries(client, URL), count_queries(client, f"{URL}?city=thetford-mines")
    for number in range(1, 8):
        institution(portal, number, latitude=Decimal(f"{45.2 + number / 3:.4f}"), longitude=Decimal("-71.2"))
    assert (count_queries(client, URL), count_queries(client, f"{URL}?city=thetford-mines")) == few
    assert max(few) <= MAX_QUERIES
    drawing = client.get(URL).text.partition('<div class="map">')[2].partition("</details>")[0]
    assert len(gzip.compress(drawing.encode())) < 10_000


def test_unpublished_institution_is_on_no_map(portal, client):
    institution(portal, 1, publish=False, **THETFORD)
    assert client.get(URL).context["insets"] == []


@pytest.mark.parametrize("slug", list(GROUNDS))
def test_drawing_holds_its_city_and_its_towns(portal, slug):
    projection, city = GROUNDS[slug].projection, portal.cities[slug]
    points = [(city.longitude, city.latitude), *((x, y) for _, x, y in GROUNDS[slug].towns)]
    assert all(projection.holds(*projection.point(float(x), float(y))) for x, y in points)
    assert CLOSE * 288 / WIDTH >= 20
