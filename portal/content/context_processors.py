"""What every template may ask for."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from portal.content.navigation import Navigation


def portal(request: HttpRequest) -> dict[str, Any]:
    """`navigation`: menu, variant switch, hreflang and footer, computed when first asked for."""
    return {"navigation": Navigation.of(request)}
