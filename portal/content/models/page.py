from __future__ import annotations

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models, transaction
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.api import APIField
from wagtail.models import Page, PageViewRestriction, Revision, Workflow
from wagtail.search import index

from portal import locales
from portal.coediting.approval.follow_edit import follow_edit
from portal.coediting.approval.panels import StandingPanel
from portal.coediting.permissions import PortalPagePermissionTester
from portal.coediting.refusals.copying import PortalCopyForm
from portal.coediting.workflows import one_city_workflow
from portal.content.addresses import refuse_address, taken_address
from portal.content.api_fields import CityField, LicenceField, PictureField
from portal.content.links import linked_page_ids
from portal.content.machine_links import MachineLink
from portal.content.navigation import Navigation
from portal.content.page_form import PortalPageForm
from portal.content.registry import has_view_restrictions
from portal.content.structured_data import Node
from portal.localization.fields import prose, shared
from portal.localization.readiness import may_go_public
from portal.twinning.models import City


class PortalPage(Page):
    """A page that one city leads and the other adapts.

    The page whose locale is that of its leading city is the source; its translation in the other tree is the variant.
    """

    lead_city = models.ForeignKey(
        City, verbose_name="ville qui écrit", null=True, editable=False, on_delete=models.PROTECT, related_name="+"
    )
    introduction = models.TextField(
        "chapô",
        max_length=600,
        blank=True,
        help_text="Deux ou trois phrases qui disent l’essentiel. On les lit dans les listes et en tête de la page.",
    )
    image = models.ForeignKey(
        "content.PortalImage",
        verbose_name="image",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    released_together = models.BooleanField(
        "publier en même temps que la variante",
        default=False,
        help_text="Une fois approuvée, la page attend que sa variante soit lue. Les deux paraissent au même instant.",
    )
    image_alt_text = models.CharField(
        "texte de remplacement",
        max_length=250,
        blank=True,
        help_text="Ce que montre l’image, pour qui ne la voit pas.",
    )

    archived_at = models.DateTimeField("archivée le", null=True, editable=False)

    base_form_class = PortalPageForm
    show_in_menus_default = False
    copy_form_class = PortalCopyForm
    open_graph_type = "website"
    translatable_fields: ClassVar[list[Any]] = [
        *prose("title", "introduction", "image_alt_text", "seo_title", "search_description"),
        *shared("slug", "show_in_menus", "lead_city", "image"),
    ]
    search_fields = [*Page.search_fields, index.SearchField("introduction"), index.FilterField("lead_city_id")]
    api_fields: ClassVar[list[Any]] = [
        "introduction",
        APIField("lead_city", serializer=CityField()),
        APIField("licence", serializer=LicenceField()),
        APIField("image", serializer=PictureField()),
    ]
    api_meta_fields: ClassVar[list[str]] = ["translation_key", "last_published_at", "archived_at"]
    opening_panels: ClassVar[list[Any]] = [FieldPanel("introduction")]
    image_panel = MultiFieldPanel([FieldPanel("image"), FieldPanel("image_alt_text")], heading="Image de tête")
    content_panels = [StandingPanel(), *Page.content_panels, *opening_panels, image_panel]
    promote_panels = [*Page.promote_panels, FieldPanel("released_together")]

    class Meta:
        abstract = True

    @property
    def portal_locale(self) -> locales.PortalLocale:
        found = locales.by_code(self.locale.language_code)
        if found is None:
            raise ValueError(f"{self.locale.language_code} is not a locale of the portal")
        return found

    @property
    def is_variant(self) -> bool:
        """Whether the page is adapted from the other city's; False for a source."""
        return self.lead_city is not None and self.lead_city.locale_code != self.locale.language_code

    def clean(self) -> None:
        self._leave_screens_their_addresses()
        super().clean()
        self._stay_in_its_tree()
        if self.image_id and not self.image_alt_text:
            raise ValidationError(
                {"image_alt_text": "Dites en une phrase ce que montre l’image, pour qui ne la voit pas."}
            )

    def _stay_in_its_tree(self) -> None:
        parent = self.get_parent() if self.depth and self.depth > 2 else None
        if parent is not None and parent.locale_id != self.locale_id:
            raise ValidationError("Cette page est dans l’arbre de l’autre variante. Remettez-la dans le sien.")

    def _leave_screens_their_addresses(self) -> None:
        parent = self.get_parent() if self.depth and self.depth > 2 else None
        if reason := self.refuse_address(parent, self.slug):
            raise ValidationError({"slug": reason})

    @staticmethod
    def refuse_address(parent: Page | None, slug: str) -> str:
        """Why no page may take the address below a parent; empty when it may."""
        return refuse_address(parent, slug)

    @staticmethod
    def _slug_is_available(slug: str, parent_page: Any, page: Any = None) -> bool:
        """Wagtail's own question, for a slug made of the title; the address of a screen is not free either."""
        return not taken_address(parent_page, slug) and Page._slug_is_available(slug, parent_page, page)

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        self.set_lead_city()
        super().full_clean(*args, **kwargs)

    def set_lead_city(self) -> None:
        """A new page is led by the city whose French it is written in."""
        if self.lead_city_id is None and self.locale_id is not None:
            self.lead_city = City.objects.filter(locale_code=self.locale.language_code).first()

    @transaction.atomic
    def save_revision(self, *args: Any, **kwargs: Any) -> Revision:
        """A revision as Wagtail saves it; keys that were given to another text fall."""
        revision = super().save_revision(*args, **kwargs)
        if not self.is_variant:
            follow_edit(self, revision)
        return revision

    def get_workflow(self) -> Workflow | None:
        """The two keys of its tree, or the one key of what concerns its city only."""
        if getattr(self, "concerns_one_city", False):
            return one_city_workflow(self.lead_city)
        return super().get_workflow()

    def publish(self, revision: Revision, user: Any = None, **kwargs: Any) -> None:
        """As Wagtail does. A variant goes public only as its reviewers decided it, whatever asks for it and when."""
        if not self.is_variant or may_go_public(self, revision, user):
            super().publish(revision, user=user, **kwargs)

    def with_content_json(self, content: dict[str, Any]) -> PortalPage:
        """The page as a revision says it; which city leads it and whether it is archived is no matter of revisions."""
        page: PortalPage = super().with_content_json(content)
        page.lead_city_id = self.lead_city_id or page.lead_city_id
        page.archived_at = self.archived_at
        return page

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        request.portal_page = self
        Navigation.of(request).link_to(linked_page_ids(self))
        return super().get_context(request, *args, **kwargs)

    def describe(self, address: str, picture: str) -> list[Node]:
        """The page in schema.org's words; `address` is its own, `picture` that of the picture that stands for it."""
        return []

    def get_admin_display_title(self) -> str:
        title: str = super().get_admin_display_title()
        return f"{title} (archivée)" if self.archived_at else title

    def get_machine_links(self) -> list[MachineLink]:
        """The feeds and calendars that the head of the page names."""
        return []

    def get_view_restrictions(self) -> Any:
        """No query as long as no page of the site is private."""
        return super().get_view_restrictions() if has_view_restrictions() else PageViewRestriction.objects.none()

    def permissions_for_user(self, user: Any) -> PortalPagePermissionTester:
        return PortalPagePermissionTester(user, self)
