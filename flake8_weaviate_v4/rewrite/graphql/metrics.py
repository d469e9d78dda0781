"""What a v3 aggregation asks for: the GraphQL fields of ``with_fields``, as v4 metrics.

v4 names the kind of a property, which GraphQL does not. The server goes by its own schema: of the kind it takes only which
figures are asked for, and its answer has the kind of the property (``parse_aggregate_request.go`` and
``prepare_aggregate_reply.go`` of weaviate 1.29 and newer; for older servers v4 sends GraphQL). So a kind that has the
figures asks for the same; the one that fits is what a reader wants to see.
"""

from __future__ import annotations

from ...patterns import pattern
from ...records import field, record
from ..code import Code, call, join, listed
from ..collections.datatypes import datatype
from ..search.filters import QUERY
from ..site import Site
from ..unit import Refusal
from .template import Template

TYPE_CHECKING = False  # as in typing
if TYPE_CHECKING:
    from graphql import FieldNode, SelectionSetNode

# GraphQL field -> argument of ``Metrics`` and attribute of the answer.
NAMES = {
    "count": "count", "maximum": "maximum", "mean": "mean", "median": "median", "minimum": "minimum", "mode": "mode",
    "sum": "sum_", "totalTrue": "total_true", "totalFalse": "total_false", "percentageTrue": "percentage_true",
    "percentageFalse": "percentage_false", "topOccurrences": "top_occurrences", "pointingTo": "pointing_to",
}  # fmt: skip
_TRUTH = frozenset("totalTrue totalFalse percentageTrue percentageFalse".split())
_DATE = frozenset("count maximum median minimum mode".split())
# Method of ``Metrics`` -> the fields that it has.
_KINDS = {
    "text": frozenset({"count", "topOccurrences"}), "integer": _DATE | {"mean", "sum"}, "number": _DATE | {"mean", "sum"},
    "boolean": _TRUTH | {"count"}, "date_": _DATE, "reference": frozenset({"pointingTo"}),
}  # fmt: skip
_OF_TYPE = {"text": "text", "int": "integer", "number": "number", "boolean": "boolean", "date": "date_", "cref": "reference", "uuid": "text"}
_DATED = pattern(r"(?i)date|time|(created|updated|published|modified)(_?at)?$|_at$")


@record(eq=False)
class Metric:
    """The figures of one property: GraphQL names, in order. ``shown`` is the code of its name, ``tops`` what is asked of top
    occurrences."""

    shown: Code
    asked: dict[str, None] = field(default_factory=dict)
    limit: Code | None = None
    tops: list[str] = field(default_factory=list)
    datatype: str | None = None

    @property
    def kind(self) -> str:
        """The method of ``Metrics``. Raises Refusal where no kind has all figures."""
        asked = self.asked.keys() - {"type"}
        declared = _OF_TYPE.get((self.datatype or "").removesuffix("[]"))
        if declared is not None:
            kinds = [declared]
        else:
            dated = isinstance(self.shown, str) and _DATED.search(self.shown.strip("'\""))
            kinds = ["text", "boolean", "reference", *(("date_", "integer") if dated else ("integer",))]
        for kind in kinds:
            if asked <= _KINDS[kind]:
                return kind
        raise Refusal("the figures of a property fit no kind of v4 metrics")


@record(eq=False)
class Measured:
    """What is asked of a collection or of each of its groups."""

    count: bool = False
    metrics: dict[str, Metric] = field(default_factory=dict)
    grouped: list[str] = field(default_factory=list)  # fields of ``groupedBy``
    order: list[str] = field(default_factory=list)  # ``meta``, ``groupedBy`` and properties, as the answer has them

    def returned(self, site: Site) -> Code | None:
        """``return_metrics=``."""
        codes: list[Code] = []
        for metric in self.metrics.values():
            if not metric.asked.keys() - {"type"}:
                raise Refusal("the type of a property has no v4 equivalent")
            arguments: dict[str, Code | None] = {}
            for name in metric.asked:
                if name == "topOccurrences":  # gRPC has one switch for both, which is that of the count
                    arguments |= dict.fromkeys(("top_occurrences_count", "top_occurrences_value"), "True")
                elif name != "type":
                    arguments[NAMES[name]] = "True"
            named = call(site.use(QUERY, "Metrics"), metric.shown)
            if metric.limit is not None:
                arguments[_limit(site)] = metric.limit
            codes.append(call(join(named, f".{metric.kind}"), **arguments))
        if not codes:
            return None
        return codes[0] if len(codes) == 1 else listed(codes)


def _limit(site: Site) -> str:
    """The argument for the number of top occurrences: `min_occurrences` was its name before 4.16."""
    if site.options.target < (4, 9):
        raise Refusal("v4 before 4.9 has no limit of top occurrences")
    return "limit" if site.options.target >= (4, 16) else "min_occurrences"


def measured(text: Template, found: Measured, selection: SelectionSetNode, collection: object) -> None:
    """Add the fields of a GraphQL selection. ``collection`` is its name, None where it can't be seen."""
    for node in _fields(selection):
        name = node.name.value
        if name not in found.order:
            found.order.append(name)
        if name == "meta":
            if [inner.name.value for inner in _fields(node.selection_set)] != ["count"]:
                raise Refusal("an aggregation has no `meta` but `count`")
            found.count = True
        elif name == "groupedBy":
            found.grouped = [inner.name.value for inner in _fields(node.selection_set)]
            if not set(found.grouped) <= {"value", "path"}:
                raise Refusal("a group is told by `value` and `path`")
        else:
            shown = text.name(name)
            if name not in found.metrics:
                found.metrics[name] = Metric(shown if name in text.values else text.site.string(name))
                found.metrics[name].datatype = None if name in text.values else datatype(text.site, collection, name)
            _metric(text, found.metrics[name], node)


def _metric(text: Template, metric: Metric, node: FieldNode) -> None:
    if not _fields(node.selection_set):
        raise Refusal("no figures are asked of a property")
    for inner in _fields(node.selection_set):
        name = text.plain(inner.name.value)
        if name not in NAMES and name != "type":
            raise Refusal(f"`{name}` is no figure that v4 knows")
        metric.asked[name] = None
        if name == "topOccurrences":
            given = {a.name.value: a.value for a in inner.arguments or ()}
            if given.keys() - {"limit"}:
                raise Refusal("an argument of `topOccurrences` that v4 has not")
            metric.limit = text.node(given["limit"]) if "limit" in given else None
            metric.tops = [text.plain(top.name.value) for top in _fields(inner.selection_set)]


def _fields(selection: SelectionSetNode | None) -> list[FieldNode]:
    """The fields of a selection. Raises Refusal where it has aliases or fragments."""
    from graphql import FieldNode

    nodes = list(selection.selections) if selection is not None else []
    fields = [node for node in nodes if isinstance(node, FieldNode) and node.alias is None]
    if len(fields) != len(nodes):
        raise Refusal("an alias or a fragment in the fields of the aggregation")
    return fields
