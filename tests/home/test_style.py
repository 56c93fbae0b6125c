"""The style page: whole in development, absent elsewhere."""

from __future__ import annotations

import pytest
from django.urls import reverse

from home.style import SECTIONS
from home.style_samples import LONGEST_NAME

pytestmark = pytest.mark.django_db
URLS = [reverse("style"), *(reverse("style_section", args=[name]) for name in SECTIONS)]


def test_every_section_is_shown__in_development(settings, client):
    settings.STYLE_PAGE = True
    answers = [client.get(url) for url in URLS]
    assert [answer.status_code for answer in answers] == [200] * len(URLS)
    assert all(f'src="{url}?fond={scheme}"' in answers[0].text for url in URLS[1:] for scheme in ("light", "dark"))
    assert any(LONGEST_NAME in answer.text for answer in answers)
    assert client.get("/style/autre/").status_code == client.get("/style/autre.css").status_code == 404


def test_section_is_shown_in_the_scheme_that_is_asked_for__from_the_portal_s_own_tokens(settings, client):
    settings.STYLE_PAGE = True
    assert 'href="/style/dark.css"' in client.get(f"{URLS[1]}?fond=dark").text
    dark, light = (client.get(f"/style/{scheme}.css").text for scheme in ("dark", "light"))
    assert "@media all" in dark
    assert "prefers-color-scheme" not in dark + light
    assert "color-scheme: dark" in dark


def test_style_page_does_not_exist__outside_of_development(client):
    assert {client.get(url).status_code for url in [*URLS, "/style/dark.css"]} == {404}
