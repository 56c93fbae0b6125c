from __future__ import annotations

from django.urls import path

from portal.opendata import views

urlpatterns = [
    path("", views.index, name="opendata"),
    path("catalogue.jsonld", views.dcat, name="opendata_catalogue"),
    path("dictionnaire.<slug:extension>", views.dictionary, name="opendata_dictionary"),
    path("<slug:slug>.<slug:extension>", views.table, name="opendata_table"),
    path("<slug:city_slug>/<slug:slug>.<slug:extension>", views.table, name="opendata_city"),
]
