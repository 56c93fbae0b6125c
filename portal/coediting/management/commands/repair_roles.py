from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from portal.coediting.roles import ensure_roles
from portal.twinning.models import City


class Command(BaseCommand):
    help = "Rend aux groupes les droits qui leur reviennent, et leur enlève les autres. Peut se relancer."

    def handle(self, *args: Any, **options: Any) -> None:
        if not City.objects.exists():
            raise CommandError("Le portail n’a pas encore de ville. Lancez d’abord manage.py setup_portal.")
        for line in ensure_roles() or ["Les groupes ont déjà exactement leurs droits."]:
            self.stdout.write(line)
