#!/usr/bin/env python3
"""Django's command line, with the development settings unless DJANGO_SETTINGS_MODULE says otherwise."""

from __future__ import annotations

import os
import sys

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.development")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)
