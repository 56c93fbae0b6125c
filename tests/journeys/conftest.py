"""A real browser in front of a real server. Without a Chromium these tests are left out, and say so."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from tests import factories

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")


def find_chromium(own: str) -> str | None:
    """CHROMIUM, then PATH, then the one that Playwright brought."""
    named = os.environ.get("CHROMIUM")
    on_path = next((found for name in NAMES if (found := shutil.which(name))), None)
    return named or on_path or (own if Path(own).exists() else None)


@pytest.fixture(scope="session")
def browser(standing_portal):
    """Playwright's loop brings another set of connections: no portal stands when it begins or ends."""
    standing_portal.clear()
    with sync_playwright() as playwright:
        path = find_chromium(playwright.chromium.executable_path)
        if path is None:
            pytest.skip("aucun Chromium trouvé : donnez son chemin dans CHROMIUM, ou installez le paquet chromium")
        running = playwright.chromium.launch(
            executable_path=path,
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
            ],
        )
        yield running
        standing_portal.clear()
        running.close()


@pytest.fixture
def page(browser, live_server, settings):
    """A new visitor, who fails the test on any request that leaves the server and on any error of a script."""
    settings.ALLOWED_HOSTS = ["*"]
    context = browser.new_context(base_url=live_server.url, locale="fr", viewport={"width": 1280, "height": 900})
    visitor = context.new_page()
    faults: list[str] = []
    visitor.on("request", lambda request: faults.append(request.url) if _is_foreign(request.url, live_server) else None)
    visitor.on("pageerror", lambda error: faults.append(str(error)))
    visitor.on("console", lambda message: faults.append(message.text) if "Content Security" in message.text else None)
    visitor.set_default_timeout(20_000)
    yield visitor
    context.close()
    assert not faults


def _is_foreign(url, live_server):
    return not url.startswith((live_server.url, "data:", "blob:", "about:"))


@pytest.fixture
def portal(transactional_db):
    return factories.build_portal()


@pytest.fixture
def sign_in(page):
    """Leaves whatever session there is and signs in as somebody else."""

    def sign_in(username):
        page.context.clear_cookies()
        page.goto("/admin/login/")
        page.fill("input[name=username]", username)
        page.fill("input[name=password]", factories.PASSWORD)
        page.click("button[type=submit]")
        page.wait_for_url("**/admin/")

    return sign_in
