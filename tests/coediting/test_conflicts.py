"""Whoever saves over a newer version gets both texts and three ways out, and nothing is overwritten unseen."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.contrib.settings.registry import registry as settings_registry
from wagtail.models import Site
from wagtail.snippets.models import get_snippet_models

from news.models import DelegationMember
from portal.coediting.collections import shared_collection
from portal.content.models import PortalDocument
from portal.twinning.models import AgreementStage, CooperationAxis, FundingProgramme, TwinningAgreement
from tests import factories
from tests.coediting.editing import body, carried, decide, editor_of, open_form, save, sign_in, words
from tests.examples.models import ExampleSetting

MINE, THEIRS = "Mon titre à moi", "Leur titre à eux"


@pytest.fixture
def both(portal: Any) -> SimpleNamespace:
    """An administrator and an editor at their two browsers."""
    return SimpleNamespace(
        me=sign_in(portal.people["administration"]), them=sign_in(portal.people["thetford-mines-redaction"])
    )


@pytest.fixture
def page(portal: Any) -> Any:
    return factories.news_page(portal, portal.thetford)


@pytest.fixture
def axis(portal: Any) -> CooperationAxis:
    return CooperationAxis.objects.create(name="Chimie verte", slug="chimie-verte")


@pytest.fixture
def setting(portal: Any) -> ExampleSetting:
    return ExampleSetting.objects.create(site=Site.objects.get(), motto="Ensemble", telephone="418 335-2981")


def collide(both: SimpleNamespace, instance: Any, theirs: dict[str, str], mine: dict[str, str]) -> Any:
    """They save while my form is open; the answer to mine."""
    opened = open_form(both.me, instance)
    assert save(both.them, instance, open_form(both.them, instance), **theirs).status_code == 302
    return save(both.me, instance, opened, **mine)


def latest(page: Any) -> Any:
    return type(page).objects.get(pk=page.pk).get_latest_revision_as_object()


@pytest.mark.parametrize("action", ["", "action-publish", "action-submit"])
def test_stale_page_is_not_written__whatever_the_button(both, page, action):
    mine = {"title": MINE, **({action: action} if action else {})}
    revisions = page.revisions.count()
    answer = collide(both, page, {"title": THEIRS}, mine)
    assert answer.status_code == 409
    assert page.revisions.count() == revisions + 1
    assert latest(page).title == THEIRS
    page.refresh_from_db()
    assert page.title not in (MINE, THEIRS)


def test_conflict_page_tells_who_saved_and_shows_both_texts(both, page):
    answer = collide(both, page, {"title": THEIRS}, {"title": MINE})
    assert "thetford-mines-redaction" in answer.content.decode()
    shown = words(answer)
    assert "Mon titre à moi" in shown
    assert "Leur titre à eux" in shown
    assert "Slug" not in shown


def test_page_is_saved__when_nobody_else_saved(both, page):
    assert save(both.me, page, open_form(both.me, page), title=MINE).status_code == 302
    assert latest(page).title == MINE


def test_form_that_does_not_say_from_what_it_was_loaded_is_stale(both, page):
    data = open_form(both.me, page)
    for name in ("loaded_revision_id", "loaded_revision_created_at"):
        data.pop(name)
    assert save(both.me, page, data, title=MINE).status_code == 409


def test_keeping_mine_replaces_theirs__and_does_what_i_asked_for(both, page):
    conflict = collide(both, page, {"title": THEIRS}, {"title": MINE, "action-submit": "action-submit"})
    answer = decide(both.me, page, conflict, "mine")
    assert answer.status_code == 302
    assert latest(page).title == MINE
    assert latest(page).workflow_in_progress


def test_keeping_mine_conflicts_again__when_they_saved_again(both, page):
    conflict = collide(both, page, {"title": THEIRS}, {"title": MINE})
    save(both.them, page, open_form(both.them, page), title="Encore un autre titre")
    assert decide(both.me, page, conflict, "mine").status_code == 409
    assert latest(page).title == "Encore un autre titre"


def test_keeping_theirs_writes_nothing__and_lets_me_copy_my_text(both, page):
    conflict = collide(both, page, {"title": THEIRS}, {"title": MINE})
    answer = decide(both.me, page, conflict, "theirs")
    assert MINE in answer.content.decode()
    assert latest(page).title == THEIRS
    assert decide(both.me, page, answer, "compare").status_code == 409
    assert latest(page).title == THEIRS


def test_merge_takes_each_field_from_the_version_that_was_chosen(both, page):
    mine = {"title": MINE, "introduction": "Mon chapô.", **body("Mon paragraphe.")}
    theirs = {"title": THEIRS, "introduction": "Leur chapô.", **body("Leur paragraphe.", "Et un autre.")}
    conflict = collide(both, page, theirs, mine)
    answer = decide(both.me, page, conflict, "merge", title="mine", introduction="theirs", body="theirs")
    assert answer.status_code == 302
    merged = latest(page)
    assert (merged.title, merged.introduction) == (MINE, "Leur chapô.")
    assert "Leur paragraphe." in str(merged.body)
    assert "Mon paragraphe." not in str(merged.body)
    assert page.revisions.count() == 3


def test_merge_is_chosen_ahead__for_fields_that_only_one_of_us_changed(both, page):
    conflict = collide(both, page, {"title": THEIRS}, {"introduction": "Mon chapô."})
    assert decide(both.me, page, conflict, "merge").status_code == 302
    assert (latest(page).title, latest(page).introduction) == (THEIRS, "Mon chapô.")


def test_merge_asks_again__when_a_field_that_both_changed_is_not_chosen(both, page):
    conflict = collide(both, page, {"title": THEIRS}, {"title": MINE})
    answer = decide(both.me, page, conflict, "merge")
    assert answer.status_code == 409
    assert "Choisissez l’un des deux textes" in answer.content.decode()
    assert latest(page).title == THEIRS


def test_merge_that_does_not_hold_together_says_why__and_loses_nothing(both, portal):
    mission = factories.delegation_page(portal, portal.thetford)
    opened = open_form(both.me, mission)
    theirs = open_form(both.them, mission)
    opened.update({"pictures-count": "0"})
    theirs.update({"pictures-count": "0"})
    save(both.them, mission, theirs, starts_on="2022-10-01", ends_on="2022-10-05")
    conflict = save(both.me, mission, opened, starts_on="2022-08-01", ends_on="2022-08-05")
    answer = decide(both.me, mission, conflict, "merge", starts_on="theirs", ends_on="mine")
    assert answer.status_code == 409
    assert "Le dernier jour vient après le premier" in answer.content.decode()
    assert carried(answer)["ends_on"] == "2022-08-05"
    assert decide(both.me, mission, answer, "merge", starts_on="mine", ends_on="mine").status_code == 302


def test_rows_of_the_others_go_with_their_text(both, portal):
    mission = factories.delegation_page(portal, portal.thetford, publish=False)
    mission.members.add(DelegationMember(name="Camille Exemple"), DelegationMember(name="Dominique Essai"))
    mission.save_revision()
    mission.save()
    opened, theirs = open_form(both.me, mission), open_form(both.them, mission)
    for data in (opened, theirs):
        data.update({"pictures-count": "0"})
    theirs.update({"members-0-DELETE": "on", "members-TOTAL_FORMS": "3"})
    theirs.update({"members-2-id": "", "members-2-name": "Alix Modèle", "members-2-ORDER": "3"})
    assert save(both.them, mission, theirs).status_code == 302
    conflict = save(both.me, mission, opened, **{"members-0-office": "mairesse"})
    assert conflict.status_code == 409
    assert "Alix Modèle" in words(conflict)
    assert "mairesse" in words(conflict)
    assert decide(both.me, mission, conflict, "mine").status_code == 302
    members = [(member.name, member.office) for member in latest(mission).members.all()]
    assert members == [("Camille Exemple", "mairesse"), ("Dominique Essai", "")]


def test_stale_autosave_is_refused_in_the_words_of_its_script(both, page):
    opened = open_form(both.me, page)
    save(both.them, page, open_form(both.them, page), title=THEIRS)
    opened["title"] = MINE
    answer = both.me.post(editor_of(page), opened, headers={"accept": "application/json"})
    assert (answer.status_code, answer.json()["error_code"]) == (400, "invalid_revision")
    assert latest(page).title == THEIRS


def test_snippet_is_not_overwritten(both, axis):
    conflict = collide(both, axis, {"summary_fr_ca": "Leur résumé"}, {"summary_fr_ca": "Mon résumé"})
    assert conflict.status_code == 409
    axis.refresh_from_db()
    assert axis.summary_fr_ca == "Leur résumé"
    assert decide(both.me, axis, conflict, "mine").status_code == 302
    axis.refresh_from_db()
    assert axis.summary_fr_ca == "Mon résumé"


def test_snippet_is_merged_without_a_question__when_each_changed_another_field(both, axis):
    conflict = collide(both, axis, {"summary_fr_ca": "Leur résumé"}, {"summary_fr_fr": "Mon résumé"})
    assert conflict.status_code == 409
    assert decide(both.me, axis, conflict, "merge").status_code == 302
    axis.refresh_from_db()
    assert (axis.summary_fr_ca, axis.summary_fr_fr) == ("Leur résumé", "Mon résumé")


def test_rows_of_a_snippet_count_as_its_text(both, portal):
    agreement = TwinningAgreement.objects.create(name="Entente", slug="entente")
    AgreementStage.objects.create(agreement=agreement, label_fr_ca="Visite", label_fr_fr="Visite")
    conflict = collide(both, agreement, {"stages-0-label_fr_fr": "Leur visite"}, {"stages-0-label_fr_fr": "Ma visite"})
    assert conflict.status_code == 409
    assert "Leur visite" in words(conflict)
    assert decide(both.me, agreement, conflict, "merge", stages="mine").status_code == 302
    assert AgreementStage.objects.get().label_fr_fr == "Ma visite"


def test_setting_is_not_overwritten(both, portal, setting):
    both.them = sign_in(portal.people["administration"])
    conflict = collide(both, setting, {"motto": "Leur devise"}, {"motto": "Ma devise"})
    assert conflict.status_code == 409
    setting.refresh_from_db()
    assert setting.motto == "Leur devise"
    assert decide(both.me, setting, conflict, "merge", motto="mine").status_code == 302
    setting.refresh_from_db()
    assert setting.motto == "Ma devise"


def test_conflict_is_for_those_only_who_may_edit(portal, both, setting, axis):
    reviewer = sign_in(portal.people["pau-revision"])
    for instance in (axis, setting):
        answer = reviewer.post(editor_of(instance), {"motto": "Ma devise"})
        assert answer.status_code in (302, 403)
        assert "Ensemble" not in answer.content.decode()


def test_what_was_typed_is_text__not_markup(both, axis):
    attack = "<script>alert(1)</script>"
    conflict = collide(both, axis, {"summary_fr_ca": "Leur résumé"}, {"summary_fr_ca": attack})
    assert attack not in conflict.content.decode()
    assert carried(conflict)["summary_fr_ca"] == attack


def test_every_snippet_and_setting_is_protected(both, portal, axis, setting):
    examples = {
        CooperationAxis: axis,
        ExampleSetting: setting,
        FundingProgramme: FundingProgramme.objects.create(name="Fonds", slug="fonds"),
        TwinningAgreement: TwinningAgreement.objects.create(name="Entente", slug="entente"),
        type(portal.pau): portal.pau,
    }
    for model in [*get_snippet_models(), *settings_registry]:
        instance = examples.get(model) or model._base_manager.first()
        assert instance, f"Give the test an example of {model}: its editor has to be seen refusing a stale form."
        data = open_form(both.me, instance)
        assert {"loaded_content", "loaded_revision_id"} & set(data), f"{model}: its form says nothing of its version."
        data["loaded_content"] = data["loaded_revision_id"] = "périmé"
        assert save(both.me, instance, data).status_code == 409, f"{model}: a stale form overwrites it."


def test_revert_is_no_way_round(both, page):
    first = page.revisions.first()
    url = reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, first.pk])
    data = open_form(both.me, page)
    save(both.them, page, open_form(both.them, page), title=THEIRS)
    assert both.me.post(url, data).status_code == 409
    assert latest(page).title == THEIRS


@pytest.fixture
def image(portal: Any) -> Any:
    return factories.picture(title="Le pont", collection=shared_collection())


@pytest.fixture
def document(portal: Any) -> Any:
    file = ContentFile(b"a;b\n", name="budget.csv")
    return PortalDocument.objects.create(title="Budget", collection=shared_collection(), file=file)


@pytest.fixture
def person(portal: Any) -> Any:
    person = portal.people["pau-redaction"]
    person.first_name, person.last_name = "Ana", "Gave"
    person.save()
    return person


GUARDED = [("image", "title"), ("document", "title"), ("person", "first_name")]


@pytest.mark.parametrize(("name", "field"), GUARDED)
def test_stale_image_document_or_account_overwrites_nothing__and_shows_both_texts(portal, request, name, field):
    instance = request.getfixturevalue(name)
    both = _two_administrators(portal)
    answer = collide(both, instance, {field: THEIRS}, {field: MINE})
    assert answer.status_code == 409
    assert THEIRS in words(answer)
    assert MINE in words(answer)
    assert getattr(type(instance).objects.get(pk=instance.pk), field) == THEIRS
    for way, kept in (("merge", THEIRS), ("mine", MINE)):
        choices = {field: "theirs"} if way == "merge" else {}
        assert decide(both.me, instance, answer, way, **choices).status_code == 302
        assert getattr(type(instance).objects.get(pk=instance.pk), field) == kept


@pytest.mark.parametrize(("name", "field"), GUARDED)
def test_image_document_or_account_is_saved__when_nobody_else_saved_it(portal, request, name, field):
    instance = request.getfixturevalue(name)
    both = _two_administrators(portal)
    assert save(both.me, instance, open_form(both.me, instance), **{field: MINE}).status_code == 302
    assert save(both.me, instance, open_form(both.me, instance), **{field: THEIRS}).status_code == 302
    assert getattr(type(instance).objects.get(pk=instance.pk), field) == THEIRS


def test_stale_image_keeps_its_tags__and_says_that_a_file_is_to_be_chosen_again(portal, image):
    both = _two_administrators(portal)
    image.tags.add("pont")
    opened = open_form(both.me, image)
    assert save(both.them, image, open_form(both.them, image), tags="pont, gave").status_code == 302
    opened["title"] = MINE
    posted = {**opened.dict(), "file": SimpleUploadedFile("autre.jpg", b"-", "image/jpeg")}
    answer = both.me.post(editor_of(image), posted)
    assert answer.status_code == 409
    assert "Choisissez-le de nouveau" in answer.text
    assert sorted(image.tags.names()) == ["gave", "pont"]


def test_merge_keeps_the_tags_of_the_others__as_they_typed_them(portal, image):
    both = _two_administrators(portal)
    conflict = collide(both, image, {"tags": '"gave blanc", pont'}, {"title": MINE})
    posted = carried(conflict)
    posted["conflict"] = "merge"
    posted["choice-tags"] = "theirs"
    posted["choice-title"] = "mine"
    assert both.me.post(editor_of(image), posted).status_code == 302
    image.refresh_from_db()
    assert image.title == MINE
    assert sorted(image.tags.names()) == ["gave blanc", "pont"]


def test_merge_of_an_account_gives_nobody_a_group_out_of_reach(portal, person):
    manager = portal.people["pau-revision"]
    manager.groups.set([portal.pau.account_managers])
    both = SimpleNamespace(me=sign_in(manager), them=sign_in(portal.people["administration"]))
    conflict = collide(both, person, {"first_name": THEIRS}, {"first_name": MINE})
    posted = carried(conflict)
    posted["conflict"] = "merge"
    posted["choice-first_name"] = "mine"
    posted.setlist("groups", [str(portal.thetford.approvers_id)])
    both.me.post(editor_of(person), posted)
    assert not person.groups.filter(pk=portal.thetford.approvers_id).exists()


def _two_administrators(portal: Any) -> SimpleNamespace:
    other = get_user_model().objects.create_superuser("autre-administration")
    return SimpleNamespace(me=sign_in(portal.people["administration"]), them=sign_in(other))
