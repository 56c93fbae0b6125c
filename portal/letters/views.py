"""The screens of a follower: ask, confirm, choose, leave. Opening one changes nothing; only a button does."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from portal.letters.actions import AskAction, ChangePreferencesAction, ConfirmAction
from portal.letters.forms import BOTH, FollowForm, PreferencesForm, preferences_of
from portal.letters.leaving import LeaveAction
from portal.letters.links import LinkExpired, confirming, is_ours, managing, preferences_path, unsubscribe_path
from portal.letters.models import Follower
from portal.public_forms.views import PublicFormView

READ_AND_WRITE = ["GET", "HEAD", "POST"]


class FollowView(PublicFormView):
    template_name = "letters/follow.html"
    form_class = FollowForm

    def get_initial(self) -> dict[str, Any]:
        code = self.request.portal_locale.code  # type: ignore[attr-defined]
        return {"variant": code, "frequency": Follower.Frequency.WEEKLY, "city": BOTH}

    def is_full(self) -> bool:
        since = timezone.now() - dt.timedelta(hours=1)
        return Follower.objects.filter(asked_at__gte=since).count() >= settings.PUBLIC_FORM_LIMIT_PER_HOUR

    def receive(self, form: Any) -> str:
        AskAction(form.cleaned_data["email"], form.preferences).execute()
        return reverse("letters_asked")


@require_safe
def asked(request: HttpRequest) -> HttpResponse:
    """The same for every address, whatever is known of it."""
    return render(request, "letters/asked.html", {"hours": settings.LETTERS_CONFIRM_WITHIN_HOURS})


@csrf_exempt
@never_cache
@require_http_methods(READ_AND_WRITE)
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """A mailbox that opens links by itself confirms nothing: the button does."""
    try:
        follower = confirming(token)
    except LinkExpired:
        return render(request, "letters/expired.html", status=410)
    if follower is None or follower.state not in (Follower.State.PENDING, Follower.State.CONFIRMED):
        return render(request, "letters/expired.html", status=410)
    if request.method == "POST":
        ConfirmAction(follower).execute()
        return HttpResponseRedirect(f"{preferences_path(follower)}?fait=confirme", status=303)
    return render(request, "letters/confirm.html", {"follower": follower})


class PreferencesView(PublicFormView):
    template_name = "letters/preferences.html"
    form_class = PreferencesForm

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        follower = managing(kwargs["token"])
        if follower is None or not follower.is_confirmed:
            return render(request, "letters/gone.html", status=200 if is_ours(kwargs["token"]) else 404)
        self.follower = follower
        return super().dispatch(request, *args, **kwargs)

    def get_initial(self) -> dict[str, Any]:
        return preferences_of(self.follower)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        known = {"follower": self.follower, "leave": unsubscribe_path(self.follower)}
        return {**super().get_context_data(**kwargs), **known, "done": self.request.GET.get("fait", "")}

    def is_full(self) -> bool:
        return False

    def receive(self, form: Any) -> str:
        ChangePreferencesAction(self.follower, form.preferences).execute()
        return f"{preferences_path(self.follower)}?fait=enregistre"


@csrf_exempt
@never_cache
@require_http_methods(READ_AND_WRITE)
def unsubscribe(request: HttpRequest, token: str) -> HttpResponse:
    """One POST, by a mailbox (RFC 8058) or by the button, ends the letters. The link is the proof: no cookie."""
    if not is_ours(token):
        raise Http404
    follower = managing(token)
    if request.method == "POST":
        if follower is not None:
            LeaveAction(follower).execute()
        return render(request, "letters/gone.html")
    if follower is None or follower.state not in (Follower.State.PENDING, Follower.State.CONFIRMED):
        return render(request, "letters/gone.html")
    return render(request, "letters/unsubscribe.html", {"follower": follower})
