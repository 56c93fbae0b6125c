"""From notifications to one e-mail, in text and HTML, in its reader's variant."""

from __future__ import annotations

import re
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation

from portal import locales
from portal.coediting.notifications import sentences
from portal.coediting.notifications.changes import NO_CHANGES, Changes, bounded, page_changes
from portal.coediting.notifications.models import Kind, Notification
from portal.coediting.notifications.readers import OF_A_VARIANT, locale_of, may_read_drafts
from portal.localization.changed_passages import changed_passages

MAX_SUBJECT = 150
UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]+")
"""Line ends, control characters and marks that turn the direction of writing."""


class Entry(NamedTuple):
    """What an e-mail says of one notification."""

    notification: Notification
    headline: str
    text: str
    action: str
    address: str
    changes: Changes


def compose(rows: list[Notification]) -> EmailMultiAlternatives:
    """One e-mail with notifications of the same reader and claim."""
    reader = rows[0].recipient
    locale = locale_of(reader)
    with translation.override(locale.code), timezone.override(locale.zone):
        entries = [_entry(row) for row in rows]
        context = {
            "reader": reader,
            "locale": locale,
            "entries": entries,
            "home": whole_address(reverse("wagtailadmin_home")),
            "preferences": whole_address(reverse("wagtailadmin_account") + "#tab-notifications"),
        }
        message = EmailMultiAlternatives(
            subject=_subject(entries),
            body=render_to_string("emails/message.txt", context),
            to=[reader.email],
            headers=_headers(rows[0], locale),
        )
        message.attach_alternative(render_to_string("emails/message.html", context), "text/html")
    return message


def whole_address(path: str) -> str:
    return settings.WAGTAILADMIN_BASE_URL.rstrip("/") + path


def _subject(entries: list[Entry]) -> str:
    """On one line, whatever the title of a page holds."""
    text = entries[0].headline if len(entries) == 1 else sentences.digest_headline(len(entries))
    line = UNSEEN.sub(" ", text)
    return line if len(line) <= MAX_SUBJECT else line[: MAX_SUBJECT - 1] + "…"


def _headers(first: Notification, locale: locales.PortalLocale) -> dict[str, str]:
    host = urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname or "localhost"
    return {
        "Message-ID": f"<{first.claim}@{host}>",
        "Auto-Submitted": "auto-generated",
        "List-Id": f"<avis.{host}>",
        "Content-Language": locale.tag,
    }


def _entry(row: Notification) -> Entry:
    sees_drafts = row.kind in OF_A_VARIANT or may_read_drafts(row.recipient, row.page)
    title = row.page.get_admin_display_title() if sees_drafts else row.page.title
    sentence = sentences.of(row, title)
    return Entry(
        notification=row,
        headline=sentence.headline,
        text=sentence.text,
        action=sentence.action,
        address=whole_address(_path(row)),
        changes=_changes(row) if sees_drafts else NO_CHANGES,
    )


def _path(row: Notification) -> str:
    """Where the reader does what the message asks for."""
    if row.kind in OF_A_VARIANT:
        return reverse("variant_review:review", args=[row.page_id])
    if row.kind == Kind.PUBLISHED:
        parts = row.page.specific.get_url_parts()
        return parts[2] if parts else reverse("wagtailadmin_explore", args=[row.page_id])
    return reverse("coediting:key" if row.kind == Kind.SUBMITTED else "wagtailadmin_pages:edit", args=[row.page_id])


def _changes(row: Notification) -> Changes:
    if row.kind in OF_A_VARIANT:
        return bounded(changed_passages(row.page.specific))
    if row.kind == Kind.MENTIONED or row.revision is None:
        return NO_CHANGES
    return page_changes(_as_page(row.former_revision), _as_page(row.revision))


def _as_page(revision: Any) -> Any:
    return revision.as_object() if revision else None
