"""The registry in Wagtail's admin, under « Jumelage »."""

from __future__ import annotations

from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from portal.twinning.models import City, CooperationAxis, FundingProgramme, TwinningAgreement


class CityViewSet(SnippetViewSet):
    model = City
    icon = "home"
    list_display = ["name", "country", "locale_code", "time_zone"]


class CooperationAxisViewSet(SnippetViewSet):
    model = CooperationAxis
    icon = "tag"
    list_display = ["name", "sort_order"]
    search_fields = ["name"]


class FundingProgrammeViewSet(SnippetViewSet):
    model = FundingProgramme
    icon = "folder-open-inverse"
    list_display = ["name", "acronym"]
    search_fields = ["name", "acronym"]


class TwinningAgreementViewSet(SnippetViewSet):
    model = TwinningAgreement
    icon = "doc-full"
    list_display = ["name", "state", "signed_on"]


class TwinningViewSetGroup(SnippetViewSetGroup):
    """What both cities share and enter once."""

    menu_label = "Jumelage"
    menu_icon = "group"
    menu_order = 170
    items = (CooperationAxisViewSet, FundingProgrammeViewSet, TwinningAgreementViewSet, CityViewSet)


register_snippet(TwinningViewSetGroup)
