"""A ground that many rounds begin on: the database as it was, put back in a moment, and committed as races need it."""

from __future__ import annotations

from django.db import connection, transaction

KEEP = "CREATE TEMPORARY TABLE {kept} AS SELECT * FROM {table}"
CHANGED = (
    "SELECT EXISTS (SELECT * FROM {table} EXCEPT SELECT * FROM {kept})"
    " OR EXISTS (SELECT * FROM {kept} EXCEPT SELECT * FROM {table})"
)
EMPTY = "DELETE FROM {table}"
FILL = "INSERT INTO {table} SELECT * FROM {kept}"
FORGET = "DROP TABLE {kept}"


class Ground:
    """Keeps what every table holds now. `put_back` writes it again; numbers that were given are not given twice."""

    def __init__(self):
        quote = connection.ops.quote_name
        names = connection.introspection.django_table_names(only_existing=True, include_views=False)
        self._tables = [
            {"table": quote(name), "kept": quote(f"kept_{number}")} for number, name in enumerate(sorted(names))
        ]
        self._run(self._tables, KEEP)

    def put_back(self):
        """Constraints wait for the end of the transaction, whatever the order of the tables."""
        self._run([names for names in self._tables if self._is_changed(names)], EMPTY, FILL)

    def forget(self):
        self._run(self._tables, FORGET)

    def _is_changed(self, names):
        with connection.cursor() as cursor:
            cursor.execute(CHANGED.format(**names))
            return bool(cursor.fetchone()[0])

    def _run(self, tables, *statements):
        with transaction.atomic(), connection.cursor() as cursor:
            for statement in statements:
                for names in tables:
                    cursor.execute(statement.format(**names))
