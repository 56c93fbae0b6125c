"""What answers an edit form that somebody posts: nothing as long as it is up to date, else the conflict page."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from wagtail import hooks
from wagtail.contrib.settings.models import AbstractSetting
from wagtail.models import Page
from wagtail.utils.forms import FormValidationError

from portal.coediting.conflicts.comparison import MINE, THEIRS
from portal.coediting.conflicts.conflict import WAY, Conflict
from portal.coediting.conflicts.editing import is_account, is_file, lock, newest_version
from portal.coediting.conflicts.merge import MergeVersionsAction
from portal.coediting.conflicts.versions import is_stale

COMPARE, MERGE = "compare", "merge"
NEWER_VERSION = "Une version plus récente existe. Enregistrez pour comparer les deux textes."
CHOOSE = "Choisissez l’un des deux textes pour chaque champ, puis enregistrez la fusion."
CHOOSE_FILE_AGAIN = "Le fichier que vous aviez choisi n’est pas gardé. Choisissez-le de nouveau après la comparaison."
MERGED = "La fusion des deux versions de « {title} » est enregistrée."


def protect_newer_version(request: HttpRequest, instance: Any) -> HttpResponse | None:
    """Refuses what would overwrite a version that its author has not seen. Nothing is written meanwhile.

    Runs ahead of Wagtail's own saving, in its transaction. None lets the form through.
    """
    if request.method != "POST":
        return None
    lock(instance)
    newest = newest_version(instance)
    way, stale = request.POST.get(WAY), is_stale(request.POST, newest, request.user)
    if not request.accepts("text/html"):
        return _refuse_autosave() if stale else None
    if way == THEIRS:
        return _render(request, Conflict(request, newest), "coediting/conflict_discard.html", status=200)
    if stale or way == COMPARE:
        return _conflict_page(request, Conflict(request, newest), [CHOOSE_FILE_AGAIN] if request.FILES else None)
    return _merge(request, Conflict(request, newest)) if way == MERGE else None


def _refuse_autosave() -> HttpResponse:
    """In the words that Wagtail's own script understands."""
    refusal = {"success": False, "error_code": "invalid_revision", "error_message": NEWER_VERSION}
    return JsonResponse(refusal, status=400)


def _merge(request: HttpRequest, conflict: Conflict) -> HttpResponse:
    if any(difference.choice is None for difference in conflict.differences):
        return _conflict_page(request, conflict, [CHOOSE])
    theirs = [difference.name for difference in conflict.differences if difference.choice == THEIRS]
    try:
        saved = MergeVersionsAction(conflict.form, theirs, request.user).execute()
    except PermissionDenied as reason:
        return _conflict_page(request, conflict, [str(reason)])
    except FormValidationError as error:
        return _conflict_page(request, conflict, _explain(conflict, error))
    messages.success(request, MERGED.format(title=conflict.title))
    return _run_after_hooks(request, saved) or redirect(conflict.editor_url)


def _explain(conflict: Conflict, error: FormValidationError) -> list[str]:
    labels = {difference.name: difference.label for difference in conflict.differences}
    found = [(labels.get(str(path[0])), message) for path, coded in error.loc_errors for message, _ in coded]
    return [f"{label} : {message}" if label else str(message) for label, message in found]


def _run_after_hooks(request: HttpRequest, saved: Any) -> HttpResponse | None:
    kind = "page" if isinstance(saved, Page) else "setting" if isinstance(saved, AbstractSetting) else "snippet"
    if is_file(saved) or is_account(saved):
        return None
    for hook in hooks.get_hooks(f"after_edit_{kind}"):
        answer = hook(request, saved)
        if isinstance(answer, HttpResponse):
            return answer
    return None


def _conflict_page(request: HttpRequest, conflict: Conflict, errors: list[str] | None = None) -> HttpResponse:
    return _render(request, conflict, "coediting/conflict.html", status=409, errors=errors or [])


def _render(request: HttpRequest, conflict: Conflict, template: str, status: int, **context: Any) -> HttpResponse:
    names = {"mine": MINE, "theirs": THEIRS, "merge": MERGE, "compare": COMPARE, "way": WAY}
    context = {**context, "conflict": conflict, "names": names, "address": request.get_full_path()}
    response = TemplateResponse(request, template, context, status=status)
    # While nobody else can save: what is shown is the version that is told as loaded.
    return response.render()
