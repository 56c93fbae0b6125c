"""The signed time that stands in for a CSRF cookie."""

from __future__ import annotations

import time

import pytest

from portal.public_forms.tokens import FORGED, TOO_FAST, TOO_OLD, TokenRefused, issue_token, read_token


def aged(seconds, name="contact"):
    return issue_token(name, time.time() - seconds)


def test_token_of_a_form_that_was_read_is_accepted():
    token = aged(60)
    assert read_token("contact", token.text).submission == token.submission


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (aged(-3600).text, TOO_FAST),
        (aged(24 * 3600).text, TOO_OLD),
        (aged(60, "erreur").text, FORGED),
        (aged(60).text[:-2] + "xx", FORGED),
        ("", FORGED),
        ("é\x00" * 5000, FORGED),
    ],
)
def test_token_is_refused__with_its_reason(text, reason):
    with pytest.raises(TokenRefused, match=reason[:40]):
        read_token("contact", text)


def test_no_two_tokens_are_alike():
    assert issue_token("contact").submission != issue_token("contact").submission
