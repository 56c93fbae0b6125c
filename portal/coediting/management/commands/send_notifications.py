from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from portal.coediting.notifications import delivery


class Command(BaseCommand):
    help = "Envoie les avis en attente. Avec --digest : à chaque personne qui l’a choisi, le résumé depuis le dernier."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--digest", action="store_true", help="envoyer le résumé quotidien, une fois par jour")
        parser.add_argument(
            "--resend-interrupted",
            action="store_true",
            help="renvoyer aussi ce qu’un processus tué avait commencé, au risque d’un double",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["resend_interrupted"]:
            self.stdout.write(f"Envois interrompus remis dans la file : {delivery.resend_interrupted()}")
        sent = delivery.send_digests() if options["digest"] else delivery.send_due()
        self.stdout.write(f"Courriels partis : {sent}")
        if left := delivery.interrupted().count():
            self.stdout.write(f"Envois interrompus, à vérifier : {left}")
