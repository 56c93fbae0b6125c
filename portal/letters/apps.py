from __future__ import annotations

from django.apps import AppConfig


class LettersConfig(AppConfig):
    name = "portal.letters"
    label = "letters"
    verbose_name = "Lettres"

    def ready(self) -> None:
        from portal.letters import signals  # noqa: F401
