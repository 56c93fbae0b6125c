"""The demo's texts: whole, the same on both sides, and honest about what is invented."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest
from django.apps import apps

from portal.demo.pictures import PICTURES
from tests.demo.reading import PAGES, REGISTRY, ROW_MODELS, VARIANTS, is_example, prose, texts, values_of, without_tags

CITIES = {"thetford-mines", "pau"}
NEWS = [page for page in PAGES.values() if page["model"] == "news.NewsPage"]
BUILT_BY_HAND = {"slug", "model", "parent", "lead", "institutions", "delegations", *VARIANTS, *ROW_MODELS}
every_page = pytest.mark.parametrize("page", PAGES.values(), ids=list(PAGES))
every_variant = pytest.mark.parametrize("variant", VARIANTS)


def skeleton(value: Any) -> Any:
    """What must be the same in both variants: keys, blocks in their order, tags, links, pictures."""
    if isinstance(value, dict):
        return {key: item if key in ("type", "image", "page", "url") else skeleton(item) for key, item in value.items()}
    if isinstance(value, list):
        return [skeleton(item) for item in value]
    return re.findall(r"<[^>]+>", value) or bool(value)


# What each variant holds


@every_page
def test_both_variants_have_the_same_structure(page: dict[str, Any]) -> None:
    assert skeleton(page["fr-CA"]) == skeleton(page["fr-FR"])


@every_page
def test_texts_kept_in_rows_exist_in_both_variants(page: dict[str, Any]) -> None:
    for name in ROW_MODELS:
        for row in page.get(name, []):
            stems = {key[:-6] for key in row if key.endswith(tuple(VARIANTS.values()))}
            assert all(row[f"{stem}{suffix}"] for stem in stems for suffix in VARIANTS.values())


@every_page
def test_every_key_is_a_field_and_every_text_fits_it(page: dict[str, Any]) -> None:
    model = apps.get_model(page["model"])
    facts = {key: value for key, value in page.items() if key not in BUILT_BY_HAND}
    for words in (facts, page["fr-CA"], page["fr-FR"]):
        for key, value in words.items():
            longest = getattr(model._meta.get_field(key), "max_length", None)
            assert longest is None or len(value) <= longest, key
    for name, row_model in ROW_MODELS.items():
        for row in page.get(name, []):
            for key, value in row.items():
                field = apps.get_model(row_model)._meta.get_field(re.sub(r"_fr_(ca|fr)$", "", key))
                assert not isinstance(value, str) or not field.max_length or len(value) <= field.max_length, key


@every_page
@every_variant
def test_blocks_stay_within_their_limits(page: dict[str, Any], variant: str) -> None:
    longest = {"alt_text": 250, "caption": 250, "label": 120, "value": 20, "heading": 120, "speaker": 150}
    for key, limit in longest.items():
        assert all(len(value) <= limit for value in values_of(page[variant], key)), key
    assert all(2 <= len(block["pictures"]) <= 24 for block in page[variant].get("body", []) if "pictures" in block)
    assert all(1 <= len(figures) <= 6 for figures in values_of(page[variant], "figures"))


def test_a_page_with_a_picture_says_what_it_shows() -> None:
    assert all(
        page[variant].get("image_alt_text") for page in PAGES.values() if "image" in page for variant in VARIANTS
    )


# What refers to what


def test_slugs_are_unique_and_plain() -> None:
    slugs = [slug for slug in PAGES if re.fullmatch(r"[a-z0-9-]+", slug)]
    assert len(slugs) == len(PAGES) == len({(page["parent"], slug) for slug, page in PAGES.items()})


@every_page
def test_every_reference_leads_somewhere(page: dict[str, Any]) -> None:
    assert page["lead"] in CITIES
    assert page["parent"] in PAGES or page["model"] == "home.HomePage"
    linked = {
        slug for text in texts([page["fr-CA"], page["fr-FR"]]) for slug in re.findall(r'data-slug="([^"]*)"', text)
    }
    assert linked | set(values_of(page, "page")) <= PAGES.keys()
    for name, model in (("institution", "news.InstitutionPage"), ("delegation", "news.DelegationPage")):
        slugs = [*page.get(f"{name}s", []), *values_of(page, name)]
        assert all(PAGES[slug]["model"] == model for slug in slugs)
    assert {city for key in ("side", "origin", "host", "owner") for city in values_of(page, key)} <= CITIES
    assert set(page.get("axes", [])) <= {axis["slug"] for axis in REGISTRY["axes"]}
    programmes = {*page.get("programmes", []), *values_of(page, "programme")}
    assert programmes <= {programme["slug"] for programme in REGISTRY["programmes"]}
    assert set(values_of(page, "image")) <= PICTURES.keys()


@every_page
@every_variant
def test_links_in_text_are_internal_and_well_formed(page: dict[str, Any], variant: str) -> None:
    for text in texts(page[variant]):
        for tag in re.findall(r"<a[^>]*>", text):
            assert re.fullmatch(r'<a linktype="page" data-slug="[a-z0-9-]+">', tag)
        assert len(re.findall(r"<(?!/)", text)) == len(re.findall(r"</", text))


def test_every_picture_is_shown_somewhere() -> None:
    assert {key for page in PAGES.values() for key in values_of(page, "image")} == PICTURES.keys()


# What it tells


@pytest.mark.parametrize("city", sorted(CITIES))
def test_each_city_leads_eight_news_items_or_more(city: str) -> None:
    dates = [dt.date.fromisoformat(page["published_on"]) for page in NEWS if page["lead"] == city]
    assert len(dates) >= 8
    assert all(dt.date(2021, 11, 1) <= date <= dt.date(2023, 3, 31) for date in dates)


@every_variant
def test_no_fact_is_missing(variant: str) -> None:
    told = " ".join(without_tags(text) for _, text in prose(variant)).replace("\u00a0", " ").replace("  ", " ")
    project = "appel de projets" if variant == "fr-CA" else "appel à projets"
    for fact in (
        "Fonds franco-québécois pour la coopération décentralisée",
        "FFQCD",
        "12 au 15 septembre 2022",
        "25 au 27 octobre",
        "Sommet international de l’innovation en villes médianes",
        "Coalia",
        "Kemitek",
        "directeur général du cégep",
        "ministère des Relations internationales et de la Francophonie",
        "ministère de l’Europe et des Affaires étrangères",
        "Pau Béarn Pyrénées",
        "mission économique en 2023-2024",
        "transition énergétique",
        "chimie verte",
        "mines et de sous-sol",
        "résidus miniers",
        "bonnes pratiques",
        project,
    ):
        assert fact in told, fact


def test_the_registry() -> None:
    assert [axis["name"] for axis in REGISTRY["axes"]] == [
        "Transition énergétique",
        "Chimie verte",
        "Mines et sous-sol",
        "Résidus miniers",
        "Innovation",
    ]
    assert [call["period"] for programme in REGISTRY["programmes"] for call in programme["calls"]] == ["2023-2024"]
    # The missions tell themselves on the timeline; the agreement's stages are the rest.
    dates = [stage.get("happened_on") for stage in REGISTRY["agreements"][0]["stages"]]
    assert dates == ["2021-01-01", None, None]


def test_the_two_missions_of_2022() -> None:
    out, back = PAGES["mission-exploratoire-pau"], PAGES["delegation-paloise-thetford"]
    assert (out["origin"], out["host"], out["starts_on"], out["ends_on"]) == (
        "thetford-mines",
        "pau",
        "2022-09-12",
        "2022-09-15",
    )
    assert (back["origin"], back["host"], back["starts_on"], back["ends_on"]) == (
        "pau",
        "thetford-mines",
        "2022-10-25",
        "2022-10-27",
    )
    assert [funding["programme"] for funding in out["fundings"]] == ["ffqcd"]
    assert [stop.get("institution") for stop in back["stops"]] == [None, "coalia", "kemitek", "cegep-de-thetford"]
    assert not [stop for stop in (*out["stops"], *back["stops"]) if "day_on" in stop or "starts_at" in stop]


# What it does not pretend


def test_people_are_plainly_invented() -> None:
    """No words in a real person's mouth, no real name among members and contacts."""
    people = [*values_of(list(PAGES.values()), "speaker")]
    for rows in ("members", "contacts"):
        people += [row["name"] for page in PAGES.values() for row in page.get(rows, [])]
    assert people
    assert all(person.split()[-1] == "Exemple" for person in people)


@every_page
def test_only_examples_quote_people_and_name_sums(page: dict[str, Any]) -> None:
    if is_example(page):
        assert all("exemple" in page[variant]["introduction"].lower() for variant in VARIANTS)
        return
    told = [text for variant in VARIANTS for text in texts(page[variant])]
    assert not [text for text in told if re.search(r"\d\s[$€]", text)]
    assert "members" not in page
    assert not list(values_of(page, "amount")) and not list(values_of(page, "speaker"))


def test_addresses_to_write_to_are_reserved_for_examples() -> None:
    written = " ".join(text for variant in VARIANTS for _, text in prose(variant))
    found = [*re.findall(r"[\w.]+@[\w.]+\w", written), *values_of(list(PAGES.values()), "email")]
    assert found
    assert all(address.endswith(".example") for address in found)


@pytest.mark.parametrize("slug", ["mentions-legales", "confidentialite", "accessibilite", "ecoconception"])
@every_variant
def test_legal_pages_say_what_is_missing(slug: str, variant: str) -> None:
    page = PAGES[slug]
    assert "à compléter par" in " ".join(texts(page[variant]))
    assert not page["show_in_menus"]


@every_variant
def test_the_portal_does_not_claim_to_be_accessible(variant: str) -> None:
    assert PAGES["accessibilite"][variant]["title"] == "Accessibilité\u00a0: non conforme"
