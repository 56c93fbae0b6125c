"""Refuses to delete a picture, a document or a row of the registry as long as a published page uses it.

Whichever way it is asked for: one by one, in bulk, by a script. Pages have their own rule, in their permissions.
"""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db.models import QuerySet
from django.db.models.signals import pre_delete
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page, ReferenceIndex, get_default_page_content_type


class StillInUse(Exception):
    """Raised before anything is deleted. `pages` are the published pages that use `instance`."""

    def __init__(self, instance: Any, pages: list[Page]) -> None:
        super().__init__(f"« {instance} » sert encore à des pages publiées.")
        self.instance = instance
        self.pages = pages


def published_uses(instance: Any) -> QuerySet[Page]:
    """The published pages that refer to an object, archived ones among them."""
    references = ReferenceIndex.get_references_to(instance).filter(base_content_type=get_default_page_content_type())
    keys = {int(key) for key in references.values_list("object_id", flat=True)}
    return Page.objects.live().filter(pk__in=keys | _related_by_many(instance))


def _related_by_many(instance: Any) -> set[int]:
    """The pages that name an object in a many-to-many field, which Wagtail's index leaves out."""
    keys: set[int] = set()
    for relation in instance._meta.related_objects:
        if relation.many_to_many and issubclass(relation.related_model, Page):
            pages = relation.related_model._base_manager.filter(**{relation.field.name: instance})
            keys.update(pages.values_list("pk", flat=True))
    return keys


def refuse_deletion(sender: Any, instance: Any, **kwargs: Any) -> None:
    pages = list(published_uses(instance).order_by("path"))
    if pages:
        raise StillInUse(instance, pages)


def guard_deletions() -> None:
    registry = apps.get_app_config("twinning").get_models()
    for model in [get_image_model(), get_document_model(), *registry]:
        pre_delete.connect(refuse_deletion, sender=model, dispatch_uid=f"still_in_use_{model._meta.label}")
