"""Lists what does not hold between sources and variants, and puts right what no person needs to look at."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from portal.localization.consistency import Inconsistency, find_inconsistencies
from portal.localization.preparation import CannotPrepareVariant


class Command(BaseCommand):
    help = (
        "Dit ce qui ne va pas entre les versions d’origine et les variantes. Avec --repair, répare ce qui peut l’être "
        "sans risque\u00a0: rien ne devient public. Se termine en erreur tant qu’il reste quelque chose."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--repair", action="store_true", help="répare ce qui peut l’être sans risque")

    def handle(self, *args: Any, repair: bool, **options: Any) -> None:
        rest = 0
        for found in list(find_inconsistencies()):
            done = repair and self._repair(found)
            rest += not done
            line = f"{found.page.locale} · {found.page.title}\u00a0: {found.message}"
            self.stdout.write(f"{line} (réparé)" if done else line)
        if rest:
            raise CommandError(f"Reste à régler\u00a0: {rest}.")
        self.stdout.write("Sources et variantes s’accordent.")

    def _repair(self, found: Inconsistency) -> bool:
        """Whether it was put right. A variant that cannot follow its source says so by False."""
        if found.repair is None:
            return False
        try:
            return found.repair() is not False
        except CannotPrepareVariant as reason:
            self.stderr.write(str(reason))
            return False
