"""What was once published is archived instead of deleted: it keeps its address and leaves the lists."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, PageLogEntry, Revision

from home.models import StandardPage
from portal.coediting.approval.emergency import PublishAtOnceAction
from portal.coediting.approval.send_back import SendBackAction
from portal.coediting.archives.actions import ArchivePageAction, RestorePageAction
from portal.localization.models import AwaitedRelease
from tests import factories
from tests.coediting.editing import sign_in


@pytest.fixture
def page(portal: Any) -> Any:
    source = factories.news_page(portal, portal.thetford)
    factories.publish_variant(portal, source)
    return source


@pytest.fixture
def approver(portal: Any) -> Any:
    return portal.people["thetford-mines-approbation"]


def fresh(page: Any) -> Any:
    return type(page).objects.get(pk=page.pk)


def test_archived_page_keeps_its_address_and_says_so_in_each_variant(client, portal, page, approver):
    ArchivePageAction(page, approver).execute()
    for shown in (page, factories.variant_of(page)):
        html = client.get(shown.url).content.decode()
        assert re.search(r'class="archived">Archivé le <time datetime="[\d-]+">', html)
        assert '<meta name="robots" content="noindex">' in html


def test_archived_page_leaves_lists_feeds_home_and_sitemap(client, portal, page, approver):
    places = ["/fr-ca/", "/fr-ca/news/", "/fr-ca/actualites.atom", "/sitemap-1.xml", "/fr-fr/", "/fr-fr/news/"]
    assert all("atelier-commun" in client.get(place).content.decode() for place in places)
    ArchivePageAction(page, approver).execute()
    assert not [place for place in places if "atelier-commun" in client.get(place).content.decode()]


def test_archived_mission_leaves_the_calendar_to_subscribe_to__not_its_own(client, portal, approver):
    mission = factories.delegation_page(portal, portal.thetford)
    ArchivePageAction(mission, approver).execute()
    assert b"BEGIN:VEVENT" not in client.get("/fr-ca/delegations.ics").content
    assert b"BEGIN:VEVENT" in client.get("/fr-ca/delegations/mission-d-essai.ics").content


def test_archived_page_leaves_the_menus(client, portal, approver):
    home = portal.trees["fr-CA"].home
    notice = factories._add(home, StandardPage(title="Avis", slug="avis", lead_city=portal.thetford), publish=True)
    assert "/fr-ca/avis/" in client.get("/fr-ca/").content.decode()
    ArchivePageAction(notice, approver).execute()
    assert "/fr-ca/avis/" not in client.get("/fr-ca/").content.decode()
    assert client.get("/fr-ca/avis/").status_code == 200


def test_questions_tell_archived_pages_from_others(portal, page, approver):
    model = type(page)
    ArchivePageAction(page, approver).execute()
    assert model.objects.archived().count() == 2
    assert not model.objects.not_archived().exists()
    assert fresh(page).get_admin_display_title().endswith("(archivée)")


def test_restored_page_is_back_in_the_lists(client, portal, page, approver):
    ArchivePageAction(page, approver).execute()
    RestorePageAction(fresh(page), approver).execute()
    for place in ("/fr-ca/news/", "/fr-fr/news/"):
        assert "atelier-commun" in client.get(place).content.decode()
    assert fresh(page).archived_at is None


def test_older_revision_does_not_take_a_page_out_of_the_archive(portal, page, approver):
    ArchivePageAction(page, approver).execute()
    page.revisions.first().publish()
    assert fresh(page).archived_at
    assert fresh(page).get_latest_revision_as_object().archived_at


@pytest.mark.parametrize("name", ["thetford-mines-redaction", "pau-approbation", "pau-revision", "administration"])
def test_only_approvers_of_the_leading_city_archive_and_restore(name, portal, page, approver):
    with pytest.raises(PermissionDenied, match="groupe d’approbation de la ville"):
        ArchivePageAction(page, portal.people[name]).execute()
    assert fresh(page).archived_at is None
    ArchivePageAction(page, approver).execute()
    with pytest.raises(PermissionDenied):
        RestorePageAction(fresh(page), portal.people[name]).execute()
    assert fresh(page).archived_at


def test_what_cannot_be_archived_says_why(portal, page, approver):
    draft = factories.news_page(portal, portal.thetford, publish=False, slug="brouillon")
    refused = {
        "avec sa version d’origine": factories.variant_of(page),
        "jamais été publiée": draft,
        "page d’accueil": portal.trees["fr-CA"].home,
    }
    for reason, refused_page in refused.items():
        with pytest.raises(PermissionDenied, match=reason):
            ArchivePageAction(refused_page, approver).check()
    index = factories.publish(portal.trees["fr-CA"].news)
    with pytest.raises(PermissionDenied, match="Archivez-les d’abord"):
        ArchivePageAction(index, approver).check()
    ArchivePageAction(page, approver).execute()
    with pytest.raises(PermissionDenied, match="déjà archivée"):
        ArchivePageAction(page, approver).check()


def test_page_that_waits_for_a_key_is_not_archived__until_it_waits_no_more(portal, page, approver):
    writer = portal.people["thetford-mines-redaction"]
    changed = factories.edit(page, writer, introduction="Un chapô nouveau.")
    changed.get_workflow().start(changed, writer)
    with pytest.raises(PermissionDenied, match="attend une clé"):
        ArchivePageAction(fresh(page), approver).execute()
    assert fresh(page).archived_at is None
    factories.answer(SendBackAction, page, approver, comment="Plutôt l’archiver.")
    ArchivePageAction(fresh(page), approver).execute()
    assert fresh(page).archived_at


def test_page_that_will_still_change_is_not_archived(portal, page, approver):
    revision = factories.edit(page, approver).latest_revision
    awaited = AwaitedRelease.objects.create(page_id=page.pk, revision=revision, digest="")
    with pytest.raises(PermissionDenied, match="attend sa variante"):
        ArchivePageAction(fresh(page), approver).check()
    awaited.delete()
    Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=timezone.now() + dt.timedelta(days=1))
    with pytest.raises(PermissionDenied, match="est programmée"):
        ArchivePageAction(fresh(page), approver).check()


def test_archived_page_is_not_published_in_an_emergency(portal, page, approver):
    ArchivePageAction(page, approver).execute()
    reason = "Une crue menace la ville, ceci ne peut attendre."
    action = PublishAtOnceAction(fresh(page), portal.people["administration"], digest="", reason=reason)
    with pytest.raises(PermissionDenied, match="Restaurez-la"):
        action.check()


def test_archived_page_is_neither_edited_nor_published_nor_deleted(portal, page, approver):
    ArchivePageAction(page, approver).execute()
    for person in (approver, portal.people["administration"]):
        tester = fresh(page).permissions_for_user(person)
        assert not (tester.can_edit() or tester.can_publish() or tester.can_delete())


def test_archiving_from_the_admin_is_logged_with_its_reason(portal, page, approver):
    client = sign_in(approver)
    explorer = client.get(reverse("wagtailadmin_explore", args=[page.get_parent().pk])).content.decode()
    address = reverse("archive_page", args=[page.pk])
    assert address in explorer
    assert "Archiver la page" in client.get(address).content.decode()
    assert fresh(page).archived_at is None
    client.post(address, {"reason": "La collecte est finie."})
    assert fresh(page).archived_at
    entry = PageLogEntry.objects.get(action="coediting.archive")
    assert (entry.data["reason"], entry.data["city"]) == ("La collecte est finie.", "thetford-mines")
    client.post(reverse("restore_page", args=[page.pk]))
    assert fresh(page).archived_at is None


def test_archiving_from_the_admin_is_refused_with_the_reason(portal, page):
    client = sign_in(portal.people["pau-approbation"])
    answer = client.post(reverse("archive_page", args=[page.pk]), follow=True)
    assert "groupe d’approbation de la ville qui écrit" in answer.content.decode()
    assert fresh(page).archived_at is None


def test_several_pages_are_archived_at_once__those_that_may_be(portal, page, approver):
    draft = factories.news_page(portal, portal.thetford, publish=False, slug="brouillon")
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "archive"])
    client = sign_in(approver)
    address = f"{url}?id={page.pk}&id={draft.pk}&next=/admin/"
    asked = client.get(address).text
    assert "Vous ne pouvez pas archiver" in asked
    assert "jamais été publiée" in asked
    client.post(address)
    assert fresh(page).archived_at
    assert fresh(draft).archived_at is None


def test_what_was_once_published_is_deleted_by_no_path(portal, page):
    client = sign_in(portal.people["administration"])
    parent = page.get_parent()
    for victim in (page, parent):
        client.post(reverse("wagtailadmin_pages:delete", args=[victim.pk]), {"confirm_site_name": "Jumelage"})
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    client.post(f"{bulk}?id={page.pk}&id={parent.pk}&next=/admin/")
    assert Page.objects.filter(pk__in=[page.pk, parent.pk]).count() == 2
