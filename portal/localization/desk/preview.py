"""The two variants side by side, each in its own frame."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from portal import locales
from portal.localization.desk.lookup import find_variant
from portal.localization.draft import draft_variant, show_marks
from portal.localization.segments import load_segments


@require_safe
def comparison(request: HttpRequest, page_id: int) -> HttpResponse:
    """The source as citizens read it, beside the variant as decided so far."""
    translation, variant = find_variant(request.user, page_id)
    source_page = translation.source.get_source_instance()
    parts = source_page.get_url_parts(request) if source_page.live else None
    return TemplateResponse(
        request,
        "localization/comparison.html",
        {
            "variant": variant,
            "source_path": parts[2] if parts else "",
            "source_locale": locales.by_code(translation.source.locale.language_code),
            "target_locale": locales.by_code(translation.target_locale.language_code),
            "undecided": sum(not segment.is_decided for segment in load_segments(translation)),
        },
    )


@require_safe
def preview(request: HttpRequest, page_id: int) -> HttpResponse:
    """The variant as it would be published now; what nobody has decided shows the engine's proposal, marked."""
    translation, _ = find_variant(request.user, page_id)
    response: HttpResponse = draft_variant(translation).make_preview_request(request, "")
    response.content = show_marks(response.content.decode()).encode()
    return response
