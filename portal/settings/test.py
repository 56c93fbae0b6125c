"""The test suite: SQLite in memory, or PostgreSQL when DATABASE_URL says so."""

from __future__ import annotations

import os
import tempfile

os.environ.setdefault("SECRET_KEY", "test-only")
os.environ.setdefault("ALLOWED_HOSTS", "localhost,127.0.0.1,testserver")
os.environ.setdefault("PORTAL_URL", "http://testserver")
os.environ.setdefault("DATABASE_URL", "sqlite://:memory:")

from portal.settings.base import *  # noqa: F403

PORTAL_DEMO_ALLOWED = True
MEDIA_ROOT = tempfile.mkdtemp(prefix="portal-test-media-")
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}  # noqa: F405
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
WHITENOISE_AUTOREFRESH = True
DATABASES["default"]["OPTIONS"].pop("pool", None)  # noqa: F405
INSTALLED_APPS.append("tests.examples")  # noqa: F405
