"""How the tests of this folder ask: counted, and again with what the first answer said."""

from __future__ import annotations

from django.db import connection
from django.test.utils import CaptureQueriesContext

from portal.content.kept import begin_generation
from tests import factories

MAX_QUERIES = 12


def count_queries(client, url):
    """Queries of an uncached answer once the process knows what stands around every page."""
    client.get(url)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return len([query for query in queries if "content_generation" not in query["sql"]]) + 1


def check_conditional(client, url):
    """The client that holds an answer gets 304 without a query of its own, until something is published."""
    first = client.get(url)
    held = {"if-none-match": first["ETag"]}
    with CaptureQueriesContext(connection) as queries:
        second = client.get(url, headers=held)
    assert (second.status_code, second.content) == (304, b"")
    assert all("content_generation" in query["sql"] for query in queries)
    assert "no-cache" in first["Cache-Control"]
    assert not first.cookies
    with factories.background_tasks():
        begin_generation()
    assert client.get(url, headers=held).status_code == 200
    assert client.post(url).status_code == 405
