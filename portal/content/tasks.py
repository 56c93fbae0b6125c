"""What happens in the background after a page goes live."""

from __future__ import annotations

from django_tasks import task
from wagtail.models import Page, ReferenceIndex

from portal.content.models import PortalImage
from portal.content.pictures import CARD_FILTERS, LEAD_FILTERS, SHARE_FILTER


@task()
def make_renditions_task(page_id: int) -> None:
    """Makes the sizes in which the page's pictures are shown, so that no visitor waits for them."""
    page = Page.objects.filter(pk=page_id).first()
    if page is None:
        return
    for image in pictures_of(page.specific):
        image.get_renditions(*CARD_FILTERS, *LEAD_FILTERS, SHARE_FILTER)


def pictures_of(page: Page) -> list[PortalImage]:
    """Every picture that a page refers to, in its fields and in its streams."""
    references = ReferenceIndex.get_references_for_object(page).filter(
        to_content_type__app_label="content", to_content_type__model="portalimage"
    )
    return list(PortalImage.objects.filter(pk__in=[reference.to_object_id for reference in references]))
