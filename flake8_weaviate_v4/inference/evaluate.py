"""Expression -> values: the heart of inference.

Answers are looked for on demand and kept, so that only what leads to Weaviate is ever evaluated.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Container, Iterable

from . import calls, containers, members, narrowing, parameters
from .annotations import read
from .bindings import Module
from .flow import at_end, reaching
from .names import literal, terminal
from .project import Project
from .scopes import FUNCTIONS, Binding, Scope
from .values import (
    OTHER,
    Class,
    Display,
    Function,
    Local,
    Many,
    Object,
    Ref,
    Row,
    Shape,
    Text,
    Value,
    Values,
    tells,
    union,
)

DEEPEST = 60  # nested questions before an expression is given up: well under Python's own limit


class Evaluator:
    """The engine over one checkout; implements ``engine.Engine``."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self._depth = 0
        self._asked: set[tuple[Module | Value, str]] = set()  # globals and members that are being looked at
        self.open: set[ast.expr] = set()  # displays whose elements are being looked at
        self._kinds: dict[type[ast.AST], Callable[[Module, ast.AST], Values]] = {
            ast.Name: self._name, ast.Attribute: self._attribute, ast.Call: self._call,
            ast.Subscript: self._subscript, ast.Constant: self._constant, ast.Lambda: self._lambda,
            ast.Await: self._inner, ast.Starred: self._inner, ast.NamedExpr: self._inner,
            ast.IfExp: self._either, ast.BoolOp: self._either, ast.BinOp: self._binary,
            ast.List: self._display, ast.Tuple: self._display, ast.Set: self._display, ast.Dict: self._display,
            ast.ListComp: self._comprehension, ast.SetComp: self._comprehension,
            ast.GeneratorExp: self._comprehension, ast.DictComp: self._comprehension,
            ast.Yield: self._nothing, ast.YieldFrom: self._nothing,
        }  # fmt: skip

    # -- the questions of engine.Engine ---------------------------------------------------------------------------

    def values(self, module: Module, node: ast.AST) -> Values:
        known: Values | None = module.memo.get(node)
        if known is not None:
            return known
        if self._depth > DEEPEST:
            return ()
        if not isinstance(node, (ast.Name, ast.Constant)):
            for inner in _chain_below(node, module.memo):  # inner first: a long chain must not nest as deep as it is long
                self._answer(module, inner)
        return self._answer(module, node)

    def _answer(self, module: Module, node: ast.AST) -> Values:
        assumed: Values | None = module.assumed.get(node)
        if assumed is not None:
            return assumed
        module.memo[node] = ()  # what a cycle finds of itself: nothing yet
        self._depth += 1
        try:
            kind = self._kinds.get(type(node))
            found = kind(module, node) if kind else (OTHER,)
        finally:
            self._depth -= 1
        module.memo[node] = found
        return found

    def annotation(self, module: Module, node: ast.expr) -> Values:
        return read(self, module, node)

    def member(self, value: Value, name: str) -> Values:
        if not isinstance(value, (Object, Class, Local)):
            return members.member(self, value, name)
        asked = (value, name)
        if asked in self._asked or self._depth > DEEPEST:
            return ()
        self._asked.add(asked)
        self._depth += 1
        try:
            return members.member(self, value, name)
        finally:
            self._depth -= 1
            self._asked.discard(asked)

    def called(self, value: Value, module: Module, call: ast.Call | None) -> Values:
        return calls.called(self, value, module, call)

    def elements(self, module: Module, node: ast.expr) -> Values:
        return containers.elements(self, module, node)

    def held(self, module: Module, node: ast.expr, key: object = None) -> Values:
        return containers.held(self, module, node, key)

    def elements_of(self, values: Iterable[Value]) -> Values:
        return containers.elements_of(self, values)

    def entered(self, values: Iterable[Value]) -> Values:
        return union(*(members.entered(self, value) for value in values))

    def named(self, module: Module, name: str) -> Values:
        asked = (module, name)
        if asked in self._asked or self._depth > DEEPEST:  # files that import each other
            return ()
        self._asked.add(asked)
        try:
            found = self._bound_all(module, module.scope, at_end(module, module.scope, name))
            return found or self._starred(module, name)
        finally:
            self._asked.discard(asked)

    def imported(self, module: Module, dotted: str, level: int, member: str | None) -> Values:
        return members.imported(self, self.project, module, dotted, level, member)

    # -- expressions ----------------------------------------------------------------------------------------------

    def _name(self, module: Module, node: ast.AST) -> Values:
        assert isinstance(node, ast.Name)
        found = self.lookup(module, node, node.id)
        return narrowing.narrowed(self, module, node, found) if module.checks or module.matches else found

    def lookup(self, module: Module, node: ast.AST, name: str) -> Values:
        """What ``name`` can be where ``node`` stands."""
        if node not in module.parents:
            return self.named(module, name)
        first = module.scope_of(node)
        scope: Scope | None = first
        anchor, later = node, False
        while scope is not None:
            if scope.elsewhere.get(name) == "global" and scope is not module.scope:
                scope, later = module.scope, True
                continue
            if name in scope.names and (scope is first or not scope.is_class):
                found = reaching(module, scope, name, anchor)
                if later or (not found and _deferred(module, node)):
                    found = [*found, *(b for b in at_end(module, scope, name) if b not in found)]
                if found or not scope.is_class:
                    return self._bound_all(module, scope, found)
            if isinstance(scope.node, FUNCTIONS):
                later = True
            anchor, scope = scope.node, scope.parent
        if starred := self._starred(module, name):
            return starred
        brought = name == "weaviate" and name not in module.imported  # by a star import that can't be seen
        return (Ref(name if brought else f"builtins.{name}"),)

    def _starred(self, module: Module, name: str) -> Values:
        """What the star imports of files that can be seen, and of the client, bring under this name."""
        found = [self.imported(module, star.dotted, star.level, name) for star in module.scope.stars]
        return tuple(v for v in union(*found) if not isinstance(v, Ref) or members.is_known(v.path))

    def _bound_all(self, module: Module, scope: Scope, bindings: list[Binding]) -> Values:
        if len(bindings) == 1:
            return self.bound(module, scope, bindings[0])
        return union(*(self.bound(module, scope, binding) for binding in bindings))

    def bound(self, module: Module, scope: Scope, binding: Binding) -> Values:
        """What a binding gives its name."""
        kind, value = binding.kind, binding.value
        if kind == "import":
            known = module.memo.get(value) if value is not None else None
            if known is None:
                known = self.imported(module, binding.dotted, binding.level, binding.member)
                module.memo[binding.value or binding.node] = known
            return known
        if kind == "parameter":
            return self._received(module, scope, binding)
        if binding.annotation is not None:
            declared = self.annotation(module, binding.annotation)
            if any(tells(value) for value in declared):
                return declared
        if value is None:
            return ()
        if kind == "function":
            return (Function(module, value),) if isinstance(value, FUNCTIONS) else ()
        if kind == "class":
            return (Class(module, value),) if isinstance(value, ast.ClassDef) else ()
        if not isinstance(value, ast.expr):
            return ()
        if kind in ("caught", "bound"):
            return self.annotation(module, value)
        if kind == "pattern":
            if (named := narrowing.named(self, module, binding.node)) is not None:
                return named
            found = self.values(module, value)
        elif kind == "element":
            found = self.elements(module, value)
        elif kind == "entered":
            found = self.entered(self.values(module, value))
        else:
            found = self.values(module, value)
        for step in binding.path:
            found = containers.step(self, found, step)
        return found

    def _received(self, module: Module, scope: Scope, binding: Binding) -> Values:
        known: Values | None = module.memo.get(binding)
        if known is None:
            known = parameters.received(self, module, scope, binding)
            if self._depth == 1 and not self._asked:  # else it may be part of a circle, and a part of the answer
                module.memo[binding] = known
        return known

    def _attribute(self, module: Module, node: ast.AST) -> Values:
        assert isinstance(node, ast.Attribute)
        bases = self.values(module, node.value)
        found = self.member(bases[0], node.attr) if len(bases) == 1 else union(*(self.member(base, node.attr) for base in bases))
        if node.attr in module.attribute_stores and all(members.tells_nothing(value) for value in found):
            found = union(members.stored_alike(self, module, node), found)
        return narrowing.narrowed(self, module, node, found) if module.checks or module.matches else found

    def _call(self, module: Module, node: ast.AST) -> Values:
        assert isinstance(node, ast.Call)
        return calls.result(self, module, node)

    def _subscript(self, module: Module, node: ast.AST) -> Values:
        assert isinstance(node, ast.Subscript)
        bases = self.values(module, node.value)
        if isinstance(node.slice, ast.Slice):
            return bases if node.slice.lower is None and node.slice.step is None else containers.sliced(self, bases)
        key = literal(node.slice)
        found: list[Value] = []
        for base in bases:
            if isinstance(base, Shape):
                found.extend(members.item(base, key))
            elif isinstance(base, (Display, Row, Many, Object)):
                found.extend(containers.held_of(self, (base,), key))
            elif base == OTHER:
                found.append(OTHER)
            elif isinstance(base, Class):
                found.append(base)
            elif isinstance(base, Ref) and (members.foreign(base) or _may_be_generic(base)):
                found.extend(self.annotation(module, node))
        name = terminal(node.value)
        if name in module.element_stores:
            found.extend(containers.stored(self, module, node.value, key))
        return union(found)

    def _constant(self, module: Module, node: ast.AST) -> Values:
        assert isinstance(node, ast.Constant)
        if isinstance(node.value, str):
            return (Text(node.value),)
        return () if node.value is None or node.value is ... else (OTHER,)

    def _lambda(self, module: Module, node: ast.AST) -> Values:
        assert isinstance(node, ast.Lambda)
        return (Function(module, node),)

    def _inner(self, module: Module, node: ast.AST) -> Values:
        return self.values(module, node.value)  # type: ignore[attr-defined]

    def _either(self, module: Module, node: ast.AST) -> Values:
        parts = [node.body, node.orelse] if isinstance(node, ast.IfExp) else node.values  # type: ignore[attr-defined]
        return union(*(self.values(module, part) for part in parts))

    def _binary(self, module: Module, node: ast.AST) -> Values:
        assert isinstance(node, ast.BinOp)
        if isinstance(node.op, (ast.Add, ast.BitOr)):
            left, right = self.values(module, node.left), self.values(module, node.right)
            both = union(left, right)
            if all(isinstance(v, (Display, Many, Shape)) for v in both):
                return both
            if isinstance(node.op, ast.BitOr):  # a type alias: ``Db = Client | None``
                classes = [v for v in both if isinstance(v, (Ref, Class)) and not str(getattr(v, "path", "")).startswith("builtins.")]
                if classes:
                    return self.annotation(module, node)
        return (OTHER,)

    def _display(self, module: Module, node: ast.AST) -> Values:
        assert isinstance(node, ast.expr)
        return (Display(module, node),)

    def _comprehension(self, module: Module, node: ast.AST) -> Values:
        element = node.value if isinstance(node, ast.DictComp) else node.elt  # type: ignore[attr-defined]
        return (Many(self.values(module, element), keyed=isinstance(node, ast.DictComp)),)

    def _nothing(self, module: Module, node: ast.AST) -> Values:
        return ()


def _deferred(module: Module, node: ast.AST) -> bool:
    """Whether the expression is an annotation, or in a string: evaluated when all names are bound."""
    parent = module.parents.get(node)
    while parent is not None and node not in module.fields:
        if isinstance(parent, (ast.arg, ast.Constant)):
            return True
        if node is getattr(parent, "annotation", None) or node is getattr(parent, "returns", None):
            return True
        node, parent = parent, module.parents.get(parent)
    return False


def _chain_below(node: ast.AST, known: Container[ast.AST | Binding]) -> list[ast.expr]:
    """The receivers of a chain that are not evaluated yet, innermost first."""
    below: list[ast.expr] = []
    while True:
        if isinstance(node, (ast.Attribute, ast.Subscript)):
            node = node.value
        elif isinstance(node, ast.Call):
            node = node.func
        else:
            break
        if node in known:
            break
        below.append(node)
    below.reverse()
    return below


def _may_be_generic(value: Ref) -> bool:
    """Whether a name may be a class, as in ``list[Client]``, and is not a mapping such as ``streamlit.session_state``."""
    owner, _, name = value.path.rpartition(".")
    return owner in ("", "builtins") or name[:1].isupper()
