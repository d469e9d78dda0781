"""Literals that v3 calls are given, written out into new code.

v3 takes dictionaries and lists where v4 has arguments of their own. A literal may stand in the call, or in a variable
that is bound once: then it moves into the call where that changes nothing, or its parts are read from the variable.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from ..inference.bindings import Module, once
from ..inference.flow import LOOPS, reaching
from ..inference.names import terminal
from ..inference.scopes import COMPREHENSIONS, FUNCTIONS, Scope, defaults
from ..inference.values import Function
from ..records import record
from .changing import ONLY_READING, changed_between, changes, is_caught_alike, is_own, may_differ
from .code import Code, join
from .site import Site, names, pure
from .unit import Refusal

_SHORT = 200  # characters of a constant that is written out more than once


@record(frozen=True, eq=False)
class Literal:
    """A display that is followed: ``node`` is it; ``variable`` the name in the call that leads to it, where one does, and
    ``moves`` whether its parts may be written where the name stood."""

    site: Site
    node: ast.expr
    variable: ast.Name | None = None
    moves: bool = True

    def part(self, node: ast.expr, *keys: object) -> Code:
        """The code for a part of the literal under these keys: the part itself, or how it is read from the variable."""
        if self.variable is None or self.moves or _constant(node):
            return node
        return join(self.variable, *(f"[{self.site.string(k) if isinstance(k, str) else repr(k)}]" for k in keys))

    def items(self) -> dict[str, ast.expr]:
        """Key -> value of a dictionary. Raises Refusal where not all keys are plain strings, each once."""
        if not isinstance(self.node, ast.Dict):
            raise Refusal("it is no dictionary literal")
        found: dict[str, ast.expr] = {}
        for key, value in pairs_of(self.node):
            if not isinstance(key, ast.Constant) or not isinstance(key.value, str) or key.value in found:
                raise Refusal("a key of the dictionary can't be seen")
            found[key.value] = value
        return found

    def elements(self) -> list[ast.expr]:
        """The elements of a list or tuple. Raises Refusal where it is none, or a star is in it."""
        if not isinstance(self.node, (ast.List, ast.Tuple)) or any(isinstance(e, ast.Starred) for e in self.node.elts):
            raise Refusal("it is no list literal")
        return self.node.elts

    def inner(self, node: ast.expr, *keys: object) -> Literal:
        """The literal of a part; a part of a variable that stays is read through it."""
        found = follow(self.site, node)
        if found.variable is None:
            return Literal(self.site, found.node, self.variable, self.moves)
        return found


def pairs_of(display: ast.Dict) -> list[tuple[ast.expr | None, ast.expr]]:
    """The keys and values of a dictionary display; the key of ``**more`` is None."""
    return list(zip(display.keys, display.values, strict=True))


def follow(site: Site, node: ast.expr) -> Literal:
    """The literal that an argument is: itself, or what its variable is bound to. Raises Refusal where it can't be seen."""
    if not isinstance(node, ast.Name):
        if isinstance(node, (ast.Dict, ast.List, ast.Tuple, ast.Constant, ast.Set, ast.JoinedStr)):
            return Literal(site, node)
        raise Refusal("an argument is no literal")
    assignment = assigned_once(site, node)
    if assignment is None or not isinstance(assignment.value, (ast.Dict, ast.List, ast.Tuple, ast.Constant)):
        raise Refusal(f"`{node.id}` is not a literal that is bound once")
    value = assignment.value
    loads = loads_of(site, node)
    if not isinstance(value, ast.Constant) and any(changes(site, load) for load in loads):
        raise Refusal(f"`{node.id}` is changed after it is made")
    if not isinstance(value, ast.Constant) and any(handed_on(site, load, value, node) for load in loads):
        raise Refusal(f"`{node.id}` may be changed where it is handed on")
    start, end = site.planner.text.span(value)
    hidden = is_reflected(site, site.module.scope_of(assignment))
    moves = not hidden and means_the_same(site, node, assignment) and (len(loads) == 1 or (_constant(value) and end - start <= _SHORT))
    if moves:
        site.unit.read[node] = assignment
    return Literal(site, value, node, moves)


def assigned_once(site: Site, node: ast.Name) -> ast.Assign | ast.AnnAssign | None:
    """The one plain assignment that gives the name its value here, or None."""
    module = site.module
    scope = module.scope_of(node)
    while scope.parent is not None and (node.id not in scope.names or (scope.is_class and scope is not module.scope_of(node))):
        scope = scope.parent
    own = scope is module.scope_of(node)
    bindings = reaching(module, scope, node.id, node) if own else scope.names.get(node.id, [])
    if len(bindings) != 1 or bindings[0].kind != "value" or bindings[0].path:
        return None
    statement = bindings[0].node
    if not isinstance(statement, (ast.Assign, ast.AnnAssign)):
        return None
    target = statement.targets[0] if isinstance(statement, ast.Assign) else statement.target
    single = isinstance(statement, ast.AnnAssign) or len(statement.targets) == 1
    return statement if single and isinstance(target, ast.Name) else None


def bound(site: Site, node: ast.expr) -> ast.expr:
    """What the variable is bound to that an expression is; else itself."""
    assignment = assigned_once(site, node) if isinstance(node, ast.Name) else None
    return assignment.value if assignment is not None and assignment.value is not None else node


def loads_of(site: Site, node: ast.Name) -> list[ast.Name]:
    """All places that read the variable which ``node`` reads, and see the same assignment."""
    module = site.module
    bindings = module.bindings_of(node)
    statement = assigned_once(site, node)
    return [
        other for other in module.loads_of(node)
        if other is node or len(bindings) == 1 or assigned_once(site, other) in (statement, None)
    ]  # fmt: skip


def is_reflected(site: Site, scope: Scope) -> bool:
    """Whether code reads the variables of a function or module as a dictionary, or runs text that may read them."""
    if _reads_frames(site.module):
        return True
    whole = scope.parent is None
    for name in ("globals", "locals", "vars", "eval", "exec"):
        for read in site.module.names.get(name, ()):
            call = site.module.parents.get(read)
            if not isinstance(call, ast.Call) or call.func is not read or (name == "vars" and call.args):
                continue
            if whole and name in ("globals", "eval", "exec"):
                return True
            if name != "globals" and _is_within(site.module.scope_of(read), scope):
                return True
    return False


def _is_within(inner: Scope, outer: Scope) -> bool:
    """Whether a scope is another one, or that of a comprehension in it, which sees its variables."""
    current: Scope | None = inner
    while current is not None and current is not outer:
        current = current.parent if isinstance(current.node, COMPREHENSIONS) else None
    return current is outer


@once
def _reads_frames(module: Module) -> bool:
    """Whether the file reads the variables of frames, or those of a module as attributes: ``sys.modules[__name__]``."""
    if any(module.attributes_named.get(name) for name in ("f_locals", "f_globals", "f_back")):
        return True
    named = (module.parents.get(read) for read in module.names.get("__name__", ()))
    return any(
        (isinstance(parent, ast.Subscript) and terminal(parent.value) == "modules")
        or (isinstance(parent, ast.Call) and terminal(parent.func) in ("import_module", "__import__"))
        for parent in named
    )


def check_names(site: Site) -> None:
    """Note in the unit that names go, or hold something else, which may be read as text: variables, functions and imports of
    a reflected scope."""
    unit = site.unit
    gone: list[tuple[ast.AST, str]] = [(node, node.id) for s in [*unit.removed, *unit.read.values()] for node in _stored(s)]
    gone += [(s, s.name) for s in unit.removed if isinstance(s, FUNCTIONS) and not isinstance(s, ast.Lambda)]
    gone += [(alias, alias.asname or alias.name) for alias in unit.moved]
    for value in [*unit.replaced, *unit.shared]:  # a filter, say: results know of it themselves
        statement = site.module.parents.get(value) if isinstance(value, (ast.Dict, ast.List)) else None
        if isinstance(statement, (ast.Assign, ast.AnnAssign)) and statement.value is value:
            gone += [(node, node.id) for node in _stored(statement)]
    for node, name in gone:
        if is_reflected(site, site.module.scope_of(node)):
            unit.doubt(f"`{name}` may be read by its name as text")


def _stored(statement: ast.stmt) -> Iterator[ast.Name]:
    for node in ast.walk(statement):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node


def is_shared(site: Site, assignment: ast.stmt, name: str) -> bool:
    """Whether other files may read a variable: it is exported, or one of the module that they import by its name."""
    if site.module.scope_of(assignment).parent is not None:
        return False
    elsewhere = site.module.source.file is not None and site.engine.project.is_named_elsewhere(site.module, name)
    return elsewhere or site.planner.imports.is_exported(name)


def may_be_none(site: Site, node: ast.expr) -> bool:
    """Whether a variable is seen to hold ``None`` at times: a parameter's default, or what it is bound to."""
    return isinstance(node, ast.Name) and any(isinstance(given, ast.Constant) and given.value is None for given in seen(site, node))


def seen(site: Site, node: ast.Name) -> Iterator[ast.expr]:
    """What a variable is seen to be bound to: values of assignments, and the default of a parameter."""
    for binding in site.module.bindings_of(node):
        given = binding.value
        if isinstance(binding.node, ast.arg):
            function = site.module.parents.get(site.module.parents.get(binding.node, binding.node))
            given = defaults(function.args).get(binding.node.arg) if isinstance(function, FUNCTIONS) else None
        if isinstance(given, ast.expr) and not binding.path:
            yield given


def reads(site: Site, node: ast.Name) -> list[ast.Name]:
    """All places of the file that read the variable."""
    return site.module.loads_of(node)


def handed_on(site: Site, load: ast.Name, value: ast.expr, use: ast.Name) -> bool:
    """Whether a read of the variable, before ``use`` reads it, hands the literal or a list or dictionary in it to code
    that may change it."""
    module = site.module
    if load is use or (module.scope_of(load) is module.scope_of(use) and load.lineno > use.lineno and not _share_loop(site, load, use)):
        return False
    node, parent = _part_read(site, load, value)
    if node is None:
        return False
    if isinstance(parent, ast.keyword):
        parent = module.parents.get(parent)
    if isinstance(parent, ast.Call):
        known = (terminal(parent.func) in ONLY_READING and not is_own(site, parent.func)) or parent.func in site.planner.usages
        return parent.func is not node and not known and not _changes_nothing(site, parent, node)
    if isinstance(parent, ast.Return):
        return module.scope_of(load) is not module.scope_of(use)
    if isinstance(parent, (ast.For, ast.AsyncFor, ast.comprehension)):
        return parent.iter is node and not _constant_parts(value)
    return isinstance(parent, (ast.Assign, ast.AnnAssign, ast.NamedExpr, ast.List, ast.Tuple, ast.Set, ast.Dict, ast.IfExp, ast.BoolOp, ast.Yield, ast.Starred))


def _part_read(site: Site, load: ast.Name, value: ast.expr) -> tuple[ast.expr | None, ast.AST | None]:
    """The part of the literal that is taken where the variable is read, and what it stands in; None where it can't change."""
    node: ast.expr = load
    part: ast.expr | None = value
    parent = site.module.parents.get(node)
    while isinstance(parent, ast.Subscript) and parent.value is node:
        key = constant(parent.slice)
        if isinstance(part, ast.Dict):
            part = next((v for k, v in pairs_of(part) if k is not None and constant(k) == key), None)
        elif isinstance(part, (ast.List, ast.Tuple)):
            part = part.elts[key] if isinstance(key, int) and -len(part.elts) <= key < len(part.elts) else None
        else:
            part = None
        node, parent = parent, site.module.parents.get(parent)
    if part is None or isinstance(part, (ast.Constant, ast.JoinedStr)):
        return None, None
    return node, parent


def _constant_parts(value: ast.expr) -> bool:
    """Whether what iteration gives of a literal can't be changed."""
    parts = value.keys if isinstance(value, ast.Dict) else getattr(value, "elts", [])
    return all(isinstance(part, (ast.Constant, ast.JoinedStr)) for part in parts)


def _share_loop(site: Site, first: ast.AST, second: ast.AST) -> bool:
    return any(outer in loops_around(site, second) for outer in loops_around(site, first))


def _changes_nothing(site: Site, call: ast.Call, node: ast.expr) -> bool:
    """Whether the function of this file that is called only reads the parameter that it gets the literal as."""
    functions = [v.node for v in site.engine.values(site.module, call.func) if isinstance(v, Function) and v.module is site.module]
    if len(functions) != 1 or isinstance(functions[0], ast.Lambda) or node not in [*call.args, *(k.value for k in call.keywords)]:
        return False
    arguments = functions[0].args
    place = call.args.index(node) if node in call.args else -1
    plain = [*arguments.posonlyargs, *arguments.args]
    if place >= 0 and isinstance(call.func, ast.Attribute) and plain and plain[0].arg in ("self", "cls"):
        place += 1
    name = plain[place].arg if 0 <= place < len(plain) else next((k.arg for k in call.keywords if k.value is node), None)
    reads_of = [n for n in ast.walk(functions[0]) if isinstance(n, ast.Name) and n.id == name]
    return name is not None and not any(
        not isinstance(n.ctx, ast.Load) or changes(site, n) or not _is_read(site, n) for n in reads_of
    )


def _is_read(site: Site, load: ast.Name) -> bool:
    """Whether a parameter is only gone through, looked into, or given to a v3 call or to what only reads it."""
    parent = site.module.parents.get(load)
    if isinstance(parent, ast.keyword):
        parent = site.module.parents.get(parent)
    if isinstance(parent, ast.Call):
        return parent.func in site.planner.usages or terminal(parent.func) in ONLY_READING
    return isinstance(parent, (ast.Subscript, ast.FormattedValue, ast.Compare, ast.If, ast.IfExp, ast.BoolOp, ast.UnaryOp, ast.BinOp))


def means_the_same(site: Site, node: ast.Name, assignment: ast.Assign | ast.AnnAssign) -> bool:
    """Whether the assigned literal means the same where the name stands."""
    module = site.module
    value = assignment.value
    if value is None or not pure(value):
        return False
    if _constant(value):
        return True
    here, there = module.scope_of(node), module.scope_of(assignment)
    if here is not there:
        return False
    if loops_around(site, node) != loops_around(site, assignment):
        return False
    if changed_between(site, value, assignment.lineno, node.lineno) or may_differ(site, value, assignment.lineno, node.lineno):
        return False
    if not is_caught_alike(site, value, node):
        return False
    return all(
        reaching(module, here, name, node) == reaching(module, here, name, value)
        for name in names([value])
        if name in here.names
    )


def loops_around(site: Site, node: ast.AST) -> list[ast.AST]:
    """The loops of the function around a node, inner first."""
    found: list[ast.AST] = []
    for outer in site.module.ancestors(node):
        if isinstance(outer, FUNCTIONS):
            break
        if isinstance(outer, LOOPS):
            found.append(outer)
    return found


def _constant(node: ast.AST) -> bool:
    """Whether an expression has no names in it."""
    return pure(node) and not names([node])


def constant(node: ast.expr | None) -> object:
    """The value of a literal without names, else None (negative numbers and nested lists count)."""
    if node is None:
        return None
    try:
        return ast.literal_eval(node)
    except (ValueError, TypeError, SyntaxError, MemoryError, RecursionError):
        return None
