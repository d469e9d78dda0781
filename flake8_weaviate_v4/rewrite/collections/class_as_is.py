"""Class dictionaries that are posted as they are: ``collections.create_from_dict()``.

v3 does not quite do that: it leaves out keys that it doesn't know, capitalises the classes that references point to, adds
references in requests of their own after all classes are made, and loads a path or URL. Where a dictionary can be seen
none of this makes a difference, or there is no fix; where it can't, the fix is not safe.
"""

from __future__ import annotations

import ast

from ...inference.flow import LOOPS, reaching
from ...inference.names import terminal
from ...inference.values import Text
from ..changing import changes
from ..literal import assigned_once, constant, loads_of, pairs_of
from ..site import Site
from ..unit import Refusal
from .class_dict import capital
from .class_properties import PRIMITIVE, is_reference

# Keys that v3 left out and the server knows.
_LEFT_OUT = ("vectorConfig", "objectTtlConfig")


def check(site: Site, node: ast.expr, later: frozenset[str] = frozenset()) -> None:
    """Whether posting a class as it is does what v3 did; ``later`` are classes that are made after it.

    Notes in the unit what can't be seen. Raises Refusal where it does something else.
    """
    seen = displays(site, node)
    if seen is None:
        _unseen(site, node)
        return
    for display in seen:
        _check(site, display, later)


def displays(site: Site, node: ast.expr, seen: frozenset[ast.expr] = frozenset()) -> list[ast.Dict] | None:
    """The dictionaries that an expression can be: a display, a variable that is bound to one and not changed, or one that
    goes through a list of these. None where it may be another; ``seen`` are the variables on the way, of which none comes again."""
    if isinstance(node, ast.Dict):
        return [node]
    if not isinstance(node, ast.Name) or node in seen:
        return None
    seen |= {node}
    if (value := unchanged(site, node)) is not None:
        return displays(site, value, seen)
    if (imported := _imported(site, node)) is not None:
        return imported
    loop = loop_of(site, node)
    if loop is None or any(changes(site, load) for load in loads_of(site, node)):
        return None
    found = listed(site, loop.iter)
    inner = [displays(site, each, seen) for each in found] if found is not None else [None]
    return [each for group in inner for each in group or ()] if all(group is not None for group in inner) else None


def listed(site: Site, node: ast.expr) -> list[ast.expr] | None:
    """The elements of a list that is written out, in place or in a variable; None where they can't be seen."""
    value = unchanged(site, node) if isinstance(node, ast.Name) else node
    if isinstance(value, (ast.List, ast.Tuple)) and not any(isinstance(e, ast.Starred) for e in value.elts):
        return value.elts
    return None


def unchanged(site: Site, node: ast.Name) -> ast.expr | None:
    """What a variable is bound to, once and for all; None where that can't be seen."""
    assignment = assigned_once(site, node)
    if assignment is None or any(changes(site, load) for load in loads_of(site, node)):
        return None
    return assignment.value


def references(site: Site, display: ast.Dict) -> list[tuple[ast.expr, list[str]]]:
    """The properties of a class that point to classes, with the names of these, as far as they can be seen."""
    found = []
    for key, value in pairs_of(display):
        if constant(key) == "properties":
            for element in listed(site, value) or []:
                types = [name for prop in displays(site, element) or [] for name in _types(site, prop) or []]
                if is_reference(types):
                    found.append((element, types))
    return found


def name_of(site: Site, node: ast.expr) -> str:
    """The name of a class as the server has it, empty where it can't be seen."""
    for display in displays(site, node) or []:
        for key, value in pairs_of(display):
            if constant(key) == "class":
                name = constant(unchanged(site, value) if isinstance(value, ast.Name) else value)
                return capital(name) if isinstance(name, str) else ""
    return ""


def _imported(site: Site, node: ast.Name) -> list[ast.Dict] | None:
    """The constant dictionary of another file of the checkout that a name is imported as, or None."""
    bindings = site.module.bindings_of(node)
    statement = bindings[0].node if len(bindings) == 1 else None
    if not isinstance(statement, ast.ImportFrom) or any(changes(site, load) for load in loads_of(site, node)):
        return None
    name = next((alias.name for alias in statement.names if (alias.asname or alias.name) == node.id), "")
    other = site.engine.project.module(site.module, statement.module or "", statement.level)
    made = other.scope.names.get(name, []) if other is not None else []
    if other is None or len(made) != 1 or made[0].path or any(isinstance(use.ctx, ast.Load) for use in other.names.get(name, ())):
        return None
    value = made[0].value
    return [value] if isinstance(value, ast.Dict) and constant(value) is not None else None


def loop_of(site: Site, node: ast.Name) -> ast.For | ast.AsyncFor | None:
    """The loop whose variable a name reads, and nothing else."""
    for outer in site.module.ancestors(node):
        if isinstance(outer, LOOPS) and not isinstance(outer, ast.While):
            if isinstance(outer.target, ast.Name) and outer.target.id == node.id:
                bindings = reaching(site.module, site.scope(node), node.id, node)
                return outer if [b.node for b in bindings] == [outer] else None
    return None


def _unseen(site: Site, node: ast.expr) -> None:
    values = site.engine.values(site.module, node)
    if any(isinstance(value, Text) for value in values) or (isinstance(node, ast.Call) and terminal(node.func) == "join"):
        raise Refusal("the class is loaded from a file")
    site.unit.doubt("the class can't be seen: v4 posts it as it is, v3 took a path as well and left out keys it didn't know")


def _check(site: Site, display: ast.Dict, later: frozenset[str]) -> None:
    for key, value in pairs_of(display):
        name = constant(key)
        if not isinstance(name, str):
            site.unit.doubt("a key of the class can't be seen")
        elif name in _LEFT_OUT:
            raise Refusal(f"v3 left `{name}` out, which v4 would send")
        elif name == "properties":
            elements = listed(site, value)
            if elements is None:
                site.unit.doubt("the properties of the class can't be seen: v4 posts them as they are")
            for element in elements or []:
                _check_property(site, element, later)


def _check_property(site: Site, node: ast.expr, later: frozenset[str]) -> None:
    found = displays(site, node)
    for types in [_types(site, prop) for prop in found] if found else [None]:
        if types is None:
            site.unit.doubt("a data type of the class can't be seen: v3 capitalised the names of classes")
        elif is_reference(types):
            if any(name not in PRIMITIVE and name != capital(name) for name in types):
                raise Refusal("a reference to a class whose name v3 capitalised")
            if later & set(types):
                raise Refusal("a reference to a class that is made later")


def _types(site: Site, prop: ast.Dict) -> list[str] | None:
    """The data types of a property; None where they can't be seen."""
    for key, value in pairs_of(prop):
        if constant(key) == "dataType":
            elements = listed(site, value)
            found = [constant(unchanged(site, e) if isinstance(e, ast.Name) else e) for e in elements or [value]]
            return [str(each) for each in found] if elements and all(isinstance(each, str) for each in found) else None
    return None
