"""One version of weaviate-client as syntax trees: modules, scopes, and what a name in them stands for."""

from __future__ import annotations

import ast
import zipfile
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

ROOT = "weaviate"
SKIPPED = ("weaviate.proto", "weaviate.agents", "weaviate.conftest")
FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef


def is_public(path: str) -> bool:
    """Say whether no component of a dotted path starts with an underscore."""
    return not any(part.startswith("_") for part in path.split("."))


@dataclass
class Import:
    """`import a.b as c` (name None) or `from a.b import name`, with the module's absolute name."""

    module: str
    name: str | None
    typing_only: bool = False


@dataclass
class Function:
    """A function or method: its overloads, if any, and the definition itself (last)."""

    nodes: list[FunctionNode]
    scope: Scope

    @property
    def node(self) -> FunctionNode:
        """The last definition, which is the one that runs."""
        return self.nodes[-1]

    @property
    def overloads(self) -> list[FunctionNode]:
        """The `@overload` definitions."""
        return [node for node in self.nodes if "overload" in decorators(node)]

    def has(self, name: str) -> bool:
        """Say whether some definition carries this decorator."""
        return any(name in decorators(node) for node in self.nodes)


@dataclass
class Class:
    """A class: its node, the scope it stands in, and the scope it makes."""

    node: ast.ClassDef
    scope: Scope
    body: Scope
    stub: Class | None = None

    @property
    def key(self) -> str:
        """`module:Outer.Inner`, unique within a version."""
        return f"{self.body.module.name}:{self.body.qualname}"

    def __hash__(self) -> int:
        return hash(self.key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Class) and other.key == self.key


@dataclass
class Variable:
    """A name with a value and/or an annotation."""

    value: ast.expr | None
    annotation: ast.expr | None
    scope: Scope
    name: str


Binding = Import | Function | Class | Variable


@dataclass
class Scope:
    """The names that a module or a class binds."""

    module: Module
    qualname: str = ""
    parent: Scope | None = None
    names: dict[str, Binding] = field(default_factory=dict)
    stars: list[str] = field(default_factory=list)


@dataclass
class Module:
    """A module of the package, with its stub where one stands beside it."""

    name: str
    is_package: bool
    tree: ast.Module
    package: Package
    stub: Module | None = None
    scope: Scope = field(init=False)

    def __post_init__(self) -> None:
        self.scope = Scope(self)
        _fill(self.scope, self.tree.body, False)

    @cached_property
    def exports(self) -> set[str]:
        """The names in `__all__`, empty without one."""
        found: set[str] = set()
        for node in self.tree.body:
            if isinstance(node, ast.Assign) and any(
                isinstance(t, ast.Name) and t.id == "__all__" for t in node.targets
            ):
                for item in ast.walk(node.value):
                    if isinstance(item, ast.Constant) and isinstance(item.value, str):
                        found.add(item.value)
        return found

    def absolute(self, module: str | None, level: int) -> str:
        """Turn the module part of a `from` import into an absolute name."""
        if not level:
            return module or ""
        parts = self.name.split(".")
        drop = level - 1 if self.is_package else level
        parts = parts[: len(parts) - drop] if drop else parts
        return ".".join(parts + ([module] if module else []))


def decorators(node: FunctionNode | ast.ClassDef) -> set[str]:
    """Return the last components of the decorators' names."""
    found = set()
    for item in node.decorator_list:
        target = item.func if isinstance(item, ast.Call) else item
        if isinstance(target, ast.Attribute):
            found.add(target.attr)
        elif isinstance(target, ast.Name):
            found.add(target.id)
    return found


def _is_typing_guard(test: ast.expr) -> bool:
    return "TYPE_CHECKING" in ast.unparse(test)


def _fill(scope: Scope, body: list[ast.stmt], typing_only: bool) -> None:
    for node in body:
        if isinstance(node, ast.ClassDef):
            inner = Scope(scope.module, f"{scope.qualname}.{node.name}".lstrip("."), scope)
            _fill(inner, node.body, typing_only)
            scope.names[node.name] = Class(node, scope, inner)
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            known = scope.names.get(node.name)
            if isinstance(known, Function) and (known.has("overload") or "setter" in decorators(node)):
                if "setter" not in decorators(node) and "deleter" not in decorators(node):
                    known.nodes.append(node)
            else:
                scope.names[node.name] = Function([node], scope)
        elif isinstance(node, ast.Import):
            for item in node.names:
                name = item.asname or item.name.split(".")[0]
                scope.names[name] = Import(item.name if item.asname else name, None, typing_only)
        elif isinstance(node, ast.ImportFrom):
            module = scope.module.absolute(node.module, node.level)
            for item in node.names:
                if item.name == "*":
                    scope.stars.append(module)
                else:
                    scope.names[item.asname or item.name] = Import(module, item.name, typing_only)
        elif isinstance(node, ast.Assign):
            for target in node.targets:
                if isinstance(target, ast.Name):
                    scope.names[target.id] = Variable(node.value, None, scope, target.id)
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            scope.names[node.target.id] = Variable(node.value, node.annotation, scope, node.target.id)
        elif isinstance(node, ast.If):
            _fill(scope, node.body, typing_only or _is_typing_guard(node.test))
            _fill(scope, node.orelse, typing_only)
        elif isinstance(node, ast.Try):
            for handler in node.handlers:
                _fill(scope, handler.body, typing_only)
            _fill(scope, node.orelse + node.finalbody, typing_only)
            _fill(scope, node.body, typing_only)
        elif isinstance(node, ast.With):
            _fill(scope, node.body, typing_only)


class Package:
    """All modules of one version, read from its wheel."""

    def __init__(self, version: str, wheel: Path) -> None:
        self.version = version
        self.modules: dict[str, Module] = {}
        sources: dict[str, tuple[str, bool]] = {}
        stubs: dict[str, str] = {}
        with zipfile.ZipFile(wheel) as archive:
            for name in archive.namelist():
                path = Path(name)
                if path.parts[0] != ROOT or path.suffix not in (".py", ".pyi") or "_pb2" in path.name:
                    continue
                parts = list(path.with_suffix("").parts)
                is_package = parts[-1] == "__init__"
                module = ".".join(parts[:-1] if is_package else parts)
                if any(module == skip or module.startswith(skip + ".") for skip in SKIPPED):
                    continue
                text = archive.read(name).decode()
                if path.suffix == ".py":
                    sources[module] = (text, is_package)
                else:
                    stubs[module] = text
        for name, (text, is_package) in sorted(sources.items()):
            module_ = Module(name, is_package, ast.parse(text), self)
            if name in stubs:
                module_.stub = Module(name, is_package, ast.parse(stubs[name]), self)
                for key, stub in module_.stub.scope.names.items():
                    own = module_.scope.names.get(key)
                    if isinstance(own, Class) and isinstance(stub, Class):
                        own.stub = stub
            self.modules[name] = module_

    @property
    def minor(self) -> str:
        """`3.26` for 3.26.7."""
        return ".".join(self.version.split(".")[:2])

    def lookup(self, module: str, name: str, seen: frozenset[tuple[str, str]] = frozenset()) -> Binding | Module | None:
        """Find what `module.name` stands for, following imports inside the package.

        Returns an Import for what comes from outside, None for what can't be found.
        """
        if (module, name) in seen or module not in self.modules:
            return None
        seen |= {(module, name)}
        scope = self.modules[module].scope
        binding = scope.names.get(name)
        if binding is None:
            for star in scope.stars:
                found = self.lookup(star, name, seen)
                if found is not None and not name.startswith("_"):
                    return found
            return self.modules.get(f"{module}.{name}")
        return self.follow(binding, seen)

    def follow(
        self, binding: Binding | None, seen: frozenset[tuple[str, str]] = frozenset()
    ) -> Binding | Module | None:
        """Follow imports and plain `A = B` assignments from a binding to what is behind it."""
        if isinstance(binding, Import):
            if binding.module.split(".")[0] != ROOT:
                return binding
            if binding.name is None:
                return self.modules.get(binding.module)
            found = self.lookup(binding.module, binding.name, seen)
            return found if found is not None else self.modules.get(f"{binding.module}.{binding.name}")
        if isinstance(binding, Variable) and isinstance(binding.value, ast.Name | ast.Attribute):
            found = self.resolve(binding.value, binding.scope, seen, skip=binding)
            return found if isinstance(found, Class | Function) else binding
        return binding

    def resolve(
        self,
        node: ast.expr,
        scope: Scope,
        seen: frozenset[tuple[str, str]] = frozenset(),
        skip: Binding | None = None,
    ) -> Binding | Module | None:
        """Find what a `Name` or dotted `Attribute` stands for, read in `scope`."""
        if isinstance(node, ast.Name):
            here: Scope | None = scope
            while here is not None:
                binding = here.names.get(node.id)
                if binding is not None and binding is not skip:
                    return self.follow(binding, seen)
                if here.parent is None:
                    return self.lookup(here.module.name, node.id, seen) if binding is None else None
                here = here.parent
            return None
        if isinstance(node, ast.Attribute):
            base = self.resolve(node.value, scope, seen, skip)
            if isinstance(base, Module):
                return self.lookup(base.name, node.attr, seen)
            if isinstance(base, Class):
                found = base.body.names.get(node.attr)
                return self.follow(found, seen)
            if isinstance(base, Import):
                prefix = base.module if base.name is None else f"{base.module}.{base.name}"
                return Import(prefix, node.attr)
        return None

    def bases(self, klass: Class) -> list[Class | str]:
        """Return a class's bases: classes of the package, or dotted names from elsewhere."""
        found: list[Class | str] = []
        for base in klass.node.bases:
            target = base.value if isinstance(base, ast.Subscript) else base
            item = self.resolve(target, klass.scope)
            if isinstance(item, Class):
                found.append(item)
            elif isinstance(item, Variable) and isinstance(item.value, ast.Subscript):
                inner = self.resolve(item.value.value, item.scope)
                if isinstance(inner, Class):
                    found.append(inner)
            elif isinstance(item, Import):
                name = item.module if item.name is None else f"{item.module}.{item.name}"
                if name not in ("typing.Generic", "abc.ABC", "typing.Protocol"):
                    found.append(name)
            elif isinstance(target, ast.Name):
                found.append(target.id)
        return found

    def ancestry(self, klass: Class) -> list[Class | str]:
        """Return the class and everything it inherits from, nearest first."""
        order: list[Class | str] = [klass]
        for base in self.bases(klass):
            for item in self.ancestry(base) if isinstance(base, Class) else [base]:
                if item in order:
                    order.remove(item)
                order.append(item)
        return order
