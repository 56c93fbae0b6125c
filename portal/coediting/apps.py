from __future__ import annotations

from django.apps import AppConfig


class CoeditingConfig(AppConfig):
    name = "portal.coediting"
    label = "coediting"
    verbose_name = "Coédition"

    def ready(self) -> None:
        from portal.coediting.approval.publication import publish_approved
        from portal.coediting.deletions.guard import guard_deletions
        from portal.coediting.notifications import connections
        from portal.coediting.refusals.answer import answer_every_refusal
        from portal.localization.release import publish_sources_with

        connections.connect()
        guard_deletions()
        answer_every_refusal()
        publish_sources_with(publish_approved)
