"""What a person may answer where a page stands, and why not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from portal.coediting.actors import actor_of, page_facts
from portal.coediting.approval.keys import key_facts
from portal.coediting.approval.standing import Standing
from portal.coediting.policies import (
    SHORTEST_REASON,
    refuse_to_give_key,
    refuse_to_publish_at_once,
    refuse_to_send_back,
    refuse_to_withdraw_key,
)
from portal.twinning.audit import revision_digest


@dataclass(frozen=True)
class Answers:
    """`refusal` says why the awaited key is not the person's to give; it is None when it is, or when none is awaited.
    `own_keys` are those that their city may take back."""

    is_of_awaited_city: bool
    may_give: bool
    may_send_back: bool
    may_publish_at_once: bool
    refusal: str | None
    own_keys: list[Any]


def answers_for(user: Any, page: Any, standing: Standing) -> Answers:
    """What is offered to a person; the verbs themselves ask again."""
    actor = actor_of(user)
    facts = key_facts(standing.awaited, page) if standing.awaited else None
    refusal = refuse_to_give_key(actor, facts) if facts else None
    return Answers(
        is_of_awaited_city=facts is not None and facts.city in actor.approves_for,
        may_give=facts is not None and refusal is None,
        may_send_back=facts is not None and refuse_to_send_back(actor, facts) is None,
        may_publish_at_once=standing.has_draft
        and refuse_to_publish_at_once(actor, page_facts(page), "·" * SHORTEST_REASON) is None,
        refusal=refusal,
        own_keys=[
            key
            for key in standing.given
            if standing.awaited and refuse_to_withdraw_key(actor, key.task.specific.city.slug, is_pending=True) is None
        ],
    )


def digest_to_answer(page: Any) -> str:
    """The digest of the text that a screen shows, for the form that answers it."""
    return revision_digest(page.get_latest_revision())
