"""The screen by which a variant leaves as a PO file and proposals come back."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.admin import messages

from portal.localization.desk.labels import label_segments
from portal.localization.desk.lookup import find_variant
from portal.localization.interchange import MAX_BYTES, ProposeTextsAction, ReadFile, read_po, write_po
from portal.localization.permissions import refuse_to_review
from portal.localization.segments import load_segments

NO_FILE = "Choisissez le fichier PO que vous avez complété."


@require_safe
def export(request: HttpRequest, page_id: int) -> HttpResponse:
    """The PO file of a variant."""
    translation, variant = find_variant(request.user, page_id)
    segments = load_segments(translation)
    text = write_po(translation, segments, label_segments(translation, variant, segments))
    name = f"{variant.slug}-{translation.target_locale.language_code}.po"
    return HttpResponse(
        text,
        content_type="text/x-gettext-translation; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@require_http_methods(["GET", "HEAD", "POST"])
def interchange(request: HttpRequest, page_id: int) -> HttpResponse:
    """Where the file is fetched and brought back. A file with a fault brings nothing."""
    translation, variant = find_variant(request.user, page_id)
    read = ReadFile()
    if request.method == "POST" and not refuse_to_review(request.user, variant):
        upload = request.FILES.get("file")
        data = upload.read(MAX_BYTES + 1) if upload else b""
        read = read_po(data, translation, variant, load_segments(translation)) if upload else ReadFile(faults=[NO_FILE])
        if not read.faults:
            count = ProposeTextsAction(translation, variant, read.texts, request.user).execute()
            _tell(request, count, read.left_out)
            return redirect("variant_review:review", variant.pk)
    context = {"variant": variant, "faults": read.faults, "refusal": refuse_to_review(request.user, variant)}
    return TemplateResponse(request, "localization/interchange.html", context, status=422 if read.faults else 200)


def _tell(request: HttpRequest, count: int, left_out: list[str]) -> None:
    plural = "s" if count > 1 else ""
    messages.success(request, f"{count} proposition{plural} reprise{plural} du fichier. Rien n’est décidé pour autant.")
    if left_out:
        messages.warning(request, "Laissé de côté. " + " ".join(left_out))
