"""The signed time of a form: when it was shown, and which sending this is. It stands where a CSRF cookie would."""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass

from django.conf import settings
from django.core import signing

SALT = "portal.public_forms"
FORGED = "Ce formulaire n’a pas été reconnu. Votre texte est gardé\u00a0: envoyez-le de nouveau."
TOO_FAST = "Le formulaire est revenu en un éclair. Votre texte est gardé\u00a0: renvoyez-le dans quelques secondes."
TOO_OLD = "Cette page est restée ouverte trop longtemps. Votre texte est gardé\u00a0: envoyez-le de nouveau."


class TokenRefused(Exception):
    """The message says why, in French, and what to do."""


@dataclass(frozen=True)
class Token:
    submission: str
    """Names one sending: a form sent twice is received once."""
    issued_at: float
    text: str


def issue_token(form_name: str, issued_at: float | None = None) -> Token:
    submission = secrets.token_hex(16)
    moment = time.time() if issued_at is None else issued_at
    return Token(submission, moment, signing.dumps([form_name, submission, moment], salt=SALT))


def read_token(form_name: str, text: str) -> Token:
    """The token that a form carries. Raises TokenRefused for one forged, another form’s, too young or too old."""
    try:
        name, submission, issued_at = signing.loads(text, salt=SALT)
    except (signing.BadSignature, ValueError, TypeError):
        raise TokenRefused(FORGED) from None
    if name != form_name:
        raise TokenRefused(FORGED)
    age = time.time() - issued_at
    if age < settings.PUBLIC_FORM_MIN_AGE_SECONDS:
        raise TokenRefused(TOO_FAST)
    if age > settings.PUBLIC_FORM_MAX_AGE_SECONDS:
        raise TokenRefused(TOO_OLD)
    return Token(submission, issued_at, text)
