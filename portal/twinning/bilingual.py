"""A text that both cities word for themselves, side by side in one row of the registry."""

from __future__ import annotations

from typing import Any

from django.utils.translation import get_language


class BilingualText:
    """Reads `<name>_fr_ca` or `<name>_fr_fr`, whichever variant is active.

    For the short texts of the registry, which have one row and no translation workflow: each city's people write
    their own wording. A wording still missing is read from the other city's.
    """

    def __set_name__(self, owner: type, name: str) -> None:
        self.columns = (f"{name}_fr_ca", f"{name}_fr_fr")

    def __get__(self, instance: Any, owner: type | None = None) -> Any:
        if instance is None:
            return self
        quebec, france = self.columns
        first, second = (france, quebec) if get_language() == "fr-fr" else (quebec, france)
        return getattr(instance, first) or getattr(instance, second)
