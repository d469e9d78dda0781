"""``weaviate.Client`` as a class: in annotations and type checks, in imports, and as a string that names it."""

from __future__ import annotations

import ast
from collections.abc import Callable

from ...inference.names import terminal
from ...inference.scopes import Binding
from ...records import replace
from ...usages import Usage
from ..code import Code, Group, Item, Join, call_of, join
from ..literal import is_shared
from ..moved import requoted
from ..site import Site
from ..unit import Import, Refusal, Unit
from .subclass import derived

_CHECKS = frozenset({"isinstance", "issubclass"})
_SPECS = frozenset("Mock MagicMock AsyncMock NonCallableMock NonCallableMagicMock create_autospec".split())
_TYPING = frozenset(
    """Optional Union Type type List list Dict dict Tuple tuple Set set Callable Iterator Iterable Generator Annotated ClassVar
    Final Sequence Mapping Generic ContextManager AsyncIterator Awaitable""".split()
)
_NEW = "WeaviateClient"
_VALUE = "the class is handed on as a value: what is made of it can't be seen"

# How the making of a client is rewritten: by ``client``, which imports this module.
Connected = Callable[[Site], Code]


def client_class(site: Site) -> Code:
    """v4's class at the place of the use, under the name or path by which the code reaches v3's."""
    node = site.usage.node
    if isinstance(node, ast.Attribute) and site.usage.accessed == "weaviate.Client" and node in site.module.parents:
        return join(node.value, f".{_NEW}")
    if isinstance(node, ast.Name) and keeps_name(site, node):
        site.unit.imports[Import("weaviate", _NEW, node.id)] = node
        return node.id
    return site.use("weaviate", _NEW)


def named(site: Site, connected: Connected) -> Code | None:
    """The class where it is not called."""
    node = site.usage.node
    if isinstance(node, ast.Constant):
        return _patched(site, node, connected)
    assert isinstance(node, ast.expr)
    quoted = _quoting(site, node)
    if quoted is None and not is_type(site, node):
        _filled_in(site, node, connected)
        return None
    if isinstance(node, ast.Name) and (keeps_name(site, node) or _is_for_types(site, node)):
        return None
    if quoted is not None:
        new = site.use("weaviate", _NEW) if isinstance(node, ast.Name) else f"{ast.unparse(node.value)}.{_NEW}" if isinstance(node, ast.Attribute) else ""
        site.unit.replaced[quoted] = requoted(site, quoted, node, new)
        return None
    if isinstance(cls := site.parent(node), ast.ClassDef):
        derived(site, cls)
    return client_class(site)


def _filled_in(site: Site, node: ast.expr, connected: Connected) -> None:
    """``partial(weaviate.Client, url)``, where what it gives is called without more arguments. Raises Refusal."""
    made = site.parent(node)
    if not isinstance(made, ast.Call) or terminal(made.func) != "partial" or made.args[:1] != [node] or not _is_called(site, made):
        raise Refusal(_VALUE)
    whole = ast.Call(node, made.args[1:], made.keywords)
    code = connected(Site(site.planner, replace(site.usage, call=whole), site.unit))
    if not isinstance(code, Group):
        raise Refusal(_VALUE)
    site.unit.replaced[made] = call_of(made.func, [Item(code.head), *code.items])


def _is_called(site: Site, made: ast.Call) -> bool:
    """Whether a function is only called without arguments: a field's default factory, or a name that is bound to it once."""
    parent = site.parent(made)
    if isinstance(parent, ast.keyword):
        return parent.arg in ("default_factory", "factory")
    target = parent.targets[0] if isinstance(parent, ast.Assign) and len(parent.targets) == 1 else None
    if not isinstance(target, ast.Name) or len(site.module.bindings_of(target)) != 1 or is_shared(site, site.statement(made), target.id):
        return False
    calls = [site.parent(load) for load in site.module.names.get(target.id, ()) if isinstance(load.ctx, ast.Load)]
    return bool(calls) and all(isinstance(c, ast.Call) and terminal(c.func) == target.id and not c.args and not c.keywords for c in calls)


# -- types ----------------------------------------------------------------------------------------------------------


def is_type(site: Site, node: ast.AST) -> bool:
    """Whether the class is named only to say what something is."""
    while True:
        if id(node) in site.planner.annotations:
            return True
        parent = site.parent(node)
        if isinstance(parent, ast.Subscript) and parent.slice is node and terminal(parent.value) in _TYPING:
            return True
        if isinstance(parent, ast.BinOp) and isinstance(parent.op, ast.BitOr):
            return True
        if isinstance(parent, ast.MatchClass):
            return parent.cls is node
        if isinstance(parent, ast.Compare):
            return isinstance(parent.left, ast.Call) and terminal(parent.left.func) == "type"
        if isinstance(parent, ast.keyword):
            return parent.arg in ("spec", "spec_set", "autospec", "bound", "annotation")
        if isinstance(parent, ast.Call):
            return _checks(parent, node)
        if isinstance(parent, ast.ClassDef):
            return node in parent.bases
        if not isinstance(parent, (ast.Tuple, ast.List, ast.Subscript)) or (isinstance(parent, ast.Subscript) and parent.slice is not node):
            return False
        node = parent


def _checks(parent: ast.Call, node: ast.AST) -> bool:
    name = terminal(parent.func)
    place = parent.args.index(node) if node in parent.args else -1
    return (name in _CHECKS and place == 1) or (name == "cast" and place == 0) or (name in _SPECS and place == 0)


def _quoting(site: Site, node: ast.AST) -> ast.Constant | None:
    """The string that an annotation in quotes is part of."""
    for outer in site.module.ancestors(node):
        if isinstance(outer, ast.Constant):
            return outer
    return None


# -- imports --------------------------------------------------------------------------------------------------------


def keeps_name(site: Site, node: ast.Name) -> bool:
    """Whether the name that an import gives the class stays, so that only the import changes."""
    bindings = site.module.bindings_of(node)
    known = site.planner.memo.get(key := f"keeps {id(bindings)} {node.id}")
    if not isinstance(known, bool):
        known = site.planner.memo[key] = _keeps_name(site, node.id, bindings)
    return known


def _keeps_name(site: Site, name: str, bindings: list[Binding]) -> bool:
    return any(
        isinstance(b.node, ast.ImportFrom) and alias.name == "Client" and (alias.asname or alias.name) == name and _stays(site, b.node, alias)
        for b in bindings
        for alias in getattr(b.node, "names", ())
    )


def _stays(site: Site, statement: ast.ImportFrom, alias: ast.alias) -> bool:
    """Whether the imported name is one of the user's own, is handed on to other files, or has another meaning as well."""
    bound = alias.asname or alias.name
    if alias.asname is not None or site.planner.imports.is_exported(bound):
        return True
    scope = site.scope(statement)
    known = site.planner.memo.get(key := f"imported {id(scope)} {bound}")
    if not isinstance(known, bool):
        others = scope.names.get(bound, ())
        known = site.planner.memo[key] = any(b.kind != "import" for b in others) or not _reads(site, bound)
    return known


def _reads(site: Site, bound: str) -> list[ast.AST]:
    """Where the file uses the name, annotations in strings included."""
    return list(dict.fromkeys([*site.module.names.get(bound, ()), *site.planner.named_uses.get(bound, ())]))


def imported(site: Site, alias: ast.alias, connected: Connected) -> Code | None:
    """``from weaviate import Client``: where the name stays, the import is of v4's class, and all that is made under the
    name is rewritten with it; else the import goes with the last use."""
    statement = site.parent(alias)
    if not isinstance(statement, ast.ImportFrom):
        return None
    bound = alias.asname or alias.name
    if not _stays(site, statement, alias):
        if site.planner.imports.is_only_for_types(statement):
            _move_for_types(site, statement, alias)
        return None
    for usage in _uses(site, statement, bound):
        inner = Site(site.planner, usage, site.unit)
        if usage.call is not None:
            site.unit.replaced[usage.call] = connected(inner)
        elif _quoting(site, usage.node) is None and not is_type(site, usage.node):
            raise Refusal(_VALUE)
        elif isinstance(cls := site.parent(usage.node), ast.ClassDef):
            derived(inner, cls)
    module = "weaviate" if statement.module == "weaviate.client" else statement.module or "weaviate"
    site.unit.moved[alias] = Import(module, _NEW, bound)
    return None


def _is_for_types(site: Site, node: ast.Name) -> bool:
    """Whether the name is bound under ``if TYPE_CHECKING`` alone: its import's rewrite speaks for it."""
    bindings = site.module.bindings_of(node)
    return bool(bindings) and all(b.kind == "import" and site.planner.imports.is_only_for_types(b.node) for b in bindings)


def _move_for_types(site: Site, statement: ast.ImportFrom, alias: ast.alias) -> None:
    """The import stays under ``if TYPE_CHECKING``, with the new name; annotations get it too."""
    for usage in _uses(site, statement, alias.name):
        quoted = _quoting(site, usage.node)
        if quoted is None:
            site.unit.replaced[usage.node] = _NEW
        elif quoted in site.unit.replaced:
            raise Refusal("a string names the class twice")
        else:
            assert isinstance(usage.node, ast.expr)
            site.unit.replaced[quoted] = requoted(site, quoted, usage.node, _NEW)
    site.unit.moved[alias] = Import("weaviate", _NEW)


def _uses(site: Site, statement: ast.ImportFrom, bound: str) -> list[Usage]:
    """The uses of the class under the name that the import binds."""
    found = []
    for node in site.planner.named_uses.get(bound, ()):
        if site.planner.is_use(node, "weaviate.Client"):
            if node not in site.module.parents or any(b.node is statement for b in site.module.bindings_of(node)):
                found.append(site.planner.usages[node][0])
    return found


# -- strings --------------------------------------------------------------------------------------------------------


def _patched(site: Site, node: ast.Constant, connected: Connected) -> Code:
    """``patch("weaviate.Client")``: the target is what the file's own code calls after the fix. Raises Refusal."""
    found: set[str] = set()
    for usage in site.planner.uses_of["weaviate.Client"]:
        if usage.call is not None and isinstance(usage.node, ast.Attribute):
            trial = Unit(usage.node)
            found.add(_function(connected(Site(site.planner, usage, trial))))
            for why in trial.doubts:
                site.unit.doubt(why)
    if len(found) != 1 or "" in found:
        raise Refusal("which function the patched code calls in v4 can't be seen")
    text = str(node.value)
    if not text.endswith("weaviate.Client"):
        raise Refusal("the class is named in a way that can't be changed safely")
    return site.string(f"{text.removesuffix('Client')}{found.pop()}")


def _function(code: Code) -> str:
    """The last part of the name that a call calls."""
    head = code.head if isinstance(code, Group) else ""
    if isinstance(head, Join):
        head = head.parts[-1]
    return head.rpartition(".")[2] if isinstance(head, str) else ""
