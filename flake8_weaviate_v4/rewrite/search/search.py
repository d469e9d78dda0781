"""``client.query.get(...)`` and its links -> one call of ``collection.query`` or ``collection.generate``."""

from __future__ import annotations

import ast

from ...inference.flow import reaching
from ...inference.values import Text
from ...records import field, record
from ..changing import changed_between, held, is_caught_alike, may_be_changed, may_differ
from ..code import Code, Item, Join, call, call_of, join, kept
from ..literal import constant, follow
from ..receiver import collection_of
from ..results import consumed
from ..site import Site, names, pure, rewrites
from ..unit import Refusal
from .branches import AWAY, Branched, chosen
from .chain import Chain, Hidden, Link, collected
from .filters import QUERY, filtered
from .helpers import spread
from .near import Search, search
from .query_views import Response
from .selection import Selected, additional, returned, selected

_GET = "weaviate.gql.Query.get"
_PLAIN = {"with_limit": "limit", "with_offset": "offset", "with_autocut": "auto_limit", "with_after": "after"}
# Arguments of the methods, in the order in which they are written.
_ORDER = (
    "limit offset after auto_limit filters sort group_by rerank include_vector return_metadata return_properties return_references"
).split()
_ONLY_FETCH = frozenset({"after", "sort"})  # what v4 has for ``fetch_objects`` alone


@record(eq=False)
class Query:
    """A query in the making: ``arguments`` by v4 name."""

    collection: Code = ""
    key: Code = ""  # under which v3 returned the objects
    search: Search | None = None
    arguments: dict[str, Item] = field(default_factory=dict)
    fields: Selected = field(default_factory=Selected)
    tenant: Code | None = None
    consistency: Code | None = None

    def take(self, items: list[Item]) -> None:
        """Add arguments, but for those of the search, which keeps its own."""
        if self.search is None or items is not self.search.items:
            self.arguments.update({item.name[:-1]: item for item in items})


@rewrites("weaviate.gql.get.GetBuilder.do")
def get(site: Site) -> Code | None:
    """A Get query: what v3 sends as GraphQL is one gRPC search request in v4."""
    try:
        chain = collected(site, _GET)
    except Hidden as hidden:
        spread(site, hidden.node)
        return None
    code = _sent(site, chain)
    for end in chain.ends:  # the statements that build the query go, so all that send it have to be rewritten
        other = Site(site.planner, end, site.unit)
        further = collected(other, _GET)
        site.unit.replaced[other.call] = _sent(other, further)
        chain.statements += further.statements
    for statement in chain.statements:
        if statement not in site.unit.replaced:
            site.unit.removed[statement] = None
    for branch in {link.condition for link in chain.links if link.condition is not None}:
        if pure(branch.test) and not branch.orelse and all(each in site.unit.removed for each in branch.body):
            site.unit.removed[branch] = None
    return code


def _sent(site: Site, chain: Chain) -> Code:
    if (branch := chosen(chain)) is not None:
        return _in_branches(site, Branched(site, chain, branch, _stays))
    query = queried(site, chain.links[:-1])
    return consumed(site, site.call, written(site, query), Response(site, query.key, query.fields))


def _in_branches(site: Site, branched: Branched) -> Code:
    """A query that is sent in the branches that choose its search: the response is in a variable then."""
    name, statement = site.free_name("response"), branched.statement
    query = queried(site, [branched.chain.head])
    for link in branched.chain.links[1:-1]:
        if link.condition is None:
            step(site, query, link.name, link.arguments(), link.call)
    code = consumed(site, site.call, name, Response(site, query.key, query.fields))
    if code == name and isinstance(statement, ast.Assign) and statement.value is site.call and isinstance(statement.targets[0], ast.Name):
        target = statement.targets[0].id if len(statement.targets) == 1 else name
    else:
        target = name
    sent = branched.write(target, lambda place, links: written(place, queried(place, links)))
    if target == name:
        if branched.moves:
            site.unit.before.append((statement, sent))
    elif branched.moves:
        site.unit.replaced[statement] = sent
    else:
        site.unit.removed[statement] = None
    return code


def queried(site: Site, links: list[Link]) -> Query:
    """The query that the links of a builder make."""
    query = Query()
    given = links[0].arguments()
    check_stays(site, links[0])
    check_unchanged(site, links[0])
    if "class_name" not in given:
        raise Refusal("the query names no collection")
    name = given["class_name"]
    query.collection, query.key = name, result_key(site, name)
    head = Site(site.planner, links[0].usage, site.unit)
    query.fields = selected(site, given.get("properties"))
    value = constant(name)
    query.fields.collection = value[:1].upper() + value[1:] if isinstance(value, str) else None
    tenants = [link for link in links[1:] if link.name == "with_tenant" and link.condition is not None]
    for link in links[1:]:
        if link.usage.symbol.rpartition(".")[0] != "weaviate.gql.get.GetBuilder":
            raise Refusal("a link of the query is not known")
        if link not in tenants:
            _link(site, query, link)
    query.collection = collection_of(head, query.collection, query.tenant, query.consistency)
    for link in links:
        if link.condition is not None:
            _drop_initial(site, link.condition)
    for link in tenants:
        query.collection = of_tenant(site, link, query.collection)
    return query


def result_key(site: Site, name: ast.expr) -> Code:
    """The key under which v3 returned what it found in the collection of this name, which it wrote with a capital."""
    known = [value.text for value in site.engine.values(site.module, name) if isinstance(value, Text)]
    capital = [text[:1].upper() + text[1:] for text in known]
    if isinstance(constant(name), str) or (len(known) == 1 and known != capital and isinstance(name, ast.Name)):
        return site.string(capital[0])
    if known != capital:
        site.unit.doubt("the name of the collection may begin with a small letter, which v3 wrote as a capital")
    return name


def _link(site: Site, query: Query, link: Link) -> None:
    if link.condition is not None and link.name not in (*_PLAIN, "with_where", "with_sort", "with_group_by"):
        raise Refusal("what the query asks for depends on a condition")
    check_unchanged(site, link)
    items = step(site, query, link.name, link.arguments(), link.call)
    if not items:
        check_stays(site, link)
    settle(site, link, items, query.arguments)
    query.take(items)


def _first(given: dict[str, ast.expr]) -> ast.expr:
    for node in given.values():
        return node
    raise Refusal("its argument is not given")


def step(site: Site, query: Query, name: str, given: dict[str, ast.expr], origin: ast.AST | None) -> list[Item]:
    """What a link of a builder (``with_limit``) adds to the query: the items that it gives the v4 call."""
    if (found := search(site, name, given)) is not None:
        if query.search is not None:
            raise Refusal("the query has more than one search")
        found.items = [Item(i.value, i.name, i.origin or (None if isinstance(i.value, ast.AST) else origin)) for i in found.items]
        query.search = found
        return found.items
    if name in _PLAIN:
        return [Item(_first(given), f"{_PLAIN[name]}=")]
    if name == "with_where":
        return [Item(filtered(site, given["content"]), "filters=", origin)]
    if name == "with_sort":
        return [Item(_sort(site, query, given["content"]), "sort=", origin)]
    if name == "with_group_by":
        return [Item(_group_by(site, given), "group_by=", origin)]
    if name == "with_additional":
        additional(site, query.fields, _first(given))
    elif name == "with_generate":
        for key, node in given.items():
            if not (isinstance(node, ast.Constant) and node.value is None):
                query.fields.generated[key] = node
        query.fields.additional["generate"] = None
    elif name == "with_tenant":
        query.tenant = given["tenant"]
    elif name == "with_consistency_level":
        query.consistency = site.consistency(given["consistency_level"])
    elif name == "with_alias":
        query.key = given["alias"]
    else:
        raise Refusal(f"`{name}` has no v4 equivalent")
    return []


def settle(site: Site, link: Link, items: list[Item], before: dict[str, Item]) -> None:
    """Settle the items of a link in a statement of its own: they stay where they mean the same in the call, else they become
    a variable that is bound where the link stood. ``before`` are the arguments that hold where the link is not reached."""
    if link.statement is None:
        return
    for number, item in enumerate(items):
        stays = all(pure(n) and _stays(site, n, link.statement) and not _is_changed(site, n, link.statement) for n in kept(item.value))
        if stays and (link.condition is None or (item.name[:-1] not in before and _is_given(link, item))):
            continue
        if len(items) > 1:
            raise Refusal("a search in a statement of its own that can't be moved")
        items[number] = Item(_variable(site, link, item, before.get(item.name[:-1])), item.name)


def _is_changed(site: Site, node: ast.expr, statement: ast.stmt) -> bool:
    """Whether something that an expression reads is changed behind a statement. Raises Refusal where the object that it gives is."""
    first, last = statement.lineno, site.statement().lineno
    changed = changed_between(site, node, first, last)
    if changed in names(held(node)):
        raise Refusal(f"`{changed}` is changed before the query is sent")
    if not changed and (changed := may_be_changed(site, node, first, last)):
        site.unit.doubt(f"`{changed}` may be changed before the query is sent")
        return False
    return bool(changed)


def _is_given(link: Link, item: Item) -> bool:
    """Whether the argument is a name that the condition only asks whether it is None: v4 takes None for none."""
    branch, value = link.condition, item.value
    if branch is None or branch.orelse or link.statement not in branch.body or not isinstance(value, ast.Name):
        return False
    asked = ast.unparse(branch.test)
    return asked == f"{value.id} is not None" or (asked == value.id and item.name == "filters=")  # a filter is never false


def _variable(site: Site, link: Link, item: Item, before: Item | None) -> str:
    """The variable that holds an argument from the link's statement on, and what it held before where that may stay."""
    assert link.statement is not None
    memo, key = site.planner.memo, f"variable {id(site.unit)} {id(link.call)} {item.name}"
    if isinstance(held := memo.get(key), str):
        return held  # for another place that sends the query
    known = before.value if before is not None else "None"
    bound = before is not None and isinstance(known, str)  # to a variable, by a link before
    name = str(known) if bound else site.free_name(item.name[:-1])
    memo[key] = name
    others = site.unit.replaced.get(link.statement)
    lines: list[Code] = []
    if isinstance(others, Join):  # of other links in the statement
        text = site.planner.text
        lines = [*others.parts, "\n" + text.indent_of(text.span(link.statement)[0])]
    site.unit.replaced[link.statement] = join(*lines, f"{name} = ", item.value)
    if link.condition is not None and not bound:
        site.unit.before.append((link.condition, join(f"{name} = ", known)))
    return name


def _drop_initial(site: Site, branch: ast.If) -> None:
    """Take back what variables hold before a branch that binds them whatever way it is gone through."""
    unit = site.unit
    for each in [each for each in unit.before if each[0] is branch]:
        head = each[1].parts[0] if isinstance(each[1], Join) else ""
        bound = {node for node, code in unit.replaced.items() if isinstance(code, Join) and head in code.parts}
        if bound and _always(branch, bound):
            unit.before.remove(each)


def _always(branch: ast.If, bound: set[ast.AST]) -> bool:
    """Whether each way through a branch passes one of the statements, or leads away."""
    return all(
        any(s in bound or isinstance(s, AWAY) or (isinstance(s, ast.If) and _always(s, bound)) for s in block)
        for block in (branch.body, branch.orelse)
    )


def of_tenant(site: Site, link: Link, collection: Code) -> Code:
    """A variable that holds the collection, of the tenant that ``with_tenant`` under a condition gives."""
    if link.statement is None or link.condition is None or link.statement in site.unit.replaced:
        raise Refusal("what the query asks for depends on a condition")
    if any(not pure(node) or not _stays(site, node, link.condition) for node in kept(collection)):
        raise Refusal("the collection may be another one where its tenant is given")
    name = site.free_name("collection")
    site.unit.before.append((link.condition, join(f"{name} = ", collection)))
    site.unit.replaced[link.statement] = call(join(f"{name} = {name}.with_tenant"), link.arguments()["tenant"])
    return name


def check_unchanged(site: Site, link: Link) -> None:
    """Raise Refusal where an object that a link in a statement of its own is given is changed before the query is sent."""
    if link.statement is None:
        return
    end = site.statement().lineno
    for node in [*link.call.args, *(keyword.value for keyword in link.call.keywords)]:
        if changed := changed_between(site, node, link.statement.lineno, end):
            raise Refusal(f"`{changed}` is changed before the query is sent")
        if changed := may_be_changed(site, node, link.statement.lineno, end):
            site.unit.doubt(f"`{changed}` may be changed before the query is sent")


def check_stays(site: Site, link: Link) -> None:
    """Raise Refusal where what a link in a statement of its own is given, or its client, is another by the end of the query."""
    if link.statement is None:
        return
    given = [*link.call.args, *(keyword.value for keyword in link.call.keywords)]
    client = [link.usage.receiver] if link.usage.receiver is not None and link.usage.symbol.startswith("weaviate.gql.Query.") else []
    if not all(_stays(site, node, link.statement) for node in given) or not all(_is_same(site, node) for node in client):
        raise Refusal("a name in the query is bound anew before the query is sent")
    if not all(pure(node) for node in given) and _happens_between(site, link.statement):
        site.unit.doubt("what the query is begun with is evaluated where it is sent")


def _happens_between(site: Site, statement: ast.stmt) -> bool:
    """Whether something else than the links of queries is called behind a statement and before the one that sends the query."""
    first, last, scope = statement.end_lineno or statement.lineno, site.statement().lineno, site.scope()
    called = (call for call in site.module.calls_between(first, last) if site.module.scope_of(call) is scope)
    return any(call.func not in site.planner.usages for call in called)


def _stays(site: Site, node: ast.expr, statement: ast.stmt) -> bool:
    """Whether an expression in a statement gives at the end of the query what it gave there."""
    if not _is_same(site, node) or not is_caught_alike(site, node, site.usage.node):
        return False
    return not may_differ(site, node, statement.end_lineno or statement.lineno, site.statement().lineno)


def _is_same(site: Site, node: ast.expr) -> bool:
    """Whether no name of the function in an expression is bound anew before the end of the query."""
    scope = site.scope()
    return all(
        reaching(site.module, scope, name, node) == reaching(site.module, scope, name, site.usage.node)
        for name in names([node])
        if name in scope.names
    )


def _sort(site: Site, query: Query, node: ast.expr) -> Code:
    literal = follow(site, node)
    clauses = literal.elements() if isinstance(literal.node, (ast.List, ast.Tuple)) else [literal.node]
    code: Code = site.use(QUERY, "Sort")
    if "sort" in query.arguments:
        code = query.arguments["sort"].value
        if isinstance(code, str):
            raise Refusal("what the query sorts by depends on a condition")
    for number, clause in enumerate(clauses):
        items = literal.inner(clause, number).items()
        if not {"path", "order"} <= items.keys() or (literal.variable is not None and not literal.moves):
            raise Refusal("how the query sorts can't be seen")
        path = literal.inner(items["path"]).node
        steps = path.elts if isinstance(path, ast.List) else [path]
        order = constant(items["order"])
        if len(steps) != 1 or order not in ("asc", "desc"):
            raise Refusal("how the query sorts can't be seen")
        descending = None if order == "asc" else "False"
        name = constant(steps[0])
        known = {"_id": "by_id", "id": "by_id", "_creationTimeUnix": "by_creation_time", "_lastUpdateTimeUnix": "by_update_time"}
        if isinstance(name, str) and name in known:
            code = call(join(code, f".{known[name]}"), ascending=descending)
        else:
            code = call(join(code, ".by_property"), steps[0], ascending=descending)
    return code


def _group_by(site: Site, given: dict[str, ast.expr]) -> Code:
    paths = follow(site, given["properties"]).elements()
    if len(paths) != 1 or not {"groups", "objects_per_group"} <= given.keys():
        raise Refusal("v4 groups by one property")
    return call(
        site.use(QUERY, "GroupBy"), prop=paths[0], objects_per_group=given["objects_per_group"], number_of_groups=given["groups"]
    )


def written(site: Site, query: Query) -> Code:
    """The v4 call. Raises Refusal where the method has no such argument."""
    method = query.search.method if query.search is not None else "fetch_objects"
    if method not in ("bm25", "hybrid") and query.fields.additional.keys() & {"score", "explainScore"}:
        raise Refusal("a score of a query that searches for no keywords")
    arguments = dict(query.arguments)
    if query.fields.group is not None:  # gRPC returns the query's own properties of a group's members
        query.fields.additional = {n: None for n in query.fields.group.additional if n != "id"}
        inner, own = query.fields.group, query.fields
        own.names, own.shown = inner.names or own.names, inner.shown or own.shown
        own.references = inner.references or own.references
    for name, code in returned(site, query.fields).items():
        arguments[name] = Item(code, f"{name}=")
    if method != "fetch_objects" and arguments.keys() & _ONLY_FETCH:
        raise Refusal("v4 sorts and goes on `after` an object only in `fetch_objects`")
    if method == "fetch_objects" and arguments.keys() & {"auto_limit", "group_by", "rerank"}:
        raise Refusal("v4 has `auto_limit`, `group_by` and `rerank` only for searches")
    items = list(query.search.items) if query.search is not None else []
    items += [Item(code, f"{name}=") for name, code in query.fields.generated.items()]
    items += [Item(arguments[n].value, f"{n}=", arguments[n].origin) for n in _ORDER if n in arguments]
    part = "generate" if query.fields.generated else "query"
    return call_of(join(query.collection, f".{part}.{method}"), items)
