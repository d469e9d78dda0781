"""Expression -> values: the heart of inference.

Answers are looked for on demand and kept, so that only what leads to Weaviate is ever evaluated.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable

from . import annotations, calls, members, narrowing, parameters
from .bindings import FUNCTIONS, REST, Binding, Module, Scope, dotted, terminal
from .flow import at_end, reaching
from .project import Project
from .values import (
    OTHER,
    Class,
    Display,
    Function,
    Instance,
    Local,
    Manager,
    Many,
    Object,
    Ref,
    Shape,
    Text,
    Value,
    Values,
    union,
)

DEEPEST = 60  # nested questions before an expression is given up: well under Python's own limit


class Evaluator:
    """The engine over one checkout; implements ``engine.Engine``."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self._depth = 0
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
        known = module.memo.get(node)
        if known is not None:
            return known
        if self._depth > DEEPEST:
            return ()
        for inner in _chain_below(node, module.memo):  # inner first: a long chain must not nest as deep as it is long
            self._answer(module, inner)
        return self._answer(module, node)

    def _answer(self, module: Module, node: ast.AST) -> Values:
        if (assumed := module.assumed.get(node)) is not None:
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
        return annotations.read(self, module, node)

    def member(self, value: Value, name: str) -> Values:
        return members.member(self, value, name)

    def called(self, value: Value, module: Module, call: ast.Call | None) -> Values:
        return calls.called(self, value, module, call)

    def elements(self, module: Module, node: ast.expr) -> Values:
        found = self.elements_of(self.values(module, node))
        name = terminal(node)
        stores = module.element_stores.get(name, ()) if name else ()
        same = dotted(node)
        return union(found, *(self.values(module, value) for base, value in stores if dotted(base) == same))

    def elements_of(self, values: Iterable[Value]) -> Values:
        found: list[Value] = []
        for value in values:
            if isinstance(value, Many):
                found.extend(value.items)
            elif isinstance(value, Display):
                found.extend(self._displayed(value, None))
            elif isinstance(value, Shape):
                found.extend(members.item(value, None))
            elif isinstance(value, Manager):  # a generator that was made a context manager elsewhere
                found.extend(value.items)
        return union(found)

    def entered(self, values: Iterable[Value]) -> Values:
        return union(*(members.entered(self, value) for value in values))

    def named(self, module: Module, name: str) -> Values:
        found = self._bound_all(module, module.scope, at_end(module, module.scope, name))
        return found or self._starred(module, name)

    def imported(self, module: Module, dotted: str, level: int, member: str | None) -> Values:
        return members.imported(self, self.project, module, dotted, level, member)

    # -- expressions ----------------------------------------------------------------------------------------------

    def _name(self, module: Module, node: ast.AST) -> Values:
        assert isinstance(node, ast.Name)
        return narrowing.narrowed(self, module, node, self.lookup(module, node, node.id))

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
                if later:
                    found = [*found, *(b for b in at_end(module, scope, name) if b not in found)]
                if found or not scope.is_class:
                    return self._bound_all(module, scope, found)
            if isinstance(scope.node, FUNCTIONS):
                later = True
            anchor, scope = scope.node, scope.parent
        return self._starred(module, name) or (Ref(f"builtins.{name}"),)

    def _starred(self, module: Module, name: str) -> Values:
        stars = module.scope.stars
        return union(*(self.imported(module, star.dotted, star.level, name) for star in stars)) if stars else ()

    def _bound_all(self, module: Module, scope: Scope, bindings: list[Binding]) -> Values:
        return union(*(self.bound(module, scope, binding) for binding in bindings))

    def bound(self, module: Module, scope: Scope, binding: Binding) -> Values:
        """What a binding gives its name."""
        kind, value = binding.kind, binding.value
        if kind == "import":
            return self.imported(module, binding.dotted, binding.level, binding.member)
        if kind == "parameter":
            return parameters.received(self, module, scope, binding)
        if binding.annotation is not None:
            declared = self.annotation(module, binding.annotation)
            if declared and declared != (OTHER,):
                return declared
        if value is None:
            return ()
        if kind == "function":
            return (Function(module, value),) if isinstance(value, FUNCTIONS) else ()
        if kind == "class":
            return (Class(module, value),) if isinstance(value, ast.ClassDef) else ()
        if kind == "pattern":
            return narrowing.captured(self, module, binding)
        if not isinstance(value, ast.expr):
            return ()
        if kind == "caught":
            return self.annotation(module, value)
        if kind == "element":
            found = self.elements(module, value)
        elif kind == "entered":
            found = self.entered(self.values(module, value))
        else:
            found = self.values(module, value)
        for step in binding.path:
            found = self._step(found, step)
        return found

    def _step(self, values: Values, step: int) -> Values:
        if step == REST:
            return (Many(self.elements_of(values)),)
        found: list[Value] = []
        for value in values:
            if isinstance(value, Display) and isinstance(value.node, (ast.Tuple, ast.List)):
                elements = value.node.elts
                if step < len(elements) and not any(isinstance(e, ast.Starred) for e in elements[: step + 1]):
                    found.extend(self.values(value.module, elements[step]))
                    continue
            found.extend(self.elements_of((value,)))
        return union(found)

    def _attribute(self, module: Module, node: ast.AST) -> Values:
        assert isinstance(node, ast.Attribute)
        bases = self.values(module, node.value)
        found = union(*(self.member(base, node.attr) for base in bases))
        if not found or found == (OTHER,):
            found = union(found, members.stored_alike(self, module, node))
        return narrowing.narrowed(self, module, node, found)

    def _call(self, module: Module, node: ast.AST) -> Values:
        assert isinstance(node, ast.Call)
        return calls.result(self, module, node)

    def _subscript(self, module: Module, node: ast.AST) -> Values:
        assert isinstance(node, ast.Subscript)
        bases = self.values(module, node.value)
        if isinstance(node.slice, ast.Slice):
            return bases
        key = node.slice.value if isinstance(node.slice, ast.Constant) else None
        if isinstance(node.slice, ast.UnaryOp) and isinstance(node.slice.operand, ast.Constant):
            key = None
        found: list[Value] = []
        for base in bases:
            if isinstance(base, Shape):
                found.extend(members.item(base, key))
            elif isinstance(base, Display):
                found.extend(self._displayed(base, key))
            elif isinstance(base, Many):
                found.extend(base.items)
            elif isinstance(base, (Ref, Class)):  # Generic[T], list[Client] as a value
                found.extend(self.annotation(module, node) if isinstance(base, Ref) else (base,))
        name = terminal(node.value)
        if name in module.element_stores:
            found.extend(self.elements(module, node.value))
        return union(found)

    def _displayed(self, display: Display, key: object) -> Values:
        node, module = display.node, display.module
        if isinstance(node, ast.Dict):
            chosen = [
                v for k, v in zip(node.keys, node.values)
                if key is None or k is None or not isinstance(k, ast.Constant) or k.value == key
            ]  # fmt: skip
            return union(*(self.values(module, value) for value in chosen))
        elements: list[ast.expr] = getattr(node, "elts", [])
        if isinstance(key, int) and key < len(elements) and not any(isinstance(e, ast.Starred) for e in elements):
            return self.values(module, elements[key])
        found = [
            self.elements_of(self.values(module, e.value)) if isinstance(e, ast.Starred) else self.values(module, e)
            for e in elements[:50]
        ]
        return union(*found)

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
        return (Many(self.values(module, element)),)

    def _nothing(self, module: Module, node: ast.AST) -> Values:
        return ()


def _chain_below(node: ast.AST, known: dict[ast.AST, Values]) -> list[ast.expr]:
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


__all__ = ["Evaluator", "Instance", "Local", "Object"]
