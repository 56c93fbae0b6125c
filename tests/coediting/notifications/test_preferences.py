"""Each person chooses in Wagtail's account page what to be told of, and when."""

from __future__ import annotations

import pytest
from django.urls import reverse

from portal.coediting.models import NotificationPreference
from portal.coediting.notifications.models import Kind, Pace
from portal.coediting.notifications.preferences import NotificationPreferenceForm

pytestmark = pytest.mark.django_db


@pytest.fixture
def person(portal, client):
    client.force_login(portal.people["pau-redaction"])
    return portal.people["pau-redaction"]


def test_account_page_offers_a_choice_for_each_kind__and_none_of_wagtails(client, person):
    page = client.get(reverse("wagtailadmin_account")).content.decode()
    for kind in Kind:
        assert f'name="courriels-{kind.value}"' in page
    assert "notifications-rejected_notifications" not in page
    assert client.get(reverse("wagtailadmin_account")).headers["Cache-Control"].count("no-store")


def test_account_page_asks_for_a_login(client):
    assert client.get(reverse("wagtailadmin_account")).status_code == 302


def test_choice_is_kept__and_changed(client, person):
    account = {
        "name_email-first_name": "Camille",
        "name_email-last_name": "Exemple",
        "name_email-email": "camille@example.org",
        "locale-preferred_language": "fr-fr",
        "locale-current_time_zone": "Europe/Paris",
        "theme-theme": "system",
        "theme-contrast": "system",
        "theme-density": "default",
        "theme-keyboard_shortcuts": "on",
    }
    for pace in (Pace.DAILY, Pace.NEVER):
        choices = {f"courriels-{kind.value}": pace.value for kind in Kind}
        assert client.post(reverse("wagtailadmin_account"), {**account, **choices}).status_code == 302
        assert set(NotificationPreference.objects.filter(user=person).values_list("pace", flat=True)) == {pace}
        assert NotificationPreference.objects.count() == len(Kind)


def test_unknown_pace_is_refused_in_french(person):
    form = NotificationPreferenceForm({kind.value: "sometimes" for kind in Kind}, instance=person)
    assert not form.is_valid()
    assert "choix" in str(form.errors)
