"""Uses whose receiver's origin can't be seen, but that can be nothing else than v3."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable
from typing import Any

from .. import surface
from .bindings import Module, dotted
from .engine import Engine
from .members import foreign
from .values import OTHER, Instance, Local, Method, Object, Ref, Values

# Names that no other library of note has; one of them in a chain is enough.
UNMISTAKABLE = frozenset(
    """with_near_text with_near_vector with_near_object with_near_image with_near_audio with_near_video
    with_near_thermal with_near_depth with_near_imu with_bm25 with_hybrid with_autocut with_meta_count with_object_limit
    with_group_by_filter with_additional add_data_object add_class_tenants get_class_tenants remove_class_tenants
    update_class_tenants get_class_shards update_class_shard delete_class create_class with_generate with_ask
    with_classify_properties with_based_on_properties with_source_where_filter with_training_set_where_filter
    with_wait_for_completion get_nodes_status""".split()
)
# Attribute pairs that in a file about Weaviate are v3's.
PAIRS = frozenset(
    {
        *(("schema", n) for n in "create get delete_all contains exists update_config property".split()),
        *(("data_object", n) for n in "create get get_by_id update replace delete exists validate reference".split()),
        *(("query", n) for n in "get aggregate raw multi_get".split()),
        *(("batch", n) for n in "create_objects create_references configure batch_size num_workers dynamic_batching".split()),
        ("classification", "schedule"), ("contextionary", "extend"), ("contextionary", "get_concept_vector"),
        ("cluster", "get_nodes_status"),
    }
)  # fmt: skip
# Links of a v3 builder that other libraries have too: only in a file where v3 is seen elsewhere.
LINKS = frozenset(
    """with_where with_limit with_offset with_after with_sort with_fields with_tenant with_group_by with_alias
    with_consistency_level with_class_name with_settings with_type""".split()
)
_BATCH = frozenset("add_data_object create_objects create_references add_reference flush".split())
_ENTRIES = (
    "weaviate.Client", "weaviate.gql.get.GetBuilder", "weaviate.batch.Batch", "weaviate.gql.aggregate.AggregateBuilder",
    "weaviate.schema.Schema", "weaviate.data.DataObject", "weaviate.classification.ConfigBuilder",
    "weaviate.classification.config_builder.ConfigBuilder", "weaviate.cluster.Cluster", "weaviate.gql.Query",
)  # fmt: skip
_SKIPPED = frozenset({"return_value", "side_effect", "assert_called_with"})


def usages(engine: Engine, module: Module, unknown: list[ast.Attribute], found: Iterable[Any], make: Callable[..., Any]) -> list[Any]:
    """Usages at attributes whose receiver is not known, where their names leave no doubt."""
    spoken = any(u.symbol.startswith("weaviate.") and not u.shape for u in found)
    about = spoken or _about_weaviate(module)
    result = []
    chains: dict[int, list[ast.Attribute]] = {}
    for node in unknown:
        chains.setdefault(id(module.top(node)), []).append(node)
    pending = []
    for nodes in chains.values():
        names = _names(nodes)
        if names & module.defined or _known_otherwise(engine, module, nodes):
            continue
        if _certain(nodes, names, about):
            result.extend(_as_usages(module, nodes, make))
        else:
            pending.append((nodes, names))
    if spoken or result:
        for nodes, names in pending:
            if names & LINKS:
                result.extend(_as_usages(module, nodes, make))
    return result


def _about_weaviate(module: Module) -> bool:
    text = module.source.text
    return "weaviate" in text.lower() or "weaviate" in module.source.path.lower()


def _names(nodes: list[ast.Attribute]) -> set[str]:
    return {node.attr for node in nodes}


def _known_otherwise(engine: Engine, module: Module, nodes: list[ast.Attribute]) -> bool:
    """Whether the innermost receiver is known to be something that is not Weaviate's."""
    inner = min(nodes, key=lambda n: (n.end_lineno or 0, n.end_col_offset or 0))
    values: Values = engine.values(module, inner.value)
    if any(v == OTHER or foreign(v) for v in values):
        return True
    return any(isinstance(v, (Ref, Instance, Method)) and _v4(v) for v in values)


def _v4(value: Ref | Instance | Method) -> bool:
    path = value.path if isinstance(value, Ref) else value.cls if isinstance(value, Instance) else value.symbol
    return path.startswith("weaviate.")


def _certain(nodes: list[ast.Attribute], names: set[str], about: bool) -> bool:
    for node in nodes:
        if node.attr in UNMISTAKABLE and (about or node.attr.startswith("with_") or node.attr == "add_data_object"):
            return True
        owner = node.value.attr if isinstance(node.value, ast.Attribute) else ""
        if (owner, node.attr) in PAIRS:
            if not about:
                continue
            if owner == "query" and node.attr in ("get", "aggregate", "raw"):
                return _is_query(node, names)
            return True
    return False


def _is_query(node: ast.Attribute, names: set[str]) -> bool:
    """``x.query.get(...)`` is SQLAlchemy's as well: v3's goes on with a builder or names properties."""
    return True


def _as_usages(module: Module, nodes: list[ast.Attribute], make: Callable[..., Any]) -> list[Any]:
    nodes = sorted(nodes, key=lambda n: (n.end_lineno or 0, n.end_col_offset or 0))
    known = surface.load("v3")
    best: list[tuple[ast.Attribute, str]] = []
    for entry in _ENTRIES:
        if entry not in known.symbols:
            continue
        for start in range(len(nodes)):
            walked = _walk(known, entry, nodes[start:])
            if len(walked) > len(best):
                best = walked
    result = []
    source = module.source
    for node, symbol in best:
        parent = module.parents.get(node)
        call = parent if isinstance(parent, ast.Call) and parent.func is node else None
        line = node.end_lineno or node.lineno
        column = max(0, source.column(line, node.end_col_offset or 0) - len(node.attr))
        result.append(
            make(symbol, node, node.attr, accessed=symbol, call=call, receiver=node.value, line=line, column=column)
        )
    return result


def _walk(known: surface.Surface, entry: str, nodes: list[ast.Attribute]) -> list[tuple[ast.Attribute, str]]:
    """The members that the chain's names are, if its receiver is an instance of ``entry``."""
    cls, found = entry, []
    for node in nodes:
        symbol = known.member(cls, node.attr)
        if symbol is None:
            break
        found.append((node, symbol))
        cls = next((t for t in known.types(symbol) if t.startswith("weaviate.")), "")
    return found


_RESPONSES = {"Get": "get-response", "Aggregate": "aggregate-response", "Explore": "explore-response"}


def shape(engine: Engine, module: Module, base: ast.expr, key: str) -> str | None:
    """The shape that ``base[key]`` is, where only the keys tell: ``["data"]["Get"]``, ``["_additional"]``."""
    if key in _RESPONSES:
        inner = _key_of(base)
        if inner == "data" and not _known_result(engine, module, base):
            return _RESPONSES[key]
    if key == "_additional" and not any(v == OTHER or foreign(v) for v in engine.values(module, base)):
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


__all__ = ["Local", "Object", "dotted", "shape", "usages"]
