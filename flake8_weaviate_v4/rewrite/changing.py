"""Whether what an expression reads may be changed between two places: in place, or bound anew by what is called there."""

from __future__ import annotations

import ast
import bisect
from collections import defaultdict
from collections.abc import Iterator

from ..inference.flow import TRIES, WITHS
from ..inference.names import terminal
from ..inference.scopes import FUNCTIONS
from ..inference.values import Function
from .order import is_quiet
from .site import Site

# What only reads its arguments, or keeps a copy of them.
ONLY_READING = frozenset(
    """print pprint dumps dump str repr len bool set sum sorted list tuple dict frozenset isinstance type any all min max range
    enumerate zip map filter join format deepcopy debug info warning error exception critical log secho echo extend update
    DataFrame array""".split()
)
CHANGING = frozenset("append extend insert pop remove clear update setdefault sort reverse popitem add discard".split())


def is_own(site: Site, function: ast.expr) -> bool:
    """Whether a function or method of a known name is one that the file defines itself."""
    return any(isinstance(value, Function) for value in site.engine.values(site.module, function))


def changes(site: Site, load: ast.Name) -> bool:
    """Whether the variable's value is changed at a place that reads it."""
    node: ast.AST = load
    parent = site.module.parents.get(node)
    while isinstance(parent, ast.Subscript) and parent.value is node:
        if not isinstance(parent.ctx, ast.Load):
            return True
        node, parent = parent, site.module.parents.get(parent)
    if isinstance(parent, ast.AugAssign):
        return True
    return isinstance(parent, ast.Attribute) and parent.attr in CHANGING


def writes(site: Site, load: ast.Name) -> bool:
    """Whether the object that a variable holds is changed at a place that reads it: an item, an attribute, or as a list."""
    node: ast.AST = load
    parent = site.module.parents.get(node)
    while isinstance(parent, (ast.Subscript, ast.Attribute)) and parent.value is node:
        if not isinstance(parent.ctx, ast.Load) or (isinstance(parent, ast.Attribute) and parent.attr in CHANGING):
            return True
        node, parent = parent, site.module.parents.get(parent)
    return isinstance(parent, ast.AugAssign) and parent.target is node


def changed_between(site: Site, node: ast.expr, first: int, last: int) -> str:
    """A variable in an expression whose object is changed between two lines, or, where parts of it are read, may be; or nothing."""
    for name in (n for n in ast.walk(node) if isinstance(n, ast.Name)):
        partly = isinstance(site.parent(name), (ast.Attribute, ast.Subscript))
        if any(writes(site, other) or (partly and _may_change(site, other)) for other in _between(site, name, first, last)):
            return name.id
    return ""


def _may_change(site: Site, load: ast.Name) -> bool:
    """Whether an object is given to code that may change it, or a method of it is called that may."""
    parent = site.parent(load)
    if isinstance(parent, (ast.Attribute, ast.keyword)):
        parent = site.parent(parent)
    if not isinstance(parent, ast.Call) or parent.func is load or parent.func in site.planner.usages:
        return False
    by_method = isinstance(parent.func, ast.Attribute) and parent.func.value is load
    given = load in parent.args or any(keyword.value is load for keyword in parent.keywords)
    return (by_method or given) and not ((terminal(parent.func) in ONLY_READING or is_quiet(parent)) and not is_own(site, parent.func))


def may_be_changed(site: Site, node: ast.expr, first: int, last: int) -> str:
    """A variable in an expression whose object may be changed in place between two lines by what it is given to, by another
    function, or under another name; or nothing."""
    acts, here = _acts(site, first, last), site.function()
    for name in held(node):
        if all(isinstance(b.value, (ast.Constant, ast.JoinedStr)) and b.kind == "value" for b in site.module.bindings_of(name)):
            continue
        if acts and any(site.function(load) is not here for load in _writing(site, name)):
            return name.id
        if any(site.function(load) is here and _may_change(site, load) for load in _between(site, name, first, last)):
            return name.id
    for name in held(node, partly=True):
        for other, shallow in _aliases(site, name):
            for load in _between(site, other, first, last):
                stored = shallow and not isinstance(getattr(site.parent(load), "ctx", None), (ast.Load, type(None)))
                if not stored and (writes(site, load) or _may_change(site, load)):
                    return name.id
    return ""


def _between(site: Site, name: ast.Name, first: int, last: int) -> list[ast.Name]:
    """The reads of a variable between two lines."""
    known = site.planner.memo.get(key := f"reads in order {id(site.module.bindings_of(name))}")
    if not isinstance(known, list):
        known = site.planner.memo[key] = sorted(site.module.loads_of(name), key=_line)
    return known[bisect.bisect_right(known, first, key=_line) : bisect.bisect_left(known, last, key=_line)]


def _line(name: ast.Name) -> int:
    return name.lineno


def _writing(site: Site, name: ast.Name) -> list[ast.Name]:
    """The reads of a variable that change its object; looked for once."""
    known = site.planner.memo.get(key := f"writing reads {id(site.module.bindings_of(name))}")
    if not isinstance(known, list):
        known = site.planner.memo[key] = [load for load in site.module.loads_of(name) if writes(site, load)]
    return known


def held(node: ast.AST, partly: bool = False) -> Iterator[ast.Name]:
    """The variables whose objects, or ``partly`` parts of them, an expression gives: not those of which something is computed."""
    if isinstance(node, ast.Name):
        yield node
    elif partly and isinstance(node, (ast.Attribute, ast.Subscript)):
        yield from held(node.value, partly)
    elif not isinstance(node, (ast.Call, ast.JoinedStr, ast.Compare, ast.Attribute, ast.Subscript)):
        for child in ast.iter_child_nodes(node):
            yield from held(child, partly)


def _aliases(site: Site, name: ast.Name) -> list[tuple[ast.Name, bool]]:
    """What ``_aliased`` finds; looked for once."""
    partly = isinstance(site.parent(name), (ast.Attribute, ast.Subscript))
    known = site.planner.memo.get(key := f"aliases {partly} {id(site.module.bindings_of(name))}")
    if not isinstance(known, list):
        known = site.planner.memo[key] = list(_aliased(site, name, partly))
    return known


def _aliased(site: Site, name: ast.Name, partly: bool) -> Iterator[tuple[ast.Name, bool]]:
    """Other names of what a read of a variable gives, its object or a part of it: what is bound to it, or holds it, or it is bound to;
    and whether only what hangs at their parts is meant: to bind such a part anew changes nothing that was read."""
    for load in site.module.loads_of(name):
        value: ast.AST = load
        while isinstance(parent := site.parent(value), (ast.Attribute, ast.Subscript)) and parent.value is value:
            value = parent
        if value is not load and not partly:
            continue
        shallow = partly and value is load
        while isinstance(parent := site.parent(value), (ast.Dict, ast.List, ast.Tuple)):
            value = parent
        if isinstance(parent, ast.Assign) and parent.value is value:
            yield from ((target, shallow) for target in parent.targets if isinstance(target, ast.Name))
    for binding in site.module.bindings_of(name):
        if binding.kind == "value" and isinstance(binding.value, ast.Name):
            yield binding.value, partly


def may_differ(site: Site, node: ast.expr, first: int, last: int) -> bool:
    """Whether what the expression reads may be another thing at line ``last`` than at ``first``, though no name of the function is bound anew:
    a variable that other functions bind as well, an attribute or item that is stored under another name or by what is called between."""
    module = site.module
    acts = _acts(site, first, last)
    for part in ast.walk(node):
        if isinstance(part, ast.Name):
            outer = [b.node for b in module.bindings_of(part) if b.elsewhere]
            if (acts and outer) or any(first < getattr(n, "lineno", 0) < last for n in outer):
                return True
        elif isinstance(part, ast.Attribute):
            if _is_computed(site, part.attr) or any(_is_stored(site, target, first, last, acts) for target, _ in module.attribute_stores.get(part.attr, ())):
                return True
        elif isinstance(part, ast.Subscript):
            stores = (s for s in module.subscripts if not isinstance(s.ctx, ast.Load) and _may_be_same(s.slice, part.slice))
            if any(_is_stored(site, s, first, last, acts and _is_named_alike(site, s.value, part.value)) for s in stores):
                return True
    return False


def _is_computed(site: Site, attribute: str) -> bool:
    """Whether a class of the file has a property of this name that does more than return something."""
    found = site.planner.definitions.get(attribute, [])
    return any(isinstance(f, ast.FunctionDef) and f.decorator_list and not all(isinstance(s, (ast.Return, ast.Expr)) for s in f.body) for f in found)


def is_caught_alike(site: Site, node: ast.expr, place: ast.AST) -> bool:
    """Whether an exception that evaluating an expression may raise is caught at another place as it is where it stands."""
    raised = {name for part in ast.walk(node) for kind, names in _RAISED.items() if isinstance(part, kind) for name in names}
    return not raised or _catchers(site, node, raised) == _catchers(site, place, raised)


# What may be raised where such an expression is evaluated; an empty name stands for anything.
_RAISED: dict[type[ast.expr], tuple[str, ...]] = {
    ast.Attribute: ("AttributeError",), ast.Subscript: ("KeyError", "IndexError", "LookupError", "TypeError"),
    ast.BinOp: ("TypeError", "ValueError", "ArithmeticError", "ZeroDivisionError"), ast.Call: ("",),
}  # fmt: skip


def _catchers(site: Site, node: ast.AST, raised: set[str]) -> list[ast.AST]:
    """The statements of the function around a node that may catch one of these exceptions."""
    found, inner = list[ast.AST](), node
    for outer in site.module.ancestors(node):
        if isinstance(outer, FUNCTIONS):
            break
        if isinstance(outer, WITHS):
            found.append(outer)
        elif isinstance(outer, TRIES) and site.module.fields.get(inner) == "body":
            handlers: list[ast.ExceptHandler] = getattr(outer, "handlers", [])
            if getattr(outer, "finalbody", []) or any(_may_catch(handler.type, raised) for handler in handlers):
                found.append(outer)
        inner = outer
    return found


def _may_catch(kind: ast.expr | None, raised: set[str]) -> bool:
    """Whether a handler of this type may catch one of these: one of a class that is none of Python's own catches no exception
    of Python's."""
    if isinstance(kind, ast.Tuple):
        return any(_may_catch(each, raised) for each in kind.elts)
    name = (terminal(kind) if kind is not None else None) or ""
    is_class = name[:1].isupper() and not name.isupper()
    return "" in raised or not is_class or name in raised or name in ("Exception", "BaseException")


def _acts(site: Site, first: int, last: int) -> bool:
    """Whether something is called in the function between two lines that may do something to what it reads."""
    lines = _acting(site).get(id(site.function()), [])
    return bisect.bisect_right(lines, first) < bisect.bisect_left(lines, last)


def _acting(site: Site) -> dict[int, list[int]]:
    """The lines of calls that may do something to what their function reads, by the id of the function; looked for once."""
    memo = site.planner.memo
    if isinstance(known := memo.get("acting"), dict):
        return known
    found: dict[int, list[int]] = defaultdict(list)
    for call in site.module.calls:
        if _may_act(site, call):
            found[id(site.function(call))].append(call.lineno)
    for lines in found.values():
        lines.sort()
    memo["acting"] = found
    return found


def _may_act(site: Site, call: ast.Call) -> bool:
    """Whether a call may do something to what its function reads."""
    if call.func in site.planner.usages:
        return False
    return not (terminal(call.func) in ONLY_READING or is_quiet(call)) or is_own(site, call.func)


def _is_stored(site: Site, target: ast.expr, first: int, last: int, acts: bool) -> bool:
    """Whether something is stored in the function between two lines, or by another one that may be called there."""
    function = site.function(target)
    if function is site.function():
        return first < target.lineno < last
    return acts and getattr(function, "name", "") != "__init__"


def _may_be_same(key: ast.expr, other: ast.expr) -> bool:
    return not (isinstance(key, ast.Constant) and isinstance(other, ast.Constant)) or key.value == other.value


def _is_named_alike(site: Site, one: ast.expr, other: ast.expr) -> bool:
    """Whether two expressions are one variable, or attributes of one name."""
    if isinstance(one, ast.Name) and isinstance(other, ast.Name):
        return site.module.bindings_of(one) is site.module.bindings_of(other)
    return isinstance(one, ast.Attribute) and isinstance(other, ast.Attribute) and one.attr == other.attr
