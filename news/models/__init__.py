"""The three page types that both cities write, and the indexes above them."""

from __future__ import annotations

from news.models.delegation import DelegationPage
from news.models.delegation_rows import (
    DelegationCommitment,
    DelegationDocument,
    DelegationFunding,
    DelegationMember,
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
