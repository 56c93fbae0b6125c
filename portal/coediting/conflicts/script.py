"""The script that keeps autosave from putting people into conflict with themselves."""

from __future__ import annotations

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString


def wait_for_autosave() -> SafeString:
    return format_html('<script type="module" src="{}"></script>', static("portal/admin/saving.js"))
