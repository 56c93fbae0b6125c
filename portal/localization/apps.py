from __future__ import annotations

from django.apps import AppConfig


class LocalizationConfig(AppConfig):
    name = "portal.localization"
    label = "localization"
    verbose_name = "Variantes"

    def ready(self) -> None:
        from portal.localization import signals  # noqa: F401
