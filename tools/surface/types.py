"""Annotations, docstrings and expressions turned into type names.

A type is a string: `@module:Class` for a class of the package (later replaced by its canonical path), else a plain
name such as `dict`, `str`, `None`.
"""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass, field
from typing import Protocol
from weakref import WeakKeyDictionary

from tools.surface.package import Class, Function, FunctionNode, Import, Module, Package, Scope, Variable, decorators

WRAPPERS = {"Annotated", "ClassVar", "Final", "Awaitable", "Required", "NotRequired"}
PLAIN = {
    "List": "list", "Dict": "dict", "Tuple": "tuple", "Set": "set", "FrozenSet": "frozenset", "Type": "type",
    "Sequence": "list", "Mapping": "dict", "MutableMapping": "dict", "DefaultDict": "dict", "Deque": "deque",
    "Text": "str", "integer": "int", "string": "str", "boolean": "bool", "numbers.Real": "float", "Real": "float",
}  # fmt: skip
_ATTRIBUTES: WeakKeyDictionary[Package, dict[str, dict[str, Types]]] = WeakKeyDictionary()
PROSE = re.compile(r"^[A-Za-z_][\w.]*(\[.*\])?$")


@dataclass
class Types:
    """What an expression can be, and what it holds where it is a container."""

    names: list[str] = field(default_factory=list)
    items: list[str] = field(default_factory=list)

    def add(self, other: Types) -> Types:
        """Add another's names and items, in order and without repeats."""
        self.names += [name for name in other.names if name not in self.names]
        self.items += [name for name in other.items if name not in self.items]
        return self


def from_annotation(
    node: ast.expr | None,
    scope: Scope,
    package: Package,
    owner: Class | None = None,
    arguments: dict[str, Types] | None = None,
    depth: int = 0,
) -> Types:
    """Read an annotation in a scope; `arguments` says what a generic's type variables stand for."""
    if node is None or depth > 12:
        return Types()

    def again(inner: ast.expr, where: Scope = scope) -> Types:
        return from_annotation(inner, where, package, owner, arguments, depth + 1)

    if isinstance(node, ast.Constant):
        if node.value is None:
            return Types(["None"])
        if isinstance(node.value, str):
            try:
                return again(ast.parse(node.value.strip(), mode="eval").body)
            except SyntaxError:
                return Types()
        return Types()
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
        return again(node.left).add(again(node.right))
    if isinstance(node, ast.List | ast.Tuple):
        found = Types()
        for item in node.elts:
            found.add(again(item))
        return found
    if isinstance(node, ast.Subscript):
        return _subscript(node, scope, package, owner, again)
    if not isinstance(node, ast.Name | ast.Attribute):
        return Types()
    if isinstance(node, ast.Name) and arguments and node.id in arguments:
        return arguments[node.id]
    target = package.resolve(node, scope)
    if isinstance(target, Class):
        return Types([f"@{target.key}"])
    if isinstance(target, Variable):
        if target.value is not None and is_specialised(target, package):
            return Types([f"@{target.scope.module.name}:{target.name}"])
        if isinstance(target.value, ast.Call):
            return _type_variable(target, package, owner, depth)
        if target.value is not None:
            return from_annotation(target.value, target.scope, package, owner, None, depth + 1)
        return Types()
    dotted = ast.unparse(node)
    if isinstance(target, Import):
        dotted = target.module if target.name is None else f"{target.module}.{target.name}"
    if isinstance(target, Module):
        return Types()
    short = dotted.removeprefix("typing.").removeprefix("typing_extensions.").removeprefix("builtins.")
    short = short.removeprefix("collections.abc.")
    if short in ("Self",) and owner is not None:
        return Types([f"@{owner.key}"])
    if short in ("Union", "Optional", "Literal", "Generic"):
        return Types()
    return Types([PLAIN.get(short, short)])


def _subscript(node: ast.Subscript, scope: Scope, package: Package, owner: Class | None, again: _Again) -> Types:
    target = package.resolve(node.value, scope)
    name = ast.unparse(node.value).split(".")[-1]
    if isinstance(target, Class):
        return Types([f"@{target.key}"])
    if isinstance(target, Variable):
        outer = again(node.value)
        if name in ("Result", "ExecutorResult"):
            return again(node.slice)
        return outer
    parts = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
    if name == "Union":
        found = Types()
        for part in parts:
            found.add(again(part))
        return found
    if name == "Optional":
        return again(node.slice).add(Types(["None"]))
    if name == "Literal":
        return Types(sorted({"None" if p.value is None else type(p.value).__name__ for p in parts
                             if isinstance(p, ast.Constant)}))  # fmt: skip
    if name in WRAPPERS:
        return again(parts[0])
    if name == "Coroutine":
        return again(parts[-1])
    if name in ("Result", "ExecutorResult"):
        return again(node.slice)
    if name in ("Type", "type"):
        return Types(["type"])
    if name == "Callable":
        return Types(["typing.Callable"])
    outer = again(node.value)
    inner = Types()
    for part in parts[-1:] if name in ("Dict", "dict", "Mapping") else parts:
        found = again(part)
        inner.add(Types([], found.names + found.items))
    outer.items = [item for item in inner.items if item.startswith("@")]
    return outer


class _Again(Protocol):
    """The type of the recursive reader handed to `_subscript`."""

    def __call__(self, inner: ast.expr) -> Types: ...


def _type_variable(target: Variable, package: Package, owner: Class | None, depth: int) -> Types:
    assert isinstance(target.value, ast.Call)
    kind = ast.unparse(target.value.func).split(".")[-1]
    if kind == "NewType" and len(target.value.args) == 2:
        return from_annotation(target.value.args[1], target.scope, package, owner, None, depth + 1)
    if kind == "TypeVar":
        for keyword in target.value.keywords:
            if keyword.arg == "bound":
                return from_annotation(keyword.value, target.scope, package, owner, None, depth + 1)
    return Types()


def parameters_of(klass: Class) -> list[str]:
    """Return the names of a generic class's type variables, in order."""
    for base in klass.node.bases:
        if isinstance(base, ast.Subscript) and ast.unparse(base.value).split(".")[-1] in ("Generic", "Protocol"):
            parts = base.slice.elts if isinstance(base.slice, ast.Tuple) else [base.slice]
            return [ast.unparse(part) for part in parts]
    return []


def is_specialised(target: Variable, package: Package) -> bool:
    """Say whether a variable names a generic context manager with its type arguments filled in."""
    if not isinstance(target.value, ast.Subscript):
        return False
    klass = package.resolve(target.value.value, target.scope)
    return isinstance(klass, Class) and bool({"__enter__", "__aenter__"} & set(klass.body.names))


def from_docstring(node: FunctionNode, scope: Scope, package: Package, owner: Class | None) -> Types:
    """Read the `Returns` section of a numpy-style docstring."""
    text = ast.get_docstring(node) or ""
    match = re.search(r"^Returns\s*\n-+\n(.+)$", text, re.MULTILINE)
    return from_prose(match.group(1), scope, package, owner) if match else Types()


def from_attribute_docs(klass: Class, package: Package) -> dict[str, Types]:
    """Read the `Attributes` section of a numpy-style class docstring: attribute name -> type."""
    text = ast.get_docstring(klass.node) or ""
    match = re.search(r"^Attributes\s*\n-+\n(.*?)(?=^\S.*\n-+\n|\Z)", text, re.MULTILINE | re.DOTALL)
    found: dict[str, Types] = {}
    for line in match.group(1).splitlines() if match else []:
        entry = re.match(r"(\w+)\s*:\s*(.+)$", line)
        if entry:
            found[entry.group(1)] = from_prose(entry.group(2), klass.scope, package, klass)
    return found


def from_prose(text: str, scope: Scope, package: Package, owner: Class | None) -> Types:
    """Read a type as docstrings write it: `dict or None`, `list of str`, `weaviate.batch.Batch`."""
    text = text.strip().rstrip(".").split(" : ")[-1]
    text = re.sub(r"\b(list|tuple|set|dict) of .*?(?= or |,|$)", r"\1", text, flags=re.IGNORECASE)
    found = Types()
    for part in re.split(r"\s+or\s+|,\s*(?![^\[]*\])|\s*\|\s*", text):
        part = part.strip("` ")
        if not PROSE.match(part) or part in ("optional", "Any"):
            continue
        try:
            node = ast.parse(part, mode="eval").body
        except SyntaxError:
            continue
        types = from_annotation(node, scope, package, owner)
        known = [n for n in types.names if n.startswith("@") or n in ("dict", "list", "str", "int", "float", "bool",
                                                                       "None", "tuple", "set", "uuid.UUID")]  # fmt: skip
        found.add(Types(known, types.items))
    return found


def infer(node: ast.expr, function: Function, package: Package, owner: Class | None, depth: int = 0) -> Types:
    """Say what an expression inside a function can be, from constructors, annotations and literals."""
    if depth > 6:
        return Types()
    scope = function.scope

    def again(inner: ast.expr) -> Types:
        return infer(inner, function, package, owner, depth + 1)

    if isinstance(node, ast.Constant):
        return Types([] if node.value is Ellipsis else ["None" if node.value is None else type(node.value).__name__])
    literal = {ast.Dict: "dict", ast.DictComp: "dict", ast.List: "list", ast.ListComp: "list", ast.Set: "set",
               ast.SetComp: "set", ast.Tuple: "tuple", ast.Compare: "bool", ast.JoinedStr: "str"}.get(type(node))  # fmt: skip
    if literal:
        return Types([literal])
    if isinstance(node, ast.UnaryOp):
        return Types(["bool"]) if isinstance(node.op, ast.Not) else again(node.operand)
    if isinstance(node, ast.IfExp):
        return again(node.body).add(again(node.orelse))
    if isinstance(node, ast.BoolOp):
        found = Types()
        for value in node.values:
            found.add(again(value))
        return found
    if isinstance(node, ast.Name):
        return _local(node.id, function, package, owner, depth)
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "self" and owner:
        return attribute_types(owner, package).get(node.attr, Types())
    if isinstance(node, ast.Call):
        return _call(node, function, package, owner, depth)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        left = again(node.left)
        return left if left.names in (["str"], ["list"]) else again(node.right)
    if isinstance(node, ast.Attribute):
        target = package.resolve(node, scope)
        if isinstance(target, Variable) and target.scope.qualname:
            outer = package.resolve(node.value, scope)
            if isinstance(outer, Class) and is_enum(outer, package):
                return Types([f"@{outer.key}"])
    return Types()


def _local(name: str, function: Function, package: Package, owner: Class | None, depth: int) -> Types:
    if name == "self" and owner is not None:
        return Types([f"@{owner.key}"])
    arguments = function.node.args
    for argument in [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]:
        if argument.arg == name and argument.annotation is not None:
            return from_annotation(argument.annotation, function.scope, package, owner)
    found = Types()
    for node in ast.walk(function.node):
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.target.id == name:
            return from_annotation(node.annotation, function.scope, package, owner)
        if isinstance(node, ast.Assign) and any(isinstance(t, ast.Name) and t.id == name for t in node.targets):
            found.add(infer(node.value, function, package, owner, depth + 2))
    return found


def _call(node: ast.Call, function: Function, package: Package, owner: Class | None, depth: int) -> Types:
    scope = function.scope
    if ast.unparse(node.func).split(".")[-1] == "cast" and len(node.args) == 2:
        return from_annotation(node.args[0], scope, package, owner)
    if isinstance(node.func, ast.Attribute) and isinstance(node.func.value, ast.Name) and node.func.value.id == "self":
        for item in package.ancestry(owner) if owner else []:
            method = item.body.names.get(node.func.attr) if isinstance(item, Class) else None
            if isinstance(method, Function):
                return returns(method, package, owner, depth + 1)
    made = node.func.value if isinstance(node.func, ast.Subscript) else node.func
    target = package.resolve(made, scope)
    if isinstance(target, Class):
        return Types([f"@{target.key}"])
    if isinstance(target, Variable) and is_specialised(target, package):
        return Types([f"@{target.scope.module.name}:{target.name}"])
    if isinstance(target, Function):
        return returns(target, package, None, depth + 1)
    if isinstance(node.func, ast.Name) and target is None:
        if node.func.id in ("str", "int", "float", "bool", "dict", "list", "set", "tuple", "bytes"):
            return Types([node.func.id])
        if node.func.id == "len":
            return Types(["int"])
    if isinstance(target, Import) and target.name and target.name[:1].isupper():
        return Types([f"{target.module}.{target.name}"])
    return Types()


def returns(
    function: Function,
    package: Package,
    owner: Class | None,
    depth: int = 0,
    arguments: dict[str, Types] | None = None,
) -> Types:
    """Say what a function returns: its annotations, else its docstring, else its `return` statements."""
    found = Types()
    for node in function.overloads or [function.node]:
        found.add(from_annotation(node.returns, function.scope, package, owner, arguments))
    if function.node.returns is None and not found.names:
        found.add(from_docstring(function.node, function.scope, package, owner))
    if function.node.returns is None and not found.names and depth < 4:
        own = _own_returns(function.node)
        for statement in own:
            if statement.value is not None:
                found.add(infer(statement.value, function, package, owner, depth + 1))
        if not own and "abstractmethod" not in decorators(function.node):
            found.add(Types(["None"]))
    return found


def _own_returns(node: ast.AST) -> list[ast.Return]:
    found = []
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Return):
            found.append(child)
        elif not isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda | ast.ClassDef):
            found += _own_returns(child)
    return found


def is_enum(klass: Class, package: Package) -> bool:
    """Say whether a class is an enumeration."""
    return any(isinstance(item, str) and item.split(".")[-1] in ("Enum", "IntEnum", "Flag")
               for item in package.ancestry(klass))  # fmt: skip


def attribute_types(klass: Class, package: Package) -> dict[str, Types]:
    """Return the instance attributes that a class's own methods assign on `self`, with their types."""
    cache = _ATTRIBUTES.setdefault(package, {})
    if klass.key in cache:
        return cache[klass.key]
    found: dict[str, Types] = cache.setdefault(klass.key, {})
    annotated: set[str] = set()
    methods = [(name, item) for name, item in klass.body.names.items() if isinstance(item, Function)]
    for _, method in sorted(methods, key=lambda pair: pair[0] != "__init__"):
        for node in ast.walk(method.node):
            if isinstance(node, ast.AnnAssign):
                targets: list[ast.expr] = [node.target]
            elif isinstance(node, ast.Assign):
                targets = list(node.targets)
            else:
                continue
            for target in targets:
                if (
                    isinstance(target, ast.Attribute)
                    and isinstance(target.value, ast.Name)
                    and target.value.id == "self"
                ):
                    known = found.setdefault(target.attr, Types())
                    if target.attr in annotated:
                        continue
                    if isinstance(node, ast.AnnAssign):
                        annotated.add(target.attr)
                        known.names.clear()
                        known.add(from_annotation(node.annotation, klass.body, package, klass))
                    elif node.value is not None:
                        known.add(infer(node.value, method, package, klass, 2))
    for types in found.values():
        if types.names == ["None"]:
            types.names.clear()
    return found
