from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from portal.letters.purging import purge


class Command(BaseCommand):
    help = "Efface les adresses jamais confirmées, désabonnées ou injoignables, passé leur délai. À lancer chaque jour."

    def handle(self, *args: Any, **options: Any) -> None:
        for what, number in purge().items():
            self.stdout.write(f"{what} : {number} effacées")
