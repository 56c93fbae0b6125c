"""What an edit form was loaded from, in a hidden field."""

from __future__ import annotations

import json
from typing import Any

from django import template
from django.db.models import Model
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.contrib.settings.models import AbstractSetting
from wagtail.models import Page
from wagtail.snippets.models import get_snippet_models

from portal.coediting.conflicts.editing import is_account, is_file
from portal.coediting.conflicts.versions import LOADED_CONTENT, fingerprints

register = template.Library()


@register.simple_tag
def loaded_content(form: Any) -> SafeString | str:
    """For the edit forms of what is guarded against stale saves; nothing for what is created, or edited elsewhere."""
    instance = getattr(form, "instance", None)
    if not isinstance(instance, Model) or instance.pk is None or not _is_protected(instance):
        return ""
    value = form.data.get(LOADED_CONTENT, "") if form.is_bound else json.dumps(fingerprints(form))
    return format_html('<input type="hidden" name="{}" value="{}">', LOADED_CONTENT, value)


def _is_protected(instance: Any) -> bool:
    if is_file(instance) or is_account(instance):
        return True
    return isinstance(instance, (Page, AbstractSetting)) or type(instance) in get_snippet_models()
