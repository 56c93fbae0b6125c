"""What the head of a page names, told in the answer's Link header (RFC 8288) to programs that read no HTML."""

from __future__ import annotations

from portal.content.licences import LICENCES
from portal.content.navigation import Navigation


def link_header(navigation: Navigation) -> str:
    """The page's own address, its variants, its feeds and calendars, and the licence of the city that wrote it."""
    links = [(navigation.canonical, 'rel="canonical"')]
    links += [(url, f'rel="alternate"; hreflang="{tag}"') for tag, url in navigation.alternates]
    links += [(link["url"], f'rel="alternate"; type="{link["content_type"]}"') for link in navigation.machine_links]
    if navigation.page.lead_city:
        links.append((LICENCES[navigation.page.lead_city.slug].url, 'rel="license"'))
    return ", ".join(f"<{url}>; {parameters}" for url, parameters in links)
