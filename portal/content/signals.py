"""Which changes begin a new generation, and what a publication sets off."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from wagtail.models import Locale, Page, PageViewRestriction, Site
from wagtail.signals import page_published, post_page_move

from portal.content.kept import begin_generation
from portal.localization.glossary.changes import approved_glossary_changed
from portal.twinning.models import (
    AgreementStage,
    CallForProjects,
    City,
    CooperationAxis,
    FundingProgramme,
    TwinningAgreement,
)

AROUND_EVERY_PAGE = (
    AgreementStage,
    CallForProjects,
    City,
    CooperationAxis,
    FundingProgramme,
    TwinningAgreement,
    Locale,
    Site,
    PageViewRestriction,
)


def begin_generation_of_page(sender: Any, **kwargs: Any) -> None:
    if issubclass(sender, Page):
        begin_generation()


def make_renditions_on_publication(sender: Any, instance: Any, **kwargs: Any) -> None:
    from portal.content.tasks import make_renditions_task

    transaction.on_commit(partial(make_renditions_task.enqueue, instance.pk))


def connect() -> None:
    from portal.content.models import PortalDocument, PortalImage

    page_published.connect(make_renditions_on_publication, dispatch_uid="make_renditions")
    for signal in (post_save, post_delete):
        signal.connect(begin_generation_of_page, dispatch_uid="generation_of_page")
        for model in (*AROUND_EVERY_PAGE, PortalDocument, PortalImage):
            signal.connect(begin_generation, sender=model, dispatch_uid=f"generation_{model.__name__}")
    approved_glossary_changed.connect(begin_generation, dispatch_uid="generation_of_glossary")
    post_page_move.connect(begin_generation, dispatch_uid="generation_of_move")
