"""The keys of the two cities and the emergencies that did without them: what Wagtail's workflow remembers for us."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from wagtail.models import Page, Revision, Task, TaskState, WorkflowState
from wagtail.signals import task_submitted

from portal.coediting.actors import actor_of
from portal.coediting.approval import keys
from portal.coediting.approval.forms import GiveKeyForm, SendBackForm
from portal.coediting.approval.give_key import GiveKeyAction
from portal.coediting.approval.send_back import SendBackAction
from portal.coediting.policies import refuse_to_give_key, refuse_to_send_back
from portal.twinning.audit import revision_digest
from portal.twinning.models import City


class CityKey(TaskState):
    """One city's answer to one text: awaited, given, sent back, or fallen because the text changed."""

    digest = models.CharField(max_length=64)
    """SHA-256 of the revision's content: an autosave writes over a revision and keeps its number."""

    exclude_fields_in_copy: ClassVar[list[str]] = []

    class Meta:
        verbose_name = "clé"
        verbose_name_plural = "clés"


class CityApprovalTask(Task):
    """The step at which a page waits for one city's key."""

    city = models.ForeignKey(City, verbose_name="ville", on_delete=models.PROTECT, related_name="approval_tasks")

    task_state_class = CityKey
    admin_form_fields: ClassVar[list[str]] = [*Task.admin_form_fields, "city"]
    admin_form_readonly_on_edit_fields: ClassVar[list[str]] = [*Task.admin_form_readonly_on_edit_fields, "city"]

    class Meta:
        verbose_name = "clé d’une ville"
        verbose_name_plural = "clés des villes"

    @classmethod
    def get_description(cls) -> str:
        return "Le groupe d’approbation de la ville lit la page et donne sa clé au texte exact qu’il a lu."

    def start(self, workflow_state: WorkflowState, user: Any = None) -> TaskState:
        """Waits for the first key that the text lacks, which is another task's when a text comes back changed."""
        first = workflow_state.get_next_task()
        if first is not None and first.pk != self.pk:
            return first.specific.start(workflow_state, user=user)
        revision = workflow_state.content_object.get_latest_revision()
        return self._wait(workflow_state, revision, user)

    def _wait(self, workflow_state: WorkflowState, revision: Any, user: Any) -> TaskState:
        key = CityKey.objects.create(
            workflow_state=workflow_state, revision=revision, task=self.task_ptr, digest=revision_digest(revision)
        )
        task_submitted.send(sender=CityKey, instance=key, user=user)
        return key

    def on_action(self, task_state: TaskState, user: Any, action_name: str, **kwargs: Any) -> None:
        """Whatever screen the answer comes from, the verbs check it again on the page that it changes."""
        answer = {"approve": GiveKeyAction, "reject": SendBackAction}[action_name]
        answer(task_state.specific, user, **kwargs).execute()

    def get_form_for_action(self, action: str) -> type:
        return GiveKeyForm if action == "approve" else SendBackForm

    def get_actions(self, obj: Any, user: Any) -> list[tuple[str, str, bool]]:
        """What the person may answer now; the screen of the key offers it, with the text beside."""
        key = obj.current_workflow_task_state
        if not isinstance(key, CityKey) or key.task_id != self.pk:
            return []
        facts, actor = keys.key_facts(key, obj), actor_of(user)
        answers = [
            ("reject", "Renvoyer avec un commentaire", True, refuse_to_send_back(actor, facts)),
            ("approve", f"Donner la clé de {self.city}", True, refuse_to_give_key(actor, facts)),
        ]
        return [(name, label, modal) for name, label, modal, refusal in answers if refusal is None]

    def get_task_states_user_can_moderate(self, user: Any, **kwargs: Any) -> Any:
        if self.city.slug not in actor_of(user).approves_for:
            return TaskState.objects.none()
        return self.task_states.filter(status=TaskState.STATUS_IN_PROGRESS)


class EmergencyPublication(models.Model):
    """A text that administration published without keys, and why; settled once both cities have given theirs."""

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="emergency_publications")
    digest = models.CharField(max_length=64)
    former_revision = models.ForeignKey(Revision, null=True, on_delete=models.SET_NULL, related_name="+")
    """What was public before; all that was written since waits for its keys."""
    reason = models.TextField("motif")
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="emergency_publications"
    )
    published_at = models.DateTimeField(auto_now_add=True)
    settled_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = "publication d’urgence"
        verbose_name_plural = "publications d’urgence"
        ordering: ClassVar[list[str]] = ["-published_at"]

    def __str__(self) -> str:
        return f"{self.page} ({self.published_at:%Y-%m-%d})"
