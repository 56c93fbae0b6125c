from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from portal.correspondence.mailing import MODELS, mail_to_city


class Command(BaseCommand):
    help = "Transmet aux villes le courrier qui n’a pas pu l’être, par exemple parce que le serveur ne répondait pas."

    def handle(self, *args: Any, **options: Any) -> None:
        mailed = failed = 0
        for model in MODELS.values():
            for pk in model._default_manager.filter(mailed_at=None).order_by("pk").values_list("pk", flat=True):
                try:
                    mailed += mail_to_city(model, pk)
                except OSError as error:
                    failed += 1
                    self.stderr.write(f"{model._meta.verbose_name} {pk} : {error}")
        self.stdout.write(f"{mailed} transmis, {failed} en échec")
