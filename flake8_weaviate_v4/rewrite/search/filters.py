"""v3 where dictionaries -> v4 filters.

The keys and operators are those that ``weaviate.gql.filter.Where`` of 3.26.7 takes; what a v4 filter sends is read in
``weaviate.collections.filters`` of 4.x: it tells integers, numbers, texts and booleans apart by the Python value.
"""

from __future__ import annotations

import ast
from collections.abc import Sequence

from ...inference.values import Text
from ..changing import changed_between, held, may_be_changed
from ..code import Code, Group, Item, call, each, join, listed
from ..literal import Literal, constant, follow
from ..site import Site
from ..unit import Refusal
from .filter_flow import Flow

QUERY = "weaviate.classes.query"
_METHODS = {
    "Equal": "equal", "NotEqual": "not_equal", "GreaterThan": "greater_than", "GreaterThanEqual": "greater_or_equal",
    "LessThan": "less_than", "LessThanEqual": "less_or_equal", "Like": "like", "IsNull": "is_none",
    "ContainsAny": "contains_any", "ContainsAll": "contains_all",
}  # fmt: skip
_OF_LISTS = ("ContainsAny", "ContainsAll")
_BY_ID = frozenset({"equal", "not_equal", "contains_any"})
_KINDS = ("Text", "String", "Int", "Number", "Boolean", "Date", "GeoRange")
VALUES = {f"value{kind}{many}": kind for kind in _KINDS for many in ("", "Array", "List")}


def filtered(site: Site, node: ast.expr, seen: Sequence[object] = ()) -> Code:
    """The filter for a where dictionary. Raises Refusal where a part of it can't be seen.

    A variable that is only read for filters holds one from then on; ``seen`` is what is being followed.
    """
    if isinstance(node, ast.Dict):
        return _clause(site, Literal(site, node), ())
    flow = _flow(site, seen)
    try:
        flow.filter(node)
    except Refusal:
        literal = follow(site, node)
        if not isinstance(literal.node, ast.Dict):
            raise Refusal("the where filter is no dictionary literal") from None
        return _clause(site, literal, ())
    for made in flow.shared:
        _check_unchanged(site, made)
    flow.commit()
    return node


def _check_unchanged(site: Site, made: ast.AST) -> None:
    """Doubt that a list in a filter is the same where the query is given it: v4 copies it where the filter is made."""
    first, last = getattr(made, "end_lineno", 0), site.statement().lineno
    if not isinstance(made, ast.Dict) or site.function(made) is not site.function():
        return
    lists = [part for part in ast.walk(made) if isinstance(part, ast.Dict) and any(constant(v) in _OF_LISTS for v in part.values)]
    for name in (name for part in lists for name in held(part, partly=True)):
        if changed_between(site, name, first, last) or may_be_changed(site, name, first, last):
            site.unit.doubt(f"`{name.id}` may be changed after the filter is made")


def _flow(site: Site, seen: Sequence[object]) -> Flow:
    flow = Flow(site, lambda made: _clause(site, Literal(site, made), (), flow.seen), seen=list(seen))
    return flow


def _part_of(site: Site, literal: Literal, node: ast.expr, keys: tuple[object, ...], seen: Sequence[object]) -> Code:
    """One operand: a dictionary, or what is one elsewhere."""
    if literal.variable is not None and not isinstance(node, ast.Dict):
        raise Refusal("an operand of the where filter can't be seen")
    if isinstance(node, ast.Dict):
        return _clause(site, literal.inner(node, *keys), keys, seen)
    return filtered(site, node, seen)


def _clause(site: Site, literal: Literal, keys: tuple[object, ...], seen: Sequence[object] = ()) -> Code:
    items = literal.items()
    operator = constant(items.get("operator"))
    if not isinstance(operator, str):
        raise Refusal("the operator of the where filter is not a literal")
    if "path" in items:
        return _comparison(site, literal, items, operator, keys)
    if operator not in ("And", "Or") or "operands" not in items:
        raise Refusal("the where filter has neither `path` nor `operands`")
    name = f"{site.use(QUERY, 'Filter')}.{'all_of' if operator == 'And' else 'any_of'}"
    node = items["operands"]
    if isinstance(node, ast.ListComp):
        return call(name, _comprehended(site, literal, node))
    if isinstance(node, (ast.List, ast.Tuple)):
        elements = literal.inner(node, *keys, "operands").elements()
        return call(name, listed([_part_of(site, literal, e, (*keys, "operands", n), seen) for n, e in enumerate(elements)]))
    flow = _flow(site, seen)
    flow.operands(node)
    if isinstance(node, ast.Name) and not isinstance(site.parent(literal.node), ast.Call):
        flow.check_complete(node)
    flow.commit()
    return call(name, node)


def _comprehended(site: Site, literal: Literal, node: ast.ListComp) -> Code:
    """``[{"path": ..., ...} for value in values]``."""
    if literal.variable is not None and not literal.moves:
        raise Refusal("the where filter is built by a comprehension")
    rounds = []
    for generator in node.generators:
        if generator.is_async:
            raise Refusal("the where filter is built by a comprehension")
        tests = [part for test in generator.ifs for part in (" if ", test)]
        rounds.append(Item(join("for ", generator.target, " in ", generator.iter, *tests)))
    return Group("", "[", (Item(_clause(site, follow(site, node.elt), ())), *rounds), "]", "")


def _comparison(site: Site, literal: Literal, items: dict[str, ast.expr], operator: str, keys: tuple[object, ...]) -> Code:
    values = [key for key in items if key in VALUES]
    if len(values) != 1:
        raise Refusal("the where filter has no `value...` key that can be seen")
    kind, node = VALUES[values[0]], items[values[0]]
    if operator == "WithinGeoRange":
        return _within(site, literal.inner(node, *keys, values[0]), _target(site, literal, items, keys, ""))
    method = _METHODS.get(operator)
    if method is None:
        raise Refusal(f"v4 has no filter operator `{operator}`")
    by = method if _are_ids(node) else ""
    value = literal.part(_typed(node, kind), *keys, values[0])
    if value is node or isinstance(value, (str, Group)):
        pass
    elif kind == "Number":  # read from a variable
        value = call("float", value)
    _check_known(site, node, kind)
    number = _number(node, value, kind, method in ("contains_any", "contains_all"))
    return call(join(_target(site, literal, items, keys, by), f".{method}"), number)


def _are_ids(node: ast.expr) -> bool:
    """Whether nothing in the value is a text that ``Filter.by_id`` refuses, as it is no UUID."""
    value = constant(node)
    for text in value if isinstance(value, (list, tuple)) else [value]:
        try:
            if isinstance(text, str):
                from uuid import UUID  # late: it takes a while to import

                UUID(text)
        except ValueError:
            return False
    return True


def _check_known(site: Site, node: ast.expr, kind: str) -> None:
    """Raise Refusal where the value is known to be a text: v3 pastes it into the query as the number that it is there."""
    if kind in ("Int", "Number", "Boolean"):
        known = site.engine.values(site.module, node)
        made = isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "str")
        if made or (known and all(isinstance(value, Text) for value in known)):
            raise Refusal(f"the filter value is a text, but is sent as `value{kind}`")


def _typed(node: ast.expr, kind: str) -> ast.expr:
    """The value, if it is one that v4 sends as the type that v3 names."""
    value = constant(node)
    if isinstance(value, (list, tuple)) and not value:
        raise Refusal("v4 refuses a filter on an empty list")
    found = value if isinstance(value, (list, tuple)) else [value]
    for one in found:
        if one is None:
            continue
        if kind in ("Text", "String", "Date") and not isinstance(one, str):
            raise Refusal(f"the filter value is no text, but is sent as `value{kind}`")
        if kind == "Int" and (isinstance(one, bool) or not isinstance(one, int)):
            raise Refusal("the filter value is no integer, but is sent as `valueInt`")
        if kind == "Boolean" and not isinstance(one, bool):
            raise Refusal("the filter value is no boolean, but is sent as `valueBoolean`")
    if kind == "Int" and isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div):
        raise Refusal("the filter value is a quotient, but is sent as `valueInt`")
    return node


def _number(node: ast.expr, value: Code, kind: str, many: bool) -> Code:
    """v4 sends an integer as ``valueInt`` whatever the property is: numbers have to be floats."""
    if kind != "Number":
        return value
    known = constant(node)
    if isinstance(known, float) or (isinstance(known, list) and all(isinstance(n, float) for n in known)):
        return value
    if isinstance(known, int) and not isinstance(known, bool):
        return f"{known}.0"
    if isinstance(known, list):
        if any(isinstance(n, bool) or not isinstance(n, (int, float)) for n in known):
            raise Refusal("the filter's numbers are none")
        return listed([f"{n}.0" if isinstance(n, int) else f"{n}" for n in known])
    if isinstance(node, (ast.List, ast.ListComp)):
        raise Refusal("the filter's numbers may be integers")
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "float":
        return value
    if many and not isinstance(value, Group):
        return each(call("float", "number"), "number", value)
    return value if isinstance(value, Group) else call("float", value)


def _within(site: Site, literal: Literal, target: Code) -> Code:
    items = literal.items()
    place, distance = (literal.inner(items[k]).items() if k in items else {} for k in ("geoCoordinates", "distance"))
    if literal.variable is not None and not literal.moves:
        raise Refusal("the filter's geo range stands in a variable that is used elsewhere")
    if not {"latitude", "longitude"} <= place.keys() or "max" not in distance:
        raise Refusal("the filter's geo range can't be seen")
    coordinate = call(site.use(QUERY, "GeoCoordinate"), latitude=place["latitude"], longitude=place["longitude"])
    return call(join(target, ".within_geo_range"), coordinate=coordinate, distance=distance["max"])


def _target(site: Site, literal: Literal, items: dict[str, ast.expr], keys: tuple[object, ...], method: str) -> Code:
    """What the filter looks at: a property, its length, the id, through references."""
    node = items["path"]
    name = site.use(QUERY, "Filter")
    try:
        path = literal.inner(node, *keys, "path")
    except Refusal:
        if isinstance(node, (ast.Name, ast.Attribute)):  # a text or a list: which, can't be seen
            raise Refusal("the path of the where filter can't be seen") from None
        return call(join(name, ".by_property"), _part(literal, node, *keys, "path"))
    if isinstance(path.node, (ast.Constant, ast.JoinedStr)):
        steps: list[ast.expr] = [path.node]
        deep: tuple[object, ...] = (*keys, "path")
        codes = [path.part(path.node, *deep)]
    else:
        steps = path.elements()
        codes = [path.part(step, *keys, "path", n) for n, step in enumerate(steps)]
    if len(steps) % 2 == 0:
        raise Refusal("the path of the where filter is no chain of references and collections")
    code: Code = name
    for n in range(0, len(steps) - 1, 2):
        code = call(join(code, ".by_ref_multi_target"), codes[n], codes[n + 1])
    return _property(site, code, steps[-1], codes[-1], method)


def _part(literal: Literal, node: ast.expr, *keys: object) -> Code:
    return literal.part(node, *keys)


def _property(site: Site, code: Code, step: ast.expr, shown: Code, method: str) -> Code:
    name = constant(step)
    if name in ("id", "_id") and method in _BY_ID:
        return join(code, ".by_id()")
    if isinstance(name, str) and name.startswith("len(") and name.endswith(")"):
        return call(join(code, ".by_property"), site.string(name[4:-1]), length="True")
    return call(join(code, ".by_property"), shown)
