"""A thousand open items, made in bulk as the acts of many weeks would have left them."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.models import Page, Revision, TaskState, WorkflowState
from wagtail_localize.models import TranslatableObject, Translation, TranslationSource

from news.models import DelegationCommitment
from tests import factories
from tests.coediting.notifications.acts import awaited_task

EACH = 200


def crowd(portal: Any, person: Any) -> None:
    """`EACH` items in five of the sections of a person who writes, approves and reviews for Pau."""
    here, there = portal.trees["fr-FR"], portal.trees["fr-CA"]
    keys, own, coming = (_pages(here.news, name) for name in ("cle", "mienne", "bientot"))
    _wait(keys, portal.people["pau-redaction"], WorkflowState.STATUS_IN_PROGRESS, TaskState.STATUS_IN_PROGRESS)
    _wait(own, person, WorkflowState.STATUS_NEEDS_CHANGES, TaskState.STATUS_REJECTED)
    _revisions(coming, None, approved_go_live_at=timezone.now() + dt.timedelta(days=2))
    _translate(_pages(there.news, "origine"), _pages(here.news, "variante"))
    mission = factories.delegation_page(portal, portal.pau)
    DelegationCommitment.objects.bulk_create(
        DelegationCommitment(
            page=mission,
            locale=mission.locale,
            owner=portal.pau,
            description="Envoyer le compte rendu",
            due_on=dt.date(2022, 10, 1),
        )
        for _ in range(EACH)
    )


def _pages(parent: Any, name: str) -> list[Page]:
    """Rows of the tree that are no more than that; the list asks nothing else of them."""
    taken = Page.objects.filter(path__startswith=parent.path, depth=parent.depth + 1).count()
    pages = Page.objects.bulk_create(
        Page(
            path=Page._get_path(parent.path, parent.depth + 1, taken + number + 1),
            depth=parent.depth + 1,
            title=f"{name} {number}",
            draft_title=f"{name} {number}",
            slug=f"{name}-{number}",
            url_path=f"{parent.url_path}{name}-{number}/",
            locale=parent.locale,
            translation_key=uuid.uuid5(uuid.NAMESPACE_DNS, f"{name}-{number}"),
            content_type=ContentType.objects.get_for_model(Page),
            live=False,
        )
        for number in range(EACH)
    )
    Page.objects.filter(pk=parent.pk).update(numchild=taken + EACH)
    return pages


def _revisions(pages: list[Page], user: Any, **fields: Any) -> list[Revision]:
    kind = ContentType.objects.get_for_model(Page)
    return Revision.objects.bulk_create(
        Revision(
            content_type=kind,
            base_content_type=kind,
            object_id=str(page.pk),
            user=user,
            content={},
            created_at=timezone.now(),
            **fields,
        )
        for page in pages
    )


def _wait(pages: list[Page], user: Any, state: str, step: str) -> None:
    kind = ContentType.objects.get_for_model(Page)
    workflow, task = awaited_task(pages[0])
    states = WorkflowState.objects.bulk_create(
        WorkflowState(
            content_type=kind,
            base_content_type=kind,
            object_id=str(page.pk),
            workflow=workflow,
            status=state,
            requested_by=user,
        )
        for page in pages
    )
    now = timezone.now()
    steps = TaskState.objects.bulk_create(
        TaskState(
            workflow_state=workflow_state,
            revision=revision,
            task=task,
            status=step,
            started_at=now,
            finished_at=now,
            content_type=ContentType.objects.get_for_model(TaskState),
        )
        for workflow_state, revision in zip(states, _revisions(pages, user), strict=True)
    )
    for workflow_state, task_state in zip(states, steps, strict=True):
        workflow_state.current_task_state = task_state
    WorkflowState.objects.bulk_update(states, ["current_task_state"])


def _translate(sources: list[Page], variants: list[Page]) -> None:
    for source, variant in zip(sources, variants, strict=True):
        variant.translation_key = source.translation_key
    Page.objects.bulk_update(variants, ["translation_key"])
    kind = ContentType.objects.get_for_model(Page)
    TranslatableObject.objects.bulk_create(
        TranslatableObject(translation_key=page.translation_key, content_type=kind) for page in sources
    )
    rows = TranslationSource.objects.bulk_create(
        TranslationSource(
            object_id=page.translation_key,
            specific_content_type=kind,
            locale=page.locale,
            object_repr=page.title,
            content_json="{}",
            last_updated_at=timezone.now(),
        )
        for page in sources
    )
    Translation.objects.bulk_create(
        Translation(source=row, target_locale=variants[0].locale, enabled=False) for row in rows
    )
