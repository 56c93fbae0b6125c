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
        return not self._case[1].is_variant and super().can_unpublish()

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        """Nobody deletes what was once published, nor what stands above it, nor a variant in preparation."""
        if self._case[1].is_variant or self.page.first_published_at or not super().can_delete(ignore_bulk):
            return False
        return self.page.is_leaf() or not self.page.get_descendants().filter(first_published_at__isnull=False).exists()

    def can_move(self) -> bool:
        """A variant stands where its source stands."""
        return not self._case[1].is_variant and super().can_move()

    def can_move_to(self, destination: Any) -> bool:
        """Within its tree; Wagtail asks an administrator for nothing more than the types of the two pages."""
        is_same_tree = destination.locale_id == self.page.locale_id
        return is_same_tree and self.can_move() and super().can_move_to(destination)

    def can_copy_to(self, destination: Any, recursive: bool = False) -> bool:
        """A copy stays in its tree: in the other one it would be public without review."""
        is_same_tree = destination.locale_id == self.page.locale_id
        return is_same_tree and not self._case[1].is_variant and super().can_copy_to(destination, recursive)

    def can_set_view_restrictions(self) -> bool:
        """A public portal has no private pages: a page is published in both trees or it is not."""
        return False
