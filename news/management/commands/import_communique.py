from __future__ import annotations

from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from news.communique import MAX_BYTES, Communique, CommuniqueError, read
from news.importing import ImportCommuniqueAction, known_names, missing_for_publication
from news.models import NewsPage
from portal.coediting.approval.submit import SubmitPageAction
from portal.twinning.models import City


class Command(BaseCommand):
    help = "Fait d’un communiqué de presse le brouillon d’une actualité."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", help="texte brut (UTF-8, UTF-16, Windows-1252) ou .docx, de 2 Mo au plus")
        parser.add_argument("--city", required=True, help="ville qui l’a écrit : thetford-mines ou pau")
        parser.add_argument("--submit-as", metavar="COMPTE", help="soumet aussitôt la page, au nom de ce compte")

    def handle(self, *args: Any, **options: Any) -> None:
        city = self._city(options["city"])
        author = self._author(options["submit_as"])
        communique = self._read(Path(options["file"]))
        if author and (missing := missing_for_publication(communique)):
            raise CommandError(missing)
        try:
            with transaction.atomic():
                page = ImportCommuniqueAction(communique, city, author).execute()
                if author:
                    SubmitPageAction(page, author).execute()
        except PermissionDenied as error:
            raise CommandError(f"{options['submit_as']} ne peut pas soumettre cette page. {error}") from error
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        self._report(communique, page, is_submitted=author is not None)

    def _city(self, slug: str) -> City:
        city = City.objects.filter(slug=slug).first()
        if city is None:
            known = ", ".join(City.objects.values_list("slug", flat=True)) or "aucune pour l’instant"
            raise CommandError(f"Ville inconnue : {slug}. Villes connues : {known}.")
        return city

    def _author(self, username: str | None) -> Any:
        if username is None:
            return None
        user = get_user_model().objects.filter(username=username).first()
        if user is None:
            raise CommandError(f"Compte inconnu : {username}.")
        return user

    def _read(self, path: Path) -> Communique:
        try:
            with path.open("rb") as file:
                data = file.read(MAX_BYTES + 1)
            return read(data, path.name, known_names())
        except OSError as error:
            raise CommandError(f"Le fichier {path.name} ne peut pas être ouvert. Vérifiez son nom.") from error
        except CommuniqueError as error:
            raise CommandError(error.message) from error

    def _report(self, communique: Communique, page: NewsPage, *, is_submitted: bool) -> None:
        for remark in communique.remarks:
            self.stdout.write(f"  {remark}")
        state = "Actualité soumise" if is_submitted else "Brouillon créé"
        self.stdout.write(f"{state} : « {page.title} » ({page.url_path})")
