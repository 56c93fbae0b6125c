"""Where a page goes when it is submitted: to the approvers of the city that leads its tree."""

from __future__ import annotations

from wagtail.models import GroupApprovalTask, Page, Workflow, WorkflowPage, WorkflowTask

from portal.twinning.models import City


def submit_to_city(city: City, home: Page) -> None:
    """Makes the workflow of a city's tree, and takes it back to what it should be. Idempotent."""
    name = f"Publication à {city}"
    task, _ = GroupApprovalTask.objects.get_or_create(name=f"l’approbation de {city}", defaults={"active": True})
    task.groups.set([city.approvers])
    workflow, _ = Workflow.objects.get_or_create(name=name, defaults={"active": True})
    WorkflowTask.objects.get_or_create(workflow=workflow, task=task.task_ptr, defaults={"sort_order": 0})
    WorkflowPage.objects.update_or_create(page=home, defaults={"workflow": workflow})
