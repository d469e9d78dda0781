"""One version's symbols: what its modules offer, and under which import paths."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from tools.surface import types
from tools.surface.package import (
    Binding,
    Class,
    Function,
    FunctionNode,
    Import,
    Module,
    Package,
    Variable,
    decorators,
    is_public,
)

Symbol = dict[str, Any]
SPECIAL = {
    "__call__", "__enter__", "__exit__", "__aenter__", "__aexit__", "__len__", "__iter__", "__next__", "__aiter__",
    "__anext__", "__getitem__", "__setitem__", "__contains__", "__await__", "__and__", "__or__", "__add__",
}  # fmt: skip
# Private, but the way by which code reaches the public `Connection`.
REACHED = {
    "weaviate.client:Client._connection",
    "weaviate.client_executor:_WeaviateClientExecutor._connection",
}
TYPING_ONLY = {"TypeVar", "ParamSpec", "TypeVarTuple", "overload"}
IGNORED_MEMBERS = {"model_config", "model_post_init"}
PROPERTIES = {"property", "cached_property", "abstractproperty"}


@dataclass
class Offer:
    """What one version offers: definitions by key, each with its import paths, and the public modules."""

    package: Package
    paths: dict[str, list[str]] = field(default_factory=dict)
    symbols: dict[str, Symbol] = field(default_factory=dict)
    modules: list[str] = field(default_factory=list)
    late: set[str] = field(default_factory=set)
    """Paths that only a module's `__getattr__` serves: aliases, never canonical."""

    def member(self, key: str, name: str) -> Symbol | None:
        """Find a member of a class, its own or inherited."""
        for ancestor in self.symbols[key].get("mro", ()):
            found: Symbol | None = self.symbols.get(ancestor, {}).get("members", {}).get(name)
            if found is not None:
                return found
        return None


def extract(package: Package, roots: Iterable[str] | None = None) -> Offer:
    """Collect what a version offers.

    `roots`: modules whose public names count; None for every public module. What these lead to (bases, attribute
    types, return types) is collected too, whatever it is called.
    """
    offer = Offer(package)
    offer.modules = sorted(name for name in package.modules if is_public(name))
    definitions: dict[str, tuple[Binding, str]] = {}
    for module in package.modules.values():
        for name in _names(module):
            found = package.lookup(module.name, name)
            key = _key(found)
            if key is None or found is None or isinstance(found, Module):
                continue
            own = module.scope.names.get(name)
            if isinstance(own, Import) and own.typing_only:
                continue
            if own is not None and not isinstance(own, Import):
                exported = True
            else:
                exported = module.is_package or name in module.exports
            definitions.setdefault(key, (found, name))
            if exported:
                offer.paths.setdefault(key, []).append(f"{module.name}.{name}")
    for key, (found, _) in sorted(definitions.items()):
        if isinstance(found, Class):
            for path in list(offer.paths.get(key, [])):
                _nested_paths(found, path, offer, definitions, 0)
    wanted = set(offer.modules if roots is None else [root for root in roots if root in package.modules])
    queue = [
        key
        for key, paths in sorted(offer.paths.items())
        if any(is_public(path) and (path.rpartition(".")[0] in wanted) for path in paths)
    ]
    seen: set[str] = set()
    while queue:
        key = queue.pop()
        if key in seen or key not in definitions:
            continue
        seen.add(key)
        symbol = _symbol(definitions[key][0], package)
        if symbol is None:
            continue
        offer.symbols[key] = symbol
        queue += _references(symbol)
        if isinstance(found := definitions[key][0], Class):
            queue += [inner.key for _, inner in _nested(found, package)]
    return offer


def _names(module: Module) -> set[str]:
    names = set(module.scope.names)
    for star in module.scope.stars:
        source = module.package.modules.get(star)
        if source is not None:
            names |= {name for name in _names(source) if not name.startswith("_")}
    return {name for name in names if not name.startswith("__")}


def _key(found: Binding | Module | None) -> str | None:
    if isinstance(found, Class):
        return found.key
    if isinstance(found, Function):
        return f"{found.scope.module.name}:{found.node.name}" if not found.scope.qualname else None
    if isinstance(found, Variable):
        return f"{found.scope.module.name}:{found.name}" if not found.scope.qualname else None
    return None


def _nested_paths(
    klass: Class, path: str, offer: Offer, definitions: dict[str, tuple[Binding, str]], depth: int
) -> None:
    if depth > 4:
        return
    for name, found in _nested(klass, offer.package):
        definitions.setdefault(found.key, (found, name))
        known = offer.paths.setdefault(found.key, [])
        if f"{path}.{name}" not in known:
            known.append(f"{path}.{name}")
            _nested_paths(found, f"{path}.{name}", offer, definitions, depth + 1)


def _nested(klass: Class, package: Package) -> list[tuple[str, Class]]:
    """Return the classes that can be had from a class: those defined in it, and those it names (`A = _A`)."""
    found = []
    for name, binding in klass.body.names.items():
        inner = None if isinstance(binding, Import) or name.startswith("_") else package.follow(binding)
        if isinstance(inner, Class) and inner.key != klass.key:
            found.append((name, inner))
    return found


def _references(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value[1:]] if value.startswith("@") else []
    if isinstance(value, dict):
        value = list(value.values())
    return [key for item in value for key in _references(item)] if isinstance(value, list) else []


def _typed(symbol: Symbol, name: str, found: types.Types) -> Symbol:
    if found.names:
        symbol[name] = found.names
    if found.items:
        symbol["items"] = found.items
    return symbol


def _symbol(found: Binding, package: Package) -> Symbol | None:
    if isinstance(found, Class):
        return _class(found, package)
    if isinstance(found, Function):
        return _function(found, package, None)
    if not isinstance(found, Variable):
        return None
    if isinstance(found.value, ast.Call) and ast.unparse(found.value.func).split(".")[-1] in TYPING_ONLY:
        return None
    if types.is_specialised(found, package):
        return _specialised(found, package)
    return _variable(found, package)


def _variable(found: Variable, package: Package) -> Symbol:
    symbol: Symbol = {"kind": "attribute"}
    value = found.value
    if found.annotation is not None and "TypeAlias" not in ast.unparse(found.annotation):
        return _typed(symbol, "type", types.from_annotation(found.annotation, found.scope, package))
    if isinstance(value, ast.Subscript) or (isinstance(value, ast.BinOp) and isinstance(value.op, ast.BitOr)):
        alias = types.from_annotation(value, found.scope, package)
        return _typed(symbol, "alias", alias)
    if value is not None:
        stand_in = Function([_empty()], found.scope)
        return _typed(symbol, "type", types.infer(value, stand_in, package, None))
    return symbol


def _empty() -> ast.FunctionDef:
    node = ast.parse("def nothing(): pass").body[0]
    assert isinstance(node, ast.FunctionDef)
    return node


def _specialised(found: Variable, package: Package) -> Symbol:
    assert isinstance(found.value, ast.Subscript)
    klass = package.resolve(found.value.value, found.scope)
    assert isinstance(klass, Class)
    parts = found.value.slice.elts if isinstance(found.value.slice, ast.Tuple) else [found.value.slice]
    arguments = {
        name: types.from_annotation(part, found.scope, package)
        for name, part in zip(types.parameters_of(klass), parts, strict=False)
    }
    members = {}
    for name in ("__enter__", "__aenter__"):
        method = klass.body.names.get(name)
        if isinstance(method, Function):
            members[name] = _function(method, package, klass, arguments)
    key = f"{found.scope.module.name}:{found.name}"
    return {"kind": "class", "bases": [f"@{klass.key}"], "members": members, "mro": [key, *_mro(klass, package)]}


def _mro(klass: Class, package: Package) -> list[str]:
    return [item.key for item in package.ancestry(klass) if isinstance(item, Class)]


def _class(klass: Class, package: Package) -> Symbol:
    members: dict[str, Symbol] = {}
    documented = types.from_attribute_docs(klass, package)
    enum = types.is_enum(klass, package)
    for source in [klass.stub, klass] if klass.stub else [klass]:
        for name, binding in source.body.names.items():
            if name in members or name in IGNORED_MEMBERS or not (is_public(name) or name in SPECIAL):
                continue
            if isinstance(binding, Function):
                members[name] = _method(binding, package, klass, documented)
            elif isinstance(binding, Variable):
                if isinstance(package.follow(binding), Class):
                    continue
                if enum:
                    members[name] = {"kind": "attribute", "type": [f"@{klass.key}"], "member": True}
                else:
                    members[name] = _variable(binding, package)
    for name, found in types.attribute_types(klass, package).items():
        if (is_public(name) or f"{klass.key}.{name}" in REACHED) and name not in members:
            found = found if found.names else documented.get(name, found)
            members[name] = _typed({"kind": "attribute"}, "type", found)
    bases = [item if isinstance(item, str) else f"@{item.key}" for item in package.bases(klass)]
    symbol: Symbol = {"kind": "class", "members": members, "mro": _mro(klass, package)}
    if bases:
        symbol["bases"] = bases
    constructor = _constructor(klass, package)
    if constructor is not None:
        symbol["params"] = constructor
    return symbol


def _method(binding: Function, package: Package, klass: Class, documented: dict[str, types.Types]) -> Symbol:
    found = binding if not binding.has("setter") else Function(binding.nodes[:1], binding.scope)
    if any(PROPERTIES & decorators(node) for node in found.nodes):
        result = types.returns(found, package, klass)
        if not result.names:
            result = documented.get(found.node.name, result)
        return _typed({"kind": "attribute"}, "type", result)
    return _function(found, package, klass)


def _function(
    function: Function, package: Package, owner: Class | None, arguments: dict[str, types.Types] | None = None
) -> Symbol:
    symbol: Symbol = {"kind": "function" if owner is None else "method"}
    bound = owner is not None and not function.has("staticmethod")
    params: list[Symbol] = []
    for node in [function.node, *function.overloads]:
        for param in parameters(node, bound):
            if not any(known["name"] == param["name"] for known in params):
                params.append(param)
    symbol["params"] = params
    found = types.returns(function, package, owner, 0, arguments)
    if isinstance(function.node, ast.AsyncFunctionDef):
        symbol["async"] = True
    return _typed(symbol, "returns", found)


def parameters(node: FunctionNode, bound: bool) -> list[Symbol]:
    """Return a function's parameters: name, kind and, where it has one, the default's source.

    `bound`: leave the first one (self or cls) out.
    """
    arguments = node.args
    positional = [(arg, "positional_only") for arg in arguments.posonlyargs]
    positional += [(arg, "positional_or_keyword") for arg in arguments.args]
    defaults: list[ast.expr | None] = [None] * (len(positional) - len(arguments.defaults))
    found = [_parameter(arg, kind, default)
             for (arg, kind), default in zip(positional, [*defaults, *arguments.defaults], strict=True)]  # fmt: skip
    found = found[1:] if bound else found
    if arguments.vararg:
        found.append(_parameter(arguments.vararg, "var_positional", None))
    for arg, default in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True):
        found.append(_parameter(arg, "keyword_only", default))
    if arguments.kwarg:
        found.append(_parameter(arguments.kwarg, "var_keyword", None))
    return found


def _parameter(arg: ast.arg, kind: str, default: ast.expr | None) -> Symbol:
    param: Symbol = {"name": arg.arg, "kind": kind}
    if default is not None:
        text = ast.unparse(default)
        param["default"] = text if len(text) <= 60 else "..."
    return param


def _constructor(klass: Class, package: Package) -> list[Symbol] | None:
    ancestry = package.ancestry(klass)
    outside = {item.split(".")[-1] for item in ancestry if isinstance(item, str)}
    if outside & {"Enum", "IntEnum"}:
        return [{"name": "value", "kind": "positional_or_keyword"}]
    model = "BaseModel" in outside
    own = [item for item in ancestry if isinstance(item, Class)]
    fields: dict[str, Symbol] = {}
    for item in own:
        made = item.body.names.get("__init__")
        if isinstance(made, Function):
            return parameters(made.node, True)
        if "dataclass" in decorators(item.node) or model or outside & {"NamedTuple", "TypedDict"}:
            break
    else:
        return None
    for item in reversed(own):
        if not (model or "dataclass" in decorators(item.node) or outside & {"NamedTuple", "TypedDict"}):
            continue
        for name, binding in item.body.names.items():
            if not isinstance(binding, Variable) or binding.annotation is None or name.startswith("_"):
                continue
            if "ClassVar" not in ast.unparse(binding.annotation):
                fields[name] = _field(name, binding, "keyword_only" if model else "positional_or_keyword")
    return list(fields.values())


def _field(name: str, binding: Variable, kind: str) -> Symbol:
    param: Symbol = {"name": name, "kind": kind}
    value = binding.value
    if isinstance(value, ast.Call) and ast.unparse(value.func).split(".")[-1] in ("Field", "field"):
        keywords = {keyword.arg: keyword.value for keyword in value.keywords}
        alias = keywords.get("alias")
        if isinstance(alias, ast.Constant):
            param["name"] = alias.value
        default = value.args[0] if value.args else keywords.get("default", keywords.get("default_factory"))
        if default is not None and not (isinstance(default, ast.Constant) and default.value is Ellipsis):
            text = ast.unparse(default)
            param["default"] = text if "default_factory" not in keywords else f"{text}()"
    elif value is not None:
        text = ast.unparse(value)
        param["default"] = text if len(text) <= 60 else "..."
    return param
