"""The public contract of the engine."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import FrozenInstanceError

import pytest

from portal.variants import Confidence, Entry, Variant, adapt, adapt_page, apply, check, explain
from portal.variants.characters import NBSP, NNBSP


def test_adapt_returns_the_text__when_both_variants_are_the_same() -> None:
    assert adapt("Qui vient?", "fr-FR", Variant.FR_FR) == adapt("Qui vient?", "fr-CA", "fr-CA")


def test_adapt_refuses__an_unknown_tag() -> None:
    with pytest.raises(ValueError, match="fr-BE"):
        adapt("Qui vient?", "fr-BE", "fr-FR")


def test_adapt_counts_code_points_of_nfc__when_the_text_is_decomposed() -> None:
    result = adapt("E\u0301te\u0301!", "fr-CA", "fr-FR")
    assert result.text == f"Été{NNBSP}!"
    assert (result.proposals[0].start, result.proposals[0].end) == (3, 4)


def test_adapt_changes_only_the_typography__of_a_quotation() -> None:
    text = "« Envoyez un e-mail ! », a déclaré le maire."
    assert adapt(text, "fr-FR", "fr-CA").text == f"«{NBSP}Envoyez un e-mail!{NBSP}», a déclaré le maire."


def test_adapt_changes_only_the_typography__when_verbatim_whatever_the_glossary_says() -> None:
    glossary = [Entry("parc", "parc", "jardin", Confidence.CERTAIN, part="noun", gender_ca="m", gender_fr="m")]
    result = adapt("Le parc et la fin de semaine!", "fr-CA", "fr-FR", glossary, verbatim=True)
    assert result.text == f"Le parc et la fin de semaine{NNBSP}!"


def test_glossary_adds_a_term__with_its_agreement() -> None:
    entry = Entry("parc", "parc", "aire verte", Confidence.CERTAIN, gender_ca="m", gender_fr="f")
    assert adapt("Le nouveau parc est ouvert.", "fr-CA", "fr-FR", [entry]).text == "La nouvelle aire verte est ouverte."


def test_glossary_wins__over_the_lexicon() -> None:
    entry = Entry("souper", "souper", "souper", gender_ca="m", gender_fr="m")
    other = Entry("écocentre", "écocentre", "ressourcerie", Confidence.CERTAIN, gender_ca="m", gender_fr="f")
    result = adapt("Le souper à l’écocentre", "fr-CA", "fr-FR", (entry, other))
    assert result.text == "Le souper à la ressourcerie"


def test_glossary_keeps_a_term__in_one_direction_only() -> None:
    entry = Entry("stationnement", "stationnement", "parking", Confidence.CERTAIN, gender_ca="m", gender_fr="m")
    assert adapt("Le parking", "fr-FR", "fr-CA", [entry]).text == "Le parking"
    assert adapt("Le stationnement", "fr-CA", "fr-FR", [entry]).text == "Le parking"


def test_phrase_melts_with_the_article__after_a_preposition() -> None:
    entry = Entry("prioriser", "prioriser", "donner la priorité à", Confidence.CERTAIN, part="verb")
    assert adapt("Nous priorisons les projets.", "fr-CA", "fr-FR", [entry]).text == (
        "Nous donnons la priorité aux projets."
    )
    text = "Nous priorisons <b>les projets</b>."
    assert adapt(text, "fr-CA", "fr-FR", [entry]).text == "Nous donnons la priorité à <b>les projets</b>."


def test_gloss_is_offered_once__in_a_text_and_in_a_page() -> None:
    text = "Le cégep, puis le cégep."
    assert [p.original for p in adapt(text, "fr-CA", "fr-FR").proposals] == ["cégep"]
    first, second = adapt_page([text, text], "fr-CA", "fr-FR")
    assert len(first.proposals) == 1
    assert second.proposals == ()


def test_words_of_a_person_are_left_alone__on_their_page():
    said, told = adapt_page(["Bonne fin de semaine!", "Bonne fin de semaine!"], "fr-CA", "fr-FR", verbatim={0})
    assert said.text == "Bonne fin de semaine\u202f!"
    assert any(proposal.rule.startswith("vocabulary") for proposal in told.proposals)
    assert not any(proposal.rule.startswith("vocabulary") for proposal in said.proposals)


def test_apply_writes_only_what_is_given__and_skips_remarks() -> None:
    result = adapt("Le cégep et le parking?", "fr-CA", "fr-FR")
    assert apply("Le cégep et le parking?", [p for p in result.proposals if p.replacement is None]) == (
        "Le cégep et le parking?"
    )


def test_proposals_are_frozen() -> None:
    proposal = adapt("Quoi?", "fr-CA", "fr-FR").proposals[0]
    with pytest.raises(FrozenInstanceError):
        proposal.start = 0  # type: ignore[misc]


def test_explain_cites_the_source__in_the_typography_of_the_reader() -> None:
    proposal = adapt("Le souper", "fr-CA", "fr-FR").proposals[0]
    assert "Grand dictionnaire terminologique" in explain(proposal, "fr-FR")
    assert explain(proposal, Variant.FR_CA) == explain(proposal, "fr-CA")
    remark = adapt("La mairesse", "fr-CA", "fr-FR").proposals[0]
    assert f"établie{NNBSP};" in explain(remark, "fr-FR")
    assert "établie;" in explain(remark, "fr-CA")


def test_explain_admits_it__when_no_source_was_read() -> None:
    proposal = adapt("Les mitaines", "fr-CA", "fr-FR").proposals[0]
    assert "reste à confirmer" in explain(proposal)


def test_check_reports_the_other_variant_and_common_faults__in_order() -> None:
    assert [p.original for p in check("Les citoyen·ne·s", "fr-FR")] == ["citoyen·ne·s"]
    found = check("Le parking ferme à 2 p.m.; la 1ère fin de semaine, 50% des «gens», le 3 Mai, Mr Roy!", "fr-CA")
    assert [p.original for p in found] == ["Le parking"[3:], " p.m.", "1ère", "%", "«", "»", "Mai", "Mr"]


def test_check_is_silent__on_the_words_of_its_own_side() -> None:
    assert check("Le courriel des étudiants est parti après le dîner; le souper suit.", "fr-CA") == ()
    assert check(f"Après le déjeuner, le dîner{NNBSP}; les étudiants ont une tâche.", "fr-FR") == ()


def test_engine_is_pure_python__in_a_fresh_interpreter() -> None:
    code = (
        "import sys, portal.variants as v; v.adapt('Le souper!', 'fr-CA', 'fr-FR'); "
        "print([m for m in sys.modules if m.split('.')[0] in ('django', 'wagtail')])"
    )
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "[]"
