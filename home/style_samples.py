"""What the style page shows: components at their emptiest and at their fullest. Nothing here is saved."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

from django.core.paginator import Paginator

from home.front import Figures
from home.reciprocity import Line, Share
from home.timeline import Moment
from news.models import DelegationCommitment, DelegationFunding, DelegationPage, InstitutionPage, NewsPage
from portal.content.models import PortalImage
from portal.twinning.models import City, FundingProgramme

SHORT = "Deux villes, un atelier"
LONG = (
    "Ce que les équipes des deux villes ont appris l’une de l’autre au fil d’une année de rencontres, de visites, "
    "d’essais en laboratoire et de conversations qui se sont prolongées bien après l’heure prévue"
)
LONGEST_NAME = (
    "Institut interrégional de recherche, d’innovation et de formation en valorisation des résidus miniers, en chimie "
    "verte et en transition énergétique des villes médianes (IIRIFVRMCVTEVM)"
)
CHAPO = "Une phrase dit l’essentiel. Une seconde dit pourquoi cela compte."
DAY = dt.date(2022, 9, 12)


def build_samples() -> dict[str, Any]:
    """The context of every section."""
    thetford = City(name="Thetford Mines", slug="thetford-mines", country="CA", locale_code="fr-ca")
    pau = City(name="Pau", slug="pau", country="FR", locale_code="fr-fr")
    return {
        "thetford": thetford,
        "pau": pau,
        "news": _news(thetford, pau),
        "missions": _missions(thetford, pau),
        "institutions": _institutions(thetford, pau),
        "moments": _moments(thetford, pau),
        "figures": [Figures(1, 0, 1, 0, 0), Figures(128, 1024, 5, 76, 312)],
        "balance": _balance(thetford, pau),
        "fundings": _fundings(),
        "commitments": _commitments(thetford, pau),
        "pages": Paginator(range(240), 12).get_page(7),
        "ancestors": [NewsPage(title="Accueil"), NewsPage(title="Actualités"), NewsPage(title=LONG)],
        "asked": SimpleNamespace(asked={"city": "pau"}),
        "unasked": SimpleNamespace(asked={}),
        "blocks": _blocks(),
    }


def _news(thetford: City, pau: City) -> list[NewsPage]:
    """With a picture when there is one at hand, without, without a chapô, overfull."""
    image = PortalImage.objects.first()
    return [
        NewsPage(title=SHORT, introduction=CHAPO, published_on=DAY, lead_city=thetford, image=image),
        NewsPage(title=SHORT, introduction=CHAPO, published_on=DAY, lead_city=pau),
        NewsPage(title="Non", published_on=DAY, lead_city=thetford),
        NewsPage(title=LONG, introduction=f"{CHAPO} " * 6, published_on=DAY, lead_city=pau),
    ]


def _missions(thetford: City, pau: City) -> list[DelegationPage]:
    days = [dt.date.today() + dt.timedelta(offset) for offset in (30, 0, -400)]
    titles = [SHORT, "Mission", LONG]
    return [
        DelegationPage(
            title=title,
            introduction=CHAPO if title != "Mission" else "",
            origin=thetford,
            host=pau,
            starts_on=day,
            ends_on=day + dt.timedelta(3),
        )
        for day, title in zip(days, titles, strict=True)
    ]


def _institutions(thetford: City, pau: City) -> list[InstitutionPage]:
    return [
        InstitutionPage(title="Coalia", kind="research_centre", side=thetford),
        InstitutionPage(title=LONGEST_NAME, acronym="IIRIFVRMCVTEVM", kind="college", side=pau, introduction=CHAPO),
    ]


def _moments(thetford: City, pau: City) -> dict[str, list[Moment]]:
    many = [
        Moment(LONG if number % 4 == 0 else SHORT, DAY, city=(None, thetford, pau)[number % 3]) for number in range(9)
    ]
    return {"one": [Moment("Premiers échanges", dt.date(2021, 1, 1), precision="year")], "many": many}


def _balance(thetford: City, pau: City) -> list[Line]:
    return [
        Line("missions", [Share(thetford, 1, 1.0), Share(pau, 100, 100)]),
        Line("people", [Share(thetford, 0, 0), Share(pau, 640, 100)]),
        Line("money", [Share(thetford, Decimal(1234567), 100), Share(pau, Decimal(0), 0)], "CAD"),
    ]


def _fundings() -> list[DelegationFunding]:
    programme = FundingProgramme(pk=0, name="Fonds d’essai")
    return [
        DelegationFunding(amount=Decimal(12000), origin_share_percent=30, host_share_percent=20, programme=programme),
        DelegationFunding(amount=Decimal(3500), currency="EUR", origin_share_percent=0, host_share_percent=100),
        DelegationFunding(programme=programme),
    ]


def _commitments(thetford: City, pau: City) -> list[DelegationCommitment]:
    late = dt.date(2020, 1, 1)
    return [
        DelegationCommitment(description=SHORT, owner=thetford, state="kept", due_on=late),
        DelegationCommitment(description=LONG, owner=pau, state="planned", due_on=late),
        DelegationCommitment(description="Court.", owner=pau, state="dropped"),
    ]


def _blocks() -> dict[str, Any]:
    return {
        "quote": {"text": LONG, "speaker": "Camille Exemple", "office": "responsable de la coopération"},
        "short_quote": {"text": "Oui.", "speaker": "Camille Exemple", "office": ""},
        "call_out": {"heading": "À retenir", "text": f"<p>{CHAPO}</p>"},
        "key_figures": {"figures": [{"value": "2", "label": "villes"}, {"value": "1 024", "label": LONG}]},
    }
