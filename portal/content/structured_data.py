"""What every page says of itself in schema.org's words: the two cities, the breadcrumb, the escaping of JSON."""

from __future__ import annotations

import json
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from portal.content.licences import LICENCES

Node = dict[str, Any]
# Inside a script element only these could end it or open a comment.
ESCAPES = {ord(character): f"\\u{ord(character):04X}" for character in "<>&\u2028\u2029"}


def as_script_content(nodes: list[Node]) -> SafeString:
    """The nodes as one JSON-LD document, safe between the tags of a script element."""
    document = {"@context": "https://schema.org", "@graph": nodes}
    return mark_safe(json.dumps(document, ensure_ascii=False, separators=(",", ":")).translate(ESCAPES))


def without_blanks(node: Node) -> Node:
    return {name: value for name, value in node.items() if value not in (None, "", [], {})}


def breadcrumb(trail: list[tuple[str, str]]) -> Node:
    """`trail`: name and whole address of each page, from home down to the page itself."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": name, "item": address}
            for position, (name, address) in enumerate(trail, start=1)
        ],
    }


def place(name: str, latitude: Any, longitude: Any, address: Any = None) -> Node:
    geo = None
    if latitude is not None and longitude is not None:
        geo = {"@type": "GeoCoordinates", "latitude": float(latitude), "longitude": float(longitude)}
    return without_blanks({"@type": "Place", "name": name, "geo": geo, "address": address})


def city_place(city: Any) -> Node:
    address = {"@type": "PostalAddress", "addressLocality": city.name, "addressCountry": city.country}
    return place(city.name, city.latitude, city.longitude, address)


def city_hall(city: Any) -> Node:
    return without_blanks(
        {
            "@type": "GovernmentOrganization",
            "name": f"Ville de {city.name}",
            "url": city.website,
            "location": city_place(city),
        }
    )


def licence_address(city: Any) -> str | None:
    licence = LICENCES.get(city.slug) if city else None
    return licence.url if licence else None


def web_site(address: str, tag: str, cities: list[Any]) -> Node:
    return {
        "@type": "WebSite",
        "name": "Jumelage Thetford Mines et Pau",
        "url": address,
        "inLanguage": tag,
        "publisher": [city_hall(city) for city in cities],
    }
