"""Which published sources wait for their variant to be prepared."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, F, OuterRef, Q, Subquery
from wagtail.models import Page, get_page_models
from wagtail_localize.models import TranslationSource


def source_models() -> list[Any]:
    """The page models that a city leads."""
    return [model for model in get_page_models() if any(field.name == "lead_city" for field in model._meta.fields)]


def published_sources(model: Any) -> Any:
    """The public pages of a model that stand in the tree of the city that leads them."""
    return model.objects.live().filter(lead_city__locale_code=F("locale__language_code"))


def sources_to_prepare() -> list[int]:
    """Ids of the published sources that have no variant, or were published since it was prepared. Parents first."""
    of_page = {"object_id": OuterRef("translation_key"), "locale_id": OuterRef("locale_id")}
    prepared_at = Subquery(TranslationSource.objects.filter(**of_page).values("last_updated_at")[:1])
    found: list[tuple[str, int]] = []
    for model in source_models():
        pages = published_sources(model).annotate(prepared_at=prepared_at, has_variant=_has_variant())
        is_missing = Q(prepared_at=None) | Q(has_variant=False)
        found += pages.filter(is_missing | Q(prepared_at__lt=F("last_published_at"))).values_list("path", "pk")
    return [pk for _, pk in sorted(found, key=lambda row: (len(row[0]), row[0]))]


def children_to_prepare(page: Page) -> list[int]:
    """Ids of the public pages below one that could have no variant as long as it had none."""
    children = page.get_children().live().annotate(has_variant=_has_variant()).filter(has_variant=False)
    return list(children.values_list("pk", flat=True))


def _has_variant() -> Exists:
    pages = Page.objects.filter(translation_key=OuterRef("translation_key"))
    return Exists(pages.exclude(locale_id=OuterRef("locale_id")))
