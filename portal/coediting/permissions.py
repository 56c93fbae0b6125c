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
        return policies.refuse_to_publish(*self._case) is None and super().can_publish()

    def can_unpublish(self) -> bool:
        return not self._case[1].is_variant and super().can_unpublish()

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        """Nobody deletes what was once published, nor what stands above it."""
        once_published = self.page.first_published_at is not None
        return not once_published and super().can_delete(ignore_bulk)

    def can_copy_to(self, destination: Any, recursive: bool = False) -> bool:
        return not self._case[1].is_variant and super().can_copy_to(destination, recursive)
