"""The glossary in Wagtail's admin, under « Glossaire »."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import Permission
from django.core.exceptions import PermissionDenied
from django.urls import path, reverse
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column, UpdatedAtColumn
from wagtail.admin.views import generic
from wagtail.admin.views.generic import history
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import Button

from portal.localization.glossary import views
from portal.localization.glossary.forms import GlossaryEntryForm
from portal.localization.glossary.permissions import glossary_actor
from portal.localization.glossary.policies import refuse_to_delete
from portal.localization.models import GlossaryEntry
from portal.variants import Variant

TERMS_HELP = "Le terme tel qu’on l’écrit au milieu d’une phrase, au singulier. L’un des deux peut manquer."
POLICIES_HELP = (
    "Remplacer : le terme change dans la proposition, une personne la relit. Proposer : la personne choisit. "
    "Gloser : le terme reste, une note l’explique. Garder : le terme ne bouge pas. "
    "Sans règle, le lexique du moteur décide."
)


class GlossaryIndexView(generic.IndexView):
    """Titles lead to the entry's own screen, where it is tried and decided."""

    def get_edit_url(self, instance: Any) -> str:
        url: str = self.get_inspect_url(instance)
        return url

    def get_delete_url(self, instance: Any) -> None:
        """Deleting is offered on the entry's own screen, which knows whether it was decided."""

    def get_list_more_buttons(self, instance: Any) -> list[Any]:
        return []

    def get_base_queryset(self) -> Any:
        return super().get_base_queryset().select_related("proposed_by")

    @property
    def header_more_buttons(self) -> list[Any]:
        buttons = [
            Button("Exporter en CSV", url=reverse("glossary:export"), icon_name="download", priority=20),
        ]
        if self.user_has_permission("add"):
            buttons.append(Button("Importer un CSV", url=reverse("glossary:import"), icon_name="upload", priority=10))
        return buttons


class GlossaryDeleteView(generic.DeleteView):
    """An entry that was decided once is kept, whoever asks."""

    def get_object(self, queryset: Any = None) -> GlossaryEntry:
        entry: GlossaryEntry = super().get_object(queryset)
        refusal = refuse_to_delete(glossary_actor(self.request.user), was_decided=entry.decisions.exists())
        if refusal:
            raise PermissionDenied(refusal)
        return entry


class EditEntryView(generic.EditView):
    def get_success_url(self) -> str:
        return reverse("glossary:inspect", args=[self.object.pk])


class EntryHistoryView(history.HistoryView):
    """Whoever may read an entry may read its history."""

    any_permission_required = ["view"]
    permission_required = None


class DirectionColumn(Column):
    """What the entry does in one direction, and whether it is decided."""

    def __init__(self, target: Variant, label: str) -> None:
        suffix = "to_france" if target is Variant.FR_FR else "to_quebec"
        super().__init__(f"state_{suffix}", label=label, sort_key=f"state_{suffix}")
        self.target = target

    def get_value(self, instance: Any) -> str:
        policy = instance.policy(self.target)
        if not policy:
            return "sans règle"
        return f"{GlossaryEntry.Policy(policy).label}, {GlossaryEntry.State(instance.state(self.target)).label}"


class GlossaryViewSet(ModelViewSet):
    model = GlossaryEntry
    name = "glossary"
    url_prefix = "glossaire"
    icon = "list-ul"
    menu_label = "Glossaire"
    menu_name = "glossary"
    menu_order = 160
    add_to_admin_menu = True
    add_to_reference_index = False
    copy_view_enabled = False
    inspect_view_enabled = True
    inspect_template_name = "localization/glossary/entry.html"
    inspect_view_class = views.EntryView
    index_view_class = GlossaryIndexView
    history_view_class = EntryHistoryView
    edit_view_class = EditEntryView
    delete_view_class = GlossaryDeleteView
    list_display = [
        "__str__",
        DirectionColumn(Variant.FR_FR, "Vers la France"),
        DirectionColumn(Variant.FR_CA, "Vers le Québec"),
        Column("proposed_by", label="Proposée par"),
        UpdatedAtColumn(),
    ]
    list_filter = ["state_to_france", "state_to_quebec", "policy_to_france", "policy_to_quebec", "part"]
    search_fields = ["term_ca", "term_fr", "definition", "definition_fr"]
    search_backend_name = None
    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [FieldRowPanel([FieldPanel("term_ca"), FieldPanel("term_fr")]), FieldPanel("part")],
                heading="Termes",
                help_text=TERMS_HELP,
            ),
            MultiFieldPanel(
                [FieldRowPanel([FieldPanel("policy_to_france"), FieldPanel("policy_to_quebec")])],
                heading="Ce qu’une variante en fait",
                help_text=POLICIES_HELP,
            ),
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("gender_ca"), FieldPanel("gender_fr")]),
                    FieldRowPanel([FieldPanel("number_ca"), FieldPanel("number_fr")]),
                    FieldRowPanel([FieldPanel("plural_ca"), FieldPanel("plural_fr")]),
                ],
                heading="Grammaire",
                help_text="Les mots voisins s’accordent avec le terme. Le pluriel n’est utile que s’il est irrégulier.",
            ),
            MultiFieldPanel(
                [FieldPanel("definition"), FieldPanel("definition_fr"), FieldPanel("note"), FieldPanel("source")],
                heading="Ce que lisent les citoyens",
            ),
        ],
        base_form_class=GlossaryEntryForm,
    )

    def get_urlpatterns(self) -> list[Any]:
        """The list first: the menu leads to whichever comes first."""
        return [
            *(pattern for pattern in super().get_urlpatterns() if pattern.name != "usage"),
            path("exporter/", views.export_glossary, name="export"),
            path("importer/", views.import_glossary, name="import"),
            path("essayer/<int:pk>/", views.trial, name="trial"),
        ]

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        found: dict[str, Any] = super().get_common_view_kwargs(**kwargs)
        return {**found, "usage_url_name": None}

    def get_permissions_to_register(self) -> Any:
        """None to tick: the policies of the glossary know the groups."""
        return Permission.objects.none()
