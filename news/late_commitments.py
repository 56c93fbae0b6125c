"""Promises that a city made on a mission and whose day has passed, among what is to be done for that city."""

from __future__ import annotations

from typing import Any

from django.db.models import F, Q
from django.utils import timezone

from news.models import DelegationCommitment
from portal.coediting.todo.age import overdue
from portal.coediting.todo.model import IN_TOTAL, Found, Item, Person, TodoSection

OPEN = (DelegationCommitment.State.PLANNED, DelegationCommitment.State.UNDER_WAY)


class LateCommitments(TodoSection):
    """Late by the calendar of the city that owes it. Asked of the source page alone: a variant repeats its rows."""

    key = "engagements"
    heading = "Engagements en retard"
    action = "Mettre l’engagement à jour"
    empty = "Votre ville n’a pas d’engagement en retard."
    order = 50

    def find(self, person: Person, start: int, stop: int) -> Found:
        today = {city.pk: timezone.localdate(timezone=city.locale.zone) for city in person.own_cities}
        late = Q(pk__in=[])
        for city_id, day in today.items():
            late |= Q(owner_id=city_id, due_on__lt=day)
        rows: list[dict[str, Any]] = list(
            DelegationCommitment.objects.filter(
                late, state__in=OPEN, page__locale__language_code=F("page__lead_city__locale_code")
            )
            .order_by("due_on", "pk")
            .annotate(total=IN_TOTAL)
            .values("total", "page_id", "owner_id", "due_on", "description")[start:stop]
        )
        items = [
            Item(row["page_id"], row["due_on"], overdue(row["due_on"], today[row["owner_id"]]), row["description"])
            for row in rows
        ]
        return Found(items, rows[0]["total"] if rows else 0)
