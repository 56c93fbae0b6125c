from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from portal.coediting.notifications.recording import quietly
from portal.coediting.roles import ensure_roles
from portal.demo import accounts
from portal.demo.builders import PageBuilder
from portal.demo.glossary import build_glossary
from portal.demo.reading import read_pages, read_registry
from portal.demo.registry import build_registry
from portal.twinning.setup import build_cities, build_locales


class Command(BaseCommand):
    help = "Remplit le portail de la démonstration. Peut se relancer : ce qui existe est laissé tel quel."

    def handle(self, *args: Any, **options: Any) -> None:
        if not getattr(settings, "PORTAL_DEMO_ALLOWED", False):
            raise CommandError(
                "La démonstration crée des comptes dont le mot de passe est public. Elle est refusée ici."
            )
        build_locales()
        build_cities()
        build_registry(read_registry())
        ensure_roles()
        people = accounts.build_accounts()
        with quietly():
            build_glossary()
            self._build_pages()
        ensure_roles()
        self._print(people)

    def _build_pages(self) -> None:
        pages = read_pages()
        builder = PageBuilder()
        parents = {entry["parent"] for entry in pages}
        trunk = [entry for entry in pages if entry["slug"] in parents]
        leaves = [entry for entry in pages if entry["slug"] not in parents]
        built = 0
        for entry in trunk:
            builder.place(entry)
            built += builder.build(entry)
        for entry in leaves:
            builder.place(entry)
        for entry in leaves:
            is_new = builder.build(entry)
            built += is_new
            if is_new and built % 5 == 0:
                self.stdout.write(f"→ Pages dans les deux variantes : {built} sur {len(pages)}")
        if not built:
            self.stdout.write(f"→ Démonstration déjà en place : {len(pages)} pages dans les deux variantes")

    def _print(self, people: list[accounts.Account]) -> None:
        base = settings.WAGTAILADMIN_BASE_URL
        self.stdout.write(f"\nPortail        {base}/")
        self.stdout.write(f"Québec         {base}/fr-ca/")
        self.stdout.write(f"France         {base}/fr-fr/")
        self.stdout.write(f"Administration {base}/admin/\n\nComptes, tous avec le mot de passe {accounts.PASSWORD}")
        for account in people:
            self.stdout.write(f"  {account.username:28} {account.role}")
        self.stdout.write("")
