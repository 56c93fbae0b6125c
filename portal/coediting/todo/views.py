"""One section of the list, all of it."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from portal.coediting.todo.answers import all_sections, answer
from portal.coediting.todo.model import Person

PAGE_SIZE = 50


@require_safe
def todo_section(request: HttpRequest, key: str) -> HttpResponse:
    """A page of a section's items. A section that does not concern the reader is not found."""
    person = Person(request.user)
    section = next((section for section in all_sections(person) if section.key == key), None)
    if section is None:
        raise Http404("Cette liste n’existe pas pour votre groupe.")
    total = section.find(person, 0, 1).total
    numbers = Paginator(range(total), PAGE_SIZE).get_page(request.GET.get("p"))
    start = (numbers.number - 1) * PAGE_SIZE
    (given,) = answer(person, [section], start, start + PAGE_SIZE)
    return TemplateResponse(request, "coediting/todo/section.html", {"answer": given, "numbers": numbers})
