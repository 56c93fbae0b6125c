"""Who is counted as one visitor, and that a cache that is down stops nobody."""

from __future__ import annotations

import pytest
from django.core.cache import cache

from portal.public_forms.limits import address_hash, client_address, is_over_limit


def test_address_of_a_visitor_is_limited__and_no_other(rf, settings):
    settings.PUBLIC_FORM_LIMIT_PER_ADDRESS = 2
    here, there = (rf.post("/", REMOTE_ADDR=address) for address in ("192.0.2.1", "192.0.2.2"))
    assert [is_over_limit("contact", here) for _ in range(3)] == [False, False, True]
    assert not is_over_limit("contact", there)
    assert not is_over_limit("erreur", here)


def test_cache_that_is_down_stops_nobody(rf, settings, monkeypatch):
    settings.PUBLIC_FORM_LIMIT_PER_ADDRESS = 0

    def fail(*args, **kwargs):
        raise ConnectionError

    monkeypatch.setattr(cache, "add", fail)
    assert not is_over_limit("contact", rf.post("/"))


def test_address_itself_is_never_in_the_hash(rf):
    assert "192" not in address_hash(rf.get("/", REMOTE_ADDR="192.0.2.192"))[:3]
    assert len(address_hash(rf.get("/", REMOTE_ADDR="n’importe quoi"))) == 32


def test_household_counts_as_one__whatever_its_ipv6_address(rf):
    first, second, other = (rf.get("/", REMOTE_ADDR=f"2001:db8:1:{end}") for end in ("1::1", "1::2", "2::1"))
    assert address_hash(first) == address_hash(second) != address_hash(other)


@pytest.mark.parametrize(
    ("proxies", "forwarded", "expected"),
    [
        (0, "203.0.113.9", "192.0.2.1"),
        (1, "203.0.113.9", "203.0.113.9"),
        (1, "forgé, 203.0.113.9", "203.0.113.9"),
        (2, "203.0.113.9, 198.51.100.1", "203.0.113.9"),
        (2, "203.0.113.9", "192.0.2.1"),
        (1, "", "192.0.2.1"),
    ],
)
def test_forwarded_address_counts_only_as_far_as_our_proxies_go(rf, settings, proxies, forwarded, expected):
    settings.TRUSTED_PROXIES = proxies
    request = rf.get("/", REMOTE_ADDR="192.0.2.1", headers={"x-forwarded-for": forwarded})
    assert client_address(request) == expected
