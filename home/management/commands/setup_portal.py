from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from home.legal import build_legal_pages
from home.setup import build_home, build_timeline
from portal import locales
from portal.coediting.roles import ensure_roles
from portal.twinning.setup import build_cities, build_locales


class Command(BaseCommand):
    help = "Pose ce dont un portail neuf a besoin : variantes, villes, groupes, premières pages. Peut se relancer."

    def handle(self, *args: Any, **options: Any) -> None:
        build_locales()
        build_cities()
        report = ensure_roles()
        home = build_home(locales.LOCALES[0])
        build_timeline(home)
        build_legal_pages(home)
        for line in [*report, *ensure_roles()]:
            self.stdout.write(line)
        self.stdout.write(f"Prêt : {home.get_full_url()}. Créez un compte avec manage.py createsuperuser.")
