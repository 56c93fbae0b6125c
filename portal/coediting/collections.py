"""Where images and documents lie: a collection for each city, and one that both share."""

from __future__ import annotations

from wagtail.models import Collection

from portal.twinning.models import City

ROOT_NAME = "Toutes les collections"
SHARED_NAME = "Commun"


def ensure_collections() -> list[str]:
    """Makes the collections that are missing, and says which, in French."""
    report = []
    root = _root()
    if root.name == "Root":  # as Wagtail's migrations call it
        root.name = ROOT_NAME
        root.save()
    for city in City.objects.filter(collection=None):
        city.collection = _child(str(city))
        city.save(update_fields=["collection"])
        report.append(f"La collection « {city} » est en place.")
    if not root.get_children().filter(name=SHARED_NAME).exists():
        shared_collection()
        report.append(f"La collection « {SHARED_NAME} » est en place.")
    return report


def shared_collection() -> Collection:
    """The collection to which both cities add."""
    return _child(SHARED_NAME)


def _root() -> Collection:
    root: Collection = Collection.get_first_root_node()
    return root


def _child(name: str) -> Collection:
    found = _root().get_children().filter(name=name).first()
    child: Collection = found or _root().add_child(instance=Collection(name=name))
    return child
