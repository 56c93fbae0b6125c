"""Where a page goes when it is submitted: to the city that wrote it, then to its partner."""

from __future__ import annotations

from typing import Any

from django.db.models import Count
from wagtail.models import Page, Workflow, WorkflowPage, WorkflowTask

from portal.coediting.approval.models import CityApprovalTask
from portal.twinning.models import City


def ensure_workflows(homes: dict[str, Page]) -> None:
    """The workflows of both trees and those of what concerns one city only. `homes` are the home pages by locale code.
    Idempotent: takes each back to what it should be."""
    tasks = {city.pk: _task(city) for city in City.objects.all()}
    for city in City.objects.all():
        partners = [task for pk, task in tasks.items() if pk != city.pk]
        both = _workflow(f"Publication à {city}", [tasks[city.pk], *partners])
        _workflow(f"Avis de {city} seule", [tasks[city.pk]])
        if home := homes.get(city.locale_code):
            WorkflowPage.objects.update_or_create(page=home, defaults={"workflow": both})


def one_city_workflow(city: Any) -> Workflow | None:
    """The workflow that asks for the key of this city and no other."""
    found: Workflow | None = (
        Workflow.objects.active()
        .annotate(steps=Count("workflow_tasks"))
        .filter(steps=1, workflow_tasks__task__cityapprovaltask__city=city)
        .first()
    )
    return found


def _task(city: City) -> CityApprovalTask:
    task, _ = CityApprovalTask.objects.update_or_create(
        city=city, defaults={"name": f"la clé de {city}", "active": True}
    )
    return task


def _workflow(name: str, tasks: list[CityApprovalTask]) -> Workflow:
    workflow, _ = Workflow.objects.update_or_create(name=name, defaults={"active": True})
    steps = workflow.workflow_tasks.order_by("sort_order").values_list("task_id", flat=True)
    if list(steps) == [task.pk for task in tasks]:
        return workflow
    workflow.workflow_tasks.all().delete()
    WorkflowTask.objects.bulk_create(
        WorkflowTask(workflow=workflow, task=task.task_ptr, sort_order=number) for number, task in enumerate(tasks)
    )
    return workflow
