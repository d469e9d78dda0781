"""Links of a query in statements of their own: what they are given stays where they stood, or moves into the call."""

from __future__ import annotations

import ast

from ...inference.flow import reaching
from ..changing import changed_between, held, is_caught_alike, may_be_changed, may_differ
from ..code import Code, Item, Join, call, join, kept
from ..site import Site, names, pure
from ..unit import Refusal
from .branches import AWAY
from .chain import Link
from .filters import QUERY


def settle(site: Site, link: Link, items: list[Item], before: dict[str, Item]) -> None:
    """Settle the items of a link in a statement of its own: they stay where they mean the same in the call, else they become
    a variable that is bound where the link stood. ``before`` are the arguments that hold where the link is not reached."""
    if link.statement is None:
        return
    for number, item in enumerate(items):
        goes_on = item.name == "sort=" and "sort" in before and isinstance(before["sort"].value, str)
        stays = link.loop is None and not goes_on
        stays = stays and all(
            pure(n) and stays_the_same(site, n, link.statement) and not _is_changed(site, n, link.statement) for n in kept(item.value)
        )
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
    if not isinstance(branch, ast.If) or branch.orelse or link.statement not in branch.body or not isinstance(value, ast.Name):
        return False
    asked = ast.unparse(branch.test)
    return asked == f"{value.id} is not None" or (asked == value.id and item.name in ("filters=", "sort="))  # which are never false


def _variable(site: Site, link: Link, item: Item, before: Item | None) -> str:
    """The variable that holds an argument from the link's statement on, and what it held before where that may stay."""
    assert link.statement is not None
    name, is_new = variable_name(site, link, item.name, before)
    memo, key = site.unit.memo, f"variable {id(link.call)} {item.name}"
    if key in memo:
        return name  # for another place that sends the query
    memo[key] = None
    known = before.value if before is not None else "None"
    others = site.unit.replaced.get(link.statement)
    lines: list[Code] = []
    if isinstance(others, Join):  # of other links in the statement
        text = site.planner.text
        lines = [*others.parts, "\n" + text.indent_of(text.span(link.statement)[0])]
    site.unit.replaced[link.statement] = join(*lines, f"{name} = ", item.value)
    if link.condition is not None and is_new:
        site.unit.before.append((link.condition, join(f"{name} = ", known)))
    return name


def variable_name(site: Site, link: Link, argument: str, before: Item | None) -> tuple[str, bool]:
    """The variable that holds an argument (``limit=``) from a link on, and whether it is a new one: not that which a link before binds."""
    if before is not None and isinstance(before.value, str):
        return before.value, False
    memo, key = site.unit.memo, f"name {id(link.call)} {argument}"
    if not isinstance(name := memo.get(key), str):
        name = memo[key] = site.free_name(argument[:-1])
    return name, True


def goes_on_from(site: Site, link: Link, before: Item | None) -> Code | None:
    """What the sorting of a link goes on from: what the query sorts by ``before``, or the variable that holds it where the link is
    reached; None where that is nothing."""
    if before is None and link.loop is None:
        return None
    name, is_new = variable_name(site, link, "sort=", before)
    memo, key = site.unit.memo, f"always sorted {name}"
    if before is not None and is_new:
        memo[key] = True
        return name if link.loop is not None else before.value
    return name if key in memo else join(f"({name} or ", site.use(QUERY, "Sort"), ")")


def drop_initial(site: Site, branch: ast.stmt) -> None:
    """Take back what variables hold before a branch that binds them whatever way it is gone through."""
    unit = site.unit
    for each in [each for each in unit.before if each[0] is branch]:
        head = each[1].parts[0] if isinstance(each[1], Join) else ""
        bound = {node for node, code in unit.replaced.items() if isinstance(code, Join) and head in code.parts}
        if bound and isinstance(branch, ast.If) and _always(branch, bound):
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
    if any(not pure(node) or not stays_the_same(site, node, link.condition) for node in kept(collection)):
        raise Refusal("the collection may be another one where its tenant is given")
    name = collection if isinstance(collection, str) else site.free_name("collection")  # that of another link with a tenant
    if name is not collection:
        site.unit.before.append((link.condition, join(f"{name} = ", collection)))
    site.unit.replaced[link.statement] = call(join(f"{name} = {name}.with_tenant"), link.arguments()["tenant"])
    return name


def check_unchanged(site: Site, link: Link) -> None:
    """Raise Refusal where an object that a link in a statement of its own is given is changed before the query is sent."""
    if link.statement is None:
        return
    first, end = (link.loop or link.statement).lineno, site.statement().lineno
    for node in [*link.call.args, *(keyword.value for keyword in link.call.keywords)]:
        if changed := changed_between(site, node, first, end):
            raise Refusal(f"`{changed}` is changed before the query is sent")
        if changed := may_be_changed(site, node, first, end):
            site.unit.doubt(f"`{changed}` may be changed before the query is sent")


def check_stays(site: Site, link: Link) -> None:
    """Raise Refusal where what a link in a statement of its own is given, or its client, is another by the end of the query."""
    if link.statement is None:
        return
    given = [*link.call.args, *(keyword.value for keyword in link.call.keywords)]
    client = [link.usage.receiver] if link.usage.receiver is not None and link.usage.symbol.startswith("weaviate.gql.Query.") else []
    if not all(stays_the_same(site, node, link.statement) for node in given) or not all(_is_same(site, node) for node in client):
        raise Refusal("a name in the query is bound anew before the query is sent")
    if not all(pure(node) for node in given) and _happens_between(site, link.statement):
        site.unit.doubt("what the query is begun with is evaluated where it is sent")


def _happens_between(site: Site, statement: ast.stmt) -> bool:
    """Whether something else than the links of queries is called behind a statement and before the one that sends the query."""
    first, last, scope = statement.end_lineno or statement.lineno, site.statement().lineno, site.scope()
    called = (call for call in site.module.calls_between(first, last) if site.module.scope_of(call) is scope)
    return any(call.func not in site.planner.usages for call in called)


def stays_the_same(site: Site, node: ast.expr, statement: ast.stmt) -> bool:
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
