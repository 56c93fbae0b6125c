"""The register of what the rules and the lexicon cite."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Source:
    """A work or a page: who publishes it, where, and when it was consulted; an empty date means it was not."""

    key: str
    title: str
    publisher: str
    address: str = ""
    consulted_on: str = ""


@cache
def load_sources() -> dict[str, Source]:
    """The sources of `data/sources.toml`, by key."""
    text = resources.files("portal.variants").joinpath("data", "sources.toml").read_text(encoding="utf-8")
    return {
        key: Source(key, fields["title"], fields["publisher"], fields["address"], fields["consulted-on"])
        for key, fields in tomllib.loads(text).items()
    }
