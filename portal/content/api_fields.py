"""How the API tells what a page refers to: a city, its axes, a picture, a file, another page.

Each field is read-only and asks no query for a row: cities are kept, axes prefetched, pages found together.
"""

from __future__ import annotations

from typing import Any

from rest_framework.fields import Field

from portal.content.licences import LICENCES
from portal.content.navigation import Navigation
from portal.content.registry import cities, has_view_restrictions, programmes


class _ReadOnlyField(Field):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(read_only=True, **kwargs)


class _KeyField(_ReadOnlyField):
    """A foreign key, of which only the number is read."""

    def get_attribute(self, instance: Any) -> Any:
        return getattr(instance, f"{self.field_name}_id")


class CityField(_KeyField):
    def to_representation(self, value: int) -> dict[str, str]:
        city = cities()[value]
        return {"slug": city.slug, "name": city.name}


class ProgrammeField(_KeyField):
    def to_representation(self, value: int) -> str:
        return str(programmes()[value])


class AxesField(_ReadOnlyField):
    def to_representation(self, value: Any) -> list[dict[str, str]]:
        return [{"slug": axis.slug, "name": axis.name} for axis in value.all()]


class LicenceField(_ReadOnlyField):
    """The licence of the city that wrote the page."""

    def get_attribute(self, instance: Any) -> Any:
        return LICENCES[cities()[instance.lead_city_id].slug]

    def to_representation(self, value: Any) -> dict[str, str]:
        return {"name": value.name, "url": value.url}


class PictureField(_ReadOnlyField):
    """The page's picture, with the words that the page itself gives for it."""

    def get_attribute(self, instance: Any) -> Any:
        return describe_picture(instance.image, self.context["request"], instance.image_alt_text)

    def to_representation(self, value: dict[str, Any]) -> dict[str, Any]:
        return value


class DocumentField(_ReadOnlyField):
    def to_representation(self, value: Any) -> dict[str, Any]:
        return describe_document(value, self.context["request"])


class LinkedPageField(_KeyField):
    """A page of either tree, as it is published in the tree of the page that is read; null when it is not, or not to
    everybody."""

    def to_representation(self, value: int) -> dict[str, Any] | None:
        return describe_page(value, self.context["request"])


def describe_page(page_id: int | None, request: Any) -> dict[str, Any] | None:
    page = Navigation.of(request).page_for_reader(page_id)
    if page is None or (has_view_restrictions() and page.get_view_restrictions()):
        return None
    return {"id": page.pk, "title": page.title, "html_url": request.build_absolute_uri(page.get_url(request))}


def describe_document(document: Any, request: Any) -> dict[str, Any]:
    return {"title": document.title, "url": request.build_absolute_uri(document.url)}


def describe_picture(image: Any, request: Any, alternative: str) -> dict[str, Any] | None:
    """None without a picture. `alternative` is what stands for it where it is not seen."""
    if image is None:
        return None
    return {
        "url": request.build_absolute_uri(image.file.url),
        "width": image.width,
        "height": image.height,
        "alt": alternative,
        "credit": image.credit,
    }
