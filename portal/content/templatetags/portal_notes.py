"""Notes at the first mention of a term, in templates."""

from __future__ import annotations

from django import template
from django.utils.safestring import SafeString

from portal.content import notes

register = template.Library()


@register.filter
def annotated(text: str) -> SafeString:
    """A text, plain or safe HTML, with a note behind each term that the reader's side does not know."""
    return notes.annotate(text)
