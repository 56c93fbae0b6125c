from __future__ import annotations

from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "portal.search"
    label = "search"
    verbose_name = "Recherche"

    def ready(self) -> None:
        from portal.search import signals

        signals.connect()
