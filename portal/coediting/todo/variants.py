"""The sections that the review of variants fills."""

from __future__ import annotations

from portal.coediting.todo.age import since
from portal.coediting.todo.model import Found, Item, Person, TodoSection
from portal.localization.desk.queue import QueueItem


class Variants(TodoSection):
    """Variants in the French of the person's city."""

    action = "Relire"
    holds_variants = True
    address_name = "variant_review:review"
    is_public: bool

    def concerns(self, person: Person) -> bool:
        return person.is_reviewer

    def find(self, person: Person, start: int, stop: int) -> Found:
        waiting = [item for item in person.review_queue if item.variant.live == self.is_public]
        return Found([_item(item) for item in waiting[start:stop]], len(waiting))


def _item(row: QueueItem) -> Item:
    progress = f"Segments lus\u00a0: {row.decided} sur {row.total}"
    return Item(row.variant.pk, row.waits_since, since(row.waits_since), progress)


class VariantsToReview(Variants):
    key = "variantes"
    heading = "Variantes à relire"
    empty = "Aucune variante n’attend votre relecture."
    order = 30
    is_public = False


class LateVariants(Variants):
    key = "variantes-en-retard"
    heading = "L’origine a changé depuis"
    empty = "Aucune variante publiée n’est en retard sur son origine."
    order = 40
    is_public = True
