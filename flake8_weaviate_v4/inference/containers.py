"""What containers hold: displays, lists and dictionaries that are filled elsewhere, rows, results."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterable

from ..records import NamedTuple
from . import members
from .bindings import Module, once
from .engine import Engine
from .names import dotted, terminal
from .scopes import REST, UNKNOWN
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


def step(engine: Engine, values: Values, place: int) -> Values:
    """What stands at a place of these values where they are unpacked."""
    if place == REST:
        return (Many(elements_of(engine, values)),)
    if place == UNKNOWN:
        return ()
    found: list[Value] = []
    for value in values:
        if isinstance(value, Row):
            found.extend(value.columns[place] if place < len(value.columns) else ())
            continue
        if isinstance(value, Object):
            found.extend(members.fields(engine, value, place))
            continue
        if isinstance(value, Display) and isinstance(value.node, (ast.Tuple, ast.List)):
            elements = value.node.elts
            if place < len(elements) and not any(isinstance(e, ast.Starred) for e in elements[: place + 1]):
                found.extend(engine.values(value.module, elements[place]))
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
    if isinstance(key, int) and key < len(elements) and not _is_starred(module, node):
        return engine.values(module, elements[key])
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
        if isinstance(key, ast.Constant):
            found.keyed[key.value].append(place)
        else:
            found.computed.append(place)
    return found


@once
def _is_starred(module: Module, node: ast.expr) -> bool:
    """Whether elements of a list or tuple display are unpacked, so that places in it mean nothing."""
    return any(isinstance(e, ast.Starred) for e in getattr(node, "elts", ()))
