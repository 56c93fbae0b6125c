"""A browser in front of the running demo: people of both cities signed in, and pictures of what they see."""

from __future__ import annotations

import io
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Browser, Locator, Page, sync_playwright

from portal.demo.password import PASSWORD

VIEWPORT: Any = {"width": 1120, "height": 800}
FRENCH: Any = {**os.environ, "LANGUAGE": "fr", "LANG": "fr_CA.UTF-8"}
"""What the browser itself says, on a button to choose a file, is in French too."""
MENU_WIDTH = 200
"""Pixels of Wagtail’s side bar, which every screen has."""
MARGIN = 12
SETTLED_MILLISECONDS = 600
QUALITY = 60


@contextmanager
def open_browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        path = os.environ.get("CHROMIUM") or shutil.which("chromium") or playwright.chromium.executable_path
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"], env=FRENCH)
        yield browser
        browser.close()


class Studio:
    """Each person keeps a window of their own, as two people at two desks would."""

    def __init__(self, browser: Browser, base: str, folder: Path) -> None:
        self.browser = browser
        self.base = base
        self.folder = folder
        self.windows: dict[str, Page] = {}

    def window_of(self, username: str) -> Page:
        if username not in self.windows:
            self.windows[username] = self._sign_in(username)
        return self.windows[username]

    def _sign_in(self, username: str) -> Page:
        context = self.browser.new_context(
            base_url=self.base, viewport=VIEWPORT, locale="fr", color_scheme="light", reduced_motion="reduce"
        )
        page = context.new_page()
        page.on("dialog", lambda dialog: dialog.accept())
        page.goto("/admin/login/")
        page.fill("input[name=username]", username)
        page.fill("input[name=password]", PASSWORD)
        page.click("button[type=submit]")
        page.wait_for_url("**/admin/")
        return page

    def take(self, place: Locator, name: str, *, last: Locator | None = None) -> None:
        """What a place of the page looks like, down to another place or to the foot of the window."""
        page = place.page
        page.mouse.move(0, 0)
        page.evaluate("document.activeElement?.blur()")
        place.evaluate("node => node.scrollIntoView({block: 'start'})")
        page.wait_for_timeout(SETTLED_MILLISECONDS)
        box = _box(place)
        end = _box(last) if last else box
        bottom = min(end["y"] + end["height"] + MARGIN, VIEWPORT["height"])
        top = max(box["y"] - MARGIN, 0)
        clip: Any = {"x": MENU_WIDTH, "y": top, "width": VIEWPORT["width"] - MENU_WIDTH, "height": bottom - top}
        picture = Image.open(io.BytesIO(page.screenshot(clip=clip))).convert("RGB")
        file = self.folder / f"{name}.webp"
        picture.save(file, "WEBP", quality=QUALITY, method=6)
        print(f"{file.stat().st_size // 1000:>5} Ko  {picture.width} × {picture.height}  {file.name}")  # noqa: T201


def _box(place: Locator) -> dict[str, float]:
    box = place.bounding_box()
    if box is None:
        raise SystemExit(f"Rien à photographier : {place}")
    return {"x": box["x"], "y": box["y"], "width": box["width"], "height": box["height"]}
