"""What must hold between sources and variants: found wanting, told in French, and put right where that is safe."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from wagtail.models import Page

from portal.localization.pending import source_models, sources_to_prepare
from portal.localization.preparation import prepare_variant
from portal.localization.withdrawal import move_variant, withdraw_page, withdraw_variant


@dataclass(frozen=True)
class Inconsistency:
    """What is wrong with a page, in French, and what puts it right without a person; None when a person must look."""

    page: Page
    message: str
    repair: Callable[[], Any] | None = None


def find_inconsistencies() -> Iterator[Inconsistency]:
    """A fixed number of queries for each page model, however many pages there are."""
    for model in source_models():
        pages = list(model.objects.select_related("locale", "lead_city").exclude(lead_city=None).order_by("path"))
        variants = [page for page in pages if page.is_variant]
        sources = [page for page in pages if not page.is_variant]
        first = {page.translation_key: page for page in reversed(sources)}
        yield from _find_orphans(variants, first)
        yield from _find_misplaced(variants, first)
        for page in sources:
            if (other := first[page.translation_key]) is not page:
                yield Inconsistency(page, f"se dit version d’origine, comme « {other.title} » de l’autre ville")
    for page in Page.objects.filter(pk__in=sources_to_prepare()):
        yield Inconsistency(page, "attend que sa variante soit préparée", partial(prepare_variant, page))


def _find_orphans(variants: list[Any], sources: dict[Any, Any]) -> Iterator[Inconsistency]:
    for variant in variants:
        source = sources.get(variant.translation_key)
        if source is None:
            repair = partial(withdraw_page, variant) if variant.live else None
            yield Inconsistency(variant, "variante dont la version d’origine n’existe plus", repair)
        elif variant.live and not source.live:
            repair = partial(withdraw_variant, source)
            yield Inconsistency(variant, "variante publiée dont la version d’origine ne l’est pas", repair)


def _find_misplaced(variants: list[Any], sources: dict[Any, Any]) -> Iterator[Inconsistency]:
    """Variants that do not stand below the counterpart of their source's parent."""
    placed = [(variant, sources[variant.translation_key]) for variant in variants if variant.translation_key in sources]
    paths = {page.path[: -Page.steplen] for pair in placed for page in pair}
    keys = dict(Page.objects.filter(path__in=paths).values_list("path", "translation_key"))
    for variant, source in placed:
        if keys.get(variant.path[: -Page.steplen]) != keys.get(source.path[: -Page.steplen]):
            yield Inconsistency(
                variant, "variante qui n’a pas suivi sa version d’origine", partial(move_variant, source)
            )
