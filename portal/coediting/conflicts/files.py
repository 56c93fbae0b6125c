"""The editors of images and documents, to which Wagtail gives no hook: in its addresses' place, they look for a newer
version first."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.http import HttpResponse
from wagtail.documents.views.documents import EditView as DocumentView
from wagtail.images.views.images import EditView as ImageView

from portal.coediting.conflicts.answers import protect_newer_version


class Protected:
    request: Any
    object: Any

    @transaction.atomic
    def dispatch(self, *args: Any, **kwargs: Any) -> HttpResponse:
        answer: HttpResponse = super().dispatch(*args, **kwargs)  # type: ignore[misc]
        return answer

    def run_before_hook(self) -> HttpResponse | None:
        """The object is asked for first: it is refused to whoever may not change it."""
        self.object = self.get_object()  # type: ignore[attr-defined]
        return protect_newer_version(self.request, self.object)


class ProtectedImageView(Protected, ImageView):
    pass


class ProtectedDocumentView(Protected, DocumentView):
    pass
