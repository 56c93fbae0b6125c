from __future__ import annotations

from django.conf import settings
from django.db import models
from wagtail_localize.models import Translation


class SegmentNote(models.Model):
    """What colleagues of both cities tell each other about a segment. Rows are added, never changed.

    The notes on one place make a thread. A row that resolves it closes what was said before; a later note opens it
    again.
    """

    class Kind(models.TextChoices):
        REMARK = "remark", "note"
        RESOLUTION = "resolution", "réglée"

    translation = models.ForeignKey(Translation, on_delete=models.PROTECT, related_name="segment_notes")
    path = models.TextField()
    source_text = models.TextField()
    kind = models.CharField(max_length=20, choices=Kind.choices, default=Kind.REMARK)
    text = models.TextField(blank=True)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="segment_notes"
    )
    written_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "note sur un segment"
        verbose_name_plural = "notes sur les segments"
        ordering = ["pk"]
        indexes = [models.Index(fields=["translation", "id"], name="note_by_translation")]

    def __str__(self) -> str:
        return f"{self.path}: {self.get_kind_display()}"

    @property
    def is_remark(self) -> bool:
        return self.kind == self.Kind.REMARK
