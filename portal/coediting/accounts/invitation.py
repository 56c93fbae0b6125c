"""The e-mail that opens an account to its holder."""

from __future__ import annotations

import logging
from typing import Any

from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

logger = logging.getLogger(__name__)
SECONDS_A_DAY = 86_400
SUBJECT = "Votre compte sur le portail du jumelage"


def send_invitation(person: Any, manager: Any) -> None:
    """Never fails: the account stands, and its holder may ask for another link from the login form."""
    base = settings.WAGTAILADMIN_BASE_URL.rstrip("/")
    arguments = [urlsafe_base64_encode(force_bytes(person.pk)), default_token_generator.make_token(person)]
    context = {
        "person": person,
        "manager": manager,
        "groups": person.groups.order_by("name"),
        "address": base + reverse("wagtailadmin_password_reset_confirm", args=arguments),
        "again": base + reverse("wagtailadmin_password_reset"),
        "days": settings.PASSWORD_RESET_TIMEOUT // SECONDS_A_DAY,
    }
    try:
        send_mail(SUBJECT, render_to_string("emails/invitation.txt", context), None, [person.email])
    except OSError:
        logger.exception("the invitation of account %s did not leave", person.pk)
