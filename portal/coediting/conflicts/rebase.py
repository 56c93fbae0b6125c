"""What somebody typed into an older version, as if it had been typed into the newest one."""

from __future__ import annotations

from typing import Any

from django.http import QueryDict

from portal.coediting.conflicts.contents import COMMENTS

LONGEST_NUMBER = 5


def rebase(data: Any, form_class: Any, newest: Any) -> QueryDict:
    """The posted data, its inline rows matched to those of the newest version.

    A row that the others deleted comes back as a new one; a row that they added is deleted, for the text of one person
    is to win or to lose as a whole. Comments are nobody's text: all stay, and those that are gone stay gone.
    """
    rebased: QueryDict = data.copy()
    _rebase_formsets(rebased, form_class, newest, "")
    return rebased


def _rebase_formsets(data: QueryDict, form_class: Any, newest: Any, prefix: str) -> None:
    for name, formset_class in getattr(form_class, "formsets", {}).items():
        accessor = formset_class.fk.remote_field.get_accessor_name()
        rows = {str(row.pk): row for row in getattr(newest, accessor).all() if row.pk} if newest else {}
        missing = _match_rows(data, formset_class, rows, f"{prefix}{name}", is_comments=name == COMMENTS)
        if name != COMMENTS:
            _delete_rows(data, missing, f"{prefix}{name}")


def _match_rows(
    data: QueryDict, formset_class: Any, rows: dict[str, Any], prefix: str, *, is_comments: bool
) -> list[str]:
    """Makes new rows of those that are unknown to the newest version. The keys of its rows that were not posted."""
    seen = set()
    for index in range(_total(data, prefix)):
        row_prefix = f"{prefix}-{index}"
        key = data.get(f"{row_prefix}-id", "")
        if key in rows:
            seen.add(key)
        else:
            data[f"{row_prefix}-id"] = ""
            if key and is_comments:
                data[f"{row_prefix}-DELETE"] = "on"
        _rebase_formsets(data, formset_class.form, rows.get(key), f"{row_prefix}-")
    return [key for key in rows if key not in seen]


def _delete_rows(data: QueryDict, keys: list[str], prefix: str) -> None:
    """Only rows that count as loaded can be deleted: all count as loaded, those without a key being made anew."""
    if f"{prefix}-TOTAL_FORMS" not in data:
        return
    total = _total(data, prefix)
    for index, key in enumerate(keys, total):
        data[f"{prefix}-{index}-id"] = key
        data[f"{prefix}-{index}-DELETE"] = "on"
    data[f"{prefix}-TOTAL_FORMS"] = data[f"{prefix}-INITIAL_FORMS"] = str(total + len(keys))


def _total(data: QueryDict, prefix: str) -> int:
    """What a management form says; none when somebody tampered with it, which the form itself will refuse."""
    text = data.get(f"{prefix}-TOTAL_FORMS", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < LONGEST_NUMBER else 0
