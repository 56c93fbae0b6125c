"""Writing to the cities and pointing out an error, as a citizen without cookies does; and as somebody hostile does."""

from __future__ import annotations

import html5lib
import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client

from portal.correspondence.models import ContactMessage, ErrorReport
from tests import factories
from tests.public_forms.filling import token

pytestmark = pytest.mark.django_db
CONTACT, ERROR = "/fr-ca/contact/", "/fr-fr/signaler-une-erreur/"
ADDRESSES = (CONTACT, ERROR, "/fr-fr/contact/merci/", "/fr-ca/signaler-une-erreur/merci/?ville=pau")


@pytest.fixture
def cities(portal):
    for city in portal.cities.values():
        city.contact_email = f"courrier@{city.slug}.example"
        city.save()
    return portal


def contact(**changes):
    values = {
        "token": token("contact"),
        "city": "pau",
        "sender": "Camille Exemple",
        "email": "camille@exemple.org",
        "text": "Bonjour, où lire la convention ?",
    }
    return {**values, **changes}


def report(**changes):
    return {"token": token("erreur"), "page_address": "/fr-ca/news/", "text": "Un lien rompu.", **changes}


def post(client, address, data):
    with factories.background_tasks():
        return client.post(address, data)


def test_message_is_kept_and_mailed_to_the_city_that_was_chosen(cities):
    client = Client(enforce_csrf_checks=True)
    answer = post(client, CONTACT, contact())
    assert (answer.status_code, answer.url) == (303, "/fr-ca/contact/merci/?ville=pau")
    message = ContactMessage.objects.get()
    assert (message.city, message.variant, message.name) == (cities.pau, "fr-ca", "Camille Exemple")
    (sent,) = mail.outbox
    assert sent.to == ["courrier@pau.example"]
    assert sent.reply_to == ["camille@exemple.org"]
    assert "où lire la convention" in sent.body
    assert f"/admin/courrier/messages/{message.pk}/" in sent.body
    assert message.mailed_at


def test_message_to_both_cities_arrives_at_each(cities, client):
    post(client, CONTACT, contact(city="les-deux"))
    assert {message.city.slug for message in ContactMessage.objects.all()} == {"thetford-mines", "pau"}
    assert sorted(sent.to[0] for sent in mail.outbox) == ["courrier@pau.example", "courrier@thetford-mines.example"]
    assert all("Il s’adresse aux deux villes" in sent.body for sent in mail.outbox)


def test_answer_says_what_happens_next_and_when(cities, client):
    cities.pau.answer_within_days = 7
    cities.pau.save()
    text = client.get("/fr-ca/contact/merci/?ville=pau").text
    assert "À Pau" in text
    assert "7 jours ouvrables" in text
    assert "À Thetford Mines" not in text


def test_city_without_an_address_is_told_through_its_editors(portal, client):
    post(client, CONTACT, contact(city="thetford-mines"))
    assert mail.outbox[0].to == ["thetford-mines-redaction@example.org"]


def test_error_goes_to_the_city_that_leads_the_page__in_either_tree(cities, client):
    page = factories.news_page(cities, cities.thetford)
    variant = factories.publish_variant(cities, page)
    mail.outbox.clear()
    answer = post(client, ERROR, report(page_address=f"http://testserver{variant.url}?x=1"))
    assert answer.status_code == 303
    found = ErrorReport.objects.get()
    assert (found.city, found.page_id, found.page_address) == (cities.thetford, variant.pk, variant.url)
    assert mail.outbox[-1].to == ["courrier@thetford-mines.example"]


def test_error_on_what_is_no_page_goes_to_the_city_of_the_variant(cities, client):
    post(client, ERROR, report(page_address="/donnees/"))
    assert ErrorReport.objects.get().city == cities.pau


def test_foot_of_every_page_leads_to_the_form__with_the_page(portal, client):
    page = factories.news_page(portal, portal.thetford)
    for address in (page.url, "/fr-ca/", "/fr-ca/contact/"):
        assert f'href="/fr-ca/signaler-une-erreur/?page={address}"' in client.get(address).text.replace("%2F", "/")
    assert 'href="/fr-fr/signaler-une-erreur/?page=' in client.get("/donnees/").text
    assert f'value="{page.url}"' in client.get(f"/fr-ca/signaler-une-erreur/?page={page.url}").text


@pytest.mark.parametrize("address", ADDRESSES)
def test_screens_set_no_cookie__and_are_valid_html(portal, client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    assert not answer.cookies
    assert "unsafe-inline" not in answer["Content-Security-Policy"]
    assert "csrfmiddlewaretoken" not in answer.text
    html5lib.HTMLParser(strict=True).parse(answer.text)


def test_variant_switch_leads_to_the_same_form(portal, client):
    assert 'href="/fr-fr/contact/"' in client.get(CONTACT).text
    assert 'href="/fr-ca/signaler-une-erreur/"' in client.get(ERROR).text


# What is wrong is said, and nothing is lost


def test_errors_are_named_at_the_top_and_at_their_fields__typed_text_kept(portal, client):
    answer = client.post(CONTACT, contact(email="camille", city="", text="Mon long message"))
    assert answer.status_code == 422
    assert not answer.cookies
    document = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(answer.text)
    assert "À corriger" in document.find(".//title").text
    links = {link.get("href") for link in document.findall(".//div[@role='alert']//a")}
    assert links == {"#id_email", "#id_city"}
    field = document.find(".//input[@id='id_email']")
    assert (field.get("aria-invalid"), field.get("value")) == ("true", "camille")
    assert "id_email_error" in field.get("aria-describedby")
    assert document.find(".//*[@id='id_email_error']").text
    assert document.find(".//fieldset").get("aria-describedby") == "id_city_error"
    assert "Mon long message" in answer.text
    assert not ContactMessage.objects.exists()


def test_form_that_is_shown_again_may_be_sent_at_once(portal, client):
    refused = client.post(CONTACT, contact(email=""))
    kept = refused.context["form"].token_to_show.text
    assert client.post(CONTACT, contact(token=kept)).status_code == 303


@pytest.mark.parametrize("text", [token("contact", -3600), token("erreur"), "faux", ""])
def test_forged_or_hasty_form_is_refused__typed_text_kept(portal, client, text):
    answer = post(client, CONTACT, contact(token=text))
    assert answer.status_code == 422
    assert "où lire la convention" in answer.text
    assert not ContactMessage.objects.exists()
    assert not mail.outbox


def test_form_sent_from_another_site_is_refused(portal, client):
    answer = client.post(CONTACT, contact(), headers={"sec-fetch-site": "cross-site"})
    assert answer.status_code == 422
    assert not ContactMessage.objects.exists()


def test_robot_that_fills_in_everything_is_refused(portal, client):
    answer = client.post(CONTACT, contact(website="https://exemple.org"))
    assert answer.status_code == 422
    assert not ContactMessage.objects.exists()
    assert "https://exemple.org" not in answer.text


def test_same_sending_twice_is_received_once(cities, client):
    data = contact(city="les-deux")
    assert [post(client, CONTACT, data).status_code for _ in range(2)] == [303, 303]
    assert ContactMessage.objects.count() == len(mail.outbox) == 2


def test_sixth_sending_from_one_address_is_refused__typed_text_kept(portal, client):
    answers = [client.post(CONTACT, contact()) for _ in range(6)]
    assert [answer.status_code for answer in answers] == [303] * 5 + [429]
    assert "où lire la convention" in answers[-1].text
    assert ContactMessage.objects.count() == 5


def test_form_is_full_for_everybody__when_the_hour_brought_its_share(portal, client, settings, monkeypatch):
    settings.PUBLIC_FORM_LIMIT_PER_HOUR = 2
    monkeypatch.setattr(cache, "add", lambda *args: 1 / 0)
    assert [client.post(CONTACT, contact()).status_code for _ in range(3)] == [303, 303, 429]
    assert client.post(ERROR, report()).status_code == 303


# Hostile texts

HOSTILE = [
    "<script>alert(1)</script>",
    "{{ settings.SECRET_KEY }}{% load x %}",
    "'; DROP TABLE correspondence_contactmessage; --",
    "\u202egnp.exe\u2066",
    "À\r\nBcc: tous@exemple.org\r\n\r\nbonjour",
    "=cmd|' /C calc'!A0",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(cities, client, text):
    assert post(client, CONTACT, contact(text=text, sender=text)).status_code == 303
    (sent,) = mail.outbox
    assert sent.recipients() == ["courrier@pau.example"]
    headers = sent.message().as_string().partition("\n\n")[0]
    assert "Bcc" not in headers
    assert "script" not in headers
    client.force_login(cities.people["pau-redaction"])
    shown = client.get(f"/admin/courrier/messages/{ContactMessage.objects.get().pk}/").text
    assert "<script>alert" not in shown


@pytest.mark.parametrize("email", ["a@exemple.org\r\nBcc: b@exemple.org", "a@exemple.org, b@exemple.org", "a" * 300])
def test_address_that_would_reach_others_is_refused(cities, client, email):
    assert post(client, CONTACT, contact(email=email)).status_code == 422
    assert not mail.outbox


@pytest.mark.parametrize(
    "address",
    ["https://exemple.org/fr-ca/", "//exemple.org/", "javascript:alert(1)", "/\\exemple.org", "http://[", "é" * 600],
)
def test_page_of_another_site_is_refused(portal, client, address):
    assert client.post(ERROR, report(page_address=address)).status_code == 422
    assert f'value="{address}"' not in client.get(ERROR, {"page": address}).text
    assert not ErrorReport.objects.exists()


def test_huge_text_is_refused_with_its_length__and_kept(portal, client):
    answer = client.post(CONTACT, contact(text="é" * 200_000))
    assert answer.status_code == 422
    assert "il en compte 200000" in answer.text
    assert "é" * 200_000 in answer.text


def test_enormous_request_is_refused(portal, client):
    assert client.post(CONTACT, contact(text="e" * 3_000_000)).status_code == 400


@pytest.mark.parametrize("text", ["nul \x00 ici", "\x00"])
def test_null_character_is_refused_in_french(portal, client, text):
    answer = client.post(CONTACT, contact(text=text))
    assert answer.status_code == 422
    assert not ContactMessage.objects.exists()
