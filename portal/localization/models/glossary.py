"""The portal's glossary: what the people of both cities add to the engine's lexicon, decided direction by direction."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone

from portal.localization.glossary.validation import PLAIN_TERM, WordFacts, find_faults, tidy
from portal.variants import Variant

SUFFIXES = {Variant.FR_FR: "to_france", Variant.FR_CA: "to_quebec"}
"""What ends the names of a direction's fields, by the variant that it leads to."""


class GlossaryEntry(models.Model):
    """How each side says one thing, and what a variant does with it in each direction.

    A direction is called by the variant that it leads to. It is decided by itself, by that variant's reviewers; without
    a policy it has nothing to decide, and the engine's lexicon stands.
    """

    class Policy(models.TextChoices):
        REPLACE = "replace", "remplacer"
        PROPOSE = "propose", "proposer"
        GLOSS = "gloss", "gloser"
        KEEP = "keep", "garder"

    class State(models.TextChoices):
        PROPOSED = "proposed", "proposée"
        APPROVED = "approved", "approuvée"
        REFUSED = "refused", "refusée"

    class Part(models.TextChoices):
        NOUN = "noun", "nom"
        ADJECTIVE = "adjective", "adjectif"
        VERB = "verb", "verbe"
        ACRONYM = "acronym", "sigle"
        PHRASE = "phrase", "expression invariable ou nom propre"

    class Gender(models.TextChoices):
        MASCULINE = "m", "masculin"
        FEMININE = "f", "féminin"
        EITHER = "e", "épicène, une seule forme"
        BOTH = "mf", "une forme pour chaque genre"

    class Number(models.TextChoices):
        ORDINARY = "s", "singulier et pluriel"
        PLURAL = "p", "toujours au pluriel"
        INVARIABLE = "i", "invariable"

    term_ca = models.CharField("terme au Québec", max_length=120, blank=True, validators=[PLAIN_TERM])
    term_fr = models.CharField("terme en France", max_length=120, blank=True, validators=[PLAIN_TERM])
    part = models.CharField("nature", max_length=10, choices=Part.choices, default=Part.NOUN)
    gender_ca = models.CharField("genre au Québec", max_length=2, choices=Gender.choices, blank=True)
    gender_fr = models.CharField("genre en France", max_length=2, choices=Gender.choices, blank=True)
    number_ca = models.CharField("nombre au Québec", max_length=1, choices=Number.choices, default=Number.ORDINARY)
    number_fr = models.CharField("nombre en France", max_length=1, choices=Number.choices, default=Number.ORDINARY)
    plural_ca = models.CharField("pluriel au Québec", max_length=120, blank=True, validators=[PLAIN_TERM])
    plural_fr = models.CharField("pluriel en France", max_length=120, blank=True, validators=[PLAIN_TERM])
    policy_to_france = models.CharField("du Québec vers la France", max_length=10, choices=Policy.choices, blank=True)
    policy_to_quebec = models.CharField(
        "de la France vers le Québec", max_length=10, choices=Policy.choices, blank=True
    )
    definition = models.TextField(
        "définition",
        max_length=300,
        blank=True,
        help_text="En une phrase, pour un citoyen de l’autre rive. Elle paraît dans le lexique et dans les notes.",
    )
    definition_fr = models.TextField(
        "définition du terme de France", max_length=300, blank=True, help_text="Seulement si le sens y est différent."
    )
    note = models.TextField(
        "remarque", max_length=300, blank=True, help_text="Paraît dans le lexique public, sous la définition."
    )
    source = models.CharField(
        "source",
        max_length=300,
        blank=True,
        help_text="Qui le dit : titre, éditeur. Sans source, le lexique le précise.",
    )
    state_to_france = models.CharField(
        "état vers la France", max_length=10, choices=State.choices, default=State.PROPOSED, editable=False
    )
    state_to_quebec = models.CharField(
        "état vers le Québec", max_length=10, choices=State.choices, default=State.PROPOSED, editable=False
    )
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="proposée par",
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="glossary_entries",
    )
    proposed_at = models.DateTimeField("proposée le", default=timezone.now, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)
    """Grows each time that the entry is worded anew: nobody decides or overwrites what they have not seen."""

    SHARED_FIELDS = (
        "term_ca",
        "term_fr",
        "part",
        "gender_ca",
        "gender_fr",
        "number_ca",
        "number_fr",
        "plural_ca",
        "plural_fr",
        "definition",
        "definition_fr",
        "note",
        "source",
    )
    """What both directions rest on."""
    POLICY_FIELDS = ("policy_to_france", "policy_to_quebec")

    class Meta:
        verbose_name = "entrée du glossaire"
        verbose_name_plural = "entrées du glossaire"
        ordering = ["term_ca", "term_fr"]
        constraints = [
            models.UniqueConstraint(
                Lower("term_ca"),
                Lower("term_fr"),
                name="glossary_pair_once",
                violation_error_message="Cette paire est déjà au glossaire. Modifiez l’entrée qui existe.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.term_ca or '…'} / {self.term_fr or '…'}"

    def term(self, variant: Variant) -> str:
        return self.term_ca if variant is Variant.FR_CA else self.term_fr

    def policy(self, target: Variant) -> str:
        """What a variant in this French does with the other side's term; empty when the entry has no opinion."""
        value: str = getattr(self, f"policy_{SUFFIXES[target]}")
        return value

    def state(self, target: Variant) -> str:
        value: str = getattr(self, f"state_{SUFFIXES[target]}")
        return value

    def set_state(self, target: Variant, state: str) -> None:
        setattr(self, f"state_{SUFFIXES[target]}", state)

    @classmethod
    def direction(cls, target: Variant) -> str:
        """How people call a direction: « du Québec vers la France »."""
        return str(cls._meta.get_field(f"policy_{SUFFIXES[target]}").verbose_name)  # type: ignore[union-attr]

    def is_approved(self, target: Variant) -> bool:
        return bool(self.policy(target)) and self.state(target) == self.State.APPROVED

    def meaning(self, variant: Variant) -> str:
        """What the term of this side means."""
        return self.definition_fr or self.definition if variant is Variant.FR_FR else self.definition

    def clean(self) -> None:
        super().clean()
        for name in ("term_ca", "term_fr", "plural_ca", "plural_fr", "definition", "definition_fr", "note", "source"):
            setattr(self, name, tidy(getattr(self, name)))
        if errors := find_faults(self.word_facts) or self._find_contradictions():
            raise ValidationError(errors)

    @property
    def word_facts(self) -> WordFacts:
        return WordFacts(
            part=self.part,
            terms={variant: self.term(variant) for variant in Variant},
            genders={Variant.FR_CA: self.gender_ca, Variant.FR_FR: self.gender_fr},
            numbers={Variant.FR_CA: self.number_ca, Variant.FR_FR: self.number_fr},
            plurals={Variant.FR_CA: self.plural_ca, Variant.FR_FR: self.plural_fr},
            policies={variant: self.policy(variant) for variant in Variant},
            meanings={variant: self.meaning(variant) for variant in Variant},
        )

    def _find_contradictions(self) -> dict[str, str]:
        return find_contradictions(self, list(entries_beside(self)))

    def reword(self, changed: Collection[str], author: Any) -> set[Variant]:
        """Takes note that fields changed: what was decided of them is open again. Gives the directions that were
        approved and no longer are. Nothing is saved."""
        opened = {
            target
            for target in Variant
            if f"policy_{SUFFIXES[target]}" in changed or not set(self.SHARED_FIELDS).isdisjoint(changed)
        }
        lost = {target for target in opened if self.state(target) == self.State.APPROVED}
        for target in opened:
            self.set_state(target, self.State.PROPOSED)
        if opened:
            self.proposed_by, self.proposed_at = author, timezone.now()
            self.version += 1
        return lost


def entries_beside(entry: GlossaryEntry) -> models.QuerySet[GlossaryEntry]:
    """The other entries that share a term with this one."""
    same = models.Q(pk__in=[])
    for name in ("term_ca", "term_fr"):
        if term := getattr(entry, name):
            same |= models.Q(**{f"{name}__iexact": term})
    return GlossaryEntry.objects.filter(same).exclude(pk=entry.pk)


def find_contradictions(entry: GlossaryEntry, others: Collection[GlossaryEntry]) -> dict[str, str]:
    """By the field of the policy, the other entry that says something else of the same term in the same direction."""
    errors = {}
    for target in Variant:
        term, policy = entry.term(target.other).lower(), entry.policy(target)
        for other in others:
            is_rival = other.state(target) != other.State.REFUSED and other.term(target.other).lower() == term
            says_else = (policy, entry.term(target).lower()) != (other.policy(target), other.term(target).lower())
            if term and policy and other.policy(target) and is_rival and says_else:
                errors[f"policy_{SUFFIXES[target]}"] = (
                    f"L’entrée « {other} » dit autre chose du même terme dans ce sens. "
                    "Modifiez-la ou laissez ce sens sans règle."
                )
    return errors


class GlossaryDecision(models.Model):
    """What a reviewer decided of one direction of an entry. Rows are added, never changed: the last one holds."""

    entry = models.ForeignKey(GlossaryEntry, on_delete=models.PROTECT, related_name="decisions")
    target = models.CharField(max_length=5, choices=[(variant.value, variant.value) for variant in Variant])
    state = models.CharField("décision", max_length=10, choices=GlossaryEntry.State.choices)
    reason = models.TextField("raison", max_length=500, blank=True)
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="glossary_decisions"
    )
    decided_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "décision sur le glossaire"
        verbose_name_plural = "décisions sur le glossaire"
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.entry}: {self.get_state_display()}"
