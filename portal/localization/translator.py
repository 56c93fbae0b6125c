"""The seam through which wagtail-localize asks the engine."""

from __future__ import annotations

from typing import Any

from wagtail_localize.machine_translators.base import BaseMachineTranslator
from wagtail_localize.strings import StringValue

from portal import locales
from portal.variants import Variant, adapt


class VariantTranslator(BaseMachineTranslator):
    """The French variant engine as a machine translator: certain changes only; no change means no opinion."""

    display_name = "Moteur de variantes"

    def translate(self, source_locale: Any, target_locale: Any, strings: Any) -> dict[Any, StringValue]:
        source, target = variants_between(source_locale, target_locale)
        return {string: StringValue(adapt(string.data, source, target).text) for string in strings}

    def can_translate(self, source_locale: Any, target_locale: Any) -> bool:
        """wagtail-localize's own translators refuse two locales of one language; here they are the whole point."""
        pair = {locales.by_code(source_locale.language_code), locales.by_code(target_locale.language_code)}
        return pair == set(locales.LOCALES)


def variants_between(source_locale: Any, target_locale: Any) -> tuple[Variant, Variant]:
    """The two variants between which two of Wagtail's locales adapt. Raises ValueError for any other locale."""
    source, target = locales.by_code(source_locale.language_code), locales.by_code(target_locale.language_code)
    if source is None or target is None:
        raise ValueError("a variant stands between the portal's two locales")
    return source.variant, target.variant
