"""Finds the variant that an address of the desk names, for those who may see it."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404
from wagtail.models import Page
from wagtail_localize.models import Translation

from portal.localization.permissions import refuse_to_read


def find_variant(user: Any, page_id: int) -> tuple[Translation, Any]:
    """The translation and its variant. Raises Http404 where there is none, PermissionDenied for who may not see it."""
    variant = Page.objects.filter(pk=page_id).first()
    translation = variant and (
        Translation.objects.filter(source__object_id=variant.translation_key, target_locale_id=variant.locale_id)
        .select_related("source__locale", "target_locale")
        .first()
    )
    if not translation:
        raise Http404("Aucune variante en préparation à cette adresse.")
    if reason := refuse_to_read(user, variant):
        raise PermissionDenied(reason)
    return translation, variant.specific
