"""What a client is given by keyword in a dictionary: ``weaviate.Client(**config)``.

A dictionary that is written out in one place goes into the call. One that is filled step by step stays, and is filled
with what v4's ``WeaviateClient`` takes under its own names.
"""

from __future__ import annotations

import ast
from collections.abc import Callable

from ...inference.names import terminal
from ...records import field, record
from ..code import Code, Item, join
from ..literal import assigned_once, follow, is_reflected, is_shared, loads_of, pairs_of
from ..site import Site
from ..unit import Refusal, Unit

_STARS = "arguments come through `*` or `**`"
_SAME = frozenset({"auth_client_secret", "additional_headers", "embedded_options"})  # in v4's ``WeaviateClient`` as well


@record()
class Given:
    """The arguments of a client that can be seen, and what brings others by ``**``, with the names of these if they can
    be seen."""

    arguments: dict[str, ast.expr]
    rest: list[ast.keyword] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)


@record(frozen=True)
class Entry:
    """A value that a dictionary is filled with, and where its key stands: a string, or the keyword of ``dict(...)``."""

    key: str
    node: ast.expr | ast.keyword
    value: ast.expr

    def write(self, site: Site, key: str, value: Code) -> None:
        """Give it another key and value."""
        if isinstance(self.node, ast.keyword):
            site.unit.replaced[self.node] = join(f"{key}=", value)
            return
        site.unit.replaced[self.node] = site.string(key)
        if value is not self.value:
            site.unit.replaced[self.value] = value


def given(site: Site, call: ast.Call) -> Given:
    """The arguments of the call of a client. Raises Refusal where v4 can't be given the same."""
    if any(isinstance(argument, ast.Starred) for argument in call.args):
        raise Refusal(_STARS)
    rest = [keyword for keyword in call.keywords if keyword.arg is None]
    plain = ast.Call(call.func, call.args, [k for k in call.keywords if k.arg is not None])
    found = Given(site.arguments(plain, "weaviate.Client"))
    for keyword in rest:
        if (written := _written(site, keyword.value)) is not None:
            found.arguments |= written
        else:
            found.rest.append(keyword)
            found.entries += _entries(site, keyword.value, call)
    if len(found.rest) > 1:
        raise Refusal(_STARS)
    return found


def _written(site: Site, node: ast.expr) -> dict[str, ast.expr] | None:
    """The entries of a dictionary that can be written out in the call; None where it has to stay."""
    trial = Site(site.planner, site.usage, Unit(site.unit.head))
    try:
        literal = follow(trial, node)
        entries = literal.items()
    except Refusal:
        return None
    if literal.variable is not None and not literal.moves and not _is_next(trial, literal.variable):
        return None
    site.unit.join(trial.unit)
    return entries


def _is_next(site: Site, node: ast.Name) -> bool:
    """Whether a dictionary is made in the statement before the call, for that alone: nothing happens in between."""
    assignment, statement = assigned_once(site, node), site.statement(site.call)
    block = getattr(site.parent(statement), site.module.fields.get(statement, "body"), [])
    if assignment is None or assignment not in block or statement not in block or block.index(assignment) + 1 != block.index(statement):
        return False
    if loads_of(site, node) != [node] or site.parent(site.call) is not statement or is_reflected(site, site.scope(node)):
        return False
    site.unit.read[node] = assignment
    return True


# -- a dictionary that stays ----------------------------------------------------------------------------------------


def _entries(site: Site, node: ast.expr, call: ast.Call) -> list[Entry]:
    """All that the dictionary is filled with; nothing where it comes from elsewhere. Raises Refusal."""
    if not isinstance(node, ast.Name):
        raise Refusal(_STARS)
    assignment = assigned_once(site, node)
    if assignment is None:
        if _is_parameter(site, node):
            return []
        raise Refusal(_STARS)
    if is_reflected(site, site.scope(assignment)) or is_shared(site, assignment, node.id):
        raise Refusal(_STARS)
    found = _display(assignment.value)
    for load in loads_of(site, node):
        parent = site.parent(load)
        if isinstance(parent, ast.keyword) and parent in call.keywords:
            continue
        if not isinstance(parent, ast.Subscript) or parent.value is not load or site.scope(load) is not site.scope(call):
            raise Refusal(f"`{node.id}`, which holds the arguments, is used elsewhere as well")
        outer = site.parent(parent)
        key = parent.slice
        if not isinstance(outer, ast.Assign) or outer.targets != [parent] or not isinstance(key, ast.Constant) or not isinstance(key.value, str):
            raise Refusal(f"`{node.id}`, which holds the arguments, is used elsewhere as well")
        found.append(Entry(key.value, key, outer.value))
    return found


def _display(node: ast.expr | None) -> list[Entry]:
    if isinstance(node, ast.Dict):
        pairs = pairs_of(node)
        if all(isinstance(key, ast.Constant) and isinstance(key.value, str) for key, _ in pairs):
            return [Entry(str(key.value), key, value) for key, value in pairs if isinstance(key, ast.Constant)]
    if isinstance(node, ast.Call) and terminal(node.func) == "dict" and not node.args and all(k.arg for k in node.keywords):
        return [Entry(str(k.arg), k, k.value) for k in node.keywords]
    raise Refusal(_STARS)


def _is_parameter(site: Site, node: ast.Name) -> bool:
    """Whether a name is a parameter, such as ``**kwargs``, that is handed on in this way alone."""
    bindings = site.module.bindings_of(node)
    unpacked = all(isinstance(k := site.parent(load), ast.keyword) and k.arg is None for load in loads_of(site, node))
    return len(bindings) == 1 and isinstance(bindings[0].node, ast.arg) and unpacked


def filled(site: Site, found: Given, writers: dict[str, tuple[str, Callable[[ast.expr], Code]]]) -> list[Item]:
    """Fill the dictionary for v4; the items that bring it to the call. ``writers`` have v4's name and value of some entries.

    Raises Refusal where an entry can't be told to v4.
    """
    if found.rest and not found.entries:
        site.unit.doubt("what `**` brings can't be seen: of v3's names v4 takes `auth_client_secret` and `additional_headers`")
    for entry in found.entries:
        if entry.key in writers:
            name, write = writers[entry.key]
            entry.write(site, name, write(entry.value))
        elif entry.key not in _SAME:
            raise Refusal(f"`{entry.key}` among arguments that come through `**`")
    return [Item(keyword.value, "**", keyword) for keyword in found.rest]
