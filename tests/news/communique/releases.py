"""Press releases of our own: invented cities, invented people, the shape of real ones."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document

from news.communique import Communique, KnownName, read

KNOWN = (
    KnownName("Rivière-Bleue", "city", "riviere-bleue"),
    KnownName("Val-Doux", "city", "val-doux", aliases=("Val-Doux-les-Bains",)),
    KnownName("Agglomération Val-Doux Montagnes", "institution", "agglomeration"),
    KnownName("Institut de l’eau vive", "institution", "institut", aliases=("IEV",)),
    KnownName("Fonds des ponts entre villes", "programme", "fonds", aliases=("FPV",)),
    KnownName("énergie du bois", "axis", "bois"),
)

RELEASE = """\
COMMUNIQUÉ DE PRESSE
POUR DIFFUSION IMMÉDIATE

Deux villes se donnent la main

Rivière-Bleue, le 4 mai 2021 – Les équipes de la Ville de Rivière-Bleue ont passé la semaine à préparer leur visite.

Le Fonds des ponts entre villes (FPV) paie la moitié du voyage, et l’Institut de l’eau vive prête ses salles à tous.

VISITE À VAL-DOUX

Une équipe passera trois jours à Val-Doux pour parler de l’énergie du bois avec les gens de l’atelier municipal.

SUITE DES TRAVAUX

« Nous avons beaucoup à apprendre de nos voisins de l’autre rive. Leur fontaine est superbe », a commenté le maire \
Gaston Fictif.

- 30 -

Source : Ville de Rivière-Bleue
Renseignements : Odette Inventée, 555 010-0199
"""

LONG = "Les équipes ont travaillé ensemble toute la semaine sur les plans de la fontaine et du sentier qui la borde."


def read_text(text: str, known: tuple[KnownName, ...] = KNOWN) -> Communique:
    return read(text.encode(), "communique.txt", known)


def read_body(*paragraphs: str) -> Communique:
    """A release with a title and a chapô already, so that the paragraphs are all body."""
    return read_text("\n\n".join(("Deux villes se donnent la main", LONG, *paragraphs)))


def word_bytes(*paragraphs: tuple[str, str]) -> bytes:
    """A .docx of (style, text) pairs."""
    document = Document()
    for style, text in paragraphs:
        document.add_paragraph(text, style=style)
    return save(document)


def save(document: object) -> bytes:
    stream = BytesIO()
    document.save(stream)  # type: ignore[attr-defined]
    return stream.getvalue()


def zip_bytes(parts: dict[str, bytes]) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def document_xml(body: str, prolog: str = "") -> bytes:
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return f'{prolog}<w:document xmlns:w="{namespace}"><w:body>{body}</w:body></w:document>'.encode()


def read_xml(body: str, prolog: str = "") -> Communique:
    return read(zip_bytes({"word/document.xml": document_xml(body, prolog)}), "communique.docx", KNOWN)
