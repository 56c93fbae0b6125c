"""How lists, searches, choosers and reports are tried: whether the thing is found in what they answer."""

from __future__ import annotations

import io
from types import SimpleNamespace
from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from tests.coediting.matrix.attempt import Attempt

LISTS = ("object_list", "pages", "results")
"""What Wagtail calls the rows of a list in the context of its templates, which are not drawn here."""
SHORTEST_SEARCH = 6
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def finds(name: str, *, search: bool = False, export: str = "", args: tuple[Any, ...] = (), **query: Any) -> Attempt:
    """Asks for a list: of what bears the beginning of the thing's title, or of all, on a screen or in a file.

    What does not hold the thing counts as refused, whatever its status.
    """

    def send(client: Client, world: SimpleNamespace, thing: Any) -> Any:
        asked = {key: value(thing) if callable(value) else value for key, value in query.items()}
        if search:
            asked["q"] = str(thing)[:SHORTEST_SEARCH]
        if export:
            asked["export"] = export
        places = [value(thing) if callable(value) else value for value in args]
        answer = client.get(reverse(name, args=places), asked)
        return answer if answer.status_code != 200 or _holds(answer, thing) else HttpResponse(status=204)

    return Attempt(send)


def _holds(answer: Any, thing: Any) -> bool:
    title = str(thing)
    if getattr(answer, "context_data", None):
        rows = [row for name in LISTS for row in answer.context_data.get(name) or []]
        return any(title in (str(row), str(getattr(row, "content_object", "")), _page_of(row)) for row in rows)
    return title in _text_of(answer)


def _page_of(row: Any) -> str:
    """The page of a step of a workflow."""
    state = getattr(row, "workflow_state", None)
    return str(state.content_object) if state else ""


def _text_of(answer: Any) -> str:
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    if answer["Content-Type"].startswith(XLSX):
        rows = load_workbook(io.BytesIO(body), read_only=True).active.values
        return "\n".join(str(cell) for row in rows for cell in row)
    return body.decode()
