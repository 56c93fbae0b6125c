"""« Courrier » in Wagtail's admin."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import include, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from portal.coediting.actors import actor_of
from portal.correspondence import desk
from portal.correspondence.policies import refuse_to_read


class CorrespondenceMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return refuse_to_read(actor_of(request.user)) is None


@hooks.register("register_admin_urls")
def register_correspondence_urls() -> list[Any]:
    addresses = [
        path("<slug:kind>/", desk.letters, name="list"),
        path("<slug:kind>/resultats/", desk.letters, {"results_only": True}, name="list_results"),
        path("<slug:kind>/<int:pk>/", desk.letter, name="letter"),
    ]
    return [path("courrier/", include((addresses, "correspondence")))]


@hooks.register("register_admin_menu_item")
def register_correspondence_menu_item() -> MenuItem:
    address = reverse("correspondence:list", args=["messages"])
    return CorrespondenceMenuItem("Courrier", address, name="correspondence", icon_name="mail", order=180)
