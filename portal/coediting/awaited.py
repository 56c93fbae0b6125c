"""Which city's key a step of a workflow waits for, and who may give it."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Q

from portal.twinning.models import City

CITY_OF_TASK = "groupapprovaltask__groups__approves_for"
"""From a task to the city whose key it stands for."""


def city_of(task: Any) -> City | None:
    return City.objects.filter(approvers__groupapprovaltask__task_ptr=task.pk).first()


def holders_of(task: Any) -> Any:
    """The people of the group that may give the key."""
    city = city_of(task)
    return get_user_model().objects.filter(groups=city.approvers_id if city else None)


def waits_for(slugs: Collection[str]) -> Q:
    """Of task states: those that wait for the key of one of the cities."""
    return Q(**{f"task__{CITY_OF_TASK}__slug__in": slugs})


def city_names_by_task() -> dict[int, str]:
    """Names of the cities by the ids of their tasks: one query."""
    rows = City.objects.values_list("approvers__groupapprovaltask__task_ptr", "name")
    return {task_id: name for task_id, name in rows if task_id}
