"""Scripts that make the data of the engine; never imported at run time."""

from __future__ import annotations
