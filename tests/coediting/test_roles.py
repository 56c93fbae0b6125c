"""The groups of both cities hold what the table says: created, repaired, no less and no more."""

from __future__ import annotations

from importlib import import_module
from io import StringIO

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.core.management import CommandError, call_command
from django.core.management.sql import emit_post_migrate_signal
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, GroupSitePermission, Site
from wagtail.permissions import policy_registry

from portal.coediting.roles import ADMINISTRATION, ensure_roles
from portal.content.models import PortalDocument, PortalImage
from portal.twinning.models import City
from tests import factories

pytestmark = pytest.mark.django_db


def repair():
    out = StringIO()
    call_command("repair_roles", stdout=out)
    return out.getvalue().splitlines()


def permission(name):
    app, codename = name.split(".")
    return Permission.objects.get(content_type__app_label=app, codename=codename)


def test_each_city_has_its_four_groups_and_its_collection(portal):
    for city in City.objects.all():
        groups = {city.editors, city.approvers, city.reviewers, city.account_managers}
        assert len(groups) == 4
        assert city.collection.name == str(city)
    assert Collection.objects.filter(name="Commun").count() == 1
    assert Group.objects.filter(name=ADMINISTRATION).count() == 1


def test_repair_has_nothing_to_say__when_all_is_as_it_should(portal):
    assert repair() == ["Les groupes ont déjà exactement leurs droits."]


def test_lost_right_comes_back__and_is_told(portal):
    group = City.objects.get(slug="pau").editors
    group.page_permissions.filter(permission__codename="change_page").delete()
    group.permissions.clear()
    GroupCollectionPermission.objects.filter(group=group).delete()
    told = repair()
    assert "« Pau : rédaction » reçoit wagtailcore.change_page sur « Accueil »." in told
    assert "« Pau : rédaction » reçoit wagtailadmin.access_admin." in told
    assert "« Pau : rédaction » reçoit wagtailimages.add_image sur « Commun »." in told
    assert repair() == ["Les groupes ont déjà exactement leurs droits."]


def test_right_that_the_table_does_not_give_is_taken_away(portal):
    reviewers = City.objects.get(slug="pau").reviewers
    root = Collection.get_first_root_node()
    reviewers.permissions.add(permission("auth.change_group"), permission("wagtail_localize.submit_translation"))
    GroupPagePermission.objects.create(
        group=reviewers, page=portal.trees["fr-CA"].news, permission=permission("wagtailcore.publish_page")
    )
    GroupCollectionPermission.objects.create(
        group=reviewers, collection=root, permission=permission("wagtailcore.change_collection")
    )
    GroupSitePermission.objects.create(
        group=reviewers, site=Site.objects.get(), permission=permission("wagtailcore.change_site")
    )
    assert len(repair()) == 5
    assert [held.codename for held in reviewers.permissions.all()] == ["access_admin"]
    assert not reviewers.page_permissions.exists()
    assert not reviewers.collection_permissions.exists()
    assert not reviewers.site_permissions.exists()


def test_group_that_stands_for_two_roles_is_split(portal):
    pau = City.objects.get(slug="pau")
    pau.approvers = pau.editors
    pau.save()
    repair()
    pau.refresh_from_db()
    assert pau.approvers.name == "Pau : approbation"


def test_renamed_group_stays_the_citys(portal):
    group = City.objects.get(slug="pau").editors
    Group.objects.filter(pk=group.pk).update(name="Rédaction paloise")
    repair()
    assert City.objects.get(slug="pau").editors == group


def test_groups_outside_the_cities_are_left_alone__but_wagtails_own_that_nobody_uses(portal):
    other = Group.objects.create(name="Archives")
    other.permissions.add(permission("wagtailcore.change_site"))
    kept, _ = Group.objects.get_or_create(name="Moderators")
    Group.objects.get_or_create(name="Editors")
    kept.user_set.add(portal.people["pau-redaction"])
    repair()
    assert other.permissions.exists()
    assert set(Group.objects.filter(name__in=("Editors", "Moderators"))) == {kept}


def test_repair_says_to_set_up_first__on_an_empty_portal(db):
    with pytest.raises(CommandError, match="setup_portal"):
        repair()
    assert ensure_roles() == []


@pytest.fixture
def files(portal):
    """One picture for each collection, added by somebody who left."""
    cities = {city.slug: city.collection for city in City.objects.all()}
    places = {**cities, "shared": Collection.objects.get(name="Commun")}
    return {name: factories.picture(title=name, collection=place) for name, place in places.items()}


def allowed(user, action):
    policy = policy_registry.get_by_type(PortalImage)
    return set(policy.instances_user_has_permission_for(user, action).values_list("title", flat=True))


@pytest.mark.parametrize("person", ["pau-redaction", "pau-approbation"])
def test_writers_choose_every_file__and_change_their_citys(files, portal, person):
    user = portal.people[person]
    assert allowed(user, "choose") == {"thetford-mines", "pau", "shared"}
    assert allowed(user, "change") == {"pau"}
    policy = policy_registry.get_by_type(PortalImage)
    added = policy.collections_user_has_permission_for(user, "add").values_list("name", flat=True)
    assert set(added) == {"Pau", "Commun"}
    documents = policy_registry.get_by_type(PortalDocument).collections_user_has_permission_for(user, "add")
    assert set(documents.values_list("name", flat=True)) == {"Pau", "Commun"}


def test_writer_changes_a_shared_file__that_they_added(files, portal):
    user = portal.people["pau-redaction"]
    image = files["shared"]
    image.uploaded_by_user = user
    image.save()
    assert allowed(user, "change") == {"pau", "shared"}
    assert allowed(portal.people["thetford-mines-redaction"], "change") == {"thetford-mines"}


def test_reviewers_have_no_file(files, portal):
    assert not allowed(portal.people["pau-revision"], "choose")


def test_administration_changes_every_file(files, portal):
    user = portal.people["pau-revision"]
    user.groups.set([Group.objects.get(name=ADMINISTRATION)])
    assert allowed(user, "change") == {"thetford-mines", "pau", "shared"}


def migrate():
    """What the migration and the end of `manage.py migrate` do."""
    migration = import_module("portal.coediting.migrations.0003_repair_roles")
    migration.repair_when_migrated(apps, None)
    emit_post_migrate_signal(verbosity=0, interactive=False, db="default")


def test_migration_repairs_a_portal_that_stands(portal):
    group = City.objects.get(slug="pau").editors
    group.permissions.clear()
    migrate()
    assert group.permissions.filter(codename="access_admin").exists()
    group.permissions.clear()
    emit_post_migrate_signal(verbosity=0, interactive=False, db="default")
    assert not group.permissions.exists()


def test_migration_does_nothing__on_an_empty_portal(db):
    before = set(Group.objects.all())
    migrate()
    assert set(Group.objects.all()) == before
