from __future__ import annotations

from django.db import models
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting


@register_setting
class ExampleSetting(BaseSiteSetting):
    """A setting of the site, as an editor changes it under « Configuration »."""

    motto = models.CharField("devise", max_length=100, blank=True)
    telephone = models.CharField("téléphone", max_length=30, blank=True)

    class Meta:
        verbose_name = "réglage d’essai"
