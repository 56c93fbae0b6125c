"""Edits as a browser does it: opens the form, types, posts all of it."""

from __future__ import annotations

from typing import Any

from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.http import QueryDict
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, querydict_from_html, rich_text, streamfield

from portal.coediting.conflicts.comparison import CHOICE_PREFIX
from portal.coediting.conflicts.conflict import WAY
from portal.content.models import PortalDocument, PortalImage
from tests.examples.models import ExampleSetting


def sign_in(user: Any) -> Client:
    client = Client()
    client.force_login(user)
    return client


def editor_of(instance: Any) -> str:
    """The address at which an object is edited."""
    if isinstance(instance, ExampleSetting):
        return reverse("wagtailsettings:edit", args=["examples", "examplesetting", instance.site_id])
    if hasattr(instance, "url_path"):
        return reverse("wagtailadmin_pages:edit", args=[instance.pk])
    if isinstance(instance, (PortalImage, PortalDocument)):
        app = "wagtailimages" if isinstance(instance, PortalImage) else "wagtaildocs"
        return reverse(f"{app}:edit", args=[instance.pk])
    if isinstance(instance, get_user_model()):
        return reverse("wagtailusers_users:edit", args=[instance.pk])
    return reverse(f"wagtailsnippets_{instance._meta.app_label}_{instance._meta.model_name}:edit", args=[instance.pk])


def open_form(client: Client, instance: Any) -> Any:
    """What the browser would post if its user changed nothing."""
    html = client.get(editor_of(instance)).content.decode()
    form_id = "page-edit-form" if "page-edit-form" in html else "w-editor-form"
    data = querydict_from_html(html, form_id=form_id)
    if hasattr(instance, "body"):
        data.update(body("La rencontre a duré deux jours."))
    return data


def body(*paragraphs: str) -> dict[str, str]:
    """A stream of texts, as its script posts it."""
    blocks = streamfield([("text", rich_text(f"<p>{paragraph}</p>")) for paragraph in paragraphs])
    return nested_form_data({"body": blocks})


def save(client: Client, instance: Any, data: Any, **typed: Any) -> Any:
    """The answer to the form, posted with what was typed into it."""
    posted = data.copy()
    for name, value in typed.items():
        posted[name] = value
    return client.post(editor_of(instance), posted)


def decide(client: Client, instance: Any, conflict: Any, way: str, **choices: str) -> Any:
    """The answer to one of the ways out of a conflict page, with the choices made field by field."""
    posted = carried(conflict)
    posted[WAY] = way
    for name, choice in choices.items():
        posted[f"{CHOICE_PREFIX}{name}"] = choice
    return client.post(editor_of(instance), posted)


def carried(conflict: Any) -> QueryDict:
    """What the form of a conflict page posts whichever button is pressed."""
    soup = BeautifulSoup(conflict.content, "html.parser").find(id="conflict-form")
    data = QueryDict(mutable=True)
    for field in soup.select("input[type=hidden], input[type=radio][checked]"):
        data.appendlist(field["name"], field["value"])
    return data


def words(conflict: Any) -> str:
    """What the page of a conflict tells its reader."""
    return BeautifulSoup(conflict.content, "html.parser").find(id="conflict-form").get_text(" ", strip=True)
