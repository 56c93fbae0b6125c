"""Follows every link of the portal from its two doors, as a robot or a patient citizen would."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass

from bs4 import BeautifulSoup

DOORS = ("/", "/donnees/")
ORIGIN = "http://testserver"
ELSEWHERE = ("/static/", "/media/", "/admin/")
ENGLISH = re.compile(
    r"\b(the|this|that|with|and|are|was|you|your|please|page not found|search|results?|read more|next|previous|home|"
    r"untitled|required|field|value|error|invalid|submit|download|click|yes|none|true|false)\b",
    re.IGNORECASE,
)
"""Words that French does not have; « page », « date » or « image » would prove nothing."""


@dataclass(frozen=True)
class Visit:
    address: str
    status: int
    soup: BeautifulSoup | None
    """None for what is not HTML."""


def crawl(client):
    """Visits each address once, pages in full."""
    waiting, known = deque(DOORS), set(DOORS)
    while waiting:
        address = waiting.popleft()
        answer = client.get(address)
        is_page = answer["Content-Type"].startswith("text/html") and answer.status_code == 200
        soup = BeautifulSoup(answer.content, "lxml") if is_page else None
        yield Visit(address, answer.status_code, soup)
        for found in soup.select("[href]") if soup else []:
            link = found["href"].removeprefix(ORIGIN).partition("#")[0]
            if link.startswith("/") and not link.startswith(("//", *ELSEWHERE)) and link not in known:
                known.add(link)
                waiting.append(link)


def headings_that_skip(soup):
    """Headings that come more than one level below the one before them, the first one being an h1."""
    level, found = 0, []
    for heading in soup.find_all(re.compile("^h[1-6]$")):
        if int(heading.name[1]) > level + 1:
            found.append(heading.get_text(" ", strip=True))
        level = int(heading.name[1])
    return found


def alternates(soup):
    """Address by hreflang, as the head of the page gives them."""
    links = soup.select('link[rel="alternate"][hreflang]')
    return {link["hreflang"]: link["href"].removeprefix(ORIGIN) for link in links}


def english_in(soup):
    """English words among what a visitor reads or is told: texts, names, titles, alternatives, placeholders."""
    for hidden in soup.select("script, style, template, [lang=en], code"):
        hidden.decompose()
    named = [node[name] for name in ("alt", "title", "aria-label", "placeholder") for node in soup.select(f"[{name}]")]
    return sorted({found.group().lower() for found in ENGLISH.finditer(" ".join([soup.get_text(" "), *named]))})
