"""The page that asks before a page is archived or restored."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.views.decorators.http import require_http_methods
from wagtail.models import Page

from portal.coediting.archives.actions import ArchivePageAction, RestorePageAction


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label="Motif",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Facultatif. Il s’inscrit dans l’historique de la page.",
    )


@require_http_methods(["GET", "HEAD", "POST"])
def archive(request: HttpRequest, page_id: int) -> HttpResponse:
    answer = "La page « {title} » est archivée. Elle garde son adresse."
    return _ask(request, page_id, ArchivePageAction, "coediting/archive.html", answer)


@require_http_methods(["GET", "HEAD", "POST"])
def restore(request: HttpRequest, page_id: int) -> HttpResponse:
    answer = "La page « {title} » est restaurée. Elle est de nouveau dans les listes."
    return _ask(request, page_id, RestorePageAction, "coediting/restore.html", answer)


def _ask(request: HttpRequest, page_id: int, verb: Any, template: str, answer: str) -> HttpResponse:
    page: Any = get_object_or_404(Page, pk=page_id).specific
    if not hasattr(page, "archived_at"):
        raise Http404
    form = ReasonForm(request.POST if request.method == "POST" else None)
    action = verb(page, request.user, form.cleaned_data["reason"] if form.is_bound and form.is_valid() else "")
    try:
        action.check()
        if request.method == "POST" and form.is_valid():
            action.execute()
            messages.success(request, answer.format(title=page.title))
            return redirect("wagtailadmin_explore", page.get_parent().pk)
    except PermissionDenied as reason:
        messages.error(request, str(reason))
        return redirect("wagtailadmin_explore", page.get_parent().pk)
    return TemplateResponse(request, template, {"page": page, "form": form})


urlpatterns = [
    path("archives/<int:page_id>/archiver/", archive, name="archive_page"),
    path("archives/<int:page_id>/restaurer/", restore, name="restore_page"),
]
