"""Tree -> Usage*: the places where code touches a Weaviate symbol or a part of a v3 result."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property

from . import surface
from .inference import evidence, shapes
from .inference.annotations import parse_quoted
from .inference.bindings import Module
from .inference.evaluate import Evaluator
from .inference.members import DEEPEST, class_scope
from .inference.names import dotted, terminal
from .inference.scopes import FORMATTED, INSERTED
from .inference.values import Class, Instance, Local, Object, Ref, Shape, Text, Value
from .patterns import pattern
from .records import record
from .registry import Registry, Rule

TYPE_CHECKING = False  # as in typing
if TYPE_CHECKING:
    from typing import Any

_ROUNDS = 4  # what evidence tells of one receiver can tell of the next
_STRING_TARGETS = frozenset("patch dict setattr delattr multiple stub spy wrap_function_wrapper resolve_path import_module".split())
_NAMED_MEMBER = frozenset("getattr setattr delattr object spy stub".split())
_BATCH, _OPENER = "weaviate.batch.Batch", "weaviate.collections.batch.client._BatchClientWrapper"  # ``client.batch`` in v3, in v4
_TARGET = pattern(r"(?:^|\.)(weaviate(?:\.\w+){1,20})$")
_QUOTED = pattern(r"weaviate(?:\.\w+){1,20}[\"']")  # without one there is no such string


@record(eq=False)
class Usage:
    """One place. ``symbol`` is canonical, ``accessed`` the path under which the code reaches it; ``shape`` is set
    instead for a part of a result or argument. ``node`` carries the place, ``name`` the text that stands there."""

    symbol: str
    node: ast.AST
    name: str
    accessed: str = ""
    shape: str = ""
    call: ast.Call | None = None
    receiver: ast.expr | None = None
    guarded: bool = False
    line: int = 0
    column: int = 0
    links: Sequence[Usage] = ()  # the rest of its chain
    rule: Rule | None = None  # what speaks to it

    @property
    def owner(self) -> str:
        """The class or module of the symbol."""
        return self.symbol.rpartition(".")[0]


class Usages:
    """Collects the usages of one module."""

    def __init__(self, engine: Evaluator, module: Module, registry: Registry) -> None:
        self.engine, self.module, self.registry = engine, module, registry
        self.found: list[Usage] = []
        self.unknown: list[ast.Attribute] = []
        self.spoken = False  # whether v3 is seen in the file

    def collect(self) -> list[Usage]:
        """All usages, in no particular order."""
        for _ in range(_ROUNDS):
            self.found, self.unknown = [], []
            self.seen()
            self.found = [u for u in self.found if u.symbol != "weaviate.Client.batch" or not self._is_new_batch(u.node)]
            symbols = [usage.symbol for usage in self.found]
            if not self.module.assume(evidence.assumptions(self.engine, self.module, self.unknown, symbols)):
                break
        self.spoken = any(evidence.only_v3(usage.symbol) for usage in self.found)
        self.parts()
        return self.found

    def seen(self) -> None:
        """Usages of symbols, as far as the receivers are known."""
        self.imports()
        self.names()
        for node in self.module.attributes:
            if node.attr in self.registry.names:
                self.attribute(node)
        self.quoted()
        self.entered()
        self.calls()
        self.strings()

    def add(self, symbol: str, node: ast.AST, name: str, accessed: str = "", **more: Any) -> None:
        usage = Usage(symbol, node, name, accessed or symbol, **more)
        if not usage.line:
            usage.line, usage.column = self.place(node)
        self.found.append(usage)

    def place(self, node: ast.AST) -> tuple[int, int]:
        """Line and 0-based character column of the name that ``node`` ends in (attributes) or starts with."""
        source = self.module.source
        if isinstance(node, ast.Attribute):
            line, end = node.end_lineno or node.lineno, node.end_col_offset or 0
            return line, max(0, source.column(line, end) - len(node.attr))
        line = getattr(node, "lineno", 1)
        return line, source.column(line, getattr(node, "col_offset", 0))

    # -- names and members ----------------------------------------------------------------------------------------

    def imports(self) -> None:
        for statement in self.module.imports:
            level = statement.level if isinstance(statement, ast.ImportFrom) else 0
            if level:
                continue
            for alias in statement.names:
                path = f"{statement.module}.{alias.name}" if isinstance(statement, ast.ImportFrom) else alias.name
                top = path.split(".")[0]
                if top != "weaviate" and top not in self.registry.external:
                    continue
                base = statement.module or "" if isinstance(statement, ast.ImportFrom) else alias.name
                if not self.engine.project.has(self.module, base):
                    self.path(path, alias, alias.name)

    def path(self, path: str, node: ast.AST, name: str, **more: Any) -> None:
        """A dotted path outside the checkout, as the code has it; its longest part that a surface knows, or itself where a rule does."""
        if not path.startswith("weaviate."):
            if path in self.registry.by_symbol or path in self.registry.parameters:
                self.add(path, node, name, **more)
            return
        while "." in path:
            found = surface.find(path)
            if found is not None:
                self.add(found.symbol, node, name, accessed=path, **more)
                return
            path = path.rpartition(".")[0]

    def names(self) -> None:
        """Loads of names that an import binds to a symbol of its own (``from weaviate import Client``)."""
        for bound, paths in self._imported().items():
            for use in self.module.names.get(bound, ()):
                refs = {v.path for v in self.engine.values(self.module, use) if isinstance(v, Ref)}
                for path in paths:
                    if refs & {path, canonical_of(path)}:
                        self.path(path, use, use.id, call=self._call(use))

    def _imported(self) -> dict[str, dict[str, None]]:
        """The names that ``from`` imports bind, anywhere in the file, and the paths that they bring."""
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for statement in self.module.imports:
            if not isinstance(statement, ast.ImportFrom) or statement.level:
                continue
            top = (statement.module or "").split(".")[0]
            if top != "weaviate" and top not in self.registry.external:
                continue
            for alias in statement.names:
                for name in (alias.asname or alias.name,) if alias.name != "*" else self._starred(statement.module or ""):
                    found[name][f"{statement.module}.{name if alias.name == '*' else alias.name}"] = None
        return found

    def _starred(self, module: str) -> list[str]:
        """The names that a star import of a module outside the checkout brings."""
        own = self.module.scope.names
        return [name for name in self.module.names if name not in own and surface.find(f"{module}.{name}") is not None]

    def _call(self, node: ast.AST) -> ast.Call | None:
        parent = self.module.parents.get(node)
        return parent if isinstance(parent, ast.Call) and parent.func is node else None

    def attribute(self, node: ast.Attribute) -> None:
        values = self.engine.values(self.module, node.value)
        if len(values) > 1 and any(self._has_in_v4(value, node.attr) for value in values):  # of two clients, v4's has it as well
            values = tuple(value for value in values if self._has_in_v4(value, node.attr))
        known = False
        for value in values:
            known = self.member(value, node) or known
        if not known:
            self.unknown.append(node)

    def _has_in_v4(self, value: Value, name: str) -> bool:
        cls = self.base(value, name)
        found = surface.find_member(cls, name) if cls is not None else None
        return found is not None and found.client == "v4"

    def member(self, value: Value, node: ast.Attribute) -> bool:
        """Note the member that ``node`` takes of ``value``; whether the value is known to have one."""
        if isinstance(value, Ref):
            path = f"{value.path}.{node.attr}"
            if value.path.startswith("weaviate") or path in self.registry.by_symbol:
                self.path(path, node, node.attr, call=self._call(node), receiver=node.value)
                return True
            return False
        cls = self.base(value, node.attr)
        if isinstance(value, Instance) and (path := f"{value.cls}.{node.attr}") in self.registry.by_symbol and cls is None:
            self.add(path, node, node.attr, call=self._call(node), receiver=node.value)
            return True
        if cls is None:
            return isinstance(value, (Class, Object, Local)) and bool(self.engine.member(value, node.attr))
        found, call = surface.find_member(cls, node.attr), self._call(node)
        if cls == _BATCH and self._is_new_batch(node.value):
            return True
        if found is None:
            return True
        symbol = found.symbol
        if cls == _OPENER and isinstance(node.ctx, ast.Store) and (old := surface.load("v3").member(_BATCH, node.attr)) is not None:
            symbol = old  # v3's setting ``dynamic``, where v4 has a method
        self.add(symbol, node, node.attr, call=call, receiver=node.value)
        return True

    def _is_new_batch(self, node: ast.AST) -> bool:
        """Whether a member is asked of ``client.batch`` that v4 has alone; v3's setting ``dynamic`` is a method in v4."""
        parent = self.module.parents.get(node)
        if not isinstance(parent, ast.Attribute) or surface.load("v4").member(_OPENER, parent.attr) is None:
            return False
        old = surface.load("v3").member(_BATCH, parent.attr)
        return old is None or (self._call(parent) is not None and surface.load("v3").types(old) == ["bool"])

    def base(self, value: Value, name: str, depth: int = 0) -> str | None:
        """The Weaviate class that answers for member ``name`` of a value: not where a user's subclass has its own."""
        if isinstance(value, Instance):
            return value.cls if value.cls.startswith("weaviate.") else None
        if isinstance(value, Object) and depth < DEEPEST:
            scope = class_scope(value.cls)
            if scope is not None and name in scope.names:
                return None
            for expression in value.cls.node.bases:
                for inner in self.engine.values(value.cls.module, expression):
                    if isinstance(inner, Ref) and inner.path.startswith("weaviate."):
                        return inner.path
                    if isinstance(inner, Class) and inner.node is not value.cls.node:
                        if (cls := self.base(Object(inner), name, depth + 1)) is not None:
                            return cls
        return None

    def quoted(self) -> None:
        """String annotations."""
        for annotation in self.module.annotations:
            for text in _quoted_types(annotation):
                parsed = parse_quoted(self.module, text)
                for inner in ast.walk(parsed) if parsed is not None else ():
                    if isinstance(inner, ast.Attribute) and inner.attr in self.registry.names:
                        self.attribute(inner)
                    elif isinstance(inner, ast.Name) and inner.id in self.registry.names:
                        for value in self.engine.values(self.module, inner):
                            if isinstance(value, Ref):
                                self.path(value.path, inner, inner.id)

    def entered(self) -> None:
        """``with client.batch as batch``: objects whose ``__enter__`` a rule knows."""
        for item in self.module.entered:
            for value in self.engine.values(self.module, item.context_expr):
                cls = self.base(value, "__enter__")
                found = surface.find_member(cls, "__enter__") if cls is not None else None
                if found is not None and found.client == "v3" and found.symbol in self.registry.by_symbol:
                    node: ast.AST = item.context_expr
                    if isinstance(node, ast.Call):
                        continue  # called: ``__call__`` or the method speaks
                    name = terminal(node) or ""
                    self.add(found.symbol, node, name, receiver=getattr(node, "value", node))

    def calls(self) -> None:
        """Called objects, and members named by a string."""
        for name, calls in self.module.calls_by_name.items():
            for call in calls if name in _NAMED_MEMBER else ():
                if len(call.args) > 1:
                    self.named_member(call)
            for call in calls if "batch" in name or name in self._batches else ():
                self.called(call, name)

    @cached_property
    def _batches(self) -> set[str]:
        """The names and attributes that are bound to something's ``batch``."""
        bound = (self.module.parents.get(node) for node in self.module.attributes if node.attr == "batch")
        targets = (target for parent in bound if isinstance(parent, ast.Assign) for target in parent.targets)
        return {name for target in targets if (name := terminal(target)) is not None}

    def called(self, call: ast.Call, name: str) -> None:
        """A called object: ``client.batch(...)``."""
        if isinstance(call.func, ast.Attribute) and name != "batch" and name not in self._batches:
            return
        for value in self.engine.values(self.module, call.func):
            cls = self.base(value, "__call__")
            found = surface.find_member(cls, "__call__") if cls is not None else None
            if found is not None and found.symbol in self.registry.by_symbol:
                self.add(found.symbol, call.func, name, call=call, receiver=getattr(call.func, "value", call.func))

    def named_member(self, call: ast.Call) -> None:
        names = self.engine.values(self.module, call.args[1])
        if len(names) != 1:  # of a table of names, no one can be said to belong to this object
            return
        for base in self.engine.values(self.module, call.args[0]):
            for name in names:
                if not isinstance(name, Text) or not name.text.isidentifier():
                    continue
                if isinstance(base, Ref):
                    self.path(f"{base.path}.{name.text}", call.args[1], name.text)
                elif (cls := self.base(base, name.text)) is not None and (found := surface.find_member(cls, name.text)) is not None:
                    self.add(found.symbol, call.args[1], name.text)

    def strings(self) -> None:
        """Dotted v3 paths in strings: targets of ``mock.patch``, tables of wrapped functions.

        A table that names v4 paths as well is made for both versions.
        """
        if _QUOTED.search(self.module.source.text) is None:
            return
        dual = any(self._only_v4(node.value) for node in self.module.strings)
        for node in self.module.strings:
            text, parent = str(node.value), self.module.parents.get(node)
            match = _TARGET.search(text)
            if match is None or isinstance(parent, (ast.Expr, *FORMATTED, *INSERTED)):
                continue
            target = isinstance(parent, ast.Call) and self._takes_target(parent)
            table = match[1] == text and isinstance(parent, (ast.Dict, ast.List, ast.Tuple, ast.Set))
            if target or table:
                line, column = self.place(node)
                offset = max(self.module.source.segment(node).find(match[1]), 1)
                self.path(match[1], node, match[1], line=line, column=column + offset, guarded=dual and table)

    @staticmethod
    def _only_v4(path: object) -> bool:
        if not isinstance(path, str) or not path.startswith("weaviate."):
            return False
        found = surface.find(path)
        return found is not None and found.client == "v4"

    def _takes_target(self, call: ast.Call) -> bool:
        text = dotted(call.func) or ""
        return terminal(call.func) in _STRING_TARGETS or ".patch" in f".{text}"

    # -- parts of results -----------------------------------------------------------------------------------------

    def parts(self) -> None:
        """Items taken of what v3 calls return."""
        for node in self.module.subscripts:
            if (key := _told(node.slice)) is not None and not isinstance(node.ctx, ast.Store):
                self.part(node, node.value, key, node.slice)
        for call in (*self.module.calls_by_name.get("get", ()), *self.module.calls_by_name.get("pop", ())):
            if isinstance(call.func, ast.Attribute) and call.args:
                if (key := _told(call.args[0])) is not None:
                    self.part(call, call.func.value, key, call.args[0])
        for compare in self.module.comparisons:
            if (key := _told(compare.left)) is not None and isinstance(compare.ops[0], (ast.In, ast.NotIn)):
                self.part(compare, compare.comparators[0], key, compare.left)

    def part(self, node: ast.expr, base: ast.expr, key: str, at: ast.expr) -> None:
        shape = self._shape(base, key)
        if shape == "additional" and self._key_after(node) == "generate":
            shape = "generate-response"
        if shape:
            self.add("", at, key, shape=shape, receiver=base)

    def _shape(self, base: ast.expr, key: str) -> str | None:
        for value in self.engine.values(self.module, base):
            if isinstance(value, Shape):
                part = shapes.part(value.kind, key)
                if part is not None and part.reported:
                    return part.reported
        return evidence.shape(self.engine, self.module, base, key, self.spoken)

    def _key_after(self, node: ast.expr) -> object:
        """The key that is taken of ``node`` in turn."""
        outer: ast.AST | None = self.module.parents.get(node)
        if isinstance(outer, ast.Subscript) and outer.value is node:
            return outer.slice.value if isinstance(outer.slice, ast.Constant) else None
        if isinstance(outer, ast.Attribute) and outer.attr in ("get", "pop"):
            call = self.module.parents.get(outer)
            if isinstance(call, ast.Call) and call.args and isinstance(call.args[0], ast.Constant):
                return call.args[0].value
        return None


def _told(node: ast.expr) -> str | None:
    """The literal key, where a rule speaks to it."""
    key = node.value if isinstance(node, ast.Constant) else None
    return key if isinstance(key, str) and key in shapes.TOLD else None


def _quoted_types(annotation: ast.expr) -> Iterator[ast.Constant]:
    """The strings in an annotation that stand for types: not those of ``Literal``, nor what ``Annotated`` adds."""
    todo: list[ast.AST] = [annotation]
    while todo:
        node = todo.pop()
        if isinstance(node, (ast.Name, ast.Attribute, ast.Call)):
            continue
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node
        elif isinstance(node, ast.Subscript) and terminal(node.value) == "Literal":
            continue
        elif isinstance(node, ast.Subscript) and terminal(node.value) == "Annotated" and isinstance(node.slice, ast.Tuple):
            todo.append(node.slice.elts[0])
        else:
            todo.extend(ast.iter_child_nodes(node))


def canonical_of(path: str) -> str:
    """The canonical path of a dotted path; itself where no surface knows it."""
    found = surface.find(path) if path.startswith("weaviate.") else None
    return found.symbol if found is not None else path
