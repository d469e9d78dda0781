"""GraphQL: parses a query, has the engine answer its canonical form, and shapes the answer as the query asks."""

from __future__ import annotations

from typing import Any

from graphql.language import FieldNode, SelectionSetNode

from ..canonical import graphql, values
from . import aggregates, engine
from .state import Failure, State, Stored


def answer(text: str, state: State) -> dict[str, Any]:
    """The body of the reply to POST /v1/graphql."""
    parsed = graphql.document(text)
    if isinstance(parsed, str):
        return {"data": None, "errors": [{"message": parsed}]}
    data: dict[str, Any] = {}
    errors: list[dict[str, Any]] = []
    for kind, node in graphql.queries(parsed):
        name = node.alias.value if node.alias else node.name.value
        try:
            if kind in ("Get", "Aggregate"):
                state.cls(node.name.value)
                data.setdefault(kind, {})[name] = (_get if kind == "Get" else _aggregate)(node, state)
            elif kind == "Explore":
                data[name] = _explore(node, state)
            else:
                raise Failure(422, f'Cannot query field "{kind}" on type "WeaviateObj".')
        except Failure as failure:
            data.setdefault(kind, {})[name] = None
            errors.append({"locations": [{"column": 6, "line": 1}], "message": str(failure), "path": [kind, name]})
    return {"data": data, **({"errors": errors} if errors else {})}


def _get(node: FieldNode, state: State) -> list[dict[str, Any]]:
    operation = graphql.get(node, state.schema())
    found = engine.search(operation, state)
    selection = node.selection_set
    if found.groups is not None:
        return [
            _shape(
                group.rows[0].stored,
                selection,
                state,
                {"group": (number, group), "path": operation["group_by"]["path"], **_extra(group.rows[0], None, False)},
            )
            for number, group in enumerate(found.groups)
            if group.rows
        ]
    return [
        _shape(row.stored, selection, state, _extra(row, found.generated, place == 0))
        for place, row in enumerate(found.rows)
    ]


def _extra(row: engine.Row, grouped: str | None, first: bool) -> dict[str, Any]:
    """What `_additional` can hold, under GraphQL's names and in GraphQL's types."""
    known = row.metadata
    return {
        "id": row.stored.uuid,
        "vector": known["vector"],
        "vectors": row.stored.vectors,
        "distance": known.get("distance"),
        "certainty": known.get("certainty"),
        "score": None if "score" not in known else str(known["score"]),
        "explainScore": known.get("explain_score"),
        "creationTimeUnix": str(known["creation_time"]),
        "lastUpdateTimeUnix": str(known["last_update_time"]),
        "isConsistent": known["is_consistent"],
        "rerank": [{"score": known.get("rerank_score")}],
        # as the server does: the grouped result is on the first object only
        "generate": {"error": None, "singleResult": row.generated, "groupedResult": grouped if first else None},
    }


def _shape(stored: Stored, selection: SelectionSetNode | None, state: State, extra: dict[str, Any]) -> dict[str, Any]:
    shaped: dict[str, Any] = {}
    for field in graphql.fields(selection):
        key = field.alias.value if field.alias else field.name.value
        if field.name.value == "_additional":
            shaped[key] = {
                one.name.value: _additional(one, stored, state, extra) for one in graphql.fields(field.selection_set)
            }
        else:
            shaped[key] = _property(field, stored, state)
    return shaped


def _property(field: FieldNode, stored: Stored, state: State) -> Any:
    value = stored.properties.get(field.name.value)
    if inner := graphql.fragments(field.selection_set):
        shaped = []
        for one in value or []:
            linked = state.anywhere(values.beacon_id(one["beacon"]))
            for fragment in inner:
                if linked is not None and fragment.type_condition and fragment.type_condition.name.value == linked.cls:
                    shaped.append(_shape(linked, fragment.selection_set, state, _extra(_plain(linked), None, False)))
        return shaped or None
    return _nested(field.selection_set, value) if field.selection_set else value


def _plain(stored: Stored) -> engine.Row:
    known = {
        "creation_time": stored.created,
        "last_update_time": stored.updated,
        "vector": stored.vector,
        "is_consistent": True,
    }
    return engine.Row(stored, known)


def _nested(selection: SelectionSetNode, value: Any) -> Any:
    if isinstance(value, list):
        return [_nested(selection, one) for one in value]
    if not isinstance(value, dict):
        return None
    return {
        field.name.value: _nested(field.selection_set, value.get(field.name.value)) if field.selection_set else value.get(field.name.value)
        for field in graphql.fields(selection)
    }  # fmt: skip


def _additional(field: FieldNode, stored: Stored, state: State, extra: dict[str, Any]) -> Any:
    name = field.name.value
    if name == "group" and "group" in extra:
        number, group = extra["group"]
        whole = {
            "id": number,
            "groupedBy": {"value": group.name, "path": extra["path"]},
            "count": len(group.rows),
            "minDistance": min(row.metadata.get("distance", 0) for row in group.rows),
            "maxDistance": max(row.metadata.get("distance", 0) for row in group.rows),
        }
        shaped: dict[str, Any] = {}
        for inner in graphql.fields(field.selection_set):
            if inner.name.value == "hits":
                shaped["hits"] = [
                    _shape(row.stored, inner.selection_set, state, _extra(row, None, False)) for row in group.rows
                ]
            else:
                shaped[inner.name.value] = whole.get(inner.name.value)
        return shaped
    value: Any = extra.get(name)
    if field.selection_set is None or value is None:
        return value
    pick = [one.name.value for one in graphql.fields(field.selection_set)]
    if isinstance(value, list):
        return [{key: one.get(key) for key in pick} for one in value]
    return {key: value.get(key) for key in pick}


_NAMES = {
    "topOccurrences": "top_occurrences",
    "totalTrue": "total_true",
    "totalFalse": "total_false",
    "percentageTrue": "percentage_true",
    "percentageFalse": "percentage_false",
    "pointingTo": "pointing_to",
}


def _aggregate(node: FieldNode, state: State) -> list[dict[str, Any]]:
    shaped = []
    for part in aggregates.aggregate(graphql.aggregate(node, state.schema()), state):
        one: dict[str, Any] = {}
        for field in graphql.fields(node.selection_set):
            name = field.name.value
            inner = graphql.fields(field.selection_set)
            if name == "meta":
                one["meta"] = {"count": part.count}
            elif name == "groupedBy":
                known = {
                    "value": part.value if isinstance(part.value, str) else str(part.value).lower(),
                    "path": part.path,
                }
                one["groupedBy"] = {asked.name.value: known.get(asked.name.value) for asked in inner}
            else:
                one[name] = {asked.name.value: _metric(asked, part.metrics[name]) for asked in inner}
        shaped.append(one)
    return shaped


def _metric(field: FieldNode, figures: dict[str, Any]) -> Any:
    value = figures.get(_NAMES.get(field.name.value, field.name.value))
    if field.name.value == "topOccurrences":
        pick = [one.name.value for one in graphql.fields(field.selection_set)]
        return [{key: one[key] for key in pick} for one in value or []]
    return value


def _explore(node: FieldNode, state: State) -> list[dict[str, Any]]:
    limit = graphql.arguments(node).get("limit", 25)
    pick = [one.name.value for one in graphql.fields(node.selection_set)]
    found = []
    for place, one in enumerate(state.objects[:limit]):
        known = {
            "beacon": f"weaviate://localhost/{one.cls}/{one.uuid}", "className": one.cls,
            "certainty": 1 - (place + 1) / 128, "distance": (place + 1) / 64,
        }  # fmt: skip
        found.append({key: known.get(key) for key in pick})
    return found
