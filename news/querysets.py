"""Questions about news, delegations and institutions."""

from __future__ import annotations

from typing import Any, Self

from portal.content.querysets import PortalPageQuerySet


class NewsPageQuerySet(PortalPageQuerySet):
    def latest_first(self) -> Self:
        return self.order_by("-published_on", "-pk")

    def of_year(self, year: int) -> Self:
        return self.filter(published_on__year=year)

    def about_delegation(self, delegation: Any) -> Self:
        return self.filter(related_delegations__delegation__translation_key=delegation.translation_key).distinct()

    def about_institution(self, institution: Any) -> Self:
        return self.filter(related_institutions__institution__translation_key=institution.translation_key).distinct()


class DelegationPageQuerySet(PortalPageQuerySet):
    def latest_first(self) -> Self:
        return self.order_by("-starts_on", "-pk")

    def of_year(self, year: int) -> Self:
        return self.filter(starts_on__year=year)

    def with_cities(self) -> Self:
        return self.select_related("origin", "host")

    def that_met(self, institution: Any) -> Self:
        return self.filter(stops__institution__translation_key=institution.translation_key).distinct()


class InstitutionPageQuerySet(PortalPageQuerySet):
    def by_name(self) -> Self:
        return self.order_by("title")

    def on_side_of(self, city: Any) -> Self:
        return self.filter(side__slug=city) if isinstance(city, str) else self.filter(side=city)

    def of_kind(self, kind: str) -> Self:
        return self.filter(kind=kind)
