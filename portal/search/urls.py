"""The public address of the search, below the prefix of each variant."""

from __future__ import annotations

from django.urls import path

from portal.search.views import search

urlpatterns = [path("recherche/", search, name="search")]
