"""The password of the demo's accounts, which everybody may read: pure Python, for what runs without Django."""

from __future__ import annotations

PASSWORD = "deux-villes-un-portail"  # noqa: S105
