from __future__ import annotations

from django.db import models


class AwaitedRelease(models.Model):
    """A revision of a source that may be public, and waits for its variant so that both go public at one instant."""

    page = models.OneToOneField("wagtailcore.Page", on_delete=models.CASCADE, related_name="awaited_release")
    revision = models.ForeignKey("wagtailcore.Revision", on_delete=models.CASCADE, related_name="+")
    digest = models.CharField(max_length=64)
    """Of the text that was approved: an autosave may write over a revision and keep its number."""
    since = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = "parution commune"
        verbose_name_plural = "parutions communes"

    def __str__(self) -> str:
        return str(self.page)
