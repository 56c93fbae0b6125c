"""The form that copies a page, with the reasons why a copy does not go somewhere."""

from __future__ import annotations

from typing import Any

from wagtail.admin.forms.pages import CopyForm

from portal.coediting.policies import ONE_ADDRESS


class PortalCopyForm(CopyForm):
    """Offers no alias and no publication: a copy is a draft like any other."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("alias", "publish_copies"):
            self.fields.pop(name, None)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        parent = cleaned.get("new_parent_page") or self.page.get_parent()
        if reason := self.page.permissions_for_user(self.user).refusal_to_reach(parent, "copy"):
            self.errors.pop("new_parent_page", None)
            self.add_error("new_parent_page", reason)
        if reason := self.page.specific.refuse_address(parent, cleaned.get("new_slug", "")):
            self.add_error("new_slug", reason)
        if self.data.get("alias"):
            self.add_error(None, ONE_ADDRESS)
        return cleaned
