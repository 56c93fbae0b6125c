from __future__ import annotations

from django.core.exceptions import ValidationError
from wagtail.documents.models import AbstractDocument, Document

from portal.content.uploads import is_what_it_says


class PortalDocument(AbstractDocument):
    """A file to download, which is what its extension says."""

    admin_form_fields = Document.admin_form_fields

    class Meta(AbstractDocument.Meta):
        verbose_name = "document"
        verbose_name_plural = "documents"

    def clean(self) -> None:
        super().clean()
        if self.file and not is_what_it_says(self.file.name, self.file):
            raise ValidationError(
                {"file": "Le contenu de ce fichier n’est pas ce que son nom annonce. Vérifiez-le et recommencez."}
            )
