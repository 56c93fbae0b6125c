"""When the index is read again: once what changed is committed. What is private is left out of every answer anyway."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import post_page_move

from home.models import CooperationPage
from portal.content.registry import has_view_restrictions
from portal.search.engines import engine
from portal.search.indexing import renew
from portal.search.models import SearchEntry
from portal.search.vocabulary import count_words
from portal.twinning.models import AgreementStage, CooperationAxis, FundingProgramme, TwinningAgreement

DRAFT_FIELDS = frozenset(
    {"draft_title", "has_unpublished_changes", "latest_revision", "latest_revision_id", "latest_revision_created_at"}
)
"""What saving a draft writes on a page: nothing that citizens see."""
SHOWN_ON_COOPERATION = (AgreementStage, CooperationAxis, FundingProgramme, TwinningAgreement)


def renew_once_committed(keys: Iterable[UUID]) -> None:
    """A fault in the index is logged and never stops a publication; the nightly command mends it."""
    for key in keys:
        transaction.on_commit(partial(renew, key), robust=True)


def renew_page(sender: Any, instance: Any, **kwargs: Any) -> None:
    fields = kwargs.get("update_fields")
    if issubclass(sender, Page) and (fields is None or not DRAFT_FIELDS.issuperset(fields)):
        renew_once_committed([instance.translation_key])


def renew_below(page: Page) -> None:
    below = Page.objects.descendant_of(page, inclusive=True)
    renew_once_committed(below.values_list("translation_key", flat=True).distinct())


def renew_restricted(sender: Any, instance: Any, **kwargs: Any) -> None:
    if page := Page.objects.filter(pk=instance.page_id).first():
        renew_below(page)


def renew_moved(sender: Any, instance: Any, **kwargs: Any) -> None:
    """A page keeps its words and its address is its own: only what is private may change."""
    if has_view_restrictions():
        renew_below(instance)


def renew_cooperation(sender: Any, **kwargs: Any) -> None:
    renew_once_committed(CooperationPage.objects.values_list("translation_key", flat=True).distinct())


def forget_words(sender: Any, instance: SearchEntry, **kwargs: Any) -> None:
    engine().forget([instance.pk])
    lost = instance.words.split()
    transaction.on_commit(lambda: count_words({}, lost), robust=True)


def connect() -> None:
    for signal in (post_save, post_delete):
        signal.connect(renew_page, dispatch_uid="search_page")
        signal.connect(renew_restricted, sender=PageViewRestriction, dispatch_uid="search_restriction")
        for model in SHOWN_ON_COOPERATION:
            signal.connect(renew_cooperation, sender=model, dispatch_uid=f"search_{model.__name__}")
    post_page_move.connect(renew_moved, dispatch_uid="search_move")
    post_delete.connect(forget_words, sender=SearchEntry, dispatch_uid="search_forget")
