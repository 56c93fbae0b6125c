"""The three page types that both cities write, and the indexes above them."""

from __future__ import annotations

from news.models.delegation import (
    DelegationCommitment,
    DelegationDocument,
    DelegationFunding,
    DelegationMember,
    DelegationPage,
    DelegationStop,
)
from news.models.institution import InstitutionContact, InstitutionPage
from news.models.listing import DelegationIndexPage, InstitutionIndexPage, NewsIndexPage
from news.models.news import NewsPage, NewsPageDelegation, NewsPageInstitution

__all__ = [
    "DelegationCommitment",
    "DelegationDocument",
    "DelegationFunding",
    "DelegationIndexPage",
    "DelegationMember",
    "DelegationPage",
    "DelegationStop",
    "InstitutionContact",
    "InstitutionIndexPage",
    "InstitutionPage",
    "NewsIndexPage",
    "NewsPage",
    "NewsPageDelegation",
    "NewsPageInstitution",
]
