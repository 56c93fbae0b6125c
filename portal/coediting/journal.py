"""« Journal des deux villes »: every act in Wagtail's log, as far as its reader may see what was acted on."""

from __future__ import annotations

import datetime as dt
from typing import Any

import django_filters
from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.db.models import IntegerField, Q, QuerySet, Value
from wagtail.admin.views.reports.audit_logging import LogEntriesView, SiteHistoryReportFilterSet
from wagtail.log_actions import registry
from wagtail.models import PageLogEntry

from portal.coediting.accounts.reach import reachable_people
from portal.twinning.models import City

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for a formula when a cell begins with it."""


def visible_entries(log_model: Any, user: Any) -> QuerySet[Any]:
    """What Wagtail shows of its log, and the acts of a reviewer's city in the review; accounts within reach only."""
    entries: QuerySet[Any] = log_model.objects.viewable_by_user(user)
    if log_model is PageLogEntry:
        cities = City.objects.filter(reviewers__in=user.groups.all()).values_list("slug", flat=True)
        reviewed = Q(action__startswith="localization.", data__city__in=list(cities))
        return log_model.objects.filter(Q(pk__in=entries.values("pk")) | reviewed)
    accounts = ContentType.objects.get_for_model(get_user_model())
    people = [str(pk) for pk in reachable_people(user).values_list("pk", flat=True)]
    return entries.exclude(Q(content_type=accounts) & ~Q(object_id__in=people))


class JournalFilterSet(SiteHistoryReportFilterSet):
    city = django_filters.ChoiceFilter(
        label="Ville",
        field_name="data__city",
        choices=lambda: [(city.slug, city.name) for city in City.objects.all()],
    )


class JournalView(LogEntriesView):
    page_title = "Journal des deux villes"
    results_template_name = "coediting/journal_results.html"
    filterset_class = JournalFilterSet
    index_url_name = "journal"
    index_results_url_name = "journal_results"
    list_export = [*LogEntriesView.list_export, "city", "revision_digest", "reason"]
    export_headings = {
        **LogEntriesView.export_headings,
        "city": "Ville",
        "revision_digest": "Empreinte du texte",
        "reason": "Motif",
    }

    def get_filename(self) -> str:
        return f"journal-des-deux-villes-{dt.date.today():%Y-%m-%d}"

    def get_filtered_queryset(self) -> Any:
        """As Wagtail joins its logs, each cut down to what the reader may see."""
        self.log_models = list(registry.get_log_entry_models())
        parts = []
        for number, log_model in enumerate(self.log_models):
            entries = visible_entries(log_model, self.request.user).values("pk", "timestamp")
            entries = entries.annotate(log_model_index=Value(number, output_field=IntegerField()))
            parts.append(self.filter_queryset(entries).order_by())
        return parts[0].union(*parts[1:], all=True).order_by("-timestamp")

    def decorate_paginated_queryset(self, queryset: Any) -> list[Any]:
        names = dict(City.objects.values_list("slug", "name"))
        entries: list[Any] = super().decorate_paginated_queryset(queryset)
        for entry in entries:
            entry.city = names.get(entry.data.get("city"), "")
            entry.revision_digest = entry.data.get("revision_digest", "")
            entry.reason = entry.data.get("reason", "")
        return entries

    def preprocess_field_value(self, field: str, value: Any, export_format: str) -> Any:
        """A text that a spreadsheet would run as a formula is preceded by an apostrophe."""
        shown = super().preprocess_field_value(field, value, export_format)
        return f"'{shown}" if isinstance(shown, str) and shown.startswith(FORMULA_STARTS) else shown
