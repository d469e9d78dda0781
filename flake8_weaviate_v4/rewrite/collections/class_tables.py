"""Parts of v3 dictionaries as arguments of v4 calls: tables of which key is which argument, and of which kind.

Every table was read from ``collections/classes/config*.py`` of weaviate-client 4.23 and is run against it in
``tests/requests``: a key that a table doesn't hold has no argument in v4 that sends it.
"""

from __future__ import annotations

import ast
from collections.abc import Callable

from ... import surface
from ...records import record
from ..code import Code, Group, Item, call_of
from ..literal import Literal, assigned_once, constant, follow, loads_of
from ..site import Site
from ..unit import Refusal

TYPE_CHECKING = False  # as in typing
if TYPE_CHECKING:
    from typing import TypeAlias

CONFIG = "weaviate.classes.config"


@record(frozen=True)
class Choice:
    """An enumeration of v4: ``members`` by their value."""

    name: str
    members: dict[str, str]


# What a value has to be: a type, a list of texts, or a member of an enumeration.
Kind: TypeAlias = "type[str | int | float | bool | list[str]] | Choice"
# A table: key -> (argument, kind), or a function that makes the arguments of a part of its own.
Part: TypeAlias = "Callable[[Site, ast.expr], list[Item]]"
Table: TypeAlias = "dict[str, tuple[str, Kind] | Part]"

_TYPES: dict[object, tuple[type, ...]] = {str: (str,), int: (int,), float: (int, float), bool: (bool,)}


def arguments(site: Site, node: ast.expr, table: Table) -> list[Item]:
    """The arguments that the items of a dictionary are. Raises Refusal where one has no argument that is the same."""
    return [item for key, value in items(site, node).items() for item in argument(site, key, value, table)]


def argument(site: Site, key: str, node: ast.expr, table: Table) -> list[Item]:
    """The arguments that one item of a dictionary is: one, none where it says nothing. Raises Refusal."""
    entry = table.get(key)
    if entry is None:
        raise Refusal(f"`{key}` has no argument in v4 that is the same")
    if callable(entry):
        return entry(site, node)
    code = coded(site, node, entry[1])
    return [] if code is None else [Item(code, f"{entry[0]}=", node)]


def part(argument: str, function: str, table: Table) -> Part:
    """A part that is an argument whose value is a call: ``vector_index_config=Configure.VectorIndex.hnsw(...)``."""

    def make(site: Site, node: ast.expr) -> list[Item]:
        return [Item(made(site, function, arguments(site, node, table)), f"{argument}=", node)]

    return make


def made(site: Site, function: str, found: list[Item], module: str = CONFIG) -> Group:
    """The call of a function of ``weaviate.classes.config``. Raises Refusal where the v4 client that code is written for
    doesn't know it, or an argument of it."""
    owner, _, rest = function.partition(".")
    v4, path = surface.load("v4"), f"{module}.{function}"
    known = v4.symbols.get(path, {})
    parameters = {p["name"]: p for p in v4.params(path)}
    since = [known.get("since", "4.0"), *(parameters[name]["since"] for i in found if (name := i.name[:-1]) in parameters)]
    if any(tuple(map(int, version.split("."))) > site.options.target for version in since):
        raise Refusal(f"`{function}` is newer than the v4 client that code is written for")
    return call_of(f"{site.use(module, owner)}{'.' * bool(rest)}{rest}", found)


def literal(site: Site, node: ast.expr) -> Literal:
    """The literal that is written out in new code: not one in a variable that stays. Raises Refusal."""
    found = follow(site, node)
    if found.variable is not None and not isinstance(found.node, ast.Constant):
        if not found.moves or len(loads_of(site, found.variable)) > 1:
            raise Refusal(f"`{found.variable.id}` is read elsewhere as well")
    return found


def items(site: Site, node: ast.expr) -> dict[str, ast.expr]:
    """Key -> value of a dictionary that is written out. Raises Refusal."""
    return literal(site, node).items()


def elements(site: Site, node: ast.expr) -> list[ast.expr]:
    """The elements of a list that is written out. Raises Refusal."""
    return literal(site, node).elements()


def coded(site: Site, node: ast.expr, kind: Kind) -> Code | None:
    """The code for a value, None for ``None``. Raises Refusal where it is no value of this kind.

    v4 checks types strictly, v3 sent what it was given: a value that can't be seen is taken for what the server takes.
    """
    if isinstance(node, ast.Constant) and node.value is None:
        return None
    if isinstance(kind, Choice):
        return member(site, node, kind)
    if isinstance(node, (ast.List, ast.Tuple, ast.Dict)) or kind == list[str]:
        if kind != list[str] or not isinstance(node, ast.List) or not all(_is(e, str) for e in node.elts):
            raise Refusal("a value is of another type than v4 takes")
        return node
    assignment = assigned_once(site, node) if isinstance(node, ast.Name) else None
    seen = constant(node if assignment is None else assignment.value)
    if isinstance(seen, (str, bytes, int, float)) and not _fits(seen, kind):
        raise Refusal("a value is of another type than v4 takes")
    return node


def member(site: Site, node: ast.expr, choice: Choice) -> Code:
    """A member of an enumeration, by the value that is named. Raises Refusal where that can't be seen."""
    value = constant(node if not isinstance(node, ast.Name) else literal(site, node).node)
    if not isinstance(value, str) or value not in choice.members:
        raise Refusal(f"a value is none that `{choice.name}` has")
    return f"{site.use(CONFIG, choice.name)}.{choice.members[value]}"


def _is(node: ast.expr, kind: object) -> bool:
    """Whether a value is of a type, or can't be seen."""
    value = constant(node)
    if value is None:
        return not isinstance(node, (ast.Constant, ast.Dict, ast.List, ast.Tuple, ast.Set))
    return _fits(value, kind)


def _fits(value: object, kind: object) -> bool:
    return kind is bool if isinstance(value, bool) else isinstance(value, _TYPES.get(kind, ()))


def same_name(site: Site, first: ast.expr, second: ast.expr) -> bool:
    """Whether two names of a class are the same, as far as can be seen."""
    if ast.dump(first) == ast.dump(second):
        return True
    texts = [constant(literal(site, each).node) if isinstance(each, (ast.Name, ast.Constant)) else None for each in (first, second)]
    return texts[0] is not None and texts[0] == texts[1]
