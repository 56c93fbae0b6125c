"""From which version of an object an edit form was loaded, and whether there is a newer one."""

from __future__ import annotations

import json
from typing import Any

from portal.coediting.conflicts.contents import contents_of
from portal.coediting.conflicts.editing import build_form

LOADED_CONTENT = "loaded_content"
ORIGINAL_CONTENT = "original_content"
LOADED_REVISION = "loaded_revision_id"
LOADED_REVISION_CREATED_AT = "loaded_revision_created_at"
AUTOSAVED_REVISION = "overwrite_revision_id"


def fingerprints(form: Any) -> dict[str, str]:
    return {name: content.fingerprint for name, content in contents_of(form).items()}


def original_fingerprints(data: Any) -> dict[str, str]:
    """What the form held before anybody changed anything, however many conflicts ago."""
    return _parse(data.get(ORIGINAL_CONTENT) or data.get(LOADED_CONTENT))


def _parse(text: str | None) -> dict[str, str]:
    """None where a form carries none, or what nobody gave it."""
    try:
        found = json.loads(text or "")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def current_version(instance: Any, user: Any) -> dict[str, str]:
    """The hidden fields that a form loaded now would carry. `instance` is the newest version."""
    version = {LOADED_CONTENT: json.dumps(fingerprints(build_form(instance, user)))}
    if revision := _latest_revision(instance):
        version[LOADED_REVISION] = str(revision.pk)
        version[LOADED_REVISION_CREATED_AT] = revision.created_at.isoformat()
    return version


def is_stale(data: Any, newest: Any, user: Any) -> bool:
    """Whether somebody saved `newest` after the form was loaded. A form that does not say from what is taken as stale.

    With revisions, Wagtail's own hidden fields decide; without, the fingerprints of what the form can overwrite.
    """
    revision = _latest_revision(newest)
    if revision is None:
        return _parse(data.get(LOADED_CONTENT)) != fingerprints(build_form(newest, user))
    if autosaved := data.get(AUTOSAVED_REVISION):
        return bool(autosaved != str(revision.pk))
    loaded = (data.get(LOADED_REVISION), data.get(LOADED_REVISION_CREATED_AT))
    return loaded != (str(revision.pk), revision.created_at.isoformat())


def _latest_revision(instance: Any) -> Any:
    return instance.latest_revision if getattr(instance, "latest_revision_id", None) else None
