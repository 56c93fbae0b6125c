"""The mails of the letters, as text and as HTML, in the follower's variant."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.text import Truncator

from portal.letters.bounces import envelope_sender
from portal.letters.links import confirm_address, preferences_address, unsubscribe_address
from portal.letters.models import Follower


def mail_invitation(follower: Follower) -> None:
    """Asks to confirm; a confirmed follower is reminded of the links instead."""
    if follower.is_confirmed:
        subject, name = "Vous suivez déjà le jumelage", "reminder"
        links = {"preferences": preferences_address(follower), "unsubscribe": unsubscribe_address(follower)}
    else:
        subject, name = "Confirmez votre abonnement au jumelage", "invitation"
        links = {"confirm": confirm_address(follower), "hours": str(settings.LETTERS_CONFIRM_WITHIN_HOURS)}
    _compose(follower, subject, name, links).send()


def letter(follower: Follower, pages: list[Any]) -> EmailMultiAlternatives:
    """A letter about some pages, with the headers by which a mailbox offers to leave in one click (RFC 8058)."""
    origin = settings.WAGTAILADMIN_BASE_URL.rstrip("/")
    leave = unsubscribe_address(follower)
    with translation.override(follower.variant):
        items = [{"page": page, "address": origin + page.get_url_parts()[2]} for page in pages]
    context = {"items": items, "preferences": preferences_address(follower), "unsubscribe": leave}
    message = _compose(follower, _subject(pages), "letter", context)
    message.extra_headers |= {
        "List-Unsubscribe": f"<{leave}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Precedence": "bulk",
    }
    return message


def _subject(pages: list[Any]) -> str:
    title = Truncator(" ".join(pages[0].title.split())).chars(90)
    if len(pages) == 1:
        return f"Jumelage\u00a0: {title}"
    return f"Jumelage\u00a0: {len(pages)} pages, dont «\u00a0{title}\u00a0»"


def _compose(follower: Follower, subject: str, name: str, context: dict[str, Any]) -> EmailMultiAlternatives:
    with translation.override(follower.variant):
        known = {**context, "follower": follower, "subject": subject}
        text = render_to_string(f"emails/letters/{name}.txt", known)
        html = render_to_string(f"emails/letters/{name}.html", known)
    message = EmailMultiAlternatives(
        subject=subject,
        body=text,
        from_email=envelope_sender(follower),
        to=[follower.email],
        headers={"From": settings.DEFAULT_FROM_EMAIL, "Auto-Submitted": "auto-generated"},
    )
    message.attach_alternative(html, "text/html")
    return message
