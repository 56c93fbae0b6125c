"""Development and the demo: one SQLite file, secrets that are none, mail on the console."""

from __future__ import annotations

import os
from pathlib import Path

_VAR = Path(__file__).resolve().parent.parent.parent / "var"
_VAR.mkdir(exist_ok=True)
os.environ.setdefault("SECRET_KEY", "development-only")
os.environ.setdefault("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
os.environ.setdefault("PORTAL_URL", f"http://localhost:{os.environ.get('PORT', '8000')}")
os.environ.setdefault("DATABASE_URL", f"sqlite:///{_VAR / 'portal.sqlite3'}")
os.environ.setdefault("SERVE_MEDIA", "true")

from portal.settings.base import *  # noqa: E402, F403

DEBUG = env.bool("DEBUG", True)  # noqa: F405
PORTAL_DEMO_ALLOWED = True
STYLE_PAGE = True
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}  # noqa: F405
WHITENOISE_USE_FINDERS = True
