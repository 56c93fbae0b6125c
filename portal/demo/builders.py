"""Builds the demo’s pages: the source by its city, the variant by the other’s reviewer, through the portal’s gates."""

from __future__ import annotations

import io
from typing import Any

from django.apps import apps
from django.contrib.auth import get_user_model
from django.core.files.images import ImageFile
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Locale, Page

from home.setup import make_site
from portal import locales
from portal.coediting.collections import shared_collection
from portal.content.models import PortalImage
from portal.demo.pictures import PICTURES, draw
from portal.demo.streams import StreamBuilder, rich_text, stable_id
from portal.localization.adoption import publish_wording
from portal.twinning.models import City, CooperationAxis, FundingProgramme

ROWS = {
    "members": "DelegationMember",
    "stops": "DelegationStop",
    "fundings": "DelegationFunding",
    "commitments": "DelegationCommitment",
    "contacts": "InstitutionContact",
}
CITY_FIELDS = ("side", "origin", "host", "owner")
FOCAL_POINT_SIZE = 200
NOT_FIELDS = {"slug", "model", "parent", "lead", "image", "axes", "programmes", "institutions", "delegations"}


class PageBuilder:
    """Builds pages in two rounds, so that they may speak of each other; a published page is left as people made it."""

    def __init__(self) -> None:
        self.cities = {city.slug: city for city in City.objects.all()}
        self.locale_of = {locale.language_code: locale for locale in Locale.objects.all()}
        self.axes = {axis.slug: axis for axis in CooperationAxis.objects.all()}
        self.programmes = {programme.slug: programme for programme in FundingProgramme.objects.all()}
        self.images: dict[str, PortalImage] = {}

    def place(self, entry: dict[str, Any]) -> None:
        """First round: the source page takes its place in the tree, as an empty draft. Parents come first."""
        if self._source(entry):
            return
        lead = locales.of_city(entry["lead"])
        page = self._blank(entry, lead)
        page.live = False
        parent = self._parent(entry["parent"], lead)
        page.set_url_path(parent)
        page.full_clean(exclude=["path", "depth", "content_type"])
        parent.add_child(instance=page)
        if not entry["parent"]:
            make_site(page)

    def build(self, entry: dict[str, Any]) -> bool:
        """Second round: the source page is written and published, its variant worded and published.

        False when the source had been published already.
        """
        source = self._source(entry)
        if source.first_published_at:
            return False
        lead = locales.of_city(entry["lead"])
        other = locales.other(lead)
        self._fill(source, entry, lead)
        source.save_revision().publish()
        worded = self._blank(entry, other)
        self._fill(worded, entry, other)
        publish_wording(source, worded, get_user_model().objects.get(username=f"{other.city_slug}-revision"))
        return True

    def _source(self, entry: dict[str, Any]) -> Any:
        model = apps.get_model(entry["model"])
        code = locales.of_city(entry["lead"]).code
        key = stable_id("page", entry["slug"])
        return model.objects.filter(translation_key=key, locale__language_code=code).first()

    def _blank(self, entry: dict[str, Any], locale: locales.PortalLocale) -> Any:
        """The page as one city would begin it, unsaved: names and facts. Ids are the same in both variants."""
        words = entry[locale.tag]
        return apps.get_model(entry["model"])(
            slug=entry["slug"] if entry["parent"] else locale.home_slug,
            locale=self.locale_of[locale.code],
            lead_city=self.cities[entry["lead"]],
            translation_key=stable_id("page", entry["slug"]),
            title=words["title"],
            introduction=words.get("introduction", ""),
            **self._facts(entry),
        )

    def _fill(self, page: Any, entry: dict[str, Any], locale: locales.PortalLocale) -> None:
        """Writes the prose of one city into a page, and what the page is related to."""
        for name, text in entry[locale.tag].items():
            setattr(page, name, self._prose(type(page), entry["slug"], name, text))
        if image := entry.get("image"):
            page.image = self._image(image)
        for name, registry in (("axes", self.axes), ("programmes", self.programmes)):
            if name in entry:
                setattr(page, name, [registry[slug] for slug in entry[name]])
        for name, row_model in ROWS.items():
            if name in entry:
                setattr(page, name, self._rows(entry, name, row_model, locale))
        for name, row_model, field in (
            ("institutions", "NewsPageInstitution", "institution"),
            ("delegations", "NewsPageDelegation", "delegation"),
        ):
            if name in entry:
                setattr(page, f"related_{name}", self._relations(entry, name, row_model, field, locale))

    def _facts(self, entry: dict[str, Any]) -> dict[str, Any]:
        skipped = NOT_FIELDS | ROWS.keys() | {locale.tag for locale in locales.LOCALES}
        facts = {name: value for name, value in entry.items() if name not in skipped}
        return {name: self.cities[value] if name in CITY_FIELDS else value for name, value in facts.items()}

    def _prose(self, model: Any, slug: str, name: str, text: Any) -> Any:
        field = model._meta.get_field(name)
        if isinstance(field, StreamField):
            return StreamBuilder(slug, self._page_id, lambda key: self._image(key).pk).build(name, text)
        return rich_text(text, self._page_id) if isinstance(field, RichTextField) else text

    def _rows(self, entry: dict[str, Any], name: str, row_model: str, locale: locales.PortalLocale) -> list[Any]:
        model = apps.get_model("news", row_model)
        suffix = "_" + locale.code.replace("-", "_")
        other_suffix = "_" + locales.other(locale).code.replace("-", "_")
        rows = []
        for number, facts in enumerate(entry[name]):
            values = {
                field.removesuffix(suffix): self._row_value(model, field.removesuffix(suffix), value)
                for field, value in facts.items()
                if not field.endswith(other_suffix)
            }
            key = stable_id(entry["slug"], name, number)
            rows.append(model(translation_key=key, locale=self.locale_of[locale.code], sort_order=number, **values))
        return rows

    def _row_value(self, model: Any, name: str, value: Any) -> Any:
        if name in CITY_FIELDS:
            return self.cities[value]
        if name == "institution":
            return apps.get_model("news", "InstitutionPage").objects.get(pk=self._page_id(value))
        if name == "programme":
            return self.programmes[value]
        # A row must hold real dates and numbers: Wagtail leaves every row out of a revision that it cannot serialise.
        return model._meta.get_field(name).to_python(value)

    def _relations(
        self, entry: dict[str, Any], name: str, row_model: str, field: str, locale: locales.PortalLocale
    ) -> list[Any]:
        model = apps.get_model("news", row_model)
        return [
            model(
                translation_key=stable_id(entry["slug"], name, number),
                locale=self.locale_of[locale.code],
                sort_order=number,
                **{f"{field}_id": self._page_id(slug)},
            )
            for number, slug in enumerate(entry[name])
        ]

    def _parent(self, slug: str, locale: locales.PortalLocale) -> Page:
        if not slug:
            return Page.get_first_root_node()
        key = stable_id("page", slug)
        parent: Page = Page.objects.get(translation_key=key, locale__language_code=locale.code)
        return parent

    def _page_id(self, slug: str) -> int:
        key = stable_id("page", slug)
        return Page.objects.filter(translation_key=key).order_by("pk").values_list("pk", flat=True)[0]

    def _image(self, key: str) -> PortalImage:
        if key not in self.images:
            self.images[key] = PortalImage.objects.filter(file__contains=f"demo-{key}").first() or _draw(key)
        return self.images[key]


def _draw(key: str) -> PortalImage:
    picture = PICTURES[key]
    file = ImageFile(io.BytesIO(draw(key)), name=f"demo-{key}.jpg")
    image = PortalImage(title=picture.title, description=picture.description, credit=picture.credit, file=file)
    image.collection = shared_collection()
    image.focal_point_x, image.focal_point_y = picture.focus
    image.focal_point_width = image.focal_point_height = FOCAL_POINT_SIZE
    image.save()
    return image
