"""Verbs that end the letters: a follower leaves, an address bounces."""

from __future__ import annotations

from django.utils import timezone

from portal.letters.models import Follower


class LeaveAction:
    """No more letters, from now on; the address itself is erased by `purge_letters` after some days."""

    state = Follower.State.LEFT

    def __init__(self, follower: Follower) -> None:
        self.follower = follower

    def execute(self) -> bool:
        """Whether the follower received letters, or was about to, until now."""
        here = Follower.objects.filter(
            pk=self.follower.pk, state__in=(Follower.State.PENDING, Follower.State.CONFIRMED)
        )
        return here.update(state=self.state, left_at=timezone.now()) == 1


class BounceAction(LeaveAction):
    """The address does not exist any more, its server says."""

    state = Follower.State.BOUNCED
