from __future__ import annotations

from django.db import models
from wagtail.images.models import AbstractImage, AbstractRendition

FOCAL_POINT_FIELDS = ("focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height")


class PortalImage(AbstractImage):
    """A picture with what the law and a screen reader ask of it: who made it, and what it shows."""

    credit = models.CharField(
        "crédit", max_length=200, help_text="Qui a fait la photo ou le dessin. Par exemple : Ville de Pau, A. Untel."
    )

    admin_form_fields = ("title", "file", "description", "credit", "collection", "tags", *FOCAL_POINT_FIELDS)

    class Meta(AbstractImage.Meta):
        verbose_name = "image"
        verbose_name_plural = "images"


class PortalRendition(AbstractRendition):
    """A resized copy of a picture, made by Wagtail."""

    image = models.ForeignKey(PortalImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["image", "filter_spec", "focal_point_key"], name="unique_rendition")
        ]
