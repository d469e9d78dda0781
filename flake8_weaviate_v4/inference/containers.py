"""What containers hold: displays, lists and dictionaries that are filled elsewhere, rows, results."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterable

from ..records import NamedTuple
from . import members
from .bindings import Module, once
from .engine import Engine
from .names import dotted, literal, terminal
from .scopes import REST
from .values import OTHER, Display, Manager, Many, Object, Row, Shape, Value, Values, keyed, union

MOST_STORES = 50  # elements put into one container that are looked at
MOST_ELEMENTS = 50  # elements of one display, where any of them may be meant


def elements(engine: Engine, module: Module, node: ast.expr) -> Values:
    """See ``Engine.elements``."""
    values = engine.values(module, node)
    return () if any(keyed(value) for value in values) else union(elements_of(engine, values), stored(engine, module, node))


def held(engine: Engine, module: Module, node: ast.expr, key: object = None) -> Values:
    """See ``Engine.held``."""
    return union(held_of(engine, engine.values(module, node), key), stored(engine, module, node, key))


def stored(engine: Engine, module: Module, node: ast.expr, key: object = None) -> Values:
    """What is put into the container that has this name (under ``key``), anywhere in the file."""
    stores = module.element_stores.get(terminal(node) or "", ())
    same, bindings = dotted(node), module.bindings_of(node) if isinstance(node, ast.Name) else None
    found = [
        engine.values(module, value) for base, value, at in stores[:MOST_STORES]
        if dotted(base) == same and (key is None or at is None or at == key)
        and (not isinstance(base, ast.Name) or module.bindings_of(base) is bindings)
    ]  # fmt: skip
    return union(*found)


def held_of(engine: Engine, values: Iterable[Value], key: object = None) -> Values:
    """What an element of these containers (that under ``key``) can be: a mapping's values."""
    found: list[Value] = []
    for value in values:
        if isinstance(value, Many):
            found.extend(value.items)
        elif isinstance(value, Row) and isinstance(key, int):
            found.extend(step(engine, (value,), key))
        elif isinstance(value, Object):
            found.extend(members.fields(engine, value, key))
        else:
            found.extend(_displayed(engine, value, key) if isinstance(value, Display) else elements_of(engine, (value,)))
    return union(found)


def elements_of(engine: Engine, values: Iterable[Value]) -> Values:
    """See ``Engine.elements_of``."""
    found: list[Value] = []
    for value in values:
        if keyed(value):
            continue
        if isinstance(value, Many):
            found.extend(value.items)
        elif isinstance(value, Display):
            found.extend(_displayed(engine, value, None))
        elif isinstance(value, Object):
            found.extend(members.fields(engine, value))
        elif isinstance(value, Row):
            found.extend(union(*value.columns))
        elif isinstance(value, Shape):
            found.extend(members.item(value, None))
        elif isinstance(value, Manager):  # a generator that was made a context manager elsewhere
            found.extend(value.items)
        elif value == OTHER:
            found.append(OTHER)
    return union(found)


def sliced(engine: Engine, values: Values) -> Values:
    """What a slice gives whose elements have other places."""
    return tuple(Many(elements_of(engine, (value,))) if isinstance(value, (Display, Row)) else value for value in values)


def step(engine: Engine, values: Values, place: int | str) -> Values:
    """What stands at a place of these values where they are unpacked."""
    if place == REST:
        return (Many(elements_of(engine, values)),)
    if not isinstance(place, int):
        return ()
    found: list[Value] = []
    for value in values:
        if isinstance(value, Row):
            found.extend(value.columns[place] if -len(value.columns) <= place < len(value.columns) else ())
            continue
        if isinstance(value, Object):
            found.extend(members.fields(engine, value, place))
            continue
        if isinstance(value, Display) and (element := _at(value.module, value.node, place)) is not None:
            found.extend(engine.values(value.module, element))
            continue
        found.extend(elements_of(engine, (value,)))
    return union(found)


def _displayed(engine: Engine, display: Display, key: object) -> Values:
    node, module = display.node, display.module
    if node in engine.open:  # ``d = {**d, "a": b}``
        return ()
    engine.open.add(node)
    try:
        return _elements_displayed(engine, module, node, key)
    finally:
        engine.open.discard(node)


def _elements_displayed(engine: Engine, module: Module, node: ast.expr, key: object) -> Values:
    if isinstance(node, ast.Dict):
        entries = _entries(module, node)
        places = entries.all if key is None else sorted([*entries.keyed.get(key, ()), *entries.computed])
        chosen = (node.values[place] for place in places[:MOST_ELEMENTS])
        unpacked = (held(engine, module, node.values[place]) for place in entries.unpacked[:MOST_ELEMENTS])
        return union(*(engine.values(module, value) for value in chosen), *unpacked)
    elements: list[ast.expr] = getattr(node, "elts", [])
    if isinstance(key, int) and (element := _at(module, node, key)) is not None:
        return engine.values(module, element)
    found = [
        elements_of(engine, engine.values(module, e.value)) if isinstance(e, ast.Starred) else engine.values(module, e)
        for e in elements[:MOST_ELEMENTS]
    ]
    return union(*found)


class _Entries(NamedTuple):
    """Places in a dictionary display: by literal key, those whose key is computed, both, and what is unpacked."""

    keyed: dict[object, list[int]]
    computed: list[int]
    all: list[int]
    unpacked: list[int]


@once
def _entries(module: Module, node: ast.Dict) -> _Entries:
    found = _Entries(defaultdict(list), [], [], [])
    for place, key in enumerate(node.keys):
        if key is None:
            found.unpacked.append(place)
            continue
        found.all.append(place)
        if (value := literal(key)) is not None:
            found.keyed[value].append(place)
        else:
            found.computed.append(place)
    return found


def _at(module: Module, node: ast.expr, place: int) -> ast.expr | None:
    """The element at a place of a list or tuple display; None where its length or what is unpacked into it leaves that open."""
    if not isinstance(node, (ast.List, ast.Tuple)):
        return None
    elements = node.elts
    if not -len(elements) <= place < len(elements):
        return None
    starred = _starred(module, node)
    if starred and (place >= starred[0] if place >= 0 else place + len(elements) <= starred[-1]):
        return None
    return elements[place]


@once
def _starred(module: Module, node: ast.List | ast.Tuple) -> list[int]:
    """The places of a display at which something is unpacked into it."""
    return [place for place, element in enumerate(node.elts) if isinstance(element, ast.Starred)]
