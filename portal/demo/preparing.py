"""Measures the preparation of variants: what a page takes beside more and more of them, and how much memory is held.

usage: python -m portal.demo.preparing [--pages 250 500 1000] [--segments 40]

Each size has a database of its own, in a temporary folder. Wagtail publishes none of its pages: they are put there as
an import or a restored backup would, and `prepare_variants` prepares them, with its progress bar.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import uuid
from pathlib import Path
from typing import Any
from unittest.mock import patch

WORDS = [
    "halde",
    "gave",
    "souper",
    "fin",
    "semaine",
    "courriel",
    "visite",
    "réseau",
    "chaleur",
    "énergie",
    "ville",
    "mine",
]
SEED = 1877


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, nargs="+", default=[250, 500, 1000])
    parser.add_argument("--segments", type=int, default=40)
    parser.add_argument("--run", type=int, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.run:
        _run(arguments.run, arguments.segments)
        return
    first = None
    for pages in arguments.pages:
        median, whole, memory = _measure(pages, arguments.segments)
        first = first or (median, memory)
        growth = f"{median / first[0]:.2f} × the time, {memory / first[1]:.2f} × the memory of the first line"
        figures = f"{median:6.1f} ms of CPU a page (median), {whole:6.1f} s in all, {memory:4.0f} MiB"
        sys.stdout.write(f"{pages:5} pages of {arguments.segments} segments: {figures}; {growth}\n")


def _measure(pages: int, segments: int) -> tuple[float, float, float]:
    """Median milliseconds of CPU a page, seconds in all, mebibytes at most, in a process and a database of its own."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            "DJANGO_SETTINGS_MODULE": "portal.settings.development",
            **os.environ,
            "DEBUG": "false",
            "DATABASE_URL": f"sqlite:///{Path(folder, 'preparing.sqlite3')}",
        }
        command = [sys.executable, "-m", "portal.demo.preparing", "--run", str(pages), "--segments", str(segments)]
        answer = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True)  # noqa: S603
    median, whole, memory = (float(number) for number in re.findall(r"[\d.]+", answer.stdout.splitlines()[-1]))
    return median, whole, memory


def _run(pages: int, segments: int) -> None:
    import django

    django.setup()
    from django.core.management import call_command

    from portal.localization.management.commands import prepare_variants

    call_command("migrate", verbosity=0)
    call_command("setup_portal", verbosity=0, stdout=open(os.devnull, "w"))  # noqa: PTH123, SIM115
    call_command("prepare_variants", verbosity=0, stdout=open(os.devnull, "w"))  # noqa: PTH123, SIM115
    _put_pages(pages, segments)
    times: list[float] = []
    prepare = prepare_variants.prepare_variant

    def timed(page: Any) -> Any:
        start = time.process_time()
        translation = prepare(page)
        times.append((time.process_time() - start) * 1000)
        return translation

    start = time.perf_counter()
    with patch.object(prepare_variants, "prepare_variant", timed):
        call_command("prepare_variants")
    whole = time.perf_counter() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(f"{statistics.median(times)} {whole} {memory}\n")


def _put_pages(pages: int, segments: int) -> None:
    """Public news of Thetford Mines, each with texts of its own."""
    from django.db import transaction
    from django.utils import timezone

    from home.models import HomePage
    from news.models import NewsIndexPage, NewsPage
    from portal.localization.preparation import prepare_variant
    from portal.twinning.models import City

    chance = random.Random(SEED)  # noqa: S311
    public: dict[str, Any] = {"live": True, "last_published_at": timezone.now(), "first_published_at": timezone.now()}
    city = City.objects.get(slug="thetford-mines")
    home = HomePage.objects.get(locale__language_code=city.locale_code)
    public |= {"lead_city": city, "locale": home.locale}
    news = home.add_child(instance=NewsIndexPage(title="Mesure", slug="mesure", **public))
    prepare_variant(news)

    def words() -> str:
        return " ".join(chance.choices(WORDS, k=12)).capitalize() + "!"

    def identifier() -> str:
        return str(uuid.UUID(int=chance.getrandbits(128)))

    with transaction.atomic():
        for number in range(pages):
            blocks = [{"type": "text", "value": f"<p>{words()}</p>", "id": identifier()} for _ in range(segments - 2)]
            fields = {"title": words(), "introduction": words(), "body": json.dumps(blocks), **public}
            news.add_child(instance=NewsPage(slug=f"page-{number}", **fields))


if __name__ == "__main__":
    main()
