"""Prepares the variants that are missing or late: after an import, a restore, or a queue that stood still."""

from __future__ import annotations

import sys
from itertools import islice
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from wagtail.models import Page

from portal.localization.pending import sources_to_prepare
from portal.localization.preparation import CannotPrepareVariant, prepare_variant
from portal.localization.progress import ProgressBar

BATCH_SIZE = 50
INTERRUPTED = 130
"""What a shell expects of a command that Ctrl-C ended."""


class Command(BaseCommand):
    help = (
        "Prépare les variantes qui manquent ou qui sont en retard sur leur version d’origine. Rien n’est publié. "
        "On peut l’interrompre (Ctrl-C) et la relancer : elle ne refait que le reste."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        waiting = sources_to_prepare()
        if not waiting:
            self.stdout.write("Toutes les variantes sont préparées.")
            return
        bar, refused = ProgressBar(len(waiting), sys.stderr), []
        try:
            for page in _in_batches(waiting):
                try:
                    prepare_variant(page)
                except CannotPrepareVariant as reason:
                    refused.append(f"{page.title} : {reason}")
                bar.advance()
        except KeyboardInterrupt:
            rest = len(waiting) - bar.done
            message = (
                f"Interrompu après {bar.done} pages sur {len(waiting)}. Relancez la commande pour les {rest} autres."
            )
            raise CommandError(message, returncode=INTERRUPTED) from None
        finally:
            bar.close()
        for line in refused:
            self.stderr.write(line)
        self.stdout.write(f"Variantes préparées : {bar.done - len(refused)}. Refusées : {len(refused)}.")


def _in_batches(pks: list[int]) -> Any:
    """The pages in the order of their ids, a batch at a time. One that went meanwhile is left out."""
    remaining = iter(pks)
    while batch := list(islice(remaining, BATCH_SIZE)):
        pages = Page.objects.in_bulk(batch)
        yield from (pages[pk] for pk in batch if pk in pages)
