from __future__ import annotations

from django.db import models


class Generation(models.Model):
    """One row, one number: it grows with each change that public pages may show, on every process."""

    number = models.PositiveBigIntegerField(default=0)

    class Meta:
        verbose_name = "génération"

    def __str__(self) -> str:
        return str(self.number)
