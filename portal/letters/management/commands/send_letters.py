from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from portal.letters.models import Follower
from portal.letters.sending import send_letters


class Command(BaseCommand):
    help = (
        "Envoie les lettres qui attendent : celles qui partent dès qu’une page paraît, ou avec --weekly celles de la "
        "semaine. Peut être arrêtée et relancée à tout moment : personne ne reçoit deux fois la même page."
    )

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--weekly", action="store_true", help="les lettres hebdomadaires")

    def handle(self, *args: Any, **options: Any) -> None:
        frequency = Follower.Frequency.WEEKLY if options["weekly"] else Follower.Frequency.AT_ONCE
        try:
            outcome = send_letters(frequency)
        except OSError as error:
            raise CommandError(f"Le serveur de courrier ne répond pas : {error}. Rien n’est perdu, relancez.") from None
        self.stdout.write(
            f"{outcome.sent} envoyées, {outcome.refused} à renvoyer, {outcome.bounced} adresses injoignables, "
            f"{outcome.uncertain} au sort incertain"
        )
