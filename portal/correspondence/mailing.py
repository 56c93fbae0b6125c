"""The mail by which a city learns what a citizen wrote. Headers hold nothing that was typed but the answer address."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation

from portal.correspondence.models import ContactMessage, ErrorReport
from portal.twinning.models import City

MODELS = {"messages": ContactMessage, "erreurs": ErrorReport}


def kind_of(letter: Any) -> str:
    """The letter's word in addresses of the admin: « messages » or « erreurs »."""
    return next(kind for kind, model in MODELS.items() if isinstance(letter, model))


def mail_to_city(model: Any, pk: int) -> bool:
    """Whether the letter was mailed now. The row is held while the mail leaves, so that two processes send one."""
    with transaction.atomic():
        letter = model.objects.select_for_update().filter(pk=pk, mailed_at=None).first()
        if letter is None:
            return False
        with translation.override(letter.city.locale_code):
            message = _compose(letter)
        if not message.to:
            return False
        message.send()
        letter.mailed_at = timezone.now()
        letter.save(update_fields=["mailed_at"])
    return True


def recipients(city: City) -> list[str]:
    """The city's contact address; until it has one, its editors, so that no letter stays unseen."""
    if city.contact_email:
        return [city.contact_email]
    if city.editors is None:
        return []
    people = city.editors.user_set.filter(is_active=True).exclude(email="")
    return list(people.order_by("pk").values_list("email", flat=True))


def answer_link(letter: Any) -> str:
    """A mailto: link with the subject of the answer; empty when the citizen left no address."""
    if not letter.email:
        return ""
    return f"mailto:{quote(letter.email, safe='@')}?subject={quote(_answer_subject(letter))}"


def _answer_subject(letter: Any) -> str:
    if isinstance(letter, ErrorReport):
        return "Votre signalement sur le portail du jumelage"
    return "Votre message au portail du jumelage"


def _compose(letter: Any) -> EmailMessage:
    kind = kind_of(letter)
    link = settings.WAGTAILADMIN_BASE_URL.rstrip("/") + reverse("correspondence:letter", args=[kind, letter.pk])
    what = "Erreur signalée" if kind == "erreurs" else "Message"
    return EmailMessage(
        subject=f"{what} n°\u00a0{letter.pk} pour {letter.city}, par le portail du jumelage",
        body=render_to_string(f"emails/correspondence/{kind}.txt", {"letter": letter, "link": link}),
        to=recipients(letter.city),
        reply_to=[letter.email] if letter.email else None,
        headers={"Auto-Submitted": "auto-generated"},
    )
