from __future__ import annotations

from pathlib import PurePath
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import models
from wagtail.images.models import AbstractImage, AbstractRendition

from portal.content.uploads import UNREADABLE, UNREADABLE_MESSAGE, get_size, redraw

FOCAL_POINT_FIELDS = ("focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height")


class PortalImage(AbstractImage):
    """A picture with what the law and a screen reader ask of it: who made it, and what it shows."""

    description = models.CharField(
        "texte de remplacement",
        max_length=250,
        help_text="Ce que montre l’image, en une phrase, pour qui ne la voit pas.",
    )
    credit = models.CharField(
        "crédit", max_length=200, help_text="Qui a fait la photo ou le dessin. Par exemple : Ville de Pau, A. Untel."
    )

    admin_form_fields = ("title", "file", "description", "credit", "collection", "tags", *FOCAL_POINT_FIELDS)

    class Meta(AbstractImage.Meta):
        verbose_name = "image"
        verbose_name_plural = "images"

    @classmethod
    def from_db(cls, *args: Any, **kwargs: Any) -> Self:
        image = super().from_db(*args, **kwargs)
        image._stored_name = image.__dict__.get("file")
        return image

    def clean(self) -> None:
        super().clean()
        if self._has_new_file():
            try:
                self._redrawn: bytes | None = self._redraw()
            except UNREADABLE as error:
                raise ValidationError({"file": UNREADABLE_MESSAGE}) from error

    def save(self, *args: Any, **kwargs: Any) -> None:
        """A new file is drawn anew before it is kept, by whichever way it came in."""
        if self._has_new_file():
            self._keep_redrawn(getattr(self, "_redrawn", None) or self._redraw())
            self._redrawn = None
        super().save(*args, **kwargs)
        self._stored_name = str(self.file)

    def _has_new_file(self) -> bool:
        return bool(self.file) and str(self.file) != str(getattr(self, "_stored_name", None))

    def _redraw(self) -> bytes:
        with self.file.open() as opened:
            return redraw(opened)

    def _keep_redrawn(self, redrawn: bytes) -> None:
        if self.file._committed:
            self.file.storage.delete(self.file.name)
        self.file.save(PurePath(self.file.name).name, ContentFile(redrawn), save=False)
        self.width, self.height = get_size(redrawn)
        self._set_image_file_metadata()


class PortalRendition(AbstractRendition):
    """A resized copy of a picture, made by Wagtail."""

    image = models.ForeignKey(PortalImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["image", "filter_spec", "focal_point_key"], name="unique_rendition")
        ]
