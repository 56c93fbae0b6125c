"""Public addresses of the letters, below the prefix of each variant."""

from __future__ import annotations

from django.urls import path

from portal.letters.views import FollowView, PreferencesView, asked, confirm, unsubscribe

urlpatterns = [
    path("suivre/", FollowView.as_view(), name="follow"),
    path("suivre/demande/", asked, name="letters_asked"),
    path("suivre/confirmer/<str:token>/", confirm, name="letters_confirm"),
    path("suivre/preferences/<str:token>/", PreferencesView.as_view(), name="letters_preferences"),
    path("suivre/arreter/<str:token>/", unsubscribe, name="letters_unsubscribe"),
]
