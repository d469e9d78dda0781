"""Answers searches, given as canonical operations: no real vectors, but the same answer for both clients."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import Any

from ..canonical import values
from .state import Failure, State, Stored

Operation = dict[str, Any]


@dataclass
class Row:
    """An object that was found, and what is known of it; ``metadata`` has v4's names."""

    stored: Stored
    metadata: dict[str, Any] = field(default_factory=dict)
    generated: str | None = None


@dataclass
class Group:
    """A group of objects."""

    name: str
    rows: list[Row]


@dataclass
class Answer:
    """What a search finds."""

    rows: list[Row]
    groups: list[Group] | None = None
    generated: str | None = None


def search(operation: Operation, state: State) -> Answer:
    """Objects in the order in which they were put in, with metadata that follows from their place."""
    found = matching(operation, state)
    for clause in reversed(operation.get("sort", [])):
        found.sort(key=lambda one, name=clause["path"][-1]: _key(one, name), reverse=clause["order"] == "desc")  # type: ignore[misc]
    rows = [_row(one, place, operation) for place, one in enumerate(found)]
    rows = [row for row in rows if _near_enough(row, operation)]
    if after := operation.get("after"):
        ids = [row.stored.uuid for row in rows]
        rows = rows[ids.index(after) + 1 :] if after in ids else rows
    start = operation.get("offset", 0)
    rows = rows[start : start + operation.get("limit", 25)]
    answer = Answer(rows)
    if group := operation.get("group_by"):
        answer.groups = _groups(rows, group)
    if generate := operation.get("generate"):
        for row in rows:
            if "single" in generate:
                row.generated = f"generated from {_filled(generate['single'], row.stored)}"
        if "grouped" in generate:
            about = ", ".join(generate.get("grouped_properties", ["everything"]))
            answer.generated = f"generated from {generate['grouped']} on {about} of {len(rows)} objects"
    return answer


def matching(operation: Operation, state: State) -> list[Stored]:
    """The objects of the operation's class (and tenant) that pass its filters."""
    found = state.of(operation["collection"], operation.get("tenant"))
    given = operation.get("filters")
    return [one for one in found if given is None or passes(one, given, state)]


def _row(stored: Stored, place: int, operation: Operation) -> Row:
    metadata: dict[str, Any] = {
        "creation_time": stored.created,
        "last_update_time": stored.updated,
        "is_consistent": True,
        "vector": stored.vector,
    }
    if any(key.startswith("near_") for key in operation):
        metadata |= {"distance": (place + 1) / 64, "certainty": 1 - (place + 1) / 128}
    if "bm25" in operation or "hybrid" in operation:
        kind = "bm25" if "bm25" in operation else "hybrid"
        metadata |= {"score": 1 - place / 8, "explain_score": f"{kind} found it in place {place + 1}"}
    if "rerank" in operation:
        metadata["rerank_score"] = 0.5 + place / 16
    return Row(stored, metadata)


def _near_enough(row: Row, operation: Operation) -> bool:
    for key, content in operation.items():
        if key.startswith("near_"):
            if row.metadata["distance"] > content.get("distance", 2) or row.metadata["certainty"] < content.get(
                "certainty", 0
            ):
                return False
    return True


def _key(stored: Stored, name: str) -> tuple[bool, Any]:
    special = {
        "id": stored.uuid,
        "_id": stored.uuid,
        "_creationTimeUnix": stored.created,
        "_lastUpdateTimeUnix": stored.updated,
    }
    value = special.get(name, stored.properties.get(name))
    return (value is not None, value if value is not None else 0)


def _groups(rows: list[Row], group: dict[str, Any]) -> list[Group]:
    found: dict[str, Group] = {}
    for row in rows:
        value = row.stored.properties.get(group["path"][-1])
        name = value[0]["beacon"] if isinstance(value, list) and value and isinstance(value[0], dict) else str(value)
        found.setdefault(name, Group(name, [])).rows.append(row)
    kept = list(found.values())[: group["groups"]]
    for one in kept:
        one.rows = one.rows[: group["objects_per_group"]]
    return kept


def _filled(prompt: str, stored: Stored) -> str:
    return re.sub(r"\{(\w+)\}", lambda match: str(stored.properties.get(match[1], "")), prompt)


def passes(stored: Stored, given: dict[str, Any], state: State) -> bool:
    """Whether an object passes a canonical filter."""
    operator = given["operator"]
    if operator == "And":
        return all(passes(stored, one, state) for one in given["operands"])
    if operator == "Or":
        return any(passes(stored, one, state) for one in given["operands"])
    if operator == "Not":
        return not passes(stored, given["operands"][0], state)
    path = given["path"]
    if len(path) > 1:
        linked = [state.anywhere(values.beacon_id(one["beacon"])) for one in stored.properties.get(path[0], [])]
        inner = {**given, "path": path[2:]}
        return any(one is not None and one.cls == path[1] and passes(one, inner, state) for one in linked)
    expected = next((given[kind] for kind in ("text", "int", "number", "boolean", "geo") if kind in given), None)
    return _compare(operator, _actual(stored, path[0]), expected)


def _actual(stored: Stored, name: str) -> Any:
    if match := re.fullmatch(r"len\((\w+)\)", name):
        return len(stored.properties.get(match[1]) or "")
    if name == "id":
        return stored.uuid
    if name == "_creationTimeUnix":
        return values.timestamp(str(stored.created))
    if name == "_lastUpdateTimeUnix":
        return values.timestamp(str(stored.updated))
    value = stored.properties.get(name)
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return len(value)
    return values.date(value) if isinstance(value, str) else value


def _compare(operator: str, actual: Any, expected: Any) -> bool:
    if operator == "IsNull":
        return bool((actual is None) == expected)
    if operator == "WithinGeoRange":
        return bool(
            actual is not None and abs(actual["latitude"] - expected[0]) + abs(actual["longitude"] - expected[1]) < 1
        )
    if actual is None:
        return operator == "NotEqual"
    if operator in ("ContainsAny", "ContainsAll", "ContainsNone"):
        held = actual if isinstance(actual, list) else [actual]
        hits = [one in held for one in (expected if isinstance(expected, list) else [expected])]
        return {"ContainsAny": any(hits), "ContainsAll": all(hits), "ContainsNone": not any(hits)}[operator]
    if operator == "Like":
        return fnmatchcase(str(actual).lower(), str(expected).lower())
    held = actual if isinstance(actual, list) else [actual]
    return any(_ordered(operator, one, expected) for one in held)


def _ordered(operator: str, actual: Any, expected: Any) -> bool:
    if isinstance(actual, str) != isinstance(expected, str):
        raise Failure(422, f"data type filter cannot compare {actual!r} with {expected!r}")
    verdicts = {
        "Equal": actual == expected,
        "NotEqual": actual != expected,
        "GreaterThan": actual > expected,
        "GreaterThanEqual": actual >= expected,
        "LessThan": actual < expected,
        "LessThanEqual": actual <= expected,
    }
    return bool(verdicts[operator])
