"""``with_sort`` -> ``Sort``, ``with_group_by`` -> ``GroupBy``."""

from __future__ import annotations

import ast

from ...inference.values import Text
from ..code import Code, call, join
from ..literal import Literal, constant, follow
from ..site import Site
from ..text import is_atom
from ..unit import Refusal
from .filter_flow import Flow
from .filters import QUERY


def sorted_by(site: Site, before: Code | None, node: ast.expr) -> Code:
    """What ``with_sort`` sorts by, behind what the query sorts by ``before``."""
    try:
        literal = follow(site, node)
    except Refusal as refusal:
        flow = Flow(site, lambda made: _sorted(site, None, Literal(site, made)), "sort", lists=True)
        try:
            flow.filter(node)
        except Refusal:
            raise refusal from None
        if before is not None:  # a v4 sort is changed by what goes on from it
            raise Refusal("what the query sorts by is made elsewhere") from None
        flow.commit()
        site.planner.memo[f"handed sort {id(site.unit)}"] = True
        return node
    if before is not None and f"handed sort {id(site.unit)}" in site.planner.memo:
        raise Refusal("what the query sorts by is made elsewhere")
    return _sorted(site, before, literal)


def _sorted(site: Site, before: Code | None, literal: Literal) -> Code:
    clauses = literal.elements() if isinstance(literal.node, (ast.List, ast.Tuple)) else [literal.node]
    code: Code = before if before is not None else site.use(QUERY, "Sort")
    for number, clause in enumerate(clauses):
        items = literal.inner(clause, number).items()
        if not {"path", "order"} <= items.keys() or (literal.variable is not None and not literal.moves):
            raise Refusal("how the query sorts can't be seen")
        path = literal.inner(items["path"]).node
        steps = path.elts if isinstance(path, ast.List) else [path]
        if len(steps) != 1:
            raise Refusal("how the query sorts can't be seen")
        ascending = _ascending(site, items["order"])
        name = constant(steps[0])
        known = {"_id": "by_id", "id": "by_id", "_creationTimeUnix": "by_creation_time", "_lastUpdateTimeUnix": "by_update_time"}
        if isinstance(name, str) and name in known:
            code = call(join(code, f".{known[name]}"), ascending=ascending)
        else:
            code = call(join(code, ".by_property"), steps[0], ascending=ascending)
    return code


def _ascending(site: Site, node: ast.expr) -> Code | None:
    """``ascending=`` for v3's ``order``; None where it is left out."""
    order = constant(node)
    if order in ("asc", "desc"):
        return None if order == "asc" else "False"
    if isinstance(node, ast.IfExp) and (constant(node.body), constant(node.orelse)) == ("desc", "asc"):
        return join("not ", node.test if is_atom(node.test) else join("(", node.test, ")"))
    if order is not None or not isinstance(node, (ast.Name, ast.Attribute, ast.Subscript)):
        raise Refusal("how the query sorts can't be seen")
    known = site.engine.values(site.module, node)
    if not known or not all(isinstance(value, Text) and value.text in ("asc", "desc") for value in known):
        site.unit.doubt("the order is taken to be `asc` or `desc`")
    return join(node, f" == {site.string('asc')}")


def grouped_by(site: Site, given: dict[str, ast.expr]) -> Code:
    """What ``with_group_by`` groups by."""
    paths = follow(site, given["properties"]).elements()
    if len(paths) != 1 or not {"groups", "objects_per_group"} <= given.keys():
        raise Refusal("v4 groups by one property")
    return call(
        site.use(QUERY, "GroupBy"), prop=paths[0], objects_per_group=given["objects_per_group"], number_of_groups=given["groups"]
    )
