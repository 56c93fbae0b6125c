"""The composition root: what answers at which address."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import include, path, re_path
from django.views.decorators.cache import never_cache
from django.views.static import serve
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.admin.auth import require_admin_access
from wagtail.documents import urls as wagtaildocs_urls
from wagtail.urls import serve_pattern

from home.style import style, style_section, style_tokens
from home.views import neutral, site_map
from news.calendars import all_delegations, one_delegation
from news.feeds import news_feed
from portal.api import router
from portal.coediting.choosers import ReadableChosenView
from portal.coediting.conflicts.files import ProtectedDocumentView, ProtectedImageView
from portal.coediting.conflicts.transactions import saving_at_once
from portal.coediting.notifications.preferences import PortalAccountView
from portal.content.parallel import parallel
from portal.content.routing import serve as serve_page
from portal.content.share_picture import share_picture
from portal.localization.desk.instead_of_editing import reviewing_variants
from portal.plain_files import llms, robots, security
from portal.sitemaps import sitemap, sitemap_index


def closed(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    """Addresses that a dependency brings and that stand beside the keys and the review."""
    raise Http404


urlpatterns = [
    path("", neutral, name="neutral"),
    path("sitemap.xml", sitemap_index, name="sitemap_index"),
    path("sitemap-<int:number>.xml", sitemap, name="sitemap"),
    path("donnees/", include("portal.opendata.urls")),
    path("api/v2/", router.urls),
    path("style/", style, name="style"),
    path("style/<slug:scheme>.css", style_tokens, name="style_tokens"),
    path("style/<slug:name>/", style_section, name="style_section"),
    path("robots.txt", robots, name="robots"),
    path("llms.txt", llms, name="llms"),
    path(".well-known/security.txt", security, name="security"),
    re_path(r"^admin/localize/", closed),
    path("admin/account/", never_cache(require_admin_access(PortalAccountView.as_view()))),
    # The journal of both cities stands in its place, and shows what its reader may see.
    re_path(r"^admin/reports/site-history/", closed),
    # Wagtail's chooser of tasks opens to everybody; the steps of the keys are the code's.
    re_path(r"^admin/workflows/task_chooser/", closed),
    # Accounts are changed one by one, each within its manager's reach.
    re_path(r"^admin/bulk/auth/user/", closed),
    # Acts on pages by the admin's own interface for scripts: no screen calls them, and they know no key and no review.
    re_path(r"^admin/api/main/pages/\d+/action/", closed),
    # « Publier quand même »: no screen asks it, for nobody publishes by a button, and it tells anybody of any page.
    re_path(r"^admin/pages/workflow/confirm_cancellation/", closed),
    path("admin/images/<int:image_id>/", never_cache(require_admin_access(ProtectedImageView.as_view()))),
    path("admin/documents/edit/<int:document_id>/", never_cache(require_admin_access(ProtectedDocumentView.as_view()))),
    path("admin/choose-page/chosen-multiple/", require_admin_access(ReadableChosenView.as_view())),
    path("admin/", include(saving_at_once(reviewing_variants(wagtailadmin_urls.urlpatterns)))),
    path("documents/", include(wagtaildocs_urls)),
    *(
        [re_path(r"^media/(?P<path>(?:images|original_images)/.*)$", serve, {"document_root": settings.MEDIA_ROOT})]
        if settings.SERVE_MEDIA
        else []
    ),
    *i18n_patterns(
        path("actualites.atom", news_feed, name="news_feed"),
        path("delegations.ics", all_delegations, name="delegations_calendar"),
        path("delegations/<slug:slug>.ics", one_delegation, name="delegation_calendar"),
        path("plan-du-site/", site_map, name="site_map"),
        path("", include("portal.correspondence.urls")),
        path("", include("portal.letters.urls")),
        path("", include("portal.search.urls")),
        path("partage/<uuid:key>.png", share_picture, name="share_picture"),
        re_path(r"^(?P<path>(?:[\w-]+/)*)en-parallele/$", parallel, name="parallel"),
        re_path(serve_pattern, serve_page, name="wagtail_serve"),
        prefix_default_language=True,
    ),
]
