"""What axe says of the page in front of a visitor: WCAG 2.0 to 2.2, A and AA, and best practice."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = (320, 768, 1280)


def violations(page, within=None):
    """Rule and place of each fault, in the whole page or within a part of it; an empty list is what we want."""
    found = Axe().run(page, context=within, options={"runOnly": {"type": "tag", "values": TAGS}}).response["violations"]
    return [f"{fault['id']}: {node['target']}" for fault in found for node in fault["nodes"]]


def check_everywhere(page, address):
    """At three widths, light and dark, and in forced colours: no fault, and nothing to scroll sideways for."""
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            if address:
                page.goto(address)
            found = violations(page)
            assert not found, (address, scheme, width, found)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (address, width)
    page.emulate_media(color_scheme="light", forced_colors="active")
    page.set_viewport_size({"width": 1280, "height": 900})
    if address:
        page.goto(address)
    found = violations(page)
    assert not found, (address, "forced colours", found)
    page.emulate_media(forced_colors="none")
