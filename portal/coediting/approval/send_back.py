"""One verb: an approver sends a page back to whoever wrote it, and says why."""

from __future__ import annotations

from portal.coediting.approval.answer import KeyAnswer
from portal.coediting.policies import refuse_to_send_back


class SendBackAction(KeyAnswer):
    """The page becomes a draft again; the comment goes to its author."""

    refuse = staticmethod(refuse_to_send_back)

    def answer(self) -> None:
        self.key.reject(user=self.user, comment=self.comment)
