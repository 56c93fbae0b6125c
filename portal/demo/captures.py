"""Screenshots of the demo's pages at three widths, light and dark, for `make captures`."""

from __future__ import annotations

import argparse
import io
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

from defusedxml import ElementTree
from PIL import Image
from playwright.sync_api import Browser, sync_playwright

WIDTHS = (320, 768, 1280)
SCHEMES = ("light", "dark")
KEPT_WIDTH = 800
NOT_IN_NAMES = str.maketrans({"/": "_", "?": None, "=": "-"})
TALLEST = 16_000
"""Pixels: WebP takes no more than 16 383."""
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
PARALLEL = "delegations/mission-economique-pau/en-parallele/"
SEARCH = "recherche/?q=residus"
UNLISTED = (PARALLEL, SEARCH)
"""Pages that no sitemap names."""
KEPT_WIDTHS = {(1280, "light"), (320, "dark")}
KEPT_PAGES = {
    "/",
    "/fr-ca/",
    "/fr-ca/actualites/",
    "/fr-ca/delegations/",
    "/fr-ca/delegations/mission-economique-pau/",
    "/fr-fr/delegations/mission-economique-pau/en-parallele/",
    "/fr-fr/institutions/",
    "/fr-fr/cooperation/",
    "/fr-fr/chronologie/",
}
"""What the repository keeps, small: enough to see the portal without running it."""


@dataclass(frozen=True)
class Shot:
    path: str
    width: int
    scheme: str

    @property
    def name(self) -> str:
        return f"{self.path.strip('/').translate(NOT_IN_NAMES) or 'portail'}-{self.width}-{self.scheme}.webp"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("base", help="address of a running portal, such as http://localhost:8000")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--kept", action="store_true", help="only what the repository keeps")
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        path = os.environ.get("CHROMIUM") or shutil.which("chromium") or playwright.chromium.executable_path
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        for shot in shots(browser, arguments.base, is_kept=arguments.kept):
            weight = take(browser, arguments.base, shot, arguments.folder, is_kept=arguments.kept)
            print(f"{weight // 1000:>5} Ko  {shot.name}")  # noqa: T201
        browser.close()


def shots(browser: Browser, base: str, *, is_kept: bool) -> Iterator[Shot]:
    """Every page of the sitemap, a parallel view and a search, at each width in each scheme; or those kept."""
    paths = [*_paths(browser, base), *(f"/{code}/{path}" for code in ("fr-ca", "fr-fr") for path in UNLISTED)]
    for path in paths:
        for width in WIDTHS:
            for scheme in SCHEMES:
                if not is_kept or (path in KEPT_PAGES and (width, scheme) in KEPT_WIDTHS):
                    yield Shot(path, width, scheme)


def _paths(browser: Browser, base: str) -> list[str]:
    context = browser.new_context(base_url=base)
    root: Element = ElementTree.fromstring(context.request.get("/sitemap-1.xml").body())
    context.close()
    return [f"/{str(node.findtext(f'{SITEMAP}loc')).split('/', 3)[3]}" for node in root]


def take(browser: Browser, base: str, shot: Shot, folder: Path, *, is_kept: bool) -> int:
    """The weight of the picture in bytes. Pictures that come late are waited for."""
    scheme: Any = shot.scheme
    context = browser.new_context(
        base_url=base, viewport={"width": shot.width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    answer = page.goto(shot.path, wait_until="load")
    if answer is None or not answer.ok:
        raise SystemExit(f"{shot.path} ne répond pas : {answer and answer.status}. Le portail tourne-t-il à {base}?")
    page.evaluate("document.querySelectorAll('img[loading=lazy]').forEach((image) => (image.loading = 'eager'))")
    # Decoded, not only there: a picture that is there may not be drawn yet.
    page.evaluate("Promise.all([...document.images].map((image) => image.decode()))")
    data = page.screenshot(full_page=True)
    context.close()
    picture = Image.open(io.BytesIO(data)).convert("RGB")
    file = folder / shot.name
    if is_kept and picture.width > KEPT_WIDTH:
        picture = picture.resize((KEPT_WIDTH, round(picture.height * KEPT_WIDTH / picture.width)))
    picture = picture.crop((0, 0, picture.width, min(picture.height, TALLEST)))
    picture.save(file, "WEBP", quality=35 if is_kept else 60, method=6)
    return file.stat().st_size


if __name__ == "__main__":
    main()
