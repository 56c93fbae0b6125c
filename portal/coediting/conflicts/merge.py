"""One verb: save, as a new version, what a person chose field by field between two versions."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.core.exceptions import PermissionDenied
from taggit.forms import TagField
from taggit.utils import edit_string_for_tags
from wagtail.actions.registry import action_registry
from wagtail.utils.forms import FormValidationError

from portal.coediting.accounts.actions import ChangeAccountAction
from portal.coediting.conflicts.editing import is_account

LOCKED = "Quelqu’un a verrouillé ce contenu pendant que vous compariez. Votre texte est gardé plus bas."


class MergeVersionsAction:
    """`form` is bound to the typed text and holds the newest version, of which the fields in `theirs` stay."""

    def __init__(self, form: Any, theirs: Collection[str], user: Any) -> None:
        self.form = form
        self.theirs = theirs
        self.user = user

    def check(self) -> None:
        """Raises PermissionDenied, with its reason in French, when the object was locked meanwhile."""
        get_lock = getattr(self.form.instance, "get_lock", None)
        lock = get_lock() if get_lock else None
        if lock and lock.for_user(self.user):
            raise PermissionDenied(LOCKED)

    def execute(self) -> Any:
        """The saved object. Raises Wagtail's FormValidationError when the two halves do not go together."""
        self.check()
        for name in self.theirs:
            if name in self.form.fields:
                # Disabled rather than removed: the field keeps its value, and can still say what is wrong with it.
                self.form.fields[name].disabled = True
                if isinstance(self.form.fields[name], TagField):
                    # A disabled field cleans its initial value, which must be what a person would type.
                    self.form.initial[name] = edit_string_for_tags(self.form.initial[name])
            else:
                del self.form.formsets[name]
        if is_account(self.form.instance):
            return self._change_account()
        action = action_registry.get_action_class(type(self.form.instance), "edit")(
            self.form.instance, user=self.user, form=self.form
        )
        return action.execute(skip_permission_checks=True)

    def _change_account(self) -> Any:
        """By the verb that asks who may change what of an account."""
        if not self.form.is_valid():
            raise FormValidationError.from_form(self.form)
        person = self.form.save(commit=False)
        return ChangeAccountAction(person, self.form.cleaned_data.get("groups"), self.user).execute()
