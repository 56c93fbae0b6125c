"""Wagtail's permission tester, asking the policies before Wagtail's own permissions."""

from __future__ import annotations

from typing import Any

from django.utils.functional import cached_property
from wagtail.models import PagePermissionTester

from portal.coediting import policies
from portal.coediting.actors import actor_of, page_facts


class PortalPagePermissionTester(PagePermissionTester):
    """Takes rights away from what Wagtail grants, never adds any; holds for administrators too."""

    @cached_property
    def _case(self) -> tuple[policies.Actor, policies.PageFacts]:
        return actor_of(self.user), page_facts(self.page)

    def refusal_to(self, verb: str) -> str | None:
        """Why the person may not, in French; None when they may. `verb` is what Wagtail names it: `unpublish`."""
        reason = self._refusals().get(verb)
        if reason or getattr(self, f"can_{verb}")():
            return reason
        if verb in ("delete", "move") and self._has_published_below():
            return policies.PUBLISHED_BELOW
        return policies.OF_ANOTHER_ROLE.get(verb, policies.ANOTHER_SCREEN)

    def refusal_to_reach(self, destination: Any, verb: str) -> str | None:
        """Why the page may not be moved or copied there; `verb` is `move` or `copy`."""
        if reason := self.refusal_to(verb):
            return reason
        if destination.locale_id != self.page.locale_id:
            return policies.OTHER_TREE
        may = self.can_move_to(destination) if verb == "move" else self.can_copy_to(destination)
        return None if may else policies.OF_ANOTHER_ROLE["add_subpage"]

    def _refusals(self) -> dict[str, str | None]:
        actor, page = self._case
        return {
            "edit": policies.refuse_to_edit(actor, page),
            "publish": policies.refuse_to_publish(page),
            "unpublish": policies.refuse_to_unpublish(page),
            "delete": policies.refuse_to_delete(page),
            "move": policies.refuse_to_move(page),
            "copy": policies.refuse_to_copy(actor, page),
            "unschedule": policies.PUBLISHED_BY_REVIEW if page.is_variant else None,
            "set_view_restrictions": policies.NOT_PRIVATE,
        }

    def can_edit(self) -> bool:
        return policies.refuse_to_edit(*self._case) is None and super().can_edit()

    def can_publish(self) -> bool:
        """Nobody, not even an administrator: the last key does it, or an emergency with its reason."""
        return policies.refuse_to_publish(self._case[1]) is None

    def can_publish_subpage(self) -> bool:
        return policies.refuse_to_publish(self._case[1]) is None

    def can_unschedule(self) -> bool:
        """The city that leads the page stops what is scheduled, as it takes a page off."""
        return not self._case[1].is_variant and super().can_publish()

    def can_unpublish(self) -> bool:
        return policies.refuse_to_unpublish(self._case[1]) is None and super().can_unpublish()

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        """Nobody deletes what was once published, nor what stands above it."""
        if policies.refuse_to_delete(self._case[1]) or not super().can_delete(ignore_bulk):
            return False
        return not self._has_published_below()

    def _has_published_below(self) -> bool:
        if self.page.is_leaf():
            return False
        return bool(self.page.get_descendants().filter(first_published_at__isnull=False).exists())

    def can_move(self) -> bool:
        return policies.refuse_to_move(self._case[1]) is None and super().can_move()

    def can_move_to(self, destination: Any) -> bool:
        """Within its tree; Wagtail asks an administrator for nothing more than the types of the two pages. Another
        place among the same pages is a move to Wagtail too: it keeps the address, and who orders them may do it."""
        if self.page.is_child_of(destination):
            return bool(destination.permissions_for_user(self.user).can_reorder_children())
        is_same_tree = destination.locale_id == self.page.locale_id
        return is_same_tree and self.can_move() and super().can_move_to(destination)

    def can_copy_to(self, destination: Any, recursive: bool = False) -> bool:
        """A copy stays in its tree: in the other one it would be public without review."""
        is_same_tree = destination.locale_id == self.page.locale_id
        return is_same_tree and not self._case[1].is_variant and super().can_copy_to(destination, recursive)

    def can_set_view_restrictions(self) -> bool:
        """A public portal has no private pages: a page is published in both trees or it is not."""
        return False
