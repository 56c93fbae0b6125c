from __future__ import annotations

from django.conf import settings
from django.db import models
from wagtail_localize.models import Translation


class SegmentDecision(models.Model):
    """What a person decided of one segment of a variant. Rows are added, never changed: the last one holds.

    A segment is known by its context path and the source text that was read: a decision holds for that text alone, so
    that a source that changes leaves its segment undecided.
    """

    class State(models.TextChoices):
        IDENTICAL = "identical", "identique"
        ADAPTED = "adapted", "adaptée"
        ASSUMED = "assumed", "écart assumé"
        REOPENED = "reopened", "rouverte"
        HANDED_OVER = "handed_over", "close à la passation"
        TAKEN_OVER = "taken_over", "reprise à la passation"

    translation = models.ForeignKey(Translation, on_delete=models.PROTECT, related_name="segment_decisions")
    path = models.TextField()
    source_text = models.TextField()
    text = models.TextField()
    state = models.CharField(max_length=20, choices=State.choices)
    reason = models.TextField(blank=True)
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="segment_decisions"
    )
    decided_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "décision sur un segment"
        verbose_name_plural = "décisions sur les segments"
        ordering = ["pk"]
        indexes = [models.Index(fields=["translation", "id"], name="decision_by_translation")]

    def __str__(self) -> str:
        return f"{self.path}: {self.get_state_display()}"

    @property
    def holds(self) -> bool:
        """Whether the segment is decided; a reopened one waits again, one from before a passation is of the past."""
        return self.state not in NOT_HOLDING


NOT_HOLDING = (SegmentDecision.State.REOPENED, SegmentDecision.State.HANDED_OVER)
"""States after which a segment waits again."""
