"""Wagtail's API v2, for reading what is published. Pictures and files are told by the pages that show them."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import FieldError, ValidationError
from django.db.models import ForeignKey
from django.http import Http404
from django.utils.decorators import method_decorator
from django.utils.translation import override
from rest_framework.exceptions import APIException
from rest_framework.fields import Field
from rest_framework.renderers import JSONRenderer
from rest_framework.response import Response
from wagtail.api.v2.filters import (
    AncestorOfFilter,
    ChildOfFilter,
    DescendantOfFilter,
    FieldsFilter,
    LocaleFilter,
    OrderingFilter,
    TranslationOfFilter,
)
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.serializers import ChildRelationField, PageSerializer
from wagtail.api.v2.utils import BadRequestError
from wagtail.api.v2.views import PagesAPIViewSet
from wagtail.models import Page

from portal import locales
from portal.content.api_fields import LinkedPageField
from portal.content.archives import without_archived
from portal.content.links import current_request, linked_page_ids
from portal.content.machines import absolute_address, conditional
from portal.content.models import PortalDocument, PortalPage
from portal.content.navigation import Navigation
from portal.content.registry import open_to_all, with_cities
from portal.content.routing import find_route

HIDDEN = {"alias_of", "show_in_menus"}
"""What Wagtail tells of a page and nobody outside has a use for."""
LONG = ["body", "objectives", "outcomes", "next_steps", "pictures", "image"]
ROWS = ["contacts", "members", "stops", "fundings", "commitments", "documents"]
RELATED = ["related_delegations", "related_institutions"]
OFFSET_DIGITS = 9
"""More would be a number that no database counts to."""
FIELDS_CHARACTERS = 500
NOT_FOUND = "Rien n’est publié à cette adresse."
NOT_UNDERSTOOD = "Un paramètre de l’adresse n’est pas compris. Ceux que vous pouvez employer ici : {}."


UNREADABLE = (BadRequestError, FieldError, ValidationError, ValueError, OverflowError, APIException)


class AddressField(Field):
    """The page's own address, as its canonical link gives it."""

    def get_attribute(self, instance: Any) -> Any:
        return absolute_address(self.context["request"], instance)

    def to_representation(self, value: str) -> str:
        return value


class DetailAddressField(AddressField):
    def get_attribute(self, instance: Any) -> Any:
        request = self.context["request"]
        return request.build_absolute_uri(self.context["router"].get_object_detail_urlpath(Page, instance.pk))


class RowsField(ChildRelationField):
    """The rows of a page, with the pages and the files that they name found together."""

    def to_representation(self, value: Any) -> Any:
        fields = value.model._meta.get_fields()
        files = [f.name for f in fields if isinstance(f, ForeignKey) and f.related_model is PortalDocument]
        rows = list(value.select_related(*files) if files else value.all())
        serializer = self.serializer_class(context=self.context)
        linked = [name for name, field in serializer.fields.items() if isinstance(field, LinkedPageField)]
        Navigation.of(self.context["request"]).link_to(getattr(row, f"{name}_id") for row in rows for name in linked)
        return [serializer.to_representation(row) for row in rows]


class PortalPageSerializer(PageSerializer):
    html_url = AddressField(read_only=True)
    detail_url = DetailAddressField(read_only=True)

    def build_relational_field(self, field_name: str, relation_info: Any) -> Any:
        field, arguments = super().build_relational_field(field_name, relation_info)
        return (RowsField if field is ChildRelationField else field), arguments


@method_decorator(conditional, name="dispatch")  # type: ignore[arg-type]
class PortalPagesAPIViewSet(PagesAPIViewSet):
    """Published pages of both trees. A list tells what stands on a card; a page, all that its readers see."""

    renderer_classes = [JSONRenderer]
    authentication_classes: list[Any] = []
    permission_classes: list[Any] = []
    base_serializer_class = PortalPageSerializer
    filter_backends = [
        FieldsFilter,
        ChildOfFilter,
        AncestorOfFilter,
        DescendantOfFilter,
        OrderingFilter,
        TranslationOfFilter,
        LocaleFilter,
    ]
    known_query_parameters = PagesAPIViewSet.known_query_parameters - {"search", "search_operator", "site", "format"}
    meta_fields = [name for name in PagesAPIViewSet.meta_fields if name not in HIDDEN]
    detail_only_fields = [*PagesAPIViewSet.detail_only_fields, *LONG, *ROWS, *RELATED]

    def get_base_queryset(self) -> Any:
        """The same for everybody: a password that a reader gave opens nothing here. Lists leave archived pages out."""
        pages = self._open(Page)
        return without_archived(pages) if self.action == "listing_view" else pages

    def get_queryset(self) -> Any:
        found = super().get_queryset()
        model = found.model
        if not issubclass(model, PortalPage):
            return found.select_related("locale").order_by("path")
        pages = self._open(model)
        pages = pages.filter(archived_at__isnull=True) if self.action == "listing_view" else pages
        return pages.prefetch_related("axes") if hasattr(model, "axes") else pages

    def _open(self, model: Any) -> Any:
        return open_to_all(model.objects.filter(depth__gt=1)).select_related("locale").order_by("path")

    @classmethod
    def get_available_fields(cls, model: Any, db_fields_only: bool = False) -> list[str]:
        """For filters and orders, columns alone: a relation would list a page once for each row."""
        names: list[str] = super().get_available_fields(model, db_fields_only)
        columns = {field.name for field in model._meta.concrete_fields}
        return [name for name in names if name in columns] if db_fields_only else names

    def get_serializer_class(self) -> Any:
        if len(self.request.GET.get("fields", "")) > FIELDS_CHARACTERS:
            raise BadRequestError
        return super().get_serializer_class()

    def paginate_queryset(self, queryset: Any) -> Any:
        if len(self.request.GET.get("offset", "")) > OFFSET_DIGITS:
            raise BadRequestError
        pages = super().paginate_queryset(queryset)
        names = [name for name in ("origin", "host") if hasattr(queryset.model, name)]
        return with_cities(pages, *names) if hasattr(queryset.model, "lead_city") else pages

    def detail_view(self, request: Any, pk: int) -> Response:
        page = self.get_object()
        # A page is told as its readers find it: links lead to its own tree.
        request._request.portal_locale = page.portal_locale
        request._request.portal_page = page
        Navigation.of(request._request).link_to(linked_page_ids(page))
        token = current_request.set(request._request)
        try:
            with override(page.portal_locale.code):
                return Response(self.get_serializer(page).data)
        finally:
            current_request.reset(token)

    def find_view(self, request: Any) -> Any:
        answer = super().find_view(request)
        answer["Location"] = request.build_absolute_uri(urlsplit(answer.url)._replace(scheme="", netloc="").geturl())
        return answer

    def find_object(self, queryset: Any, request: Any) -> Any:
        code, _, path = request.GET.get("html_path", "").strip("/").partition("/")
        locale = locales.by_code(code)
        if locale is None:
            return super().find_object(queryset, request)
        request._request.portal_locale = locale
        found = find_route(request._request, path)
        return queryset.filter(pk=found[0].pk).first() if found else None

    def handle_exception(self, exc: Exception) -> Response:
        """What went wrong, in French; Wagtail and the REST framework say it in English."""
        if isinstance(exc, Http404):
            return Response({"message": NOT_FOUND}, status=404)
        if isinstance(exc, UNREADABLE):
            return Response({"message": NOT_UNDERSTOOD.format(", ".join(self._understood()))}, status=400)
        raise exc

    def _understood(self) -> list[str]:
        return sorted(self.known_query_parameters - {"_"} | {"id", "title", "slug"})


router = WagtailAPIRouter("api")
router.register_endpoint("pages", PortalPagesAPIViewSet)
