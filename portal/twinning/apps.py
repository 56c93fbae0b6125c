from __future__ import annotations

from django.apps import AppConfig


class TwinningConfig(AppConfig):
    name = "portal.twinning"
    label = "twinning"
    verbose_name = "Jumelage"

    def ready(self) -> None:
        from portal.twinning.audit import complete_entries

        complete_entries()
