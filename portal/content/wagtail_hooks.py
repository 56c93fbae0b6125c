"""What the portal changes in Wagtail's rich text."""

from __future__ import annotations

from typing import Any

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks

from portal.content.checks import views as content_checks
from portal.content.rich_text import PortalPageLinkHandler


@hooks.register("register_rich_text_features", order=10)
def register_page_links(features: Any) -> None:
    features.register_link_type(PortalPageLinkHandler)


@hooks.register("register_admin_urls")
def register_content_checks() -> list[Any]:
    return content_checks.urlpatterns


@hooks.register("insert_editor_js")
def renew_content_checks() -> SafeString:
    return format_html('<script type="module" src="{}"></script>', static("portal/admin/content_checks.js"))
