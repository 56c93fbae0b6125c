"""A page does not take the address of a screen of the portal."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from home.models import StandardPage
from tests import factories

pytestmark = pytest.mark.django_db


def add_below(parent, portal, slug, **fields):
    page = StandardPage(title="Une page", slug=slug, lead_city=portal.thetford, locale=parent.locale, **fields)
    return parent.add_child(instance=page)


@pytest.mark.parametrize(
    "slug", ["contact", "suivre", "signaler-une-erreur", "plan-du-site", "recherche", "en-parallele"]
)
@pytest.mark.parametrize("tag", ["fr-CA", "fr-FR"])
def test_page_below_home_does_not_take_the_address_of_a_screen(portal, slug, tag):
    with pytest.raises(ValidationError, match="Choisissez un autre identifiant"):
        add_below(portal.trees[tag].home, portal, slug)


def test_page_deeper_down_may_have_the_same_name(portal):
    about = add_below(portal.trees["fr-CA"].home, portal, "a-propos")
    page = add_below(about, portal, "contact")
    assert page.url == "/fr-ca/a-propos/contact/"


def test_parallel_view_keeps_its_address_at_every_depth(portal):
    about = add_below(portal.trees["fr-CA"].home, portal, "a-propos")
    with pytest.raises(ValidationError):
        add_below(about, portal, "en-parallele")


def test_editor_is_told_in_the_form(portal, client):
    client.force_login(portal.people["administration"])
    home = portal.trees["fr-CA"].home
    url = reverse("wagtailadmin_pages:add", args=["home", "standardpage", home.pk])
    data = {"title": "Contact", "slug": "contact", "introduction": "", "comments-TOTAL_FORMS": 0, "body-count": 0}
    answer = client.post(url, {**data, "comments-INITIAL_FORMS": 0})
    assert answer.status_code == 200
    assert "Le portail répond déjà à l’adresse /fr-ca/contact/" in answer.text
    assert not StandardPage.objects.filter(slug="contact").exists()


def test_page_that_gets_its_slug_from_its_title__gets_a_free_one(portal):
    home = portal.trees["fr-CA"].home
    page = add_below(home, portal, "")
    page.title, page.slug = "Recherche", ""
    page.full_clean()
    assert page.slug not in ("", "recherche")


def test_edited_page_keeps_its_own_address(portal):
    page = factories.news_page(portal, portal.thetford, slug="contact")
    page.full_clean()
    assert page.url == "/fr-ca/news/contact/"


def test_page_is_not_copied_to_the_address_of_a_screen(portal, client):
    client.force_login(portal.people["administration"])
    home = portal.trees["fr-CA"].home
    page = add_below(home, portal, "a-propos")
    data = {"new_title": "Contact", "new_slug": "contact", "new_parent_page": home.pk}
    answer = client.post(reverse("wagtailadmin_pages:copy", args=[page.pk]), data)
    assert "Le portail répond déjà à l’adresse /fr-ca/contact/" in answer.text
    assert not StandardPage.objects.filter(slug="contact").exists()


def test_page_is_not_moved_to_the_address_of_a_screen(portal, client):
    client.force_login(portal.people["administration"])
    home = portal.trees["fr-CA"].home
    page = add_below(add_below(home, portal, "a-propos"), portal, "contact")
    url = reverse("wagtailadmin_pages:move_confirm", args=[page.pk, home.pk])
    assert "Le portail répond déjà" in client.post(url, follow=True).text
    page.refresh_from_db()
    assert page.url == "/fr-ca/a-propos/contact/"


def test_pages_are_not_moved_together_to_the_address_of_a_screen(portal, client):
    client.force_login(portal.people["administration"])
    home = portal.trees["fr-CA"].home
    page = add_below(add_below(home, portal, "a-propos"), portal, "contact")
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "move"])
    answer = client.post(f"{url}?id={page.pk}&next=/admin/", {"chooser": home.pk}, follow=True)
    assert "Le portail répond déjà" in answer.text
    page.refresh_from_db()
    assert page.url == "/fr-ca/a-propos/contact/"
