"""The role that a Word style gives to its paragraphs, by its name in English or in French."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .folding import fold
from .passages import Role

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

ROLES = (
    (re.compile(r"(?:title|titre)"), Role.TITLE),
    (re.compile(r"(?:subtitle|sous-?titre|chapo|chapeau)"), Role.SUBTITLE),
    (re.compile(r"(?:heading|titre|intertitre) ?\d*"), Role.HEADING),
    (
        re.compile(r"(?:list(?: paragraph| bullet| number)?|paragraphe de liste|liste a (?:puces|numeros)) ?\d*"),
        Role.ITEM,
    ),
)
MAX_ANCESTORS = 10


def local_name(element: Element) -> str:
    """The name without its namespace: documents in the strict form have another one."""
    return str(element.tag).rpartition("}")[2]


def attribute_of(element: Element | None, name: str) -> str:
    if element is None:
        return ""
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


def child_of(element: Element | None, *path: str) -> Element | None:
    for name in path:
        if element is None:
            return None
        element = next((child for child in element if local_name(child) == name), None)
    return element


def read_styles(root: Element) -> dict[str, Role]:
    """Roles by style id, inherited from the style that another one is based on."""
    names: dict[str, str] = {}
    parents: dict[str, str] = {}
    for style in root:
        if local_name(style) == "style":
            key = attribute_of(style, "styleId")
            names[key] = attribute_of(child_of(style, "name"), "val")
            parents[key] = attribute_of(child_of(style, "basedOn"), "val")
    return {key: role for key in names if (role := inherited_role(key, names, parents)) is not None}


def inherited_role(key: str, names: dict[str, str], parents: dict[str, str]) -> Role | None:
    for _ in range(MAX_ANCESTORS):
        role = role_of_name(names.get(key, ""))
        if role is not None or not parents.get(key):
            return role
        key = parents[key]
    return None


def role_of_name(name: str) -> Role | None:
    spelled = fold(name.replace("_", " ").strip())
    return next((role for pattern, role in ROLES if pattern.fullmatch(spelled)), None)
