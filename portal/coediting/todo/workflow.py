"""The sections that a page's way to publication fills: keys to give, pages sent back, submitted, going live."""

from __future__ import annotations

import datetime as dt
from abc import abstractmethod
from typing import Any

from django.db.models import F, Q
from django.utils import timezone
from wagtail.models import Revision, TaskState, WorkflowState

from portal.coediting.awaited import awaited_by, waits_for
from portal.coediting.todo.age import since, until
from portal.coediting.todo.model import IN_TOTAL, Found, Item, Person, TodoSection

COMING_DAYS = 7


class KeysToGive(TodoSection):
    """Pages that wait for the key of a city for which the person approves, but for those that they wrote."""

    key = "cles"
    heading = "Attend ma clé"
    action = "Lire et répondre"
    empty = "Aucune page n’attend votre clé."
    order = 10
    address_name = "coediting:key"

    def concerns(self, person: Person) -> bool:
        return bool(person.actor.approves_for)

    def find(self, person: Person, start: int, stop: int) -> Found:
        states = TaskState.objects.filter(
            waits_for(person.actor.approves_for),
            status=TaskState.STATUS_IN_PROGRESS,
            workflow_state__status=WorkflowState.STATUS_IN_PROGRESS,
            workflow_state__current_task_state=F("pk"),
        )
        rows = awaited_by(person.user, states.order_by("started_at", "pk"))
        items = [Item(row["page_id"], row["started_at"], since(row["started_at"])) for row in rows[start:stop]]
        return Found(items, len(rows))


class OwnPages(TodoSection):
    """Pages that the person wrote or submitted, whose workflow has a status."""

    status: str

    def find(self, person: Person, start: int, stop: int) -> Found:
        # What is no page has its own lists.
        states = WorkflowState.objects.filter(
            Q(requested_by=person.user) | Q(current_task_state__revision__user=person.user),
            status=self.status,
            base_content_type__app_label="wagtailcore",
            base_content_type__model="page",
        )
        rows = list(
            states.order_by("current_task_state__started_at", "pk")
            .annotate(
                total=IN_TOTAL,
                started_at=F("current_task_state__started_at"),
                finished_at=F("current_task_state__finished_at"),
                comment=F("current_task_state__comment"),
                task=F("current_task_state__task__name"),
            )
            .values("total", "object_id", "started_at", "finished_at", "comment", "task")[start:stop]
        )
        return Found([self.item(row) for row in rows], rows[0]["total"] if rows else 0)

    @abstractmethod
    def item(self, row: dict[str, Any]) -> Item:
        """What is told of one row."""


class SentBack(OwnPages):
    key = "renvoyees"
    heading = "M’est renvoyé"
    action = "Reprendre le texte"
    empty = "Aucune de vos pages ne vous est renvoyée."
    order = 20
    status = WorkflowState.STATUS_NEEDS_CHANGES

    def item(self, row: dict[str, Any]) -> Item:
        return Item(int(row["object_id"]), row["finished_at"], since(row["finished_at"]), row["comment"])


class Submitted(OwnPages):
    key = "soumises"
    heading = "J’ai soumis, une ville doit répondre"
    action = "Voir où en est la page"
    empty = "Aucune de vos pages n’attend de réponse."
    order = 60
    status = WorkflowState.STATUS_IN_PROGRESS

    def item(self, row: dict[str, Any]) -> Item:
        return Item(int(row["object_id"]), row["started_at"], since(row["started_at"]), f"Attend {row['task']}")


class GoingLive(TodoSection):
    """Pages of either city whose publication is programmed for the coming days."""

    key = "a-paraitre"
    heading = "Paraît cette semaine"
    action = "Voir la page"
    empty = "Rien n’est programmé pour les sept prochains jours."
    order = 70

    def find(self, person: Person, start: int, stop: int) -> Found:
        now = timezone.now()
        revisions = Revision.page_revisions.filter(
            approved_go_live_at__gt=now, approved_go_live_at__lte=now + dt.timedelta(days=COMING_DAYS)
        )
        rows = list(
            revisions.order_by("approved_go_live_at", "pk")
            .annotate(total=IN_TOTAL)
            .values("total", "object_id", "approved_go_live_at")[start:stop]
        )
        items = [
            Item(int(row["object_id"]), row["approved_go_live_at"], until(row["approved_go_live_at"])) for row in rows
        ]
        return Found(items, rows[0]["total"] if rows else 0)
