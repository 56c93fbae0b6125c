"""The two steps of « Importer un communiqué »: give a text, then look at what was understood."""

from __future__ import annotations

import dataclasses
from typing import Any

from django import forms
from django.core import signing

from news.communique import (
    MAX_BYTES,
    Communique,
    CommuniqueError,
    Heading,
    ListBlock,
    Mention,
    Paragraph,
    Quotation,
    read,
)
from news.importing import known_names
from portal.coediting.actors import actor_of
from portal.twinning.models import City

SALT = "news.communique"
BLOCK_TYPES = {kind.__name__: kind for kind in (Heading, Paragraph, ListBlock, Quotation)}


class CommuniqueUploadForm(forms.Form):
    """First step. `communique` holds what was read once the form is valid."""

    city = forms.ModelChoiceField(
        City.objects.all(),
        label="Ville qui l’a écrit",
        widget=forms.RadioSelect,
        empty_label=None,
        help_text="Le brouillon se crée dans son arbre et dans son français.",
    )
    file = forms.FileField(
        label="Fichier",
        required=False,
        help_text="Texte brut ou document Word (.docx), de 2 Mo au plus.",
        widget=forms.ClearableFileInput(attrs={"accept": ".txt,.docx,text/plain"}),
    )
    text = forms.CharField(
        label="ou texte collé", required=False, widget=forms.Textarea(attrs={"rows": 12}), strip=False
    )

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        actor = actor_of(user)
        own = [*actor.edits_for, *actor.approves_for]
        if own:
            self.fields["city"].initial = City.objects.filter(slug=own[0]).first()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        file, text = cleaned.get("file"), cleaned.get("text")
        if "file" in self.errors:
            return cleaned
        if bool(file) == bool(text and text.strip()):
            raise forms.ValidationError("Choisissez un fichier ou collez un texte, l’un des deux.")
        try:
            if file:
                data = file.read(MAX_BYTES + 1)
                self.communique = read(data, file.name, known_names())
            else:
                self.communique = read((text or "").encode(), "texte.txt", known_names())
        except CommuniqueError as error:
            self.add_error("file" if file else "text", error.message)
        return cleaned


class CommuniqueDraftForm(forms.Form):
    """Second step: what was understood, with the title and the chapô to correct and the links to choose."""

    city = forms.ModelChoiceField(City.objects.all(), widget=forms.HiddenInput)
    understood = forms.CharField(widget=forms.HiddenInput)
    title = forms.CharField(label="Titre", max_length=255)
    introduction = forms.CharField(
        label="Chapô", max_length=600, required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    linked = forms.MultipleChoiceField(
        label="Relier l’actualité à", required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, communique: Communique | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.communique = communique or unpack(self.data.get("understood", ""))
        if self.communique:
            self.fields["linked"].choices = mention_choices(self.communique)  # type: ignore[attr-defined]

    def clean_understood(self) -> str:
        if self.communique is None:
            raise forms.ValidationError("Ce qui avait été lu n’est plus là. Reprenez l’importation du communiqué.")
        return str(self.cleaned_data["understood"])

    def corrected(self) -> Communique:
        """What was read, with the title and the chapô as the editor wants them."""
        assert self.communique is not None  # noqa: S101  the form is valid
        return dataclasses.replace(
            self.communique, title=self.cleaned_data["title"], introduction=self.cleaned_data["introduction"]
        )


def mention_choices(communique: Communique) -> list[tuple[str, str]]:
    names = {known.key: known.name for known in known_names()}
    return [(m.key, names.get(m.key, m.text)) for m in communique.mentions if m.kind != "city"]


def pack(communique: Communique) -> str:
    """What was read, signed and compressed, to travel through the second step's form."""
    blocks = [(type(block).__name__, dataclasses.asdict(block)) for block in communique.blocks]
    mentions = [dataclasses.asdict(mention) for mention in communique.mentions]
    dated_on = communique.dated_on.isoformat() if communique.dated_on else None
    payload = {
        **{name: getattr(communique, name) for name in ("title", "introduction", "remarks", "contacts")},
        "blocks": blocks,
        "mentions": mentions,
        "dated_on": dated_on,
    }
    return signing.dumps(payload, salt=SALT, compress=True)


def unpack(packed: str) -> Communique | None:
    """What `pack` packed; None when it is not ours or is older than a day."""
    try:
        payload = signing.loads(packed, salt=SALT, max_age=86_400)
    except signing.BadSignature:
        return None
    blocks = []
    for name, fields in payload["blocks"]:
        if name == "ListBlock":
            fields = {"items": tuple(fields["items"])}
        blocks.append(BLOCK_TYPES[name](**fields))
    payload["blocks"] = tuple(blocks)
    payload["mentions"] = tuple(Mention(**mention) for mention in payload["mentions"])
    payload["remarks"] = tuple(payload["remarks"])
    payload["dated_on"] = forms.DateField().to_python(payload["dated_on"])
    return Communique(**payload)
