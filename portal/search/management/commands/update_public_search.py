from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from portal.search.indexing import renew_all


class Command(BaseCommand):
    help = "Reprend toutes les pages publiques dans l’index. Peut se relancer : ce qui est juste reste tel quel."

    def handle(self, *args: Any, **options: Any) -> None:
        number = sum(1 for _ in renew_all())
        self.stdout.write(f"{number} pages lues pour la recherche, dans leurs variantes")
