"""What the literals handed to v3 calls say: schemas, filters, tenants, GraphQL text.

Looks at the calls that were found to be v3's, and follows an argument to the literal that it is made of.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from .chains import arguments
from .inference.bindings import Module
from .inference.evaluate import Evaluator
from .inference.flow import TRIES
from .inference.names import terminal
from .inference.values import Display, Instance, Ref, Text
from .usages import Usage

_WHERE = {
    "weaviate.gql.get.GetBuilder.with_where": "content",
    "weaviate.gql.aggregate.AggregateBuilder.with_where": "content",
    "weaviate.batch.Batch.delete_objects": "where",
}
_CLASS = {
    "weaviate.schema.Schema.create_class": "schema_class",
    "weaviate.schema.Schema.create": "schema",
    "weaviate.schema.Schema.update_config": "config",
    "weaviate.schema.Schema.contains": "schema",
}
_PROPERTY = {"weaviate.schema.properties.Property.create": "schema_property"}
_NEAR = "weaviate.gql.aggregate.AggregateBuilder.with_near_"
_BOUNDS = frozenset({"certainty", "distance"})
_GONE_FIELDS = frozenset(
    """classification featureProjection answer summary tokens spellCheck semanticPath nearestNeighbors
    interpretation""".split()
)
_OLD_STATES = frozenset({"HOT", "COLD"})
_OIDC = ("AuthClientCredentials", "AuthClientPassword", "AuthBearerToken", "_ClientCredentials", "_ClientPassword", "_BearerToken")


def usages(engine: Evaluator, module: Module, found: list[Usage]) -> list[Usage]:
    """Usages (with a shape) in the arguments of the calls that ``found`` holds."""
    reader = _Reader(engine, module)
    for usage in found:
        if usage.call is not None:
            reader.read(usage, found)
    reader.handlers([usage for usage in found if usage.symbol and isinstance(usage.node, ast.expr)])
    reader.states()
    reader.constructors()
    return list({(u.shape, id(u.node)): u for u in reader.found}.values())


class _Reader:
    def __init__(self, engine: Evaluator, module: Module) -> None:
        self.engine, self.module = engine, module
        self.found: list[Usage] = []

    def add(self, shape: str, node: ast.expr) -> None:
        """A usage at ``node``, if it stands in the file that is checked."""
        if node in self.module.parents:
            column = self.module.source.column(node.lineno, node.col_offset)
            self.found.append(Usage("", node, " ", shape=shape, line=node.lineno, column=column))

    def read(self, usage: Usage, found: list[Usage]) -> None:
        assert usage.call is not None
        symbol = usage.symbol
        if symbol in _WHERE:
            for where in self.dictionaries(arguments(symbol, usage.call).get(_WHERE[symbol])):
                self.add("where-filter", where)
                self.paths(where)
        elif symbol in _CLASS:
            for cls in self.dictionaries(arguments(symbol, usage.call).get(_CLASS[symbol])):
                self.schema(cls, described=not symbol.endswith("update_config"))
        elif symbol in _PROPERTY:
            for prop in self.dictionaries(arguments(symbol, usage.call).get(_PROPERTY[symbol])):
                self.property(prop)
        elif symbol == "weaviate.gql.Query.raw":
            query = arguments(symbol, usage.call).get("gql_query")
            if query is not None and any(isinstance(v, Text) for v in self.engine.values(self.module, query)):
                self.add("raw-graphql", query)
        elif symbol == "weaviate.gql.Query.get":
            if not usage.call.keywords and len(usage.call.args) == 1 and not isinstance(usage.call.args[0], ast.Starred):
                self.found.append(self.at_name("get-without-properties", usage))
        elif symbol == "weaviate.gql.get.GetBuilder.with_additional":
            self.additional(arguments(symbol, usage.call).get("properties"))
        elif symbol.startswith(_NEAR):
            self.aggregation(usage, found)
        if symbol.endswith(".with_near_text"):
            for near in self.dictionaries(arguments(symbol, usage.call).get("content")):
                if (given := self.items(near).get("autocorrect")) is not None:
                    self.add("near-text-autocorrect", given)

    def at_name(self, shape: str, usage: Usage) -> Usage:
        return Usage(
            usage.symbol, usage.node, usage.name, shape=shape, call=usage.call, receiver=usage.receiver,
            line=usage.line, column=usage.column,
        )  # fmt: skip

    # -- literals -------------------------------------------------------------------------------------------------

    def dictionaries(self, node: ast.expr | None) -> Iterator[ast.Dict]:
        """The dictionary displays that an argument can be, of this file."""
        for value in self.engine.values(self.module, node) if node is not None else ():
            if isinstance(value, Display) and value.module is self.module and isinstance(value.node, ast.Dict):
                yield value.node

    def items(self, node: ast.Dict) -> dict[str, ast.expr]:
        """Literal key -> value of a dictionary display."""
        pairs = zip(node.keys, node.values, strict=True)
        return {k.value: v for k, v in pairs if isinstance(k, ast.Constant) and isinstance(k.value, str)}

    def listed(self, node: ast.expr | None) -> Iterator[ast.expr]:
        """The elements of the list displays that a value can be."""
        for value in self.engine.values(self.module, node) if node is not None else ():
            if isinstance(value, Display) and value.module is self.module and isinstance(value.node, (ast.List, ast.Tuple)):
                yield from value.node.elts

    def texts(self, node: ast.expr | None) -> set[str]:
        """The string literals that a value, or an element of it, can be."""
        if node is None:
            return set()
        values = self.engine.values(self.module, node)
        return {v.text for v in (*values, *self.engine.elements_of(values)) if isinstance(v, Text)}

    # -- filters and schemas --------------------------------------------------------------------------------------

    def paths(self, where: ast.Dict) -> None:
        """Filter paths that lead through a reference."""
        items = self.items(where)
        for operand in self.listed(items.get("operands")):
            for inner in self.dictionaries(operand):
                self.paths(inner)
        path = items.get("path")
        if path is not None and len(list(self.listed(path))) > 1:
            self.add("reference-path", path)

    def schema(self, cls: ast.Dict, described: bool) -> None:
        items = self.items(cls)
        if "classes" in items:
            for element in self.listed(items["classes"]):
                for inner in self.dictionaries(element):
                    self.schema(inner, described)
            return
        if not cls.keys:
            return  # filled elsewhere
        self.add("class-schema", cls)
        if described and None not in cls.keys and not {"vectorizer", "vectorConfig"} & items.keys():
            self.add("no-vectorizer", cls)
        vectorized = any(text.startswith(("text2vec", "multi2vec")) for text in self.texts(items.get("vectorizer")))
        for element in self.listed(items.get("properties")):
            for prop in self.dictionaries(element):
                self.property(prop)
                if vectorized and self.vectorizes_name(prop):
                    self.add("property-name-vectorized", prop)
                    vectorized = False  # once a class is enough

    def vectorizes_name(self, prop: ast.Dict) -> bool:
        """Whether a text property says nothing of the vectorization of its name."""
        items = self.items(prop)
        named = any("vectorizePropertyName" in ast.dump(value) for key, value in items.items() if key == "moduleConfig")
        return not named and bool(self.texts(items.get("dataType")) & {"text", "string", "text[]", "string[]"})

    def property(self, prop: ast.Dict) -> None:
        items = self.items(prop)
        types = self.texts(items.get("dataType"))
        if types & {"string", "string[]"}:
            self.add("string-data-type", items["dataType"])
        if any(text[:1].isupper() for text in types):
            self.add("reference-data-type", items["dataType"])
        if "moduleConfig" in items and any(word in ast.dump(items["moduleConfig"]) for word in ("'skip'", "vectorizePropertyName")):
            self.add("property-module-config", items["moduleConfig"])
        for element in self.listed(items.get("nestedProperties")):
            for inner in self.dictionaries(element):
                self.property(inner)

    def aggregation(self, usage: Usage, found: list[Usage]) -> None:
        """A near search of an aggregation that nothing bounds, in one chain that is sent."""
        assert usage.call is not None
        top = self.module.top(usage.node)
        chain = {u.name for u in found if self.module.top(u.node) is top}
        if "do" not in chain or "with_object_limit" in chain:
            return
        argument = arguments(usage.symbol, usage.call).get("content")
        dictionaries = list(self.dictionaries(argument))
        if dictionaries and all(not _BOUNDS & self.items(d).keys() and None not in d.keys for d in dictionaries):
            self.found.append(self.at_name("aggregate-near-unlimited", usage))

    def additional(self, node: ast.expr | None) -> None:
        """Fields of ``_additional`` that v4 can't ask for."""
        fields = {re.split(r"\W", text.strip(), maxsplit=1)[0] for text in self.texts(node)}
        if node is not None and fields & _GONE_FIELDS:
            self.add("additional-without-equivalent", node)

    def handlers(self, found: list[Usage]) -> None:
        """``except requests...`` around calls of a v3 client: v4 raises others; and what is left of that around v4 calls."""
        caught = [
            (handler, node) for handler in self.module.handlers
            for node in (handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type])
            if node is not None and any(isinstance(v, Ref) and v.path.startswith("requests.") for v in self.engine.values(self.module, node))
        ]  # fmt: skip
        tried = self.tried(found) if caught else ()
        for handler, node in caught:
            statement = self.module.parents[handler]
            if statement in tried or self._asks_v4(statement):  # type: ignore[arg-type]
                self.add("requests-exception", node)

    def tried(self, found: list[Usage]) -> set[ast.AST]:
        """The ``try`` statements in whose body usages stand."""
        tried: set[ast.AST] = set()
        seen: set[ast.AST] = set()
        for usage in found:
            inner: ast.AST = usage.node
            for outer in self.module.ancestors(usage.node):
                if inner in seen:
                    break
                seen.add(inner)
                if isinstance(outer, TRIES) and self.module.fields.get(inner) == "body":
                    tried.add(outer)
                inner = outer
        return tried

    def _asks_v4(self, statement: ast.stmt) -> bool:
        """Whether the body of a ``try`` calls a v4 client, and nothing of ``requests``."""
        inside = [n for part in statement.body for n in ast.walk(part) if isinstance(n, ast.Call)]  # type: ignore[attr-defined]
        if any(isinstance(v, Ref) and v.path.startswith("requests.") for call in inside for v in self.engine.values(self.module, call.func)):
            return False
        owners = [call.func.value for call in inside if isinstance(call.func, ast.Attribute)]
        return any(isinstance(v, Instance) and v.cls.startswith("weaviate.") for o in owners for v in self.engine.values(self.module, o))

    # -- names of old states, and constructors of other packages --------------------------------------------------

    def states(self) -> None:
        """``HOT`` and ``COLD``: given to a tenant, or compared with a tenant's status."""
        for compare in self.module.comparisons:
            sides = [compare.left, *compare.comparators]
            for side in sides:
                if _state(side) and any(terminal(other) == "activity_status" or _key(other) == "activityStatus" for other in sides):
                    self.add("tenant-status", side)
        for call in self.module.calls_by_name.get("Tenant", ()):
            if any(isinstance(v, Ref) and v.path.startswith("weaviate.") for v in self.engine.values(self.module, call.func)):
                for value in (*call.args, *(k.value for k in call.keywords)):
                    if _state(value):
                        self.add("tenant-status", value)

    def constructors(self) -> None:
        for call in self.module.calls_by_name.get("DocumentArray", ()):
            if any(isinstance(v, Ref) and v.path.startswith("docarray") for v in self.engine.values(self.module, call.func)):
                for keyword in call.keywords:
                    if keyword.arg == "storage" and self.texts(keyword.value) == {"weaviate"}:
                        self.add("docarray-storage", keyword.value)
        for name in ("connect_to_weaviate_cloud", "connect_to_wcs"):
            for call in self.module.calls_by_name.get(name, ()):
                if Ref(f"weaviate.{name}") in self.engine.values(self.module, call.func):
                    self.credentials(call)

    def credentials(self, call: ast.Call) -> None:
        """OIDC credentials for the cloud."""
        given = [k.value for k in call.keywords if k.arg == "auth_credentials"] or call.args[1:2]
        for value in given:
            types = [v.cls for v in self.engine.values(self.module, value) if isinstance(v, Instance)]
            method = terminal(value.func) if isinstance(value, ast.Call) else None
            if any(t.endswith(_OIDC) for t in types) or method in ("client_password", "client_credentials", "bearer_token"):
                self.add("cloud-oidc", value)


def _state(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value in _OLD_STATES


def _key(node: ast.expr) -> object:
    return node.slice.value if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant) else None
