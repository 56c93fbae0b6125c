"""One verb: a press release that was read becomes the draft of a news item."""

from __future__ import annotations

import json
import uuid
from collections.abc import Collection, Sequence
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.html import escape, format_html
from django.utils.text import slugify
from wagtail.coreutils import find_available_slug

from news.communique import Communique, Heading, KnownName, ListBlock, Mention, Paragraph, Quotation
from news.models import InstitutionPage, NewsIndexPage, NewsPage, NewsPageInstitution
from portal.twinning.models import City, CooperationAxis, FundingProgramme

FALLBACK_SLUG = "communique"
"""The address of a release whose title has no letter of the alphabet."""


class ImportCommuniqueAction:
    """Creates a draft in the tree of the city that wrote the release; publishes it when told to."""

    def __init__(
        self, communique: Communique, city: City, user: Any = None, *, linked: Collection[str] | None = None
    ) -> None:
        """`linked` holds the keys of the mentions that become links; None takes all of them. Without a user, as the
        command does it, nobody's rights are asked."""
        self.communique = communique
        self.city = city
        self.user = user
        self.mentions = [mention for mention in communique.mentions if linked is None or mention.key in linked]

    def check(self) -> NewsIndexPage:
        """The list that the draft goes into. Raises PermissionDenied or ValidationError, in French."""
        index = NewsIndexPage.objects.filter(locale__language_code=self.city.locale_code).first()
        if index is None:
            raise ValidationError(f"{self.city} n’a pas encore de liste d’actualités. Créez-la sous la page d’accueil.")
        if self.user and not index.permissions_for_user(self.user).can_add_subpage():
            raise PermissionDenied("Seule la rédaction d’une des deux villes peut importer un communiqué.")
        return index

    @transaction.atomic
    def execute(self) -> NewsPage:
        """The draft, saved with its first revision; nothing is saved when anything fails."""
        index = self.check()
        page = NewsPage(
            title=self.communique.title,
            slug="" if slugify(self.communique.title) else find_available_slug(index, FALLBACK_SLUG),
            introduction=self.communique.introduction,
            body=build_body(self.communique, self._institution_pages()),
            locale=index.locale,
            lead_city=self.city,
            owner=self.user,
            live=False,
            has_unpublished_changes=True,
        )
        if self.communique.dated_on:
            page.published_on = self.communique.dated_on
        page.axes = CooperationAxis.objects.filter(slug__in=self._keys("axis"))
        page.programmes = FundingProgramme.objects.filter(slug__in=self._keys("programme"))
        page.related_institutions = [
            NewsPageInstitution(institution_id=pk, locale=index.locale, sort_order=number)
            for number, pk in enumerate(self._institution_pages().values())
        ]
        index.add_child(instance=page)
        page.save_revision(user=self.user, log_action=True)
        return page

    def _keys(self, kind: str) -> list[str]:
        return [mention.key for mention in self.mentions if mention.kind == kind]

    def _institution_pages(self) -> dict[str, int]:
        """Page id by mention key, in the order of the text; the page of the city's own tree where there is one."""
        keys = self._keys("institution")
        found = InstitutionPage.objects.filter(translation_key__in=keys).select_related("locale")
        page_of = {}
        for page in sorted(found, key=lambda page: page.locale.language_code == self.city.locale_code):
            page_of[str(page.translation_key)] = page.pk
        return {key: page_of[key] for key in keys if key in page_of}


def known_names() -> list[KnownName]:
    """What a release may speak of: institutions, programmes, axes, cities."""
    institutions = {page.translation_key: page for page in InstitutionPage.objects.all()}
    return [
        *(
            KnownName(page.title, "institution", str(key), _aliases(page.acronym, *page.other_names.split(",")))
            for key, page in institutions.items()
        ),
        *(
            KnownName(programme.name, "programme", programme.slug, _aliases(programme.acronym))
            for programme in FundingProgramme.objects.all()
        ),
        *(KnownName(axis.name, "axis", axis.slug) for axis in CooperationAxis.objects.all()),
        *(KnownName(city.name, "city", city.slug) for city in City.objects.all()),
    ]


def _aliases(*names: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in names if name.strip())


def missing_for_publication(communique: Communique) -> str | None:
    """What a person must add before the release can be published, in French; None when nothing is missing."""
    if any(isinstance(block, Quotation) and not block.speaker for block in communique.blocks):
        return "Une citation ne dit pas de qui elle est. Importez un brouillon et complétez-la avant de publier."
    return None


def build_body(communique: Communique, institution_pages: dict[str, int]) -> str:
    """The stream as JSON: neighbouring headings, paragraphs and lists share one text block."""
    blocks: list[dict[str, Any]] = []
    for number, block in enumerate(communique.blocks):
        if isinstance(block, Quotation):
            quote = {"text": block.text, "speaker": block.speaker, "office": block.office}
            blocks.append({"type": "quote", "value": quote, "id": str(uuid.uuid4())})
            continue
        links = [mention for mention in communique.mentions if mention.block == number]
        html = _html(block, links, institution_pages)
        if blocks and blocks[-1]["type"] == "text":
            blocks[-1]["value"] += html
        else:
            blocks.append({"type": "text", "value": html, "id": str(uuid.uuid4())})
    return json.dumps(blocks)


def _html(block: Heading | Paragraph | ListBlock, links: Sequence[Mention], page_ids: dict[str, int]) -> str:
    if isinstance(block, Heading):
        return format_html("<h2>{}</h2>", block.text)
    if isinstance(block, ListBlock):
        return "<ul>" + "".join(f"<li>{_linked(item, links, page_ids)}</li>" for item in block.items) + "</ul>"
    return f"<p>{_linked(block.text, links, page_ids)}</p>"


def _linked(text: str, links: Sequence[Mention], page_ids: dict[str, int]) -> str:
    """Escaped text with the first mention of each institution as a link."""
    places = ((text.find(link.text), link) for link in links if link.key in page_ids and link.text in text)
    html, position = "", 0
    for start, link in sorted(places, key=lambda place: place[0]):
        if start < position:
            continue
        html += escape(text[position:start])
        html += format_html('<a linktype="page" id="{}">{}</a>', page_ids[link.key], link.text)
        position = start + len(link.text)
    return html + escape(text[position:])
