"""The guide in Wagtail's admin, in the place of Wagtail's own, which is in English and on another site."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import include, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from portal.guide import views

WAGTAIL_S_OWN = ("editor-guide", "whats-new-in-wagtail")


@hooks.register("register_admin_urls")
def register_guide_urls() -> list[Any]:
    addresses = [path("", views.index, name="index"), path("<slug:slug>/", views.page, name="page")]
    return [path("guide/", include((addresses, "guide")))]


@hooks.register("register_admin_menu_item")
def register_guide_menu_item() -> MenuItem:
    return MenuItem("Guide", reverse("guide:index"), name="guide", icon_name="help", order=10900)


@hooks.register("construct_help_menu")
def drop_foreign_guides(request: HttpRequest, menu_items: list[Any]) -> None:
    menu_items[:] = [item for item in menu_items if not item.name.startswith(WAGTAIL_S_OWN)]
