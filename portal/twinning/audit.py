"""What Wagtail's log keeps of every act: the city it concerns, the very text that was acted on, and why.

Acts of the portal call `record`. Wagtail's own (a draft saved, a page moved…) are completed as they are written.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models.signals import pre_save
from wagtail.log_actions import log
from wagtail.models import COMMENTS_RELATION_NAME, ModelLogEntry, PageLogEntry, Revision

from portal import locales
from portal.twinning.models import City


def record(
    action: str,
    instance: Any,
    *,
    user: Any = None,
    city: City | None = None,
    revision: Revision | None = None,
    reason: str = "",
    **details: Any,
) -> Any:
    """Writes an act into Wagtail's log and answers the entry.

    `city` is the one in whose name the act is done; without it, the one whose tree the page stands in. Without a user,
    whoever sends the request. `details` are further facts that the act keeps, as JSON takes them.
    """
    data = {**details, "city": city.slug if city else "", "reason": reason}
    return log(
        instance=instance,
        action=action,
        user=user,
        revision=revision,
        data={key: value for key, value in data.items() if value not in ("", None)},
    )


NOT_TEXT = frozenset(
    {
        COMMENTS_RELATION_NAME,
        *("live", "expired", "has_unpublished_changes", "first_published_at", "last_published_at"),
        *("latest_revision", "latest_revision_created_at", "live_revision", "draft_title"),
        *("locked", "locked_at", "locked_by", "path", "depth", "numchild", "url_path"),
    }
)
"""What a revision stores beside what it would publish: colleagues' comments, and the state of the row."""


def revision_digest(revision: Revision) -> str:
    """SHA-256, in hexadecimal, of what a revision would publish.

    An autosave writes over the revision of the same person and keeps its number: the number alone names no text.
    """
    text = {name: value for name, value in revision.content.items() if name not in NOT_TEXT}
    serialized = json.dumps(text, sort_keys=True, ensure_ascii=False, separators=(",", ":"), cls=DjangoJSONEncoder)
    return hashlib.sha256(serialized.encode()).hexdigest()


def complete_entry(sender: Any, instance: Any, **kwargs: Any) -> None:
    """Whatever writes it, an entry tells the city and the text."""
    if instance.revision_id:
        instance.data.setdefault("revision_digest", revision_digest(instance.revision))
    if isinstance(instance, PageLogEntry):
        locale = locales.by_code(instance.page.locale.language_code)
        if locale:
            instance.data.setdefault("city", locale.city_slug)


def complete_entries() -> None:
    for model in (PageLogEntry, ModelLogEntry):
        pre_save.connect(complete_entry, sender=model, dispatch_uid="portal.twinning.audit")
