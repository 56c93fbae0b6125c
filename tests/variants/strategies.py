"""Texts for the property tests: any Unicode, and French made of what the rules look for."""

from __future__ import annotations

from hypothesis import strategies as st

from portal.variants import Variant
from portal.variants.characters import NBSP, NNBSP
from portal.variants.function_words import words
from portal.variants.lexicon import load_lexicon

ANY_TEXT = st.text(max_size=60)
_FORMS = sorted({form for entry in load_lexicon() for form in (entry.fr_ca, entry.fr_fr) if form})
_WORDS = words(
    """le la les l’ un une des du de d’ à au aux ce cet cette mon sa tout toute tous et ou qui que est sont a été
    prévu belle nouvel nouveau grand Ville Pau maire, . ; ! ? : « » “ ” ( ) [ ] - – … $ % € ' " & < > { } * # @ /"""
)
_FORMATS = words(
    """12_500 12+500 2025-11-21 21/11/2025 03/11/2025 14:30 14h30 14~h~30 418~335-2981 0559278580 +33559278580 450~$ $US
    2ème 1ère juil. {nom} %(nom)s %s &nbsp; <b> </b> <br/> <a_id="a1"> </a> https://ville.example/?q=a;b
    info@ville.example `code!` citoyen·ne·s 911 HNE"""
)
_SPACED = [text.translate(str.maketrans("_~+", f" {NBSP}{NNBSP}")) for text in _FORMATS]
_PIECES = st.sampled_from(sorted([*_FORMS, *_WORDS, *_SPACED]))
_BLANKS = st.sampled_from([" ", " ", " ", "", "\u00a0", "\u202f", "\n"])
FRENCH_TEXT = st.lists(st.tuples(_PIECES, _BLANKS), max_size=14).map(
    lambda pieces: "".join(word + blank for word, blank in pieces)
)
TEXTS = st.one_of(FRENCH_TEXT, ANY_TEXT)
SOURCES = st.sampled_from(list(Variant))
