"""The review desk in Wagtail's admin, and wagtail-localize's own buttons out of it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import include, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogFormatter

from portal.localization.desk.report import VariantReportView
from portal.localization.glossary import hooks as glossary_hooks  # noqa: F401

CLOSED = "/localize/"


@hooks.register("register_admin_urls")
def register_review_urls() -> list[Any]:
    return [
        path("variantes/", include("portal.localization.desk.urls")),
        path("reports/variantes/", VariantReportView.as_view(), name="variant_report"),
        path(
            "reports/variantes/resultats/", VariantReportView.as_view(results_only=True), name="variant_report_results"
        ),
    ]


@hooks.register("register_reports_menu_item")
def register_report_menu_item() -> MenuItem:
    return MenuItem("Variantes", reverse("variant_report"), name="variant-report", icon_name="globe", order=650)


@hooks.register("register_admin_menu_item")
def register_review_menu_item() -> MenuItem:
    return MenuItem("Variantes", reverse("variant_review:queue"), name="variants", icon_name="globe", order=150)


@hooks.register("before_edit_page", order=-10)
def review_instead_of_editing(request: HttpRequest, page: Any) -> HttpResponse | None:
    """Ahead of wagtail-localize's hook: a variant is reviewed, never edited as a page."""
    if getattr(page, "is_variant", False):
        return redirect("variant_review:review", page.pk)
    return None


@hooks.register("construct_page_listing_buttons")
def drop_foreign_listing_buttons(buttons: list[Any], page: Any, user: Any, context: Any = None) -> None:
    buttons[:] = [button for button in buttons if CLOSED not in (getattr(button, "url", None) or "")]


@hooks.register("construct_reports_menu")
def drop_foreign_report(request: HttpRequest, menu_items: list[Any]) -> None:
    menu_items[:] = [item for item in menu_items if CLOSED not in item.url]


@hooks.register("register_log_actions")
def register_log_actions(actions: Any) -> None:
    @actions.register_action("localization.publish_variant")
    class PublishVariantFormatter(LogFormatter):
        label = "Publier la variante"
        message = "Variante publiée, tous ses segments lus"

    @actions.register_action("localization.withdraw_variant")
    class WithdrawVariantFormatter(LogFormatter):
        label = "Retirer la variante"
        message = "Variante retirée avec sa version d’origine"
