"""The review desk in Wagtail's admin, and wagtail-localize's own buttons out of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import include, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogFormatter

from portal.localization.desk.report import VariantReportView
from portal.localization.glossary import hooks as glossary_hooks  # noqa: F401
from portal.localization.permissions import is_approver

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


@hooks.register("register_page_header_buttons")
def offer_to_hand_over(page: Any, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """To the approvers of the city that leads a page which has a variant; the screen says what may be missing."""
    page = page.specific
    if getattr(page, "lead_city_id", None) and not page.is_variant and is_approver(user, page.lead_city):
        url = reverse("variant_review:hand_over", args=[page.pk])
        yield Button("Céder la main", url, icon_name="arrow-right-full", priority=75)


@hooks.register("construct_page_listing_buttons")
def drop_foreign_listing_buttons(buttons: list[Any], page: Any, user: Any, context: Any = None) -> None:
    buttons[:] = [button for button in buttons if CLOSED not in (getattr(button, "url", None) or "")]


@hooks.register("construct_reports_menu")
def drop_foreign_report(request: HttpRequest, menu_items: list[Any]) -> None:
    menu_items[:] = [item for item in menu_items if CLOSED not in item.url]


LOG_ACTIONS = {
    "publish_variant": ("Publier la variante", "Variante publiée, tous ses segments lus"),
    "schedule_variant": ("Programmer la variante", "Publication de la variante programmée, tous ses segments lus"),
    "unschedule_variant": ("Déprogrammer la variante", "Publication programmée de la variante annulée"),
    "refuse_publication": ("Refuser la variante", "Variante non publiée"),
    "withdraw_variant": ("Retirer la variante", "Variante retirée avec sa version d’origine"),
    "move_variant": ("Déplacer la variante", "Variante déplacée avec sa version d’origine"),
    "await_variant": ("Attendre la variante", "Approuvée, la page attend sa variante pour paraître avec elle"),
    "cancel_release": ("Ne plus attendre la variante", "La page n’attend plus sa variante"),
    "hand_over": ("Céder la main", "Source et variante ont échangé leurs rôles"),
    "publish_together": ("Publier les deux ensemble", "Publiée au même instant que sa variante"),
}


class ReasonedFormatter(LogFormatter):
    """Says the reason after the act, where there is one."""

    def format_message(self, log_entry: Any) -> str:
        reason = log_entry.data.get("reason")
        return f"{self.message}. {reason}" if reason else str(self.message)


@hooks.register("register_log_actions")
def register_log_actions(actions: Any) -> None:
    for name, (label, message) in LOG_ACTIONS.items():
        formatter = type(name, (ReasonedFormatter,), {"label": label, "message": message})
        actions.register_action(f"localization.{name}")(formatter)
