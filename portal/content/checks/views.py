"""The report on a page's content, while it is written: its French, its pictures, its headings, its links."""

from __future__ import annotations

from itertools import islice
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import path
from wagtail.admin.views.pages.preview import PreviewOnEditView

from portal.content.checks.structure import check_structure
from portal.localization.checks import check_french

MAX_FINDINGS = 100


class ContentChecksView(PreviewOnEditView):
    """For whoever may edit the page. With `?apercu` it reads what the open editor last sent to the preview, and
    answers the part that the side panel shows; without, the latest draft, as a screen of its own."""

    http_method_names = ("get",)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        is_panel = "apercu" in request.GET
        page = self._as_typed() if is_panel else self.object
        found = list(islice(self._findings(page), MAX_FINDINGS + 1))
        context = {
            "page": page,
            "findings": found[:MAX_FINDINGS],
            "has_more": len(found) > MAX_FINDINGS,
            "page_id": self.object.pk,
        }
        return TemplateResponse(request, f"content/checks/{'findings' if is_panel else 'report'}.html", context)

    def _findings(self, page: Any) -> Any:
        yield from check_structure(page)
        yield from check_french(page)

    def _as_typed(self) -> Any:
        """The page as the editor's form has it; the latest draft when nothing was sent, or nothing that holds."""
        state = self._get_form_state()
        form = self.get_form(self._get_form_data(state))
        if state and self.validate_form(form):
            return form.save(commit=False)
        return self.object


urlpatterns = [path("controles/<int:page_id>/", ContentChecksView.as_view(), name="content_checks")]
