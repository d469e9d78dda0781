"""A module: its scopes, the names that they bind, and the places of interest."""

from __future__ import annotations

import ast
import bisect
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping
from functools import cached_property, wraps

from .names import literal, terminal
from .scopes import FUNCTIONS, Binding, Scope
from .walk import Walk

TYPE_CHECKING = False  # as in typing
if TYPE_CHECKING:
    from typing import Any, Concatenate, ParamSpec, TypeVar

    from ..source import Source

    P = ParamSpec("P")
    T = TypeVar("T")

_FAR = 20  # steps up the tree after which what was found is kept for the next


def _line(node: ast.Call) -> int:
    return node.lineno


class Module:
    """A module's scopes, bindings and places of interest; ``memo`` keeps what was inferred of its expressions."""

    def __init__(self, source: Source, name: str = "") -> None:
        self.source = source
        self.name = name
        self.parents: dict[ast.AST, ast.AST] = {}
        self.fields: dict[ast.AST, str] = {}  # statement, handler or case -> the block of its parent it stands in
        self.roots: dict[ast.AST, Scope] = {}
        self.scope = Scope(source.tree, None)
        self.attributes: list[ast.Attribute] = []
        self.subscripts: list[ast.Subscript] = []
        self.calls: list[ast.Call] = []
        self.calls_by_name: dict[str, list[ast.Call]] = defaultdict(list)
        self.checks: dict[str, list[ast.Call]] = defaultdict(list)  # dotted text -> ``isinstance`` of it
        self.leaves: list[ast.Name] = []
        self.literals: list[ast.Constant] = []
        self.comparisons: list[ast.Compare] = []
        self.entered: list[ast.withitem] = []
        self.imports: list[ast.Import | ast.ImportFrom] = []
        self.imported: set[str] = set()  # names that an import statement binds, in whatever scope
        self.classes: list[ast.ClassDef] = []
        self.heirs: dict[str, list[ast.ClassDef]] = defaultdict(list)  # name of a base -> classes
        self.matches: list[ast.Match] = []
        self.handlers: list[ast.ExceptHandler] = []
        self.annotations: list[ast.expr] = []
        self.defined: set[str] = set()  # names of functions and methods defined here
        self.returned: dict[ast.AST, list[ast.expr]] = defaultdict(list)
        self.yielded: dict[ast.AST, list[ast.expr]] = defaultdict(list)
        self.attribute_stores: dict[str, list[tuple[ast.Attribute, Binding]]] = defaultdict(list)
        self.element_stores: dict[str, list[tuple[ast.expr, ast.expr, object]]] = defaultdict(list)  # base, element, key
        self.handed: dict[str, list[ast.expr]] = defaultdict(list)  # functions given to what will call them
        self.memo: dict[ast.AST | Binding, Any] = {}  # what was inferred of an expression or parameter: ``values.Values``
        self.assumed: dict[ast.AST, Any] = {}  # what evidence says of expressions whose origin can't be seen
        self.found: dict[Hashable, Any] = {}  # what ``once`` keeps
        self._tops: dict[ast.AST, ast.AST] = {}
        Walk(self).run()

    @cached_property
    def names(self) -> dict[str, list[ast.Name]]:
        """The loads of each name."""
        found = defaultdict(list)
        for node in self.leaves:
            if isinstance(node.ctx, ast.Load):
                found[node.id].append(node)
        return found

    @cached_property
    def attributes_named(self) -> dict[str, list[ast.Attribute]]:
        """The attributes by their name."""
        found = defaultdict(list)
        for node in self.attributes:
            found[node.attr].append(node)
        return found

    def calls_between(self, first: int, last: int) -> list[ast.Call]:
        """The calls that begin in the lines between two lines."""
        start, end = bisect.bisect_right(self._calls, first, key=_line), bisect.bisect_left(self._calls, last, key=_line)
        return self._calls[start:end]

    @cached_property
    def _calls(self) -> list[ast.Call]:
        return sorted(self.calls, key=_line)

    @cached_property
    def augmented(self) -> set[int]:
        """Of which variables ``+=`` and the like change the value: the ids of their ``bindings_of``."""
        scopes = {id(scope): scope for scope in self.roots.values()}.values()
        every = (bindings for scope in scopes for bindings in scope.names.values())
        return {id(bindings) for bindings in every if any(isinstance(b.node, ast.AugAssign) for b in bindings)}

    @cached_property
    def strings(self) -> list[ast.Constant]:
        """The string literals that speak of Weaviate."""
        return [node for node in self.literals if isinstance(node.value, str) and "eaviate" in node.value]

    def assume(self, values: Mapping[ast.AST, Any]) -> bool:
        """Take these for the expressions' values from now on; whether that is news."""
        news = {node: found for node, found in values.items() if node not in self.assumed}
        self.assumed.update(news)
        if news:
            self.memo.clear()
        return bool(news)

    def store(self, base: ast.expr, element: ast.expr, key: ast.expr | None) -> None:
        """Note that ``element`` is put into the container ``base``; its key is kept where it is a literal."""
        if (name := terminal(base)) is not None:
            self.element_stores[name].append((base, element, literal(key)))

    def scope_of(self, node: ast.AST) -> Scope:
        """The scope in which ``node`` is evaluated."""
        roots, parents = self.roots, self.parents
        first, steps = node, 0
        while node not in roots:
            node = parents[node]
            steps += 1
        scope = roots[node]
        if steps > _FAR:
            roots[first] = scope
            for _ in range(_FAR):  # a sum of a thousand parts is a thousand deep: its names ask one after the other
                first = parents[first]
                roots[first] = scope
        return scope

    def ancestors(self, node: ast.AST) -> Iterator[ast.AST]:
        """The node's parents, inner first."""
        parents = self.parents
        while (parent := parents.get(node)) is not None:
            yield parent
            node = parent

    def bindings_of(self, node: ast.Name) -> list[Binding]:
        """All bindings of the name in the scope that binds it, whether or not they reach ``node``."""
        scope: Scope | None = self.scope_of(node) if node in self.parents else self.scope
        while scope is not None and node.id not in scope.names:
            scope = scope.parent
        return scope.names[node.id] if scope is not None else []

    def loads_of(self, node: ast.Name) -> list[ast.Name]:
        """All places of the file that read the variable which ``node`` reads or binds."""
        return self._loads.get(id(self.bindings_of(node)), [])

    def loads_in(self, scope: Scope, name: str) -> list[ast.Name]:
        """The same of a variable that ``scope`` binds."""
        return self._loads.get(id(scope.names[name]), []) if name in scope.names else []

    @cached_property
    def _loads(self) -> dict[int, list[ast.Name]]:
        found: dict[int, list[ast.Name]] = defaultdict(list)
        for nodes in self.names.values():
            for node in nodes:
                if bindings := self.bindings_of(node):
                    found[id(bindings)].append(node)
        return found

    def top(self, node: ast.AST) -> ast.AST:
        """The outermost attribute, call or item of the chain that goes on from ``node``."""
        passed = []
        while node not in self._tops:
            passed.append(node)
            parent: Any = self.parents.get(node)
            kind = parent.__class__
            if kind is not ast.Attribute and kind is not ast.Await:
                part = parent.func if kind is ast.Call else parent.value if kind is ast.Subscript else None
                if part is not node:
                    self._tops[node] = node
                    break
            node = parent
        top = self._tops[node]
        self._tops.update(dict.fromkeys(passed, top))
        return top

    def function_of(self, scope: Scope | None) -> Scope | None:
        """The nearest function or lambda scope around, ``scope`` itself included."""
        while scope is not None and not isinstance(scope.node, FUNCTIONS):
            scope = scope.parent
        return scope


def once(function: Callable[Concatenate[Module, P], T]) -> Callable[Concatenate[Module, P], T]:
    """Keep what a function finds of a module as long as the module is there; its arguments are hashable."""

    @wraps(function)
    def kept(module: Module, /, *args: P.args, **kwargs: P.kwargs) -> T:
        key = (function, *args)
        if key not in module.found:
            module.found[key] = function(module, *args, **kwargs)
        found: T = module.found[key]
        return found

    return kept
