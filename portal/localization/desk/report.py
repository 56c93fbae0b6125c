"""The report of variants by state and age, as Wagtail shows and exports its own."""

from __future__ import annotations

from collections import Counter
from typing import Any

from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView

from portal.localization.desk.queue import QueueItem, Standing, review_queue

AGE_NAMES = {0: "moins de trois jours", 3: "de trois à six jours", 7: "d’une semaine à un mois", 30: "un mois ou plus"}


def age_name(item: QueueItem) -> str:
    """How long a variant has waited, in words."""
    return AGE_NAMES[max(days for days in AGE_NAMES if days <= item.days)]


def as_plain_text(value: Any) -> str:
    """A spreadsheet takes what begins with these signs for a formula."""
    return f"'{value}" if str(value).startswith(("=", "+", "-", "@", "\t", "\r")) else str(value)


class VariantReportView(ReportView):
    """Every variant that the reader may see, with how far its reading has come; counts by state and age above."""

    page_title = "Variantes par état et par âge"
    header_icon = "globe"
    index_url_name = "variant_report"
    index_results_url_name = "variant_report_results"
    results_template_name = "localization/report_results.html"
    export_filename = "variantes"
    no_results_message = "Aucune variante."
    columns = [
        TitleColumn("title", label="Page", url_name="variant_review:review", id_accessor="variant.pk"),
        Column("city", label="Variante de"),
        Column("standing", label="État"),
        Column("decided", label="Segments relus"),
        Column("total", label="Segments"),
        Column("to_see_again", label="À revoir"),
        Column("days", label="Jours d’attente"),
    ]
    list_export = ["title", "city", "standing", "decided", "total", "to_see_again", "days", "waits_since"]
    export_headings = {
        "title": "Page",
        "city": "Variante de",
        "standing": "État",
        "decided": "Segments relus",
        "total": "Segments",
        "to_see_again": "À revoir",
        "days": "Jours d’attente",
        "waits_since": "Attend depuis",
    }
    custom_field_preprocess = {"title": {"csv": as_plain_text}}

    def get_filtered_queryset(self) -> Any:
        return review_queue(self.request.user)

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(*args, **kwargs)
        counts = Counter((item.standing, age_name(item)) for item in self.object_list)
        context["ages"] = list(AGE_NAMES.values())
        context["counts"] = [
            (
                standing,
                [counts[standing, age] for age in AGE_NAMES.values()],
                sum(number for (kind, _), number in counts.items() if kind is standing),
            )
            for standing in Standing
        ]
        return context
