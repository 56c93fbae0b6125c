from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from portal.correspondence.purging import purge


class Command(BaseCommand):
    help = "Efface le courrier des citoyens dont la durée de conservation est passée. À lancer chaque jour."

    def handle(self, *args: Any, **options: Any) -> None:
        for kind, number in purge().items():
            self.stdout.write(f"{kind} : {number} effacés")
