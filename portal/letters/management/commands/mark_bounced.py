from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from portal.letters.bounces import bounced_in_mailbox
from portal.letters.leaving import BounceAction
from portal.letters.models import Follower


class Command(BaseCommand):
    help = (
        "Cesse d’écrire aux adresses injoignables : une par ligne dans FICHIER (ou - pour l’entrée), ou avec --mailbox "
        "celles dont les lettres sont revenues dans une boîte mbox."
    )

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("file", metavar="FICHIER")
        parser.add_argument("--mailbox", action="store_true", help="FICHIER est une boîte aux lettres mbox")

    def handle(self, *args: Any, **options: Any) -> None:
        path = Path(options["file"])
        if options["file"] != "-" and not path.is_file():
            raise CommandError(f"Le fichier {path} n’existe pas. Vérifiez son nom.")
        followers = bounced_in_mailbox(path) if options["mailbox"] else self._listed(options["file"])
        marked = sum(BounceAction(follower).execute() for follower in followers)
        self.stdout.write(f"{marked} adresses marquées injoignables")

    def _listed(self, name: str) -> list[Follower]:
        text = sys.stdin.read() if name == "-" else Path(name).read_text(encoding="utf-8", errors="replace")
        addresses = {line.strip().lower() for line in text.splitlines() if "@" in line}
        return list(Follower.objects.filter(email__in=addresses))
