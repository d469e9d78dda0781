"""A v3 class dictionary as the arguments of ``collections.create()``.

v3's ``create_class`` posts the class without its cross-references and then each reference by itself; v4 posts all at once.
The server takes both for the same as long as the classes that are pointed at exist.
"""

from __future__ import annotations

import ast

from ...records import field, record
from ..code import Code, Group, Item
from ..site import Site
from ..unit import Refusal, Unit
from .class_modules import modules, vectorizer_name
from .class_properties import data_types, is_reference, plain, reference
from .class_settings import SETTINGS, vector_index
from .class_tables import argument, coded, elements, items, literal

_INDEX = ("vectorIndexType", "vectorIndexConfig")
_MODULES = ("vectorizer", "moduleConfig")


@record()
class Definition:
    """The arguments of ``collections.create()``, and the references to add once the classes are there that they point to."""

    name: Code
    arguments: list[Item]
    late: list[Code] = field(default_factory=list)


def definition(site: Site, node: ast.expr, later: frozenset[str] = frozenset()) -> Definition:
    """The class that a dictionary defines; ``later`` are the names of classes that are made after it.

    Raises Refusal where ``collections.create()`` can't be made to send the same.
    """
    trial = Site(site.planner, site.usage, Unit(site.unit.head))
    found = _definition(trial, node, later)
    site.unit.join(trial.unit)
    return found


def _definition(site: Site, node: ast.expr, later: frozenset[str]) -> Definition:
    given = items(site, node)
    if "class" not in given or "vectorizer" not in given:
        raise Refusal("a class without a name, or one that leaves its vectorizer to the server")
    name = coded(site, given["class"], str)
    if name is None:
        raise Refusal("a class without a name")
    vectorizer = vectorizer_name(site, given["vectorizer"])
    made = Definition(name, [Item(name, "", given["class"])])
    done: set[str] = {"class"}
    for key, value in given.items():
        if key in done:
            continue
        done.add(key)
        if key == "properties":
            made.arguments += _properties(site, value, vectorizer, later, made.late)
        elif key in _MODULES:
            done.update(_MODULES)
            made.arguments += modules(site, given["vectorizer"], given.get("moduleConfig"))
        elif key in _INDEX:
            done.update(_INDEX)
            made.arguments += vector_index(site, given.get("vectorIndexType"), given.get("vectorIndexConfig"))
        else:
            made.arguments += argument(site, key, value, SETTINGS)
    return made


def _properties(site: Site, node: ast.expr, vectorizer: str, later: frozenset[str], late: list[Code]) -> list[Item]:
    plains: list[Item] = []
    references: list[Item] = []
    for element in elements(site, node):
        origin = literal(site, element).node
        types = data_types(site, items(site, element).get("dataType"))
        if not is_reference(types):
            plains.append(Item(plain(site, element, vectorizer), origin=origin))
        elif later & {capital(name) for name in types}:
            late.append(reference(site, element))
        else:
            references.append(Item(reference(site, element), origin=origin))
    found: list[Item] = []
    for argument_name, values in (("properties=", plains), ("references=", references)):
        if values:
            found.append(Item(Group("", "[", tuple(values), "]"), argument_name, node if not found else None))
    return found


def capital(name: str) -> str:
    """A class name as v3 sends it."""
    return name[:1].upper() + name[1:]

