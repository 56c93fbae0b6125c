"""Links between pages: written once to a page of either tree, read in the reader's own."""

from __future__ import annotations

import json
import re
from contextvars import ContextVar
from typing import Any

from django.http import HttpRequest
from wagtail.fields import RichTextField, StreamField

current_request: ContextVar[HttpRequest | None] = ContextVar("current_request", default=None)
"""The request being answered, for rich text, whose links are expanded without a template's context."""

IN_RICH_TEXT = re.compile(r'linktype="page"[^>]*?\bid="(\d{1,18})"|\bid="(\d{1,18})"[^>]*?linktype="page"')
IN_LINK_BLOCK = re.compile(r'"page": (\d{1,18})\b')


def linked_page_ids(page: Any) -> set[int]:
    """Ids of the pages that a page's prose links to, read from what is stored: no query."""
    text = "\n".join(_stored_text(page, field) for field in page._meta.get_fields())
    found = {first or second for first, second in IN_RICH_TEXT.findall(text.replace('\\"', '"'))}
    return {int(pk) for pk in found | set(IN_LINK_BLOCK.findall(text))}


def _stored_text(page: Any, field: Any) -> str:
    if isinstance(field, RichTextField):
        return str(getattr(page, field.name) or "")
    if isinstance(field, StreamField):
        return json.dumps(list(getattr(page, field.name).raw_data))
    return ""
