"""The form that pages are written in: what the model would refuse is said beside its field."""

from __future__ import annotations

from typing import Any

from wagtail.admin.forms import WagtailAdminPageForm

from portal.content.addresses import refuse_address


class PortalPageForm(WagtailAdminPageForm):
    """A page does not take the address of a screen, such as the contact form."""

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        if reason := refuse_address(self.parent_page, cleaned.get("slug", "")):
            self.add_error("slug", reason)
        return cleaned
