"""How each action of the table is tried: the request that a browser, or somebody who forges it, would send."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Max
from django.http import QueryDict
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, PageViewRestriction, Revision, TaskState, WorkflowState
from wagtail.test.utils.form_data import querydict_from_html
from wagtail_localize.models import Translation

from portal.coediting.approval.models import CityKey
from portal.coediting.conflicts.versions import current_version
from portal.content.models import PortalDocument, PortalImage
from portal.localization.models import SegmentDecision
from portal.localization.segments import load_segments
from portal.twinning.audit import revision_digest
from portal.twinning.models import City, CooperationAxis
from tests.coediting.matrix.attempt import Attempt, Watch
from tests.coediting.matrix.listings import finds

STREAMS = ("body",)
REASON = "Une crue menace la ville, ceci ne peut attendre."


def page_state(page: Any) -> Any:
    """Whatever an act on a page may change, anywhere in the trees."""
    return (
        list(
            Page.objects.filter(pk=page.pk).values_list(
                "live", "title", "slug", "path", "locked", "expire_at", "latest_revision", "live_revision"
            )
        ),
        Page.objects.count(),
        list(Page.objects.filter(depth=4).order_by("path").values_list("pk", flat=True)),
        Revision.objects.aggregate(last=Max("pk"), scheduled=Max("approved_go_live_at")),
        PageViewRestriction.objects.count(),
        list(WorkflowState.objects.order_by("pk").values_list("status", flat=True)),
        list(TaskState.objects.order_by("pk").values_list("status", flat=True)),
    )


def public_state(page: Any) -> Any:
    """What of a page is public, and what will be by itself; whoever may not publish saves a draft instead."""
    return (
        list(Page.objects.filter(pk=page.pk).values_list("live", "live_revision", "last_published_at", "expire_at")),
        Revision.objects.aggregate(scheduled=Max("approved_go_live_at")),
    )


def image_state(image: Any) -> Any:
    return list(PortalImage.objects.order_by("pk").values_list("pk", "title", "collection"))


def document_state(document: Any) -> Any:
    return list(PortalDocument.objects.order_by("pk").values_list("pk", "title", "collection"))


def axis_state(axis: Any) -> Any:
    return list(CooperationAxis.objects.order_by("pk").values_list("pk", "name"))


def alias_state(page: Any) -> Any:
    return Page.objects.filter(alias_of__isnull=False).count()


def account_state(person: Any) -> Any:
    return list(get_user_model().objects.order_by("pk").values_list("first_name", "email", "is_active"))


def _as_loaded(client: Client, world: SimpleNamespace, thing: Any) -> dict[str, str]:
    """The hidden fields of a form that the actor has just opened, whether they may or not."""
    name = next(name for name, own in world.clients.items() if own is client)
    user = world.actors.get(name)
    return current_version(type(thing).objects.get(pk=thing.pk), user) if user else {}


def _change_account(client: Client, world: SimpleNamespace, person: Any) -> Any:
    data = {"first_name": "Autre", "last_name": "Nom", "email": "autre@example.org", "is_active": "on"}
    data["groups"] = [group.pk for group in person.groups.all()] or [City.objects.get(slug="pau").editors_id]
    data.update(_as_loaded(client, world, person))
    return client.post(reverse("wagtailusers_users:edit", args=[person.pk]), data)


def _change_axis(client: Client, world: SimpleNamespace, axis: Any) -> Any:
    """With what the form was loaded from, which a stale one would not match."""
    data = world.forms[type(axis)].copy()
    data["name"] = "Changé"
    return client.post(reverse("wagtailsnippets_twinning_cooperationaxis:edit", args=[axis.pk]), data)


def decision_state(page: Any) -> Any:
    return SegmentDecision.objects.count()


def reads(name: str, *extra: Any, query: dict[str, Any] | None = None) -> Attempt:
    """Opens an address of the thing."""
    return Attempt(lambda client, world, thing: client.get(reverse(name, args=[thing.pk, *extra]), query))


def posts(name: str, watch: Watch, *extra: Any, **data: Any) -> Attempt:
    """Sends a form to an address of the thing."""
    return Attempt(lambda client, world, thing: client.post(reverse(name, args=[thing.pk, *extra]), data), watch)


def changes(name: str, watch: Watch, kept: str, **data: Any) -> Attempt:
    """Sends the form of a file with another title; `kept` is the field that stays as it is."""

    def send(client: Client, world: SimpleNamespace, thing: Any) -> Any:
        values = {
            "title": "Changé",
            "name": "Changé",
            kept.removesuffix("_id"): getattr(thing, kept),
            "tags": "",
            **data,
            **_as_loaded(client, world, thing),
        }
        return client.post(reverse(name, args=[thing.pk]), values)

    return Attempt(send, watch)


def _keep_a_segment(client: Client, world: SimpleNamespace, page: Any) -> Any:
    """The reviewer's button for a segment that needs no change."""
    translation = Translation.objects.get(source__object_id=page.translation_key)
    segment = load_segments(translation)[0]
    return client.post(reverse("variant_review:review", args=[page.pk]), {"keep": segment.key})


def saves(button: str = "", watch: Watch = page_state, **changes: Any) -> Attempt:
    """Sends the editor's form, filled as an editor finds it, with a title of one's own."""

    def send(client: Client, world: SimpleNamespace, page: Any) -> Any:
        data = _form(world, page)
        data.update({"title": "Titre changé", **changes, **({button: "1"} if button else {})})
        return client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data)

    return Attempt(send, watch)


def _form(world: SimpleNamespace, page: Any) -> QueryDict:
    data = world.forms[type(page)].copy()
    data.update({"slug": page.slug})
    data["loaded_revision_id"] = str(page.latest_revision_id or "")
    data["loaded_revision_created_at"] = page.latest_revision.created_at.isoformat() if page.latest_revision else ""
    return data


def forms_of(world: SimpleNamespace) -> dict[type, QueryDict]:
    """The form of each kind of page and of an axis, as it comes; that of a source, since none opens on a variant."""
    pages = {type(page): page for page in world.objects.values() if getattr(page, "is_variant", None) is False}
    forms = {}
    for model, page in pages.items():
        html = world.clients["superuser"].get(reverse("wagtailadmin_pages:edit", args=[page.pk])).text
        forms[model] = querydict_from_html(html, form_id="page-edit-form")
        forms[model].update({f"{stream}-count": "0" for stream in STREAMS})  # drawn by a script
    axis = world.objects["axis"]
    address = reverse("wagtailsnippets_twinning_cooperationaxis:edit", args=[axis.pk])
    forms[type(axis)] = querydict_from_html(world.clients["superuser"].get(address).text, form_id="w-editor-form")
    return forms


def revisions(name: str, which: str = "first") -> Attempt:
    """Opens an address of one of the page's revisions."""

    def send(client: Client, world: SimpleNamespace, page: Any) -> Any:
        arguments = {"compare": [page.pk, "earliest", "latest"]}.get(which, [page.pk, _first_revision(page)])
        return client.get(reverse(name, args=arguments))

    return Attempt(send)


def reverts() -> Attempt:
    def send(client: Client, world: SimpleNamespace, page: Any) -> Any:
        data = _form(world, page)
        data["revision"] = str(_first_revision(page))
        return client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data)

    return Attempt(send, page_state)


def _first_revision(page: Any) -> int:
    first = page.revisions.order_by("pk").first()
    return first.pk if first else 0


def moves(destination: str) -> Attempt:
    """Confirms a move under another list of the same tree, or of the other one."""

    def send(client: Client, world: SimpleNamespace, page: Any) -> Any:
        target = _target(world, page, destination)
        return client.post(reverse("wagtailadmin_pages:move_confirm", args=[page.pk, target.pk]))

    return Attempt(send, page_state)


def copies(destination: str, watch: Watch = page_state, **options: Any) -> Attempt:
    def send(client: Client, world: SimpleNamespace, page: Any) -> Any:
        data = {
            "new_title": "Copie",
            "new_slug": "copie",
            "new_parent_page": _target(world, page, destination).pk,
            **options,
        }
        return client.post(reverse("wagtailadmin_pages:copy", args=[page.pk]), data)

    return Attempt(send, watch)


def _target(world: SimpleNamespace, page: Any, destination: str) -> Any:
    tags = {"fr-ca": "fr-CA", "fr-fr": "fr-FR"}
    own = tags[page.locale.language_code]
    other = next(tag for tag in tags.values() if tag != own)
    return world.other_lists[own if destination == "same" else other]


def bulk(action: str, watch: Watch = page_state, model: str = "wagtailcore/page", **data: Any) -> Attempt:
    def send(client: Client, world: SimpleNamespace, thing: Any) -> Any:
        app, _, name = model.partition("/")
        url = reverse("wagtail_bulk_action", args=[app, name, action])
        extra = {key: value(world, thing) if callable(value) else value for key, value in data.items()}
        return client.post(f"{url}?id={thing.pk}", extra)

    return Attempt(send, watch)


def calls_api(action: str, **data: Any) -> Attempt:
    def send(client: Client, world: SimpleNamespace, page: Any) -> Any:
        extra = {key: value(world, page) if callable(value) else value for key, value in data.items()}
        return client.post(reverse("wagtailadmin_api:pages:action", args=[page.pk, action]), extra)

    return Attempt(send, page_state)


def answers_with_digest(name: str, **data: Any) -> Attempt:
    """Sends a form of the keys, with the digest of the text as it is."""

    def send(client: Client, world: SimpleNamespace, page: Any) -> Any:
        digest = revision_digest(page.latest_revision) if page.latest_revision else ""
        return client.post(reverse(name, args=[page.pk]), {"digest": digest, **data})

    return Attempt(send, page_state)


def chooses(name: str) -> Attempt:
    return Attempt(lambda client, world, thing: client.get(reverse(f"{name}_chooser:chosen", args=[thing.pk])))


def _parent_of(page: Any) -> int:
    return page.get_parent().pk


def _reports() -> dict[str, Attempt]:
    """Each report of the admin that names pages, as a file of each kind."""
    names = {
        "workflow": "wagtailadmin_reports:workflow",
        "steps": "wagtailadmin_reports:workflow_tasks",
        "locked": "wagtailadmin_reports:locked_pages",
        "ageing": "wagtailadmin_reports:aging_pages",
        "journal": "journal",
        "variants": "variant_report",
    }
    return {f"{name}-{kind}": finds(url, export=kind) for name, url in names.items() for kind in ("csv", "xlsx")}


def workflow_state(page: Any) -> Any:
    return list(page.workflow_states.order_by("pk").values_list("status", flat=True))


def order_state(page: Any) -> Any:
    return list(page.get_parent().get_children().values_list("pk", flat=True))


def archive_state(page: Any) -> Any:
    return type(page).objects.get(pk=page.pk).archived_at


def _answer_by_wagtails_address(client: Client, world: SimpleNamespace, page: Any) -> Any:
    """Approves the waiting page through the address of a page that anybody of the group may edit."""
    key = page.current_workflow_task_state
    digest = revision_digest(page.latest_revision)
    address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", key.pk if key else 0])
    return client.post(address, {"digest": digest, "comment": ""})


def _withdraw_key(client: Client, world: SimpleNamespace, page: Any) -> Any:
    given = CityKey.objects.get(workflow_state__object_id=str(page.pk), status=TaskState.STATUS_APPROVED)
    return client.post(reverse("coediting:withdraw_key", args=[page.pk, given.pk]))


def _unschedule(client: Client, world: SimpleNamespace, page: Any) -> Any:
    address = reverse("wagtailadmin_pages:revisions_unschedule", args=[page.pk, page.latest_revision_id])
    return client.post(address)


def _reorder(client: Client, world: SimpleNamespace, page: Any) -> Any:
    return client.post(reverse("wagtailadmin_pages:set_page_position", args=[page.pk]) + "?position=0")


ATTEMPTS = {
    "explore": reads("wagtailadmin_explore"),
    "open-editor": reads("wagtailadmin_pages:edit"),
    "view-draft": reads("wagtailadmin_pages:view_draft"),
    "preview": Attempt(
        lambda client, world, page: (
            client.post(reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk]), _form(world, page)),
            client.get(reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])),
        )[1]
    ),
    "history": reads("wagtailadmin_pages:history"),
    "compare": revisions("wagtailadmin_pages:revisions_compare", "compare"),
    "view-revision": revisions("wagtailadmin_pages:revisions_view"),
    "usage": reads("wagtailadmin_pages:usage"),
    "save-draft": saves(),
    "submit": saves("action-submit"),
    "publish": saves("action-publish", public_state),
    "schedule": saves("action-publish", public_state, go_live_at="2999-01-01 12:00"),
    "revert": reverts(),
    "give-key": answers_with_digest("coediting:key", answer="approve"),
    "publish-at-once": answers_with_digest("coediting:emergency", reason=REASON),
    "unpublish": posts("wagtailadmin_pages:unpublish", page_state),
    "delete": posts("wagtailadmin_pages:delete", page_state),
    "move": moves("same"),
    "move-to-other-tree": moves("other"),
    "copy": copies("same"),
    "copy-to-other-tree": copies("other"),
    "copy-as-alias": copies("same", alias_state, alias="on"),
    "alias-in-other-tree": copies("other", alias_state, alias="on"),
    "lock": posts("wagtailadmin_pages:lock", page_state),
    "restrict": posts("wagtailadmin_pages:set_privacy", page_state, restriction_type="login"),
    "bulk-publish": bulk("publish"),
    "bulk-unpublish": bulk("unpublish"),
    "bulk-delete": bulk("delete"),
    "bulk-move": bulk("move", chooser=lambda world, page: _target(world, page, "other").pk),
    "api-publish": calls_api("publish"),
    "api-delete": calls_api("delete"),
    "api-copy": calls_api("copy", destination_page_id=lambda world, page: _target(world, page, "other").pk, slug="x"),
    "api-translate": calls_api("copy_for_translation", locale="fr-fr", copy_parents="true"),
    "explore-found": finds("wagtailadmin_explore", args=(_parent_of,), search=True),
    "search": finds("wagtailadmin_pages:search", search=True),
    "type-list": finds("wagtailadmin_pages:type_use", args=("news", "newspage")),
    "choose-page": finds("wagtailadmin_choose_page_child", args=(_parent_of,)),
    "choose-page-searched": finds("wagtailadmin_choose_page_search", search=True),
    "choose-page-chosen": finds("wagtailadmin_choose_page_chosen_multiple", id=lambda page: page.pk),
    **_reports(),
    "unlock": posts("wagtailadmin_pages:unlock", page_state),
    "cancel-workflow": saves("action-cancel-workflow", workflow_state),
    "workflow-history": reads("wagtailadmin_pages:workflow_history"),
    "workflow-action": Attempt(_answer_by_wagtails_address, page_state),
    "unschedule": Attempt(_unschedule, public_state),
    "convert-alias": posts("wagtailadmin_pages:convert_alias", alias_state),
    "reorder": Attempt(_reorder, order_state),
    "add-below": Attempt(
        lambda client, world, page: client.get(reverse("wagtailadmin_pages:add", args=["news", "newspage", page.pk]))
    ),
    "send-back": answers_with_digest("coediting:key", answer="reject", comment="À revoir, il manque une date."),
    "withdraw-key": Attempt(_withdraw_key, page_state),
    "archive": posts("archive_page", archive_state),
    "restore": posts("restore_page", archive_state),
    "bulk-archive": bulk("archive", archive_state),
    "choose-image-listed": finds("wagtailimages_chooser:choose_results"),
    "choose-document": chooses("wagtaildocs"),
    "choose-document-listed": finds("wagtaildocs_chooser:choose_results"),
    "choose-axis": reads("wagtailsnippetchoosers_twinning_cooperationaxis:chosen"),
    "choose-axis-listed": finds("wagtailsnippetchoosers_twinning_cooperationaxis:choose_results"),
    "image-listed": finds("wagtailimages:index"),
    "document-listed": finds("wagtaildocs:index"),
    "account-listed": finds("wagtailusers_users:index"),
    "account-history": reads("wagtailusers_users:history"),
    "delete-account": posts("wagtailusers_users:delete", account_state),
    "review": Attempt(_keep_a_segment, decision_state),
    "change-image": changes("wagtailimages:edit", image_state, "collection_id", description="Changé", credit="Ville"),
    "delete-image": posts("wagtailimages:delete", image_state),
    "choose-image": chooses("wagtailimages"),
    "change-document": changes("wagtaildocs:edit", document_state, "collection_id"),
    "delete-document": posts("wagtaildocs:delete", document_state),
    "open-axis": reads("wagtailsnippets_twinning_cooperationaxis:edit"),
    "change-axis": Attempt(_change_axis, axis_state),
    "delete-axis": posts("wagtailsnippets_twinning_cooperationaxis:delete", axis_state),
    "open-account": reads("wagtailusers_users:edit"),
    "change-account": Attempt(_change_account, account_state),
}
