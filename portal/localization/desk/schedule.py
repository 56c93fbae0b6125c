"""The screen on which a reviewer chooses when a variant that is read goes public, or takes that back."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods

from portal.localization.desk.lookup import find_variant
from portal.localization.permissions import refuse_to_review
from portal.localization.publication import (
    PublishVariantAction,
    UnscheduleVariantAction,
    VariantNotReady,
    scheduled_revisions,
)


class ScheduleForm(forms.Form):
    go_live_at = forms.DateTimeField(
        label="Paraître le",
        help_text="À l’heure de votre compte. La variante ne paraît que si tout est encore lu à ce moment.",
        error_messages={"required": "Choisissez une date et une heure.", "invalid": "Cette date ne se lit pas."},
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"],
    )


@require_http_methods(["GET", "HEAD", "POST"])
def schedule(request: HttpRequest, page_id: int) -> HttpResponse:
    translation, variant = find_variant(request.user, page_id)
    form = ScheduleForm(request.POST or None)
    if request.method == "POST" and _is_done(request, translation, form):
        return redirect("variant_review:review", variant.pk)
    context = {
        "variant": variant,
        "form": form,
        "refusal": refuse_to_review(request.user, variant),
        "scheduled": scheduled_revisions(variant).first(),
    }
    return TemplateResponse(request, "localization/schedule.html", context, status=422 if form.errors else 200)


def _is_done(request: HttpRequest, translation: Any, form: ScheduleForm) -> bool:
    if "cancel" in request.POST:
        UnscheduleVariantAction(translation, request.user).execute()
        messages.success(request, "La variante n’est plus programmée.")
        return True
    if not form.is_valid():
        return False
    try:
        PublishVariantAction(translation, request.user, form.cleaned_data["go_live_at"]).execute()
    except VariantNotReady as reason:
        form.add_error(None, str(reason))
        return False
    messages.success(request, "La parution de la variante est programmée.")
    return True
