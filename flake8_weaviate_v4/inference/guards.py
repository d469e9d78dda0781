"""Dual-version code: is a place in the v3 branch of a check of the client's version?"""

from __future__ import annotations

import ast

from .. import surface
from ..patterns import pattern
from .bindings import Module, once
from .engine import Engine
from .flow import TRIES, terminates
from .members import foreign
from .names import terminal
from .scopes import Binding
from .values import Function, Instance, Ref, Text

# Names that only v4 has: a check for one of them tells the versions apart.
_V4_NAMES = frozenset(
    """collections connect_to_local connect_to_custom connect_to_wcs connect_to_weaviate_cloud connect_to_embedded
    WeaviateClient WeaviateAsyncClient classes outputs use_async_with_local""".split()
)
# Without one of these no check can tell the versions apart.
_SIGNS = ("hasattr", "ersion", "connect_to_", "use_async", "find_spec")
_V4_SIGNS = pattern(r"eaviate(?:Client|Async|\.classes|\.collections|\.outputs)")
_V3_NAMES = frozenset("schema query data_object contextionary classification Client".split())
_TURNED: dict[type[ast.cmpop], ast.cmpop] = {
    ast.Eq: ast.Eq(), ast.NotEq: ast.NotEq(), ast.Lt: ast.Gt(), ast.Gt: ast.Lt(), ast.LtE: ast.GtE(), ast.GtE: ast.LtE(),
}  # fmt: skip
MOST_EXITS = 50  # early exits of one block that are looked at
_CAUGHT = frozenset("ImportError ModuleNotFoundError AttributeError KeyError TypeError Exception BaseException".split())


class Guards:
    """The places of a module that run only where the code has found that the v3 client is installed (or handed in)."""

    def __init__(self, engine: Engine, module: Module) -> None:
        self.engine, self.module = engine, module
        self.dual = any(sign in module.source.text for sign in _SIGNS) or _V4_SIGNS.search(module.source.text) is not None
        self.known: dict[ast.AST, bool] = {}

    def around(self, node: ast.AST) -> bool:
        """Whether ``node`` is such a place."""
        if not self.dual:
            return False
        passed, found = [], False
        inner = node
        for outer in self.module.ancestors(node):
            if inner in self.known:
                found = self.known[inner]
                break
            passed.append(inner)
            if _guards(self.engine, self.module, outer, inner):
                found = True
                break
            inner = outer
        self.known.update(dict.fromkeys(passed, found))
        return found


def _guards(engine: Engine, module: Module, outer: ast.AST, inner: ast.AST) -> bool:
    """Whether ``outer`` or what stands in it before its part ``inner`` lets only v3 come to ``inner``."""
    if isinstance(outer, (ast.If, ast.IfExp, ast.While)) and inner is not outer.test:
        version = _tells(engine, module, outer.test)
        if version is not None:
            in_body = inner in outer.body if isinstance(outer.body, list) else inner is outer.body
            if (version == 3) is in_body:
                return True
    elif isinstance(outer, (ast.Subscript, ast.BinOp)):
        if _names_v4(module) and _names_both(outer):
            return True
    elif isinstance(outer, TRIES):
        if _guarded_by_try(module, outer, inner):
            return True
    elif isinstance(outer, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        if any(_skipped(engine, module, decorator) for decorator in outer.decorator_list):
            return True
    return inner in module.fields and _after_exit(engine, module, outer, inner)


@once
def _names_v4(module: Module) -> bool:
    """Whether the file names v4's client."""
    return "WeaviateClient" in module.source.text


def _names_both(annotation: ast.AST) -> bool:
    """Whether a type names both clients: ``Union[weaviate.WeaviateClient, weaviate.Client]``."""
    names = {terminal(inner) for inner in ast.walk(annotation) if isinstance(inner, (ast.Name, ast.Attribute))}
    return "WeaviateClient" in names and "Client" in names


def _skipped(engine: Engine, module: Module, decorator: ast.expr) -> bool:
    """``@pytest.mark.skipif(hasattr(weaviate, "WeaviateClient"))``: a test of v3."""
    if not isinstance(decorator, ast.Call) or not decorator.args:
        return False
    skips = {"skipif": 4, "skipIf": 4, "skipUnless": 3}.get(terminal(decorator.func) or "")
    return skips is not None and _tells(engine, module, decorator.args[0]) == skips


def _after_exit(engine: Engine, module: Module, outer: ast.AST, inner: ast.AST) -> bool:
    """Whether an earlier ``if v4: return`` of the same block leaves only v3 here."""
    exits = _exits(module, outer).get(module.fields[inner], ())
    for statement in exits[:MOST_EXITS]:
        if statement.lineno >= getattr(inner, "lineno", 0):
            return False
        if _tells(engine, module, statement.test) == 4:
            return True
    return False


@once
def _exits(module: Module, outer: ast.AST) -> dict[str, list[ast.If]]:
    """The checks that leave a block of ``outer``, by the block's name."""
    found = {}
    for name in ("body", "orelse", "finalbody"):
        block = getattr(outer, name, None)
        checks = [s for s in block if isinstance(s, ast.If)] if isinstance(block, list) else []
        found[name] = [s for s in checks if not s.orelse and terminates(s.body, loop=True) and not _raises(s.body)]
    return found


def _raises(block: list[ast.stmt]) -> bool:
    return isinstance(block[-1], ast.Raise)


def _tells(engine: Engine, module: Module, test: ast.expr, depth: int = 0) -> int | None:
    """3 or 4 where the test is true only for that major version, None where it says nothing."""
    if depth > 4:
        return None
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        inner = _tells(engine, module, test.operand, depth)
        return None if inner is None else 7 - inner
    if isinstance(test, ast.BoolOp):
        told = {_tells(engine, module, value, depth) for value in test.values}
        if isinstance(test.op, ast.And):
            told.discard(None)
        return told.pop() if len(told) == 1 else None
    if isinstance(test, ast.Call):
        return _tells_call(engine, module, test, depth)
    if isinstance(test, ast.Compare) and len(test.ops) == 1:
        return _tells_compare(engine, module, test, depth)
    if isinstance(test, (ast.Name, ast.Attribute)):
        return _tells_flag(engine, module, test, depth)
    return None


def _tells_call(engine: Engine, module: Module, call: ast.Call, depth: int) -> int | None:
    name = terminal(call.func)
    if name == "hasattr" and len(call.args) == 2:
        for value in engine.values(module, call.args[1]):
            if isinstance(value, Text) and not any(foreign(v) for v in engine.values(module, call.args[0])):
                if value.text in _V4_NAMES:
                    return 4
                if value.text in _V3_NAMES:
                    return 3
        return None
    if name == "isinstance" and len(call.args) == 2:
        classes = engine.annotation(module, call.args[1])
        names = {v.cls for v in classes if isinstance(v, Instance)}
        if names and all(n in surface.counterparts() for n in names):
            return 4
        return 3 if names == {"weaviate.Client"} and _speaks_v4(module) else None
    if name == "startswith" and isinstance(call.func, ast.Attribute) and call.args:
        if _is_version(engine, module, call.func.value):
            return _major(call.args[0], module)
    if name == "bool" and call.args:
        return _tells(engine, module, call.args[0], depth + 1)
    for value in engine.values(module, call.func):
        if isinstance(value, Function) and not isinstance(value.node, ast.Lambda):
            returned = value.module.returned.get(value.node, [])
            if len(returned) == 1:
                return _tells(engine, value.module, returned[0], depth + 1)
    return None


@once
def _speaks_v4(module: Module) -> bool:
    return any(name in module.names or any(a.attr == name for a in module.attributes) for name in _V4_NAMES)


def _tells_compare(engine: Engine, module: Module, test: ast.Compare, depth: int) -> int | None:
    left, operator, right = test.left, test.ops[0], test.comparators[0]
    if isinstance(operator, ast.Eq) and (told := _tells_tag(engine, module, left, right, depth)) is not None:
        return told
    if _major(left, module) is None and _major(right, module) is None:
        return None
    if type(operator) in _TURNED and not _is_version(engine, module, left):  # ``"4" > weaviate.__version__``
        left, operator, right = right, _TURNED[type(operator)], left
    if not _is_version(engine, module, left):
        return None
    if isinstance(operator, ast.In) and isinstance(left, ast.Constant):
        return None
    major = _major(right, module)
    if major is None:
        return None
    if isinstance(operator, (ast.Eq, ast.Is)):
        return major
    if isinstance(operator, (ast.NotEq, ast.IsNot)):
        return 7 - major
    if isinstance(operator, (ast.GtE, ast.Gt)):
        return 4 if major == 4 or isinstance(operator, ast.Gt) else None
    if isinstance(operator, (ast.Lt, ast.LtE)):
        return 3 if major == 4 or isinstance(operator, ast.LtE) else None
    return None


def _tells_tag(engine: Engine, module: Module, left: ast.expr, right: ast.expr, depth: int) -> int | None:
    """``self.kind == "old"``, where the tag was set in a branch of a check: ``if hasattr(client, "collections")``."""
    if not isinstance(right, ast.Constant) or not isinstance(left, (ast.Name, ast.Attribute)) or depth > 2:
        return None
    bindings = module.bindings_of(left) if isinstance(left, ast.Name) else _stores(module, left)
    told = set()
    for binding in bindings[:6]:
        if isinstance(binding.value, ast.Constant) and binding.value.value == right.value:
            outer = module.parents.get(binding.node)
            version = _tells(engine, module, outer.test, depth + 1) if isinstance(outer, ast.If) else None
            inside = module.fields.get(binding.node) == "body"
            told.add(None if version is None else version if inside else 7 - version)
    return told.pop() if len(told) == 1 else None


def _stores(module: Module, node: ast.Attribute) -> list[Binding]:
    return [binding for _, binding in module.attribute_stores.get(node.attr, [])]


def _is_version(engine: Engine, module: Module, node: ast.expr, depth: int = 0) -> bool:
    """Whether the expression is made of the installed client's version."""
    for inner in ast.walk(node):
        if isinstance(inner, ast.Constant) and inner.value in ("weaviate-client", "weaviate_client"):
            return True
        if isinstance(inner, (ast.Name, ast.Attribute)) and Ref("weaviate.__version__") in engine.values(module, inner):
            return True
        if isinstance(inner, ast.Name) and depth < 3:
            for binding in module.bindings_of(inner)[:5]:
                if binding.kind == "value" and isinstance(binding.value, ast.expr):
                    if _is_version(engine, module, binding.value, depth + 1):
                        return True
    return False


def _major(node: ast.expr, module: Module) -> int | None:
    """The major version that a literal, or a name of one, compares with."""
    if isinstance(node, ast.Name):
        values = [b.value for b in module.bindings_of(node) if b.kind == "value" and isinstance(b.value, ast.expr)]
        return _major(values[0], module) if len(values) == 1 and not isinstance(values[0], ast.Name) else None
    for inner in ast.walk(node):
        if isinstance(inner, ast.Constant):
            value = str(inner.value)
            if value[:1] in ("3", "4") and not value[1:2].isdigit():
                return int(value[0])
    return None


def _tells_flag(engine: Engine, module: Module, test: ast.Name | ast.Attribute, depth: int) -> int | None:
    """A flag: ``IS_V4 = hasattr(weaviate, "WeaviateClient")``, or True and False set around a guarded import."""
    if isinstance(test, ast.Name):
        bindings = module.bindings_of(test)
    else:
        bindings = [binding for _, binding in module.attribute_stores.get(test.attr, [])]
        bindings = bindings or _properties(module, test.attr)
    told: set[int | None] = set()
    for binding in bindings[:6]:
        value = binding.value
        if isinstance(value, ast.Constant) and isinstance(value.value, bool):
            version = _version_at(engine, module, binding.node, depth + 1)
            if version is not None:  # else a default, before the versions are told apart
                told.add(version if value.value else 7 - version)
        elif isinstance(value, ast.FunctionDef) and len(returned := module.returned.get(value, [])) == 1:
            told.add(_tells(engine, module, returned[0], depth + 1))
        elif isinstance(value, ast.expr):
            told.add(_tells(engine, module, value, depth + 1))
    return told.pop() if len(told) == 1 else None


def _properties(module: Module, name: str) -> list[Binding]:
    """The methods of that name, as properties."""
    scopes = [module.roots[cls.body[0]] for cls in module.classes]
    return [b for scope in scopes for b in scope.names.get(name, ()) if isinstance(b.value, ast.FunctionDef)]


def _version_at(engine: Engine, module: Module, node: ast.AST, depth: int) -> int | None:
    """The major version that is installed where ``node`` runs, as far as the statements around it tell."""
    inner = node
    for outer in module.ancestors(node):
        block = module.fields.get(inner)
        if isinstance(outer, ast.If) and block in ("body", "orelse"):
            version = _tells(engine, module, outer.test, depth)
            if version is not None:
                return version if block == "body" else 7 - version
        elif isinstance(outer, TRIES) and _mentions(outer.body, _V4_NAMES):  # type: ignore[attr-defined]
            if block in ("body", "orelse", "handlers"):
                return 3 if block == "handlers" else 4
        inner = outer
    return None


def _mentions(statements: list[ast.stmt], names: frozenset[str]) -> bool:
    """Whether the statements use one of the names, as attribute, name or import."""
    for statement in statements:
        for inner in ast.walk(statement):
            if isinstance(inner, (ast.Attribute, ast.Name)) and terminal(inner) in names:
                return True
            if isinstance(inner, ast.ImportFrom) and (inner.module or "").startswith("weaviate"):
                if set((inner.module or "").split(".")) & names or any(a.name in names for a in inner.names):
                    return True
            if isinstance(inner, ast.Import) and any(a.name.startswith("weaviate.") and a.name.split(".")[1] in names for a in inner.names):
                return True
    return False


def _guarded_by_try(module: Module, outer: ast.AST, inner: ast.AST) -> bool:
    """``try`` one version, fall back on the other."""
    assert isinstance(outer, TRIES)
    handlers: list[ast.ExceptHandler] = outer.handlers  # type: ignore[attr-defined]
    body: list[ast.stmt] = outer.body  # type: ignore[attr-defined]
    catching = [h for h in handlers if h.type is None or {terminal(t) for t in ast.walk(h.type)} & _CAUGHT]
    if isinstance(inner, ast.ExceptHandler):
        return inner in catching and _mentions(body, _V4_NAMES)
    if module.fields.get(inner) == "body":
        return any(_mentions(h.body, _V4_NAMES) for h in catching)
    return False
