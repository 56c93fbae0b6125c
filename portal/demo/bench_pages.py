"""Measures what citizens wait for: queries, time and weight of public pages, with few news items and with many.

usage: python -m portal.demo.bench_pages [--few 100] [--many 10000] [--rounds 3]

Two databases are filled with the demo and that many news items, then asked in turn, each in a process of its own; a
figure is the median of all rounds. The ratio of the two times is what counts: a page should not notice the news.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Any

ADDRESSES = {
    "accueil": "/fr-ca/",
    "actualités": "/fr-ca/actualites/",
    "actualités, page 3, une ville": "/fr-ca/actualites/?ville=pau&page=3",
    "une actualité": "/fr-ca/actualites/rencontre-99/",
    "délégations": "/fr-ca/delegations/",
    "une délégation": "/fr-ca/delegations/mission-economique-pau/",
    "institutions": "/fr-ca/institutions/",
    "coopération": "/fr-ca/cooperation/",
    "chronologie": "/fr-ca/chronologie/",
    "recherche": "/fr-ca/recherche/?q=chimie",
    "Atom": "/fr-ca/actualites.atom",
    "plan pour robots": "/sitemap.xml",
    "API, une liste": "/api/v2/pages/?type=news.NewsPage&locale=fr-ca",
}
ASKED = 9
HTML = "text/html"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--few", type=int, default=100)
    parser.add_argument("--many", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--ask", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.ask:
        print(json.dumps(ask()))  # noqa: T201
        return
    with tempfile.TemporaryDirectory() as folder:
        sizes = (arguments.few, arguments.many)
        for size in sizes:
            _fill(Path(folder), size)
        rounds: dict[int, list[Any]] = {size: [] for size in sizes}
        for _ in range(arguments.rounds):
            for size in sizes:
                rounds[size].append(json.loads(_run(Path(folder), size, "-m", "portal.demo.bench_pages", "--ask")))
    _print(rounds[arguments.few], rounds[arguments.many], sizes)


def _fill(folder: Path, size: int) -> None:
    _run(folder, size, "manage.py", "migrate", "--verbosity", "0")
    _run(folder, size, "manage.py", "load_demo")
    _run(folder, size, "-c", f"import django; django.setup(); from portal.demo.crowd import fill; fill({size})")
    print(f"→ {size} actualités dans chaque variante")  # noqa: T201


def _run(folder: Path, size: int, *command: str) -> str:
    environment = {
        **os.environ,
        "DATABASE_URL": f"sqlite:///{folder}/{size}.sqlite3",
        "MEDIA_ROOT": str(folder / f"media-{size}"),
        "DJANGO_SETTINGS_MODULE": "portal.settings.development",
        "DEBUG": "false",
    }
    done = subprocess.run([sys.executable, *command], env=environment, capture_output=True, text=True)  # noqa: S603
    if done.returncode:
        raise SystemExit(done.stderr[-2000:])
    return done.stdout


def ask() -> dict[str, Any]:
    """By address: queries and seconds of an answer whose surroundings the process knows, and compressed bytes."""
    import django

    django.setup()
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client(headers={"host": "localhost"})
    figures = {}
    for name, address in ADDRESSES.items():
        answer = client.get(address)
        if answer.status_code != 200:
            raise SystemExit(f"{address} : {answer.status_code}")
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        number = len(queries)
        times = []
        for _ in range(ASKED):
            start = time.perf_counter()
            client.get(address)
            times.append(time.perf_counter() - start)
        weight, requests = _weigh(answer) if HTML in answer["Content-Type"] else (0, 1)
        figures[name] = {
            "queries": number,
            "seconds": median(times),
            "weight": weight,
            "requests": requests,
        }
    return figures


def _weigh(answer: Any) -> tuple[int, int]:
    """Compressed bytes of the page, its styles and its scripts; and how many requests it makes, pictures counted."""
    from django.contrib.staticfiles import finders

    text = answer.content.decode()
    files = re.findall(r'<link rel="stylesheet"[^>]*href="/static/([^"?]+)"|<script[^>]*src="/static/([^"?]+)"', text)
    weight = len(gzip.compress(answer.content))
    for style, script in files:
        found = finders.find(style or script)
        if not found:
            raise SystemExit(f"{style or script} manque")
        weight += len(gzip.compress(Path(str(found)).read_bytes()))
    return weight, 1 + len(files) + len(re.findall(r"<img\b", text))


def _print(few: list[Any], many: list[Any], sizes: tuple[int, int]) -> None:
    head = ("adresse", "requêtes SQL", f"ms ({sizes[0]})", f"ms ({sizes[1]})", "rapport", "Ko", "demandes")
    print("".join(f"{title:>{_width(number)}}" for number, title in enumerate(head)))  # noqa: T201
    for name in ADDRESSES:
        before, after = (median(found[name]["seconds"] for found in rounds) * 1000 for rounds in (few, many))
        last = many[-1][name]
        queries = max(found[name]["queries"] for found in [*few, *many])
        cells = (
            name,
            str(queries),
            f"{before:.1f}",
            f"{after:.1f}",
            f"{after / before:.2f}",
            f"{last['weight'] / 1000:.0f}",
            str(last["requests"]),
        )
        print("".join(f"{cell:>{_width(number)}}" for number, cell in enumerate(cells)))  # noqa: T201


def _width(column: int) -> int:
    return 14 if column else 32


if __name__ == "__main__":
    main()
