"""Reads the lexicon that comes with the engine."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any

from portal.variants.model import Confidence, Entry


@cache
def load_lexicon() -> tuple[Entry, ...]:
    """The entries of `data/lexicon.toml`, in its order."""
    text = resources.files("portal.variants").joinpath("data", "lexicon.toml").read_text(encoding="utf-8")
    return tuple(map(read_entry, tomllib.loads(text)["entry"]))


def read_entry(fields: dict[str, Any]) -> Entry:
    """An entry from its table: underscores for hyphens; `gender`, `number` for both sides or by side."""
    values = {name.replace("-", "_"): value for name, value in fields.items()}
    for name in ("gender", "number"):
        if name in values:
            shared = values.pop(name)
            values.setdefault(f"{name}_ca", shared)
            values.setdefault(f"{name}_fr", shared)
    for name in ("to_france", "to_quebec"):
        if name in values:
            values[name] = Confidence(values[name])
    values["sources"] = tuple(values.get("sources", ()))
    return Entry(**values)
