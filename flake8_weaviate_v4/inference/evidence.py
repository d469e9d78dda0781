"""Uses whose receiver's origin can't be seen, but that can be nothing else than v3."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterable

from .. import surface
from ..patterns import pattern
from .bindings import Module, once
from .engine import Engine
from .members import class_scope, foreign
from .names import dotted, terminal
from .values import OTHER, Display, Instance, Many, Method, Object, Ref, Row, Text, Value, Values

# Names that no other library of note has; one of them in a chain is enough.
UNMISTAKABLE = frozenset(
    """with_near_text with_near_vector with_near_object with_near_image with_near_audio with_near_video
    with_near_thermal with_near_depth with_near_imu with_bm25 with_hybrid with_autocut with_meta_count with_object_limit
    with_group_by_filter with_additional add_data_object add_class_tenants get_class_tenants remove_class_tenants
    update_class_tenants get_class_shards update_class_shard with_generate with_ask
    with_classify_properties with_based_on_properties with_source_where_filter with_training_set_where_filter
    with_wait_for_completion get_nodes_status""".split()
)
# Those of them that need no other sign of Weaviate in the file.
ANYWHERE = frozenset(
    """with_near_text with_near_vector with_near_object with_near_image with_bm25 with_hybrid with_meta_count
    with_autocut with_group_by_filter with_additional add_data_object get_class_shards add_class_tenants
    get_class_tenants remove_class_tenants update_class_tenants""".split()
)
# Attribute pairs that in a file about Weaviate are v3's, whatever they are asked of.
TELLING = frozenset(
    {
        *(("schema", n) for n in "create_class delete_class update_config".split()),
        *(("data_object", n) for n in "get_by_id reference".split()),
        *(("batch", n) for n in "create_objects create_references".split()),
        ("query", "multi_get"), ("classification", "schedule"), ("contextionary", "extend"),
        ("contextionary", "get_concept_vector"), ("cluster", "get_nodes_status"),
    }
)  # fmt: skip
# Those of them that need no other sign of Weaviate in the file.
_ALONE = frozenset({("schema", "create_class"), ("schema", "delete_class"), ("data_object", "get_by_id")})
# Pairs that other libraries have too: only asked of what is called a client, or where v3 is seen elsewhere.
PAIRS = frozenset(
    {
        *(("schema", n) for n in "create get delete_all contains exists property".split()),
        *(("data_object", n) for n in "create get update replace delete exists validate".split()),
        *(("query", n) for n in "get aggregate raw".split()),
        *(("batch", n) for n in "configure batch_size num_workers".split()),
    }
)
# Links of a v3 builder that other libraries have too: only in a file where v3 is seen elsewhere.
LINKS = frozenset(
    """with_where with_limit with_offset with_after with_sort with_fields with_group_by with_alias with_class_name
    with_settings with_type""".split()
)
_ENTRIES = (
    "weaviate.Client", "weaviate.gql.get.GetBuilder", "weaviate.batch.Batch", "weaviate.gql.aggregate.AggregateBuilder",
    "weaviate.schema.Schema", "weaviate.data.DataObject", "weaviate.classification.ConfigBuilder",
    "weaviate.classification.config_builder.ConfigBuilder", "weaviate.cluster.Cluster", "weaviate.gql.Query",
)  # fmt: skip
_OWNERS = frozenset(owner for owner, _ in TELLING | PAIRS)
_CLASSES = {
    "schema": "weaviate.schema.Schema", "data_object": "weaviate.data.DataObject", "query": "weaviate.gql.Query",
    "batch": "weaviate.batch.Batch", "cluster": "weaviate.cluster.Cluster",
}  # fmt: skip
_CLIENTS = pattern("client|weaviate|wv|conn", re.IGNORECASE)  # names of what is likely a client
_SETTINGS = frozenset("batch_size dynamic num_workers callback timeout_retries connection_error_retries".split())  # of a v3 batch
_SPEAKS_V4 = pattern(
    r"\bconnect_to_(local|custom|embedded|wcs|weaviate_cloud)\b|weaviate\.(WeaviateClient|WeaviateAsyncClient|classes)\b"
    r"|\.collections\.(get|use|create)\("
)
_SKIPPED = frozenset({"return_value", "side_effect"})


def assumptions(
    engine: Engine, module: Module, unknown: list[ast.Attribute], symbols: Iterable[str]
) -> dict[ast.AST, Values]:
    """Receivers that can be nothing else than v3 objects, by what is asked of them: expression -> its values.

    ``unknown`` are the attributes whose receiver inference can't see, ``symbols`` what it saw in the file. A name or
    ``self.x`` that one use gives away is the same thing in its other uses.
    """
    spoken = any(only_v3(symbol) for symbol in symbols)
    about = spoken or _about_weaviate(module)
    chains: dict[int, list[ast.Attribute]] = {}
    for node in unknown:
        chains.setdefault(id(module.top(node)), []).append(node)
    result: dict[ast.AST, Values] = {}
    for nodes in chains.values():
        nodes.sort(key=lambda n: (n.end_lineno or 0, n.end_col_offset or 0))
        if not _certain(module, nodes, about, spoken) or _known_otherwise(engine, module, nodes[0]):
            continue
        found = _best(nodes)
        if found is not None:
            receiver, entry = found
            result.update(dict.fromkeys(_same_thing(module, receiver), (Instance(entry),)))
            client = _entered_of(module, receiver) if entry == _CLASSES["batch"] else None
            if client is not None and not engine.values(module, client):
                result.update(dict.fromkeys(_same_thing(module, client), (Instance("weaviate.Client"),)))
    return result


def _entered_of(module: Module, batch: ast.expr) -> ast.expr | None:
    """``client`` of ``with client.batch(...) as batch``; None where the batch is not entered so."""
    bindings = module.bindings_of(batch) if isinstance(batch, ast.Name) else []
    value = bindings[0].value if len(bindings) == 1 and bindings[0].kind == "entered" else None
    member = value.func if isinstance(value, ast.Call) else value
    if not isinstance(member, ast.Attribute) or member.attr != "batch":
        return None
    called = isinstance(value, ast.Call) and not any(keyword.arg in _SETTINGS for keyword in value.keywords)
    return None if called and not _CLIENTS.search(terminal(member.value) or "") else member.value


def _same_thing(module: Module, receiver: ast.expr) -> list[ast.AST]:
    """``receiver`` and the other uses of the same name (in its scope) or attribute (of its class)."""
    if isinstance(receiver, ast.Name):
        bindings = module.bindings_of(receiver)
        return [receiver, *_uses(module, receiver.id).get(id(bindings), ())] if bindings else [receiver]
    text = dotted(receiver)
    if text is None or not isinstance(receiver, ast.Attribute):
        return [receiver]
    return [receiver, *_alike(module).get((text, _class_around(module, receiver)), ())]


@once
def _uses(module: Module, name: str) -> dict[int, list[ast.AST]]:
    """Uses of a name, by the (identity of the) bindings that they have in common."""
    found: dict[int, list[ast.AST]] = defaultdict(list)
    for node in module.names[name]:
        found[id(module.bindings_of(node))].append(node)
    return found


@once
def _alike(module: Module) -> dict[tuple[str, ast.AST | None], list[ast.AST]]:
    """Attributes by their dotted text and the class around them."""
    found: dict[tuple[str, ast.AST | None], list[ast.AST]] = defaultdict(list)
    for node in module.attributes:
        if (text := dotted(node)) is not None:
            found[text, _class_around(module, node)].append(node)
    return found


def _class_around(module: Module, node: ast.AST) -> ast.AST | None:
    return next((a for a in module.ancestors(node) if isinstance(a, ast.ClassDef)), None)


def only_v3(symbol: str) -> bool:
    """Whether a symbol shows that the file uses the v3 client."""
    return symbol in surface.load("v3").symbols and surface.load("v3").symbols[symbol].get("v4", "gone") != "same"


@once
def _speaks_v4(module: Module) -> bool:
    return _SPEAKS_V4.search(module.source.text) is not None


@once
def _about_weaviate(module: Module) -> bool:
    text = module.source.text
    return "weaviate" in text.lower() or "weaviate" in module.source.path.lower()


def _known_otherwise(engine: Engine, module: Module, node: ast.Attribute) -> bool:
    """Whether the chain's first receiver is known to be something else."""
    values: Values = engine.values(module, node.value)
    if any(v == OTHER or foreign(v) or _other_class(v) or isinstance(v, (Display, Many, Row, Text)) for v in values):
        return True
    if any(isinstance(v, Object) and _lacks(engine, module, v, node) for v in values):
        return True
    if _asked_of_another(engine, module, node.value, frozenset()):
        return True
    return any(isinstance(v, (Ref, Instance, Method)) and _weaviates(v) for v in values)


def _lacks(engine: Engine, module: Module, value: Object, node: ast.Attribute) -> bool:
    """Whether the object's class is wholly seen, and has no such member; ``self`` may be what a heir gives it."""
    if isinstance(node.value, ast.Name) and any(b.kind == "parameter" for b in module.bindings_of(node.value)):
        return False
    scope = class_scope(value.cls)
    return (
        not value.cls.node.bases
        and (scope is None or not {node.attr, "__getattr__"} & scope.names.keys())
        and node.attr not in value.cls.module.attribute_stores
    )


def _asked_of_another(engine: Engine, module: Module, node: ast.expr, seen: frozenset[str]) -> bool:
    """Whether the expression comes of a member such as ``query`` of another library's object."""
    while not isinstance(node, ast.Name):
        if isinstance(node, ast.Attribute) and node.attr in _OWNERS:
            if any(foreign(v) or _other_class(v) for v in engine.values(module, node.value)):
                return True
        inner = getattr(node, "func", None) or getattr(node, "value", None)
        if not isinstance(inner, ast.expr):
            return False
        node = inner
    if node.id in seen:
        return True
    bindings = module.bindings_of(node)[:10]
    return bool(bindings) and all(
        binding.kind == "value" and isinstance(binding.value, ast.expr) and len(seen) < 4
        and _asked_of_another(engine, module, binding.value, seen | {node.id})
        for binding in bindings
    )  # fmt: skip


def _other_class(value: Value) -> bool:
    """Whether it is an object of a class that is imported from another library."""
    if not isinstance(value, Instance) or "weaviate" in value.cls.lower():
        return False
    return not value.cls.startswith(("builtins.", "unittest.mock."))


def _weaviates(value: Ref | Instance | Method) -> bool:
    path = value.path if isinstance(value, Ref) else value.cls if isinstance(value, Instance) else value.symbol
    return path.startswith("weaviate.")


def _certain(module: Module, nodes: list[ast.Attribute], about: bool, spoken: bool) -> bool:
    """Whether the names of a chain leave no doubt: in any file, in one about Weaviate, or in one where v3 is seen."""
    for node in nodes:
        own = node.attr in module.defined  # the file has a method of that name itself
        if node.attr in UNMISTAKABLE and not own and (about or node.attr in ANYWHERE):
            return True
        pair = (terminal(node.value), node.attr)
        if pair in TELLING and (about or (isinstance(node.value, ast.Attribute) and pair in _ALONE)):
            return True
        if pair in PAIRS and _goes_on(module, node):
            return True
        if pair in PAIRS and isinstance(node.value, ast.Attribute):
            if about and _of_client(module, node, spoken) and _asked_like_v3(module, node):
                return True
        if spoken and node.attr in LINKS and not own:
            return True
    return False


def _goes_on(module: Module, node: ast.Attribute) -> bool:
    """Whether ``x.query.get(...)`` or ``.aggregate(...)`` is the head of a v3 builder chain."""
    call = module.parents.get(node)
    onward = module.parents.get(call) if isinstance(call, ast.Call) and call.func is node else None
    builder = f"weaviate.gql.{node.attr}.{node.attr.capitalize()}Builder"
    return isinstance(onward, ast.Attribute) and surface.load("v3").member(builder, onward.attr) is not None


def _of_client(module: Module, node: ast.Attribute, spoken: bool) -> bool:
    """Whether a pair is asked of something that is called a client, in a file that shows v3 or does not use v4."""
    assert isinstance(node.value, ast.Attribute)
    name = terminal(node.value.value) or _key_of(node.value.value)
    called = name is not None and _CLIENTS.search(name) is not None
    return called and (spoken or not _speaks_v4(module))


def _asked_like_v3(module: Module, node: ast.Attribute) -> bool:
    """Whether the arguments are v3's: not ``User.query.get(1)``, not ``self.schema.get("a")``."""
    call = module.parents.get(node)
    if not isinstance(call, ast.Call) or call.func is not node or node.attr != "get":
        return True
    if terminal(node.value) == "query":
        named = any(k.arg in ("class_name", "properties") for k in call.keywords)
        listed = len(call.args) > 1 and not (isinstance(call.args[1], ast.List) and not call.args[1].elts)
        return named or listed or (len(call.args) == 1 and not isinstance(call.args[0], ast.Constant))
    return True


def _best(nodes: list[ast.Attribute]) -> tuple[ast.expr, str] | None:
    """The receiver in the chain that explains most of its names as a v3 class, and that class."""
    known = surface.load("v3")
    best: tuple[tuple[int, bool], ast.expr, str] | None = None
    for start, node in enumerate(nodes):
        named = _CLASSES.get(terminal(node.value) or "")
        for entry in _ENTRIES:
            length = _walk(known, entry, nodes[start:])
            if length and (best is None or (length, entry == named) > best[0]):
                best = ((length, entry == named), node.value, entry)
    return None if best is None else best[1:]


def _walk(known: surface.Surface, entry: str, nodes: list[ast.Attribute]) -> int:
    """How many of the chain's names are members, one of the other, if its receiver is an instance of ``entry``."""
    cls = entry
    for count, node in enumerate(nodes):
        if node.attr in _SKIPPED:
            continue
        symbol = known.member(cls, node.attr)
        if symbol is None:
            return count
        cls = next((t for t in known.types(symbol) if t.startswith("weaviate.")), "")
    return len(nodes)


_RESPONSES = {"Get": "get-response", "Aggregate": "aggregate-response", "Explore": "explore-response"}


def shape(engine: Engine, module: Module, base: ast.expr, key: str, spoken: bool) -> str | None:
    """The shape that ``base[key]`` is, where only the keys tell: ``["data"]["Get"]``, ``["_additional"]``.

    In a file where v3 is not seen (``spoken``) but v4 is, or that posts GraphQL itself, they may tell of something else.
    """
    sure = spoken or not _may_mean_another(module)
    if key in _RESPONSES:
        told = key == "Get" or _about_weaviate(module)
        if told and _leads_from_data(module, base, sure) and not _known_result(engine, module, base):
            return _RESPONSES[key]
    elif key == "_additional":
        values = engine.values(module, base)
        if any(v == OTHER or foreign(v) or isinstance(v, Display) for v in values):
            return None
        return "additional" if sure else None
    return None


@once
def _may_mean_another(module: Module) -> bool:
    """Whether the file shows v4, or posts GraphQL itself."""
    return _speaks_v4(module) or "/graphql" in module.source.text


def _leads_from_data(module: Module, base: ast.expr, sure: bool) -> bool:
    """Whether ``base`` is an item under the key ``data``, also by way of a name or ``or {}``."""
    if isinstance(base, ast.BoolOp):
        base = base.values[0]
    if isinstance(base, ast.Name) and sure:
        values = [b.value for b in module.bindings_of(base)[:10] if b.kind == "value" and not b.path]
        return any(isinstance(value, ast.expr) and _key_of(value) == "data" for value in values)
    return _key_of(base) == "data"


def _key_of(node: ast.expr) -> str | None:
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant):
        return node.slice.value if isinstance(node.slice.value, str) else None
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ("get", "pop") and node.args:
        first = node.args[0]
        return first.value if isinstance(first, ast.Constant) and isinstance(first.value, str) else None
    return None


def _known_result(engine: Engine, module: Module, base: ast.expr) -> bool:
    """Whether what holds the key ``data`` is known to be another library's."""
    inner = base.value if isinstance(base, ast.Subscript) else base
    if isinstance(base, ast.Call) and isinstance(base.func, ast.Attribute):
        inner = base.func.value
    values = (*engine.values(module, base), *engine.values(module, inner))
    return any(v == OTHER or foreign(v) or _is_computed(v) for v in values)


def _is_computed(value: Value) -> bool:
    """Whether a dictionary is made of what other code gives: v3's shape of a v4 result, not an answer of v3 in a test."""
    return isinstance(value, Display) and any(isinstance(n, (ast.ListComp, ast.Call, ast.Attribute)) for n in ast.walk(value.node))
