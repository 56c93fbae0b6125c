"""How a form for visitors is shown, refused without losing a word, and received once."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.generic import FormView

from portal.public_forms.forms import PublicForm
from portal.public_forms.limits import TOO_MANY, TOO_MANY_FOR_ALL, is_over_limit


@method_decorator([csrf_exempt, never_cache], name="dispatch")
class PublicFormView(ABC, FormView):
    """The token of the form stands in for Django's CSRF cookie: visitors get no cookie."""

    http_method_names = ["get", "head", "post"]
    form_class: type[PublicForm]

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "request": self.request}

    def form_valid(self, form: Any) -> HttpResponse:
        if reason := self.refuse(form):
            form.add_error(None, reason)
            return self.render_to_response(self.get_context_data(form=form), status=429)
        return HttpResponseRedirect(self.receive(form), status=303)

    def form_invalid(self, form: Any) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=422)

    def refuse(self, form: Any) -> str | None:
        """The reason, in French, why nothing more is received for now; None when it is."""
        if is_over_limit(form.name, self.request):
            return TOO_MANY
        return TOO_MANY_FOR_ALL if self.is_full() else None

    @abstractmethod
    def is_full(self) -> bool:
        """Whether this form received all that it may within an hour, from whomever."""

    @abstractmethod
    def receive(self, form: Any) -> str:
        """Does what the form asks; the address of the page that says what happens next."""
