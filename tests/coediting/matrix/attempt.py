"""One thing that somebody tries."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from django.test import Client

Request = Callable[[Client, SimpleNamespace, Any], Any]
Watch = Callable[[Any], Any]


@dataclass(frozen=True)
class Attempt:
    """A request, and what it would change; without `watch`, it only reads."""

    send: Request
    watch: Watch | None = None

    def verdict(self, client: Client, world: SimpleNamespace, thing: Any) -> str:
        """`+` done or shown, `L` sent to the login form, `.` refused."""
        before = self.watch(thing) if self.watch else None
        answer = self.send(client, world, thing)
        if self.watch and self.watch(thing) != before:
            return "+"
        location = answer.get("Location", "")
        if "/login/" in location:
            return "L"
        return "+" if not self.watch and answer.status_code == 200 else "."
