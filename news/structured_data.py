"""News, missions and institutions in schema.org's words, from what is already loaded: no query."""

from __future__ import annotations

from typing import Any

from portal.content.structured_data import Node, city_hall, city_place, licence_address, place, without_blanks

KINDS = {
    "city_hall": "GovernmentOrganization",
    "agglomeration": "GovernmentOrganization",
    "ministry": "GovernmentOrganization",
    "research_centre": "ResearchOrganization",
    "college": "EducationalOrganization",
    "company": "Corporation",
}


def describe_news(page: Any, address: str, picture: str) -> Node:
    writer = city_hall(page.lead_city) if page.lead_city else None
    changed_at = page.last_published_at
    return without_blanks(
        {
            "@type": "NewsArticle",
            "headline": page.title,
            "description": page.introduction,
            "url": address,
            "mainEntityOfPage": address,
            "inLanguage": page.portal_locale.tag,
            "datePublished": page.published_on.isoformat(),
            "dateModified": changed_at.isoformat(timespec="seconds") if changed_at else None,
            "author": writer,
            "publisher": writer,
            "image": picture,
            "license": licence_address(page.lead_city),
            "isAccessibleForFree": True,
        }
    )


def describe_delegation(page: Any, address: str, picture: str) -> Node:
    return without_blanks(
        {
            "@type": "Event",
            "name": page.title,
            "description": page.introduction,
            "url": address,
            "inLanguage": page.portal_locale.tag,
            "startDate": page.starts_on.isoformat(),
            "endDate": page.ends_on.isoformat(),
            "eventStatus": "https://schema.org/EventScheduled",
            "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
            "location": city_place(page.host),
            "organizer": city_hall(page.origin),
            "image": picture,
        }
    )


def describe_institution(page: Any, address: str, picture: str) -> Node:
    return without_blanks(
        {
            "@type": KINDS.get(page.kind, "Organization"),
            "name": page.title,
            "alternateName": page.acronym,
            "description": page.introduction,
            "url": page.website or address,
            "mainEntityOfPage": address,
            "email": page.email,
            "telephone": page.telephone,
            "location": place(page.title, page.latitude, page.longitude, " ".join(page.address.split())),
            "image": picture,
        }
    )
