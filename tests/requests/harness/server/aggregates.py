"""Answers aggregations, given as canonical operations."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from . import engine
from .state import State, Stored

Operation = dict[str, Any]


@dataclass
class Part:
    """Figures of a class, or of one of its groups."""

    count: int
    metrics: dict[str, dict[str, Any]]
    path: list[str] | None = None
    value: Any = None


def aggregate(operation: Operation, state: State) -> list[Part]:
    """One part, or one for each group."""
    near = any(key.startswith("near_") or key == "hybrid" for key in operation)
    if near:
        rows = engine.search({**operation, "limit": operation.get("object_limit", 25), "group_by": None}, state).rows
        found = [row.stored for row in rows]
    else:
        found = engine.matching(operation, state)
    types = state.schema()[operation["collection"]]
    path = operation.get("group_by")
    if not path:
        return [_part(found, operation, types)]
    groups: dict[str, tuple[Any, list[Stored]]] = {}
    for one in found:
        held = one.properties.get(path[-1])
        for value in held if isinstance(held, list) else [held]:
            shown = value["beacon"] if isinstance(value, dict) else value
            groups.setdefault(str(shown), (shown, []))[1].append(one)
    parts = []
    for shown, members in groups.values():
        part = _part(members, operation, types)
        part.path, part.value = path, shown
        parts.append(part)
    parts.sort(key=lambda part: -part.count)
    return parts[: operation.get("limit", 100)]


def _part(found: list[Stored], operation: Operation, types: dict[str, list[str]]) -> Part:
    metrics = {
        name: _figures(name, asked, found, types.get(name, ["text"])[0])
        for name, asked in operation.get("metrics", {}).items()
    }
    return Part(len(found), metrics)


def _figures(name: str, asked: dict[str, Any], found: list[Stored], kind: str) -> dict[str, Any]:
    held: list[Any] = []
    for one in found:
        value = one.properties.get(name)
        held += value if isinstance(value, list) else [value] if value is not None else []
    return {metric: _figure(metric, wish, held, kind) for metric, wish in asked.items() if metric != "kind"}


def _figure(metric: str, wish: Any, held: list[Any], kind: str) -> Any:
    if metric == "count":
        return len(held)
    if metric == "type":
        return "cref" if kind[:1].isupper() else kind
    if metric == "top_occurrences":
        limit = wish["limit"] if isinstance(wish, dict) else 5
        ranked = sorted(Counter(held).items(), key=lambda pair: (-pair[1], str(pair[0])))
        return [{"value": value, "occurs": occurs} for value, occurs in ranked[:limit]]
    if metric == "pointing_to":
        return [kind]
    if metric in ("total_true", "total_false"):
        return held.count(metric == "total_true")
    if metric in ("percentage_true", "percentage_false"):
        return held.count(metric == "percentage_true") / len(held) if held else 0.0
    if not held:
        return None
    held = sorted(held)
    if metric in ("minimum", "maximum"):
        return held[0] if metric == "minimum" else held[-1]
    if metric == "mode":
        return Counter(held).most_common(1)[0][0]
    if kind.startswith("date"):
        return held[len(held) // 2]
    if metric == "median":
        return (held[(len(held) - 1) // 2] + held[len(held) // 2]) / 2
    return sum(held) if metric == "sum" else sum(held) / len(held)
