"""The verb of whoever brings a file: import the glossary. Everything is proposed, or nothing is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from wagtail.models import ModelLogEntry

from portal.localization.glossary.changes import announce_change
from portal.localization.glossary.exchange import COLUMNS, read_choice, read_rows
from portal.localization.glossary.permissions import glossary_actor
from portal.localization.glossary.policies import refuse_to_propose
from portal.localization.glossary.validation import find_faults, tidy
from portal.localization.models import GlossaryEntry
from portal.localization.models.glossary import find_contradictions
from portal.variants import Variant

MAX_BYTES = 1_000_000
MAX_ROWS = 2_000
MAX_ERRORS = 30
Pair = tuple[str, str]


class ImportGlossaryAction:
    """Reads the rows of a file as proposals: new pairs are added, known ones changed, those that say the same left."""

    def __init__(self, data: bytes, user: Any) -> None:
        self.data = data
        self.user = user
        self.added: list[GlossaryEntry] = []
        self.changed: list[GlossaryEntry] = []
        self._lost: set[Variant] = set()

    def check(self) -> None:
        """Raises PermissionDenied, or ValidationError with one message in French for each faulty line."""
        if refusal := refuse_to_propose(glossary_actor(self.user)):
            raise PermissionDenied(refusal)
        entries = self._read()
        errors = list(self._errors(entries))
        if errors:
            more = [f"Et {len(errors) - MAX_ERRORS} autres lignes."] if len(errors) > MAX_ERRORS else []
            raise ValidationError([*errors[:MAX_ERRORS], *more])

    @transaction.atomic
    def execute(self) -> None:
        list(GlossaryEntry.objects.select_for_update().values_list("pk"))
        self.check()
        GlossaryEntry.objects.bulk_create(self.added)
        names = [*COLUMNS.values(), "state_to_france", "state_to_quebec", "proposed_by", "proposed_at", "version"]
        GlossaryEntry.objects.bulk_update(self.changed, names, batch_size=200)
        self._log()
        announce_change(*self._lost)

    def _read(self) -> list[tuple[int, GlossaryEntry]]:
        """The entries of the file as they would be saved, with their lines."""
        self._known = {_pair(entry): entry for entry in GlossaryEntry.objects.all()}
        self.added, self.changed, self._lost = [], [], set()
        try:
            rows = list(read_rows(_decode(self.data)))
        except ValueError as error:
            raise ValidationError(str(error)) from error
        if len(rows) > MAX_ROWS:
            raise ValidationError(f"Le fichier a {len(rows)} lignes. Donnez-en {MAX_ROWS} au plus à la fois.")
        if not rows:
            raise ValidationError("Le fichier ne contient aucune entrée sous ses titres de colonnes.")
        return [(line, self._take(row)) for line, row in rows]

    def _take(self, row: dict[str, str]) -> GlossaryEntry:
        values = {name: read_choice(name, tidy(text)) for name, text in row.items()}
        known = self._known.get((values["term_ca"].lower(), values["term_fr"].lower()))
        if known is None:
            entry = GlossaryEntry(**values, proposed_by=self.user)
            self.added.append(entry)
            return entry
        differing = {name for name, value in values.items() if getattr(known, name) != value}
        if differing:
            for name in differing:
                setattr(known, name, values[name])
            self._lost |= known.reword(differing, self.user)
            self.changed.append(known)
        return known

    def _errors(self, entries: Iterable[tuple[int, GlossaryEntry]]) -> Iterator[str]:
        by_term = _by_term([*self._known.values(), *self.added])
        lines: dict[Pair, int] = {}
        for line, entry in entries:
            first = lines.setdefault(_pair(entry), line)
            if first != line:
                yield f"Ligne {line} : la paire « {entry} » est déjà à la ligne {first}."
                continue
            faults = _field_faults(entry) or find_faults(entry.word_facts)
            faults = faults or find_contradictions(entry, _entries_beside(entry, by_term))
            for message in dict.fromkeys(faults.values()):
                yield f"Ligne {line} : {message}"

    def _log(self) -> None:
        """One line of Wagtail's log for each entry, in one query."""
        content_type = ContentType.objects.get_for_model(GlossaryEntry)
        now = timezone.now()
        ModelLogEntry.objects.bulk_create(
            ModelLogEntry(
                content_type=content_type,
                object_id=str(entry.pk),
                label=str(entry),
                action=action,
                user=self.user,
                timestamp=now,
                content_changed=True,
                data={"reason": "Import d’un fichier CSV"},
            )
            for action, entries in (("wagtail.create", self.added), ("wagtail.edit", self.changed))
            for entry in entries
        )


def _decode(data: bytes) -> str:
    if len(data) > MAX_BYTES:
        raise ValueError(f"Ce fichier dépasse {MAX_BYTES // 1_000_000} Mo. Partagez-le en plusieurs.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValueError("Ce fichier n’est pas en UTF-8. Dans le tableur, choisissez le format CSV UTF-8.") from error
    if "\x00" in text:
        raise ValueError("Ce fichier n’est pas un texte. Exportez-le du tableur au format CSV UTF-8.")
    return text


def _pair(entry: GlossaryEntry) -> Pair:
    return entry.term_ca.lower(), entry.term_fr.lower()


def _by_term(entries: Iterable[GlossaryEntry]) -> dict[tuple[Variant, str], list[GlossaryEntry]]:
    found: dict[tuple[Variant, str], list[GlossaryEntry]] = defaultdict(list)
    for entry in entries:
        for variant in Variant:
            found[variant, entry.term(variant).lower()].append(entry)
    return found


def _entries_beside(
    entry: GlossaryEntry, by_term: Mapping[tuple[Variant, str], list[GlossaryEntry]]
) -> list[GlossaryEntry]:
    """The others, of the file and of the glossary, that share a term with the entry."""
    sharing = [other for variant in Variant for other in by_term[variant, entry.term(variant).lower()]]
    return list({id(other): other for other in sharing if other is not entry}.values())


def _field_faults(entry: GlossaryEntry) -> dict[str, str]:
    """What a single cell gets wrong, told with the name of its column."""
    try:
        entry.clean_fields(exclude=["proposed_by"])
    except ValidationError as error:
        columns = {field: column for column, field in COLUMNS.items()}
        return {
            name: f"{columns.get(name, name)} : {' '.join(messages)}" for name, messages in error.message_dict.items()
        }
    return {}
