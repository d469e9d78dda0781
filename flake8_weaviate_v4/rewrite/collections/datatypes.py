"""The types of properties, as class definitions tell them: in the same file, or in one of the checkout that it imports."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterable

from ...inference.bindings import Module
from ...inference.imports import Import
from ...inference.values import Display, Text
from ..literal import constant, pairs_of
from ..site import Site, terminal

OBJECTS = frozenset({"date", "uuid", "geoCoordinates", "phoneNumber"})  # types whose values v4 returns as objects
# Member of v4's ``DataType`` -> data type.
_V4 = {
    name.upper() + more: kind + ("[]" if more else "") for more in ("", "_ARRAY") for name, kind in
    {**{same: same for same in ("text", "int", "number", "bool", "date", "uuid", "object", "blob")},
     "geo_coordinates": "geoCoordinates", "phone_number": "phoneNumber"}.items()
}  # fmt: skip
_SAME = {"string": "text", "string[]": "text[]"}  # what the server makes of old types
_SIGNS = ("dataType", "data_type")  # of v3, and of v4
_MOST_IMPORTED = 20  # files that are looked through

# Class (None where it can't be seen) and property (empty for one whose name can't be seen) -> types that definitions give it.
_Types = dict[tuple[object, str], set[str]]


def datatype(site: Site, collection: object, name: str) -> str | None:
    """The data type (``int``) of a property, or None where it is not told, or not as one; ``cref`` for a reference, as the
    server calls it in an aggregation. ``collection`` is None where the name of the collection can't be seen."""
    found = datatypes(site, collection, name)
    return next(iter(found)) if len(found) == 1 else None


def datatypes(site: Site, collection: object, name: str) -> set[str]:
    """All data types that a property may have."""
    known = site.planner.memo.get("datatypes")
    if not isinstance(known, dict):
        known = site.planner.memo["datatypes"] = _read(site)
    if isinstance(collection, str):
        collection = collection[:1].upper() + collection[1:]
    if collection is not None and any(cls == collection for cls, _ in known):
        found: set[str] = known.get((collection, name)) or known.get((None, name), set())
        return found
    return {kind for (_, prop), kinds in known.items() if prop == name for kind in kinds}


def _read(site: Site) -> _Types:
    known: _Types = defaultdict(set)
    for module in (site.module, *_imported(site)):
        _Reader(site, module, known).read()
    return dict(known)


def _imported(site: Site) -> list[Module]:
    """The files of the checkout that the file imports and that tell of types."""
    project, found = site.engine.project, dict[Module, None]()
    for statement in site.module.imports if site.module.source.file is not None else ():
        for alias in statement.names:
            dotted, level = (statement.module or "", statement.level) if isinstance(statement, ast.ImportFrom) else (alias.name, 0)
            named = (alias.name,) if isinstance(statement, ast.ImportFrom) else ()
            paths = project.paths.targets(str(site.module.source.file), Import(dotted, level, named))
            if not any(sign in project.checkout.raw(path) for path in paths for sign in _SIGNS):
                continue
            module = project.module(site.module, dotted, level)
            inner = project.submodule(module, alias.name) if module is not None else None
            found |= dict.fromkeys(each for each in (module, inner) if each is not None)
    return list(found)[:_MOST_IMPORTED]


class _Reader:
    """Reads the definitions of one file."""

    def __init__(self, site: Site, module: Module, known: _Types) -> None:
        self.site, self.module, self.known = site, module, known
        self._done: set[ast.AST] = set()

    def read(self) -> None:
        """Note the types of all properties that the file defines."""
        nodes = list(ast.walk(self.module.source.tree))
        for node in nodes:
            self._class(_items(node) or _created(node))
        for node in nodes:
            if node not in self._done:
                self._property(None, _items(node) or _keywords(node))
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and f'"{_SIGNS[0]}"' in node.value:
                self._text(node.value)

    def _class(self, items: dict[object, ast.expr]) -> None:
        listed = items.get("properties")
        displays = [listed] if isinstance(listed, ast.List) else self._displays(listed) if listed is not None else ()
        for element in (e for display in displays for e in getattr(display, "elts", ())):
            self._done.add(element)
            for name in self._texts(items.get("class")) or [""]:
                self._property(name[:1].upper() + name[1:] or None, _items(element) or _keywords(element))

    def _displays(self, node: ast.expr) -> list[ast.expr]:
        """The displays of this file that an expression is."""
        values = self.site.engine.values(self.module, node)
        return [value.node for value in values if isinstance(value, Display) and value.module is self.module]

    def _property(self, cls: str | None, items: dict[object, ast.expr]) -> None:
        if "name" not in items or not items.keys() & {"dataType", "data_type"}:
            return
        kinds = {_known_as(kind) for kind in self._kinds(items)}
        nested = items.get("nestedProperties")
        if isinstance(nested, ast.List):
            kinds |= {kind for e in nested.elts for kind in self._kinds(_items(e)) if kind.removesuffix("[]") in OBJECTS}
        for name in self._texts(items["name"]) or [""]:
            self.known[cls, name] |= kinds

    def _kinds(self, items: dict[object, ast.expr]) -> list[str]:
        """The types of a property, of which the first tells what it is."""
        types, member = items.get("dataType"), items.get("data_type")
        if types is None:
            return [kind] if (kind := _V4.get(getattr(member, "attr", ""))) else self._texts(member)
        firsts = [e.elts[0] for e in (types, *self._displays(types)) if isinstance(e, (ast.List, ast.Tuple)) and e.elts]
        return [kind for first in firsts or [types] for kind in self._texts(first)]

    def _texts(self, node: ast.expr | None) -> list[str]:
        """The texts that an expression can be."""
        if node is None or (isinstance(node, ast.Constant) and not isinstance(node.value, str)):
            return []
        values = self.site.engine.values(self.module, node)
        return [value.text for value in values if isinstance(value, Text)]

    def _text(self, text: str) -> None:
        """Note what JSON in a string defines."""
        import json  # late: it takes a while to import

        try:
            todo: list[tuple[object, object]] = [(None, json.loads(text))]
        except (ValueError, RecursionError):
            return
        while todo:
            cls, part = todo.pop()
            if isinstance(part, list):
                todo += [(cls, each) for each in part]
            elif isinstance(part, dict):
                name, kind = part.get("name"), part.get("dataType")
                kind = kind[0] if isinstance(kind, list) and kind else kind
                if isinstance(name, str) and isinstance(kind, str):
                    self.known[cls, name].add(_known_as(kind))
                todo += [(part.get("class", cls), each) for each in part.values()]


def _known_as(kind: str) -> str:
    return "cref" if kind[:1].isupper() else _SAME.get(kind, kind)


def is_object(kinds: Iterable[str]) -> bool:
    """Whether v4 may return the values of a property with these types as objects."""
    return any(kind.removesuffix("[]") in OBJECTS for kind in kinds)


def has_objects(site: Site, collection: object, name: str = "") -> bool | None:
    """Whether v4 may return the values of a property as objects, those of any where none is named; None where nothing tells."""
    kinds = datatypes(site, collection, name)
    return is_object(kinds) if kinds else is_object(datatypes(site, collection, "")) or None


def _items(node: ast.AST) -> dict[object, ast.expr]:
    if not isinstance(node, ast.Dict):
        return {}
    return {constant(key): value for key, value in pairs_of(node) if key is not None}


def _keywords(node: ast.AST) -> dict[object, ast.expr]:
    return {keyword.arg: keyword.value for keyword in node.keywords} if isinstance(node, ast.Call) else {}


def _created(node: ast.AST) -> dict[object, ast.expr]:
    """What ``collections.create(...)`` says: what a class dictionary has become."""
    if not isinstance(node, ast.Call) or terminal(node.func) != "create":
        return {}
    given = _keywords(node)
    name = node.args[0] if node.args else given.get("name")
    return {**given, "class": name} if name is not None else given
