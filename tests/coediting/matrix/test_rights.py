"""The table of rights, tried cell by cell through real requests."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from tests.coediting.matrix.actors import ACTORS
from tests.coediting.matrix.attempts import ATTEMPTS

pytestmark = pytest.mark.django_db
REASONS = {
    "alias",
    "archived",
    "closed",
    "collection",
    "keys",
    "locked",
    "open",
    "public",
    "reach",
    "review",
    "role",
    "tree",
}


def read_table():
    """The rows by what they are tried on: action, one mark for each actor, reason."""
    table = defaultdict(list)
    for line in Path(__file__).with_name("rights.txt").read_text().splitlines():
        if line and not line.startswith("#"):
            thing, action, *marks, reason = line.split()
            table[thing].append((action, "".join(marks), reason))
    return table


TABLE = read_table()


@pytest.mark.parametrize(("thing", "rows"), TABLE.items(), ids=TABLE)
def test_everybody_may_do_what_the_table_says__and_nothing_else(thing, rows, world, attempt, without_drawing):
    wrong = []
    for action, expected, _ in rows:
        found = "".join(
            attempt(
                lambda actor=actor, action=action: ATTEMPTS[action].verdict(
                    world.clients[actor], world, world.objects[thing]
                )
            )
            for actor in ACTORS
        )
        if found != expected:
            wrong.append(f"{thing} {action}: {expected} in the table, {found} in truth")
    assert not wrong, "\n".join(wrong)


def test_table_is_large_and_whole():
    rows = [row for rows in TABLE.values() for row in rows]
    assert len(rows) * len(ACTORS) >= 1000
    assert {len(marks) for _, marks, _ in rows} == {len(ACTORS)}
    assert {mark for _, marks, _ in rows for mark in marks} == set("+.L")
    assert {reason for *_, reason in rows} == REASONS
    assert {action for action, *_ in rows} == set(ATTEMPTS)
