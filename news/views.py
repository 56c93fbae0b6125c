"""« Importer un communiqué » in the admin: nothing is saved before the editor has seen what was understood."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods

from news.forms import CommuniqueDraftForm, CommuniqueUploadForm, mention_choices, pack
from news.importing import ImportCommuniqueAction
from portal.coediting.actors import actor_of


@require_http_methods(["GET", "HEAD", "POST"])
def import_communique(request: HttpRequest) -> HttpResponse:
    """First step, or the second when the form that comes in carries what was understood."""
    if not may_import(request.user):
        raise PermissionDenied("Seule la rédaction d’une des deux villes peut importer un communiqué.")
    if request.method == "POST" and "understood" in request.POST:
        return _create(request)
    form = CommuniqueUploadForm(request.POST or None, request.FILES or None, user=request.user)
    if request.method != "POST" or not form.is_valid():
        return TemplateResponse(request, "news/communique/upload.html", {"form": form}, status=_status(form))
    communique = form.communique
    draft = CommuniqueDraftForm(
        communique=communique,
        initial={
            "city": form.cleaned_data["city"].pk,
            "understood": pack(communique),
            "title": communique.title,
            "introduction": communique.introduction,
            "linked": [key for key, _ in mention_choices(communique)],
        },
    )
    return _draft_response(request, draft)


def may_import(user: Any) -> bool:
    actor = actor_of(user)
    return bool(actor.is_administrator or actor.edits_for or actor.approves_for)


def _create(request: HttpRequest) -> HttpResponse:
    form = CommuniqueDraftForm(request.POST)
    if not form.is_valid():
        return _draft_response(request, form, status=422)
    action = ImportCommuniqueAction(
        form.corrected(), form.cleaned_data["city"], request.user, linked=form.cleaned_data["linked"]
    )
    try:
        page = action.execute()
    except ValidationError as error:
        form.add_error(None, error.messages)
        return _draft_response(request, form, status=422)
    messages.success(request, f"Le brouillon « {page.title} » est créé. Relisez-le avant de le soumettre.")
    return redirect("wagtailadmin_pages:edit", page.pk)


def _draft_response(request: HttpRequest, form: CommuniqueDraftForm, status: int = 200) -> HttpResponse:
    blocks = form.communique.blocks if form.communique else ()
    context = {
        "form": form,
        "communique": form.communique,
        "blocks": [(type(block).__name__.lower(), block) for block in blocks],
    }
    return TemplateResponse(request, "news/communique/draft.html", context, status=status)


def _status(form: CommuniqueUploadForm) -> int:
    return 422 if form.is_bound else 200
