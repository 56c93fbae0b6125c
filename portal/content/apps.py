from __future__ import annotations

from django.apps import AppConfig


class ContentConfig(AppConfig):
    name = "portal.content"
    label = "content"
    verbose_name = "Contenu"

    def ready(self) -> None:
        from portal.content import signals

        signals.connect()
