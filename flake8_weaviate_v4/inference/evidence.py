"""Uses whose receiver's origin can't be seen, but that can be nothing else than v3."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from .. import surface
from .bindings import Module, dotted, terminal
from .engine import Engine
from .members import foreign
from .values import OTHER, Display, Instance, Method, Ref, Values

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
    with_autocut with_group_by_filter with_additional add_data_object get_class_shards""".split()
)
# Attribute pairs that in a file about Weaviate are v3's.
PAIRS = frozenset(
    {
        *(("schema", n) for n in "create create_class delete_class get delete_all contains exists update_config property".split()),
        *(("data_object", n) for n in "create get get_by_id update replace delete exists validate reference".split()),
        *(("query", n) for n in "get aggregate raw multi_get".split()),
        *(("batch", n) for n in "create_objects create_references configure batch_size num_workers dynamic_batching".split()),
        ("classification", "schedule"), ("contextionary", "extend"), ("contextionary", "get_concept_vector"),
        ("cluster", "get_nodes_status"),
    }
)  # fmt: skip
# Links of a v3 builder that other libraries have too: only in a file where v3 is seen elsewhere.
LINKS = frozenset(
    """with_where with_limit with_offset with_after with_sort with_fields with_group_by with_alias with_class_name
    with_settings with_type""".split()
)
_BATCH = frozenset("add_data_object create_objects create_references add_reference flush".split())
_ENTRIES = (
    "weaviate.Client", "weaviate.gql.get.GetBuilder", "weaviate.batch.Batch", "weaviate.gql.aggregate.AggregateBuilder",
    "weaviate.schema.Schema", "weaviate.data.DataObject", "weaviate.classification.ConfigBuilder",
    "weaviate.classification.config_builder.ConfigBuilder", "weaviate.cluster.Cluster", "weaviate.gql.Query",
)  # fmt: skip
_SKIPPED = frozenset({"return_value", "side_effect"})


def assumptions(
    engine: Engine, module: Module, unknown: list[ast.Attribute], symbols: Iterable[str]
) -> dict[ast.AST, Values]:
    """Receivers that can be nothing else than v3 objects, by what is asked of them: expression -> its values.

    ``unknown`` are the attributes whose receiver inference can't see, ``symbols`` what it saw in the file. A name or
    ``self.x`` that one use gives away is the same thing in its other uses.
    """
    spoken = any(_only_v3(symbol) for symbol in symbols)
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
    return result


def _same_thing(module: Module, receiver: ast.expr) -> list[ast.AST]:
    """``receiver`` and the other uses of the same name (in its scope) or attribute (of its class)."""
    if isinstance(receiver, ast.Name):
        bindings = module.bindings_of(receiver)
        return [receiver, *(n for n in module.names[receiver.id] if module.bindings_of(n) is bindings and bindings)]
    text = dotted(receiver)
    if text is None or not isinstance(receiver, ast.Attribute):
        return [receiver]
    alike = [n for n in module.attributes if n.attr == receiver.attr and dotted(n) == text]
    around = _class_around(module, receiver)
    return [receiver, *(n for n in alike if _class_around(module, n) is around)]


def _class_around(module: Module, node: ast.AST) -> ast.AST | None:
    return next((a for a in module.ancestors(node) if isinstance(a, ast.ClassDef)), None)


def _only_v3(symbol: str) -> bool:
    """Whether a symbol shows that the file uses the v3 client."""
    return symbol in surface.load("v3").symbols and surface.load("v3").symbols[symbol].get("v4", "gone") != "same"


def _about_weaviate(module: Module) -> bool:
    text = module.source.text
    return "weaviate" in text.lower() or "weaviate" in module.source.path.lower()


def _known_otherwise(engine: Engine, module: Module, node: ast.Attribute) -> bool:
    """Whether the chain's first receiver is known to be something else."""
    values: Values = engine.values(module, node.value)
    if any(v == OTHER or foreign(v) for v in values):
        return True
    return any(isinstance(v, (Ref, Instance, Method)) and _weaviates(v) for v in values)


def _weaviates(value: Ref | Instance | Method) -> bool:
    path = value.path if isinstance(value, Ref) else value.cls if isinstance(value, Instance) else value.symbol
    return path.startswith("weaviate.")


def _certain(module: Module, nodes: list[ast.Attribute], about: bool, spoken: bool) -> bool:
    """Whether the names of a chain leave no doubt: in any file, in one about Weaviate, or in one where v3 is seen."""
    for node in nodes:
        own = node.attr in module.defined  # the file has a method of that name itself
        if node.attr in UNMISTAKABLE and not own and (about or node.attr in ANYWHERE):
            return True
        owner = terminal(node.value)
        if about and (owner, node.attr) in PAIRS:
            return True
        if spoken and node.attr in LINKS and not own:
            return True
    return False


def _best(nodes: list[ast.Attribute]) -> tuple[ast.expr, str] | None:
    """The receiver in the chain that explains most of its names as a v3 class, and that class."""
    known = surface.load("v3")
    best: tuple[int, ast.expr, str] | None = None
    for start, node in enumerate(nodes):
        for entry in _ENTRIES:
            length = _walk(known, entry, nodes[start:])
            if length and (best is None or length > best[0]):
                best = (length, node.value, entry)
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


def shape(engine: Engine, module: Module, base: ast.expr, key: str) -> str | None:
    """The shape that ``base[key]`` is, where only the keys tell: ``["data"]["Get"]``, ``["_additional"]``."""
    if key in _RESPONSES:
        inner = _key_of(base)
        if inner == "data" and not _known_result(engine, module, base):
            return _RESPONSES[key]
    if key == "_additional":
        values = engine.values(module, base)
        if not any(v == OTHER or foreign(v) or isinstance(v, Display) for v in values):
            return "additional"
    return None


def _key_of(node: ast.expr) -> str | None:
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant):
        return node.slice.value if isinstance(node.slice.value, str) else None
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ("get", "pop") and node.args:
        first = node.args[0]
        return first.value if isinstance(first, ast.Constant) and isinstance(first.value, str) else None
    return None


def _known_result(engine: Engine, module: Module, base: ast.expr) -> bool:
    values = engine.values(module, base)
    inner = base.value if isinstance(base, ast.Subscript) else base.func.value if isinstance(base, ast.Call) and isinstance(base.func, ast.Attribute) else base
    values = (*values, *engine.values(module, inner))
    return any(v == OTHER or foreign(v) for v in values)

