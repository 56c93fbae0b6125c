"""The entries that come with the engine."""

from __future__ import annotations

from portal.variants.model import Confidence, Entry

_SURE, _KEEP = Confidence.CERTAIN, Confidence.KEEP


def _pair(fr_ca: str, fr_fr: str, gender: str, to_france: Confidence = _KEEP) -> Entry:
    return Entry(f"{fr_ca}/{fr_fr}", fr_ca, fr_fr, to_france, _SURE, gender_ca=gender, gender_fr=gender, evidence="V")


STARTER = (
    _pair("courriel", "e-mail", "m"),
    _pair("courriel", "email", "m"),
    _pair("adresse courriel", "adresse e-mail", "f"),
    _pair("infolettre", "newsletter", "f"),
    _pair("mot-clic", "hashtag", "m"),
    _pair("plugiciel", "plug-in", "m"),
    _pair("blogue", "blog", "m", _SURE),
    _pair("bogue", "bug", "m"),
    _pair("traversier", "ferry", "m", _SURE),
    _pair("sociofinancement", "financement participatif", "m", _SURE),
    _pair("stationnement incitatif", "parc relais", "m", _SURE),
    _pair("magasinage", "shopping", "m", _SURE),
)
