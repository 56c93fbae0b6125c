"""The explorer's filters: the city that writes, the axis, where the page stands and where its variant does."""

from __future__ import annotations

from typing import Any

from django.db.models import BigIntegerField, Q
from django.db.models.functions import Cast
from django.forms import RadioSelect
from django_filters.filters import ChoiceFilter, ModelChoiceFilter
from wagtail.admin.views.pages.listing import GenericPageFilterSet
from wagtail.models import WorkflowState, get_page_models

from portal.localization.standing import Standing, standings
from portal.twinning.models import City, CooperationAxis

STATES = (
    ("draft", "brouillon"),
    ("submitted", "soumise, une clé est attendue"),
    ("sent_back", "renvoyée"),
    ("published", "publiée"),
    ("archived", "archivée"),
)


class PortalPageFilterSet(GenericPageFilterSet):
    city = ModelChoiceFilter(
        label="Ville qui écrit",
        queryset=City.objects.all(),
        method="of_city",
        widget=RadioSelect,
        empty_label="Les deux",
    )
    axis = ModelChoiceFilter(
        label="Axe", queryset=CooperationAxis.objects.all(), method="about_axis", widget=RadioSelect, empty_label="Tous"
    )
    state = ChoiceFilter(label="État", choices=STATES, method="in_state", widget=RadioSelect, empty_label="Tous")
    variant = ChoiceFilter(
        label="Variante",
        choices=Standing.choices,
        method="with_variant",
        widget=RadioSelect,
        empty_label="Toutes",
    )

    def of_city(self, pages: Any, name: str, city: City) -> Any:
        return pages.filter(_any_model("lead_city", city))

    def about_axis(self, pages: Any, name: str, axis: CooperationAxis) -> Any:
        return pages.filter(_any_model("axes", axis))

    def in_state(self, pages: Any, name: str, state: str) -> Any:
        if state == "submitted":
            return pages.filter(pk__in=_in_workflow(WorkflowState.STATUS_IN_PROGRESS))
        if state == "sent_back":
            return pages.filter(pk__in=_in_workflow(WorkflowState.STATUS_NEEDS_CHANGES))
        if state == "archived":
            return pages.filter(_archived())
        if state == "published":
            return pages.filter(live=True).exclude(_archived())
        return pages.filter(live=False).exclude(
            pk__in=_in_workflow(WorkflowState.STATUS_IN_PROGRESS, WorkflowState.STATUS_NEEDS_CHANGES)
        )

    def with_variant(self, pages: Any, name: str, standing: str) -> Any:
        keys = [key for key, found in standings().items() if found == standing]
        return pages.filter(translation_key__in=keys)


def _archived() -> Q:
    return _any_model("archived_at", False, lookup="__isnull")


def _any_model(field_name: str, value: Any, *, lookup: str = "") -> Q:
    """Pages of any type whose field has a value."""
    found = Q(pk__in=[])
    for model in get_page_models():
        if any(field.name == field_name for field in model._meta.get_fields()):
            found |= Q(pk__in=model.objects.filter(**{f"{field_name}{lookup}": value}).values("pk"))
    return found


def _in_workflow(*statuses: str) -> Any:
    """Ids of the pages whose workflow stands so."""
    states = WorkflowState.objects.filter(
        status__in=statuses, base_content_type__app_label="wagtailcore", base_content_type__model="page"
    )
    return states.annotate(page_id=Cast("object_id", BigIntegerField())).values("page_id")
