"""The glossary's own screens: an entry with its decisions, a trial, import and export."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.admin.views import generic

from portal import locales
from portal.localization.glossary.decisions import DecideEntryAction
from portal.localization.glossary.exchange import write_glossary
from portal.localization.glossary.forms import DecisionForm, GlossaryFileForm, TrialForm
from portal.localization.glossary.importing import MAX_BYTES, MAX_ROWS, ImportGlossaryAction
from portal.localization.glossary.permissions import glossary_actor
from portal.localization.glossary.policies import refuse_to_decide, refuse_to_propose, refuse_to_read
from portal.localization.glossary.trial import try_entry
from portal.localization.glossary.usage import MAX_MENTIONS, engine_says, find_mentions
from portal.localization.models import GlossaryEntry
from portal.variants import Variant


class EntryView(generic.InspectView):
    """One entry as everybody of the glossary sees it; reviewers decide it here."""

    object: Any
    page_title = "Entrée"

    def get_delete_url(self) -> str | None:
        may_delete = self.user_has_permission_for_instance("delete", self.object)
        return super().get_delete_url() if may_delete else None

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = DecisionForm(request.POST)
        if form.is_valid() and self._decide(form):
            return redirect(request.path)
        return self.render_to_response(self.get_context_data(decision_form=form), status=422)

    def _decide(self, form: DecisionForm) -> bool:
        data = form.cleaned_data
        action = DecideEntryAction(
            self.object,
            Variant(data["target"]),
            data["state"],
            self.request.user,
            reason=data["reason"],
            seen=data["seen"],
        )
        try:
            decision = action.execute()
        except ValidationError as error:
            form.add_error(None, error.messages)
            self.object = self.get_object()
            return False
        messages.success(self.request, f"« {self.object} » : {decision.get_state_display()}.")
        return True

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        form = kwargs.get("decision_form")
        decisions = list(self.object.decisions.select_related("reviewer"))
        context |= {
            "directions": [_direction(self.object, target, self.request.user, form) for target in Variant],
            "history": [(locales.by_code(decision.target), decision) for decision in reversed(decisions)],
            "mentions": find_mentions(self.object),
            "max_mentions": MAX_MENTIONS,
            "overrides": engine_says(self.object),
        }
        return context


def _direction(entry: GlossaryEntry, target: Variant, user: Any, form: DecisionForm | None) -> dict[str, Any]:
    """What the screen shows of one direction: where it stands, and what its reader may do."""
    is_asked = form is not None and form.data.get("target") == target.value
    policy, state = entry.policy(target), entry.state(target)
    return {
        "target": target.value,
        "name": GlossaryEntry.direction(target),
        "policy": GlossaryEntry.Policy(policy).label if policy else "",
        "state": GlossaryEntry.State(state).label,
        "refusal": refuse_to_decide(glossary_actor(user), target),
        "may_approve": state != GlossaryEntry.State.APPROVED,
        "may_refuse": state != GlossaryEntry.State.REFUSED,
        "reason": form.data.get("reason", "") if form and is_asked else "",
        "errors": [message for errors in form.errors.values() for message in errors] if form and is_asked else [],
    }


@require_http_methods(["GET", "HEAD", "POST"])
def trial(request: HttpRequest, pk: int) -> HttpResponse:
    """What the entry would do to a text in both directions, were it approved."""
    _raise(refuse_to_read(glossary_actor(request.user)))
    entry = get_object_or_404(GlossaryEntry, pk=pk)
    form = TrialForm(request.POST if request.method == "POST" else None)
    trials = try_entry(entry, form.cleaned_data["text"]) if form.is_bound and form.is_valid() else []
    return TemplateResponse(
        request, "localization/glossary/trial.html", {"entry": entry, "form": form, "trials": trials}
    )


@require_safe
def export_glossary(request: HttpRequest) -> HttpResponse:
    """Every entry, as a CSV file that the import takes back."""
    _raise(refuse_to_read(glossary_actor(request.user)))
    name = f"glossaire-{timezone.localdate():%Y-%m-%d}.csv"
    return HttpResponse(
        write_glossary(GlossaryEntry.objects.order_by("pk")),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@require_http_methods(["GET", "HEAD", "POST"])
def import_glossary(request: HttpRequest) -> HttpResponse:
    """Takes a file in: all of its rows become proposals, or none does."""
    _raise(refuse_to_propose(glossary_actor(request.user)))
    form = GlossaryFileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        action = ImportGlossaryAction(form.cleaned_data["file"].read(MAX_BYTES + 1), request.user)
        try:
            action.execute()
        except ValidationError as error:
            form.add_error("file", error.messages)
        else:
            messages.success(request, _imported(action))
            return redirect(reverse("glossary:index"))
    context = {"form": form, "max_rows": MAX_ROWS}
    return TemplateResponse(request, "localization/glossary/import.html", context, status=422 if form.errors else 200)


def _imported(action: ImportGlossaryAction) -> str:
    counts = f"Entrées ajoutées : {len(action.added)}. Modifiées, donc de nouveau proposées : {len(action.changed)}."
    return counts if action.added or action.changed else "Toutes les entrées du fichier sont déjà au glossaire."


def _raise(refusal: str | None) -> None:
    if refusal:
        raise PermissionDenied(refusal)
