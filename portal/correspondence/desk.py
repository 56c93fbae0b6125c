"""The correspondence in the admin: each city's people see what was written to their city."""

from __future__ import annotations

from functools import partial
from typing import Any, ClassVar

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.text import capfirst
from django.views.decorators.http import require_http_methods
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.widgets.button import HeaderButton

from portal.coediting.actors import actor_of
from portal.correspondence.actions import HandleAction
from portal.correspondence.mailing import MODELS, answer_link
from portal.correspondence.policies import cities_read_by, refuse_to_read

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def readable_by(user: Any, model: Any) -> Any:
    """The letters of a kind that a person may read."""
    actor = actor_of(user)
    letters = model._default_manager.select_related("city", "handled_by")
    return letters if actor.is_administrator else letters.filter(city__slug__in=cities_read_by(actor))


def as_cell(value: str) -> str:
    """A text that a spreadsheet would run as a formula is preceded by an apostrophe."""
    return f"'{value}" if value.startswith(FORMULA_STARTS) else value


class LetterListView(generic.IndexView):
    """One kind of letters, newest first, with filters by city and state and a CSV of what is shown."""

    kind = ""
    header_icon = "mail"
    permission_policy = None
    list_filter: ClassVar[list[str]] = ["state", "city"]
    paginate_by = 50
    export_filename = "courrier"
    custom_value_preprocess: ClassVar[dict[Any, Any]] = {
        **generic.IndexView.custom_value_preprocess,
        str: {"csv": as_cell, "xlsx": as_cell},
    }

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if reason := refuse_to_read(actor_of(request.user)):
            raise PermissionDenied(reason)
        return super().dispatch(request, *args, **kwargs)

    def get_base_queryset(self) -> Any:
        return readable_by(self.request.user, self.model)

    @property
    def columns(self) -> list[Column]:
        return [
            TitleColumn("text", label="Message", accessor=_opening, get_url=partial(_letter_url, self.kind)),
            Column("city", label="Ville", accessor="city"),
            Column("state", label="État", accessor="get_state_display", sort_key="state"),
            DateColumn("received_at", label="Reçu", sort_key="received_at"),
        ]

    @property
    def list_export(self) -> list[str]:
        own = ["name", "is_to_both_cities"] if self.kind == "messages" else ["page_address"]
        return ["pk", "city.name", "received_at", "get_state_display", "handled_at", "email", *own, "text"]

    @property
    def export_headings(self) -> dict[str, str]:
        return {"pk": "numéro", "city.name": "ville", "get_state_display": "état"}

    @property
    def header_buttons(self) -> list[HeaderButton]:
        other = next(kind for kind in MODELS if kind != self.kind)
        label = capfirst(MODELS[other]._meta.verbose_name_plural)
        return [HeaderButton(label, url=reverse("correspondence:list", args=[other]), icon_name="mail")]

    def get_page_title(self) -> str:
        return str(capfirst(self.model._meta.verbose_name_plural))

    def get_index_url(self) -> str:
        return reverse("correspondence:list", args=[self.kind])

    def get_index_results_url(self) -> str:
        return reverse("correspondence:list_results", args=[self.kind])

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]


def _opening(letter: Any) -> str:
    text = " ".join(letter.text.split())
    return text if len(text) <= 90 else f"{text[:89]}…"


def _letter_url(kind: str, letter: Any) -> str:
    return reverse("correspondence:letter", args=[kind, letter.pk])


def letters(request: HttpRequest, kind: str, results_only: bool = False) -> Any:
    view = LetterListView.as_view(kind=kind, model=_model(kind), results_only=results_only)
    return view(request)


@require_http_methods(["GET", "HEAD", "POST"])
def letter(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """One letter: read, answered by mail, marked as seen to."""
    found = get_object_or_404(_model(kind)._default_manager.select_related("city", "handled_by"), pk=pk)
    if reason := refuse_to_read(actor_of(request.user), found.city.slug):
        raise PermissionDenied(reason)
    if request.method == "POST":
        is_handled = request.POST.get("state") == "handled"
        HandleAction(found, request.user, is_handled=is_handled).execute()
        messages.success(request, "Marqué comme traité." if is_handled else "Marqué comme à traiter.")
        return redirect("correspondence:list", kind)
    context = {"letter": found, "kind": kind, "answer_link": answer_link(found)}
    return TemplateResponse(request, "correspondence/admin/letter.html", context)


def _model(kind: str) -> Any:
    if kind not in MODELS:
        raise Http404
    return MODELS[kind]
