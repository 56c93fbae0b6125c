"""What the news add to Wagtail’s admin: the import of press releases, and the promises that are late."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from news.late_commitments import LateCommitments
from news.views import import_communique, may_import


class ImportMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_import(request.user)


@hooks.register("register_admin_urls")
def register_import_url() -> list[Any]:
    return [path("importer-un-communique/", import_communique, name="import_communique")]


@hooks.register("register_admin_menu_item")
def register_import_menu_item() -> MenuItem:
    return ImportMenuItem(
        "Communiqués", reverse("import_communique"), name="import-communique", icon_name="upload", order=160
    )


@hooks.register("register_todo_section")
def register_late_commitments() -> LateCommitments:
    return LateCommitments()
