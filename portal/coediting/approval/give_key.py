"""One verb: an approver gives the key of their city. The last key publishes."""

from __future__ import annotations

from portal.coediting.approval.answer import KeyAnswer
from portal.coediting.policies import refuse_to_give_key


class GiveKeyAction(KeyAnswer):
    """Binds a city's key to the exact text that its holder has read."""

    refuse = staticmethod(refuse_to_give_key)

    def answer(self) -> None:
        self.key.approve(user=self.user, comment=self.comment)
