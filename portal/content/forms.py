"""The form that pictures are added with: a file that cannot be read gets a sentence, not an error page."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from portal.content.uploads import UNREADABLE, UNREADABLE_MESSAGE


class ReadableImageField(WagtailImageField):
    """Wagtail's field opens the picture to measure it, and lets what Pillow raises go through."""

    def to_python(self, data: Any) -> Any:
        try:
            return super().to_python(data)
        except UNREADABLE as error:
            raise ValidationError(UNREADABLE_MESSAGE) from error


class PortalImageForm(BaseImageForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if found := self.fields.get("file"):
            self.fields["file"] = ReadableImageField(
                label=found.label, required=found.required, widget=found.widget, help_text=found.help_text
            )
