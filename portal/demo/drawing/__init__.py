"""The demo's pictures: each function paints one sheet."""

from __future__ import annotations
