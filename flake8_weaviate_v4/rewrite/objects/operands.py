"""What v3 calls on objects are given: arguments under their v4 names, ids, and whose class they name."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping

from ...inference.scopes import defaults
from ...patterns import pattern
from ..code import Code, Item
from ..literal import assigned_once
from ..site import FUNCTIONS, Site
from ..unit import Refusal
from .exceptions import caught

_BEACON = pattern(r"(weaviate://[^/]+|.*/v1/objects)/(?:(\w+)/)?$")


def renamed(given: Mapping[str, ast.expr], names: Mapping[str, str], gone: Iterable[str] = ()) -> dict[str, Item]:
    """v3 parameter -> argument under its v4 name, in the order of the call.

    What is ``None`` is left out: it is the default of all that v3's calls on objects take. ``gone`` holds what goes
    elsewhere. Raises Refusal where an argument has no v4 equivalent.
    """
    found: dict[str, Item] = {}
    for name, node in given.items():
        if is_none(node) or name in gone:
            continue
        if name not in names:
            raise Refusal(f"`{name}` has no v4 equivalent")
        found[name] = Item(node, f"{names[name]}=" if names[name] else "")
    return found


def is_none(node: ast.expr | None) -> bool:
    """Whether the argument is left out, or is ``None`` as its default is."""
    return node is None or (isinstance(node, ast.Constant) and node.value is None)


def may_be_none(site: Site, node: ast.expr) -> bool:
    """Whether the argument is a parameter of the function around that is ``None`` where its caller leaves it out, and that
    nothing asks about."""
    if not isinstance(node, ast.Name):
        return False
    function = site.function(node)
    if not isinstance(function, FUNCTIONS) or isinstance(function, ast.Lambda):
        return False
    known = defaults(function.args)
    if node.id not in known or not is_none(known[node.id]):
        return False
    others = [n for n in ast.walk(function) if isinstance(n, ast.Name) and n.id == node.id and n is not node]
    return not any(isinstance(n.ctx, ast.Store) or _is_asked(site, n) for n in others)


def _is_asked(site: Site, node: ast.Name) -> bool:
    parent = site.parent(node)
    return isinstance(parent, (ast.If, ast.IfExp, ast.Compare, ast.BoolOp, ast.UnaryOp, ast.Assert))


def collection_name(site: Site, given: Mapping[str, ast.expr], parameter: str = "class_name") -> ast.expr:
    """The argument that names the class. Raises Refusal where there is none: v4 looks in one collection only."""
    node = given.get(parameter)
    if node is None or is_none(node):
        raise Refusal("no collection is named")
    if may_be_none(site, node):
        raise Refusal("the name of the collection may be `None`")
    return node


def capitalised(site: Site, node: ast.expr) -> Code:
    """A class name with the capital that v3 wrote, where v4 writes none itself."""
    assignment = assigned_once(site, node) if isinstance(node, ast.Name) else None
    value = assignment.value if assignment is not None else node
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        name = value.value[:1].upper() + value.value[1:]
        return node if name == value.value else site.string(name)
    return node


def plain_id(site: Site, node: ast.expr) -> Code:
    """An id as v4 sends it: v3 took the last part of a beacon or URL (``get_valid_uuid``), v4 takes the text as it is.

    Raises Refusal where it is a beacon or URL whose last part can't be seen.
    """
    if not _is_id(node) and caught(site, site.call, "ValueError"):
        site.unit.doubt("v3 raised ValueError for an id that is none, v4 sends it")
    if isinstance(node, ast.Attribute) and node.attr == "hex":
        site.unit.doubt("v3 gave the digits of the id their hyphens, v4 sends them as they are")
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        beacon = beacon_of(node)
        valid = _valid(str(beacon[1]) if beacon else node.value)
        return node if valid in ("", node.value) else site.string(valid)
    if isinstance(node, ast.JoinedStr):
        beacon = beacon_of(node)
        if beacon is not None:
            return beacon[1]
    if isinstance(node, (ast.JoinedStr, ast.BinOp)) or (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "format"):
        if any(isinstance(p, ast.Constant) and isinstance(p.value, str) and "/" in p.value for p in ast.walk(node)):
            raise Refusal("v4 takes the id alone, no beacon or URL")
    if isinstance(node, ast.Name):
        assignment = assigned_once(site, node)
        value = assignment.value if assignment is not None else None
        if isinstance(value, (ast.Constant, ast.JoinedStr)) and plain_id(site, value) is not value:
            raise Refusal("v4 takes the id alone, no beacon or URL")
        if value is not None and not isinstance(value, (ast.Constant, ast.JoinedStr, ast.Name)):
            plain_id(site, value)
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant) and node.slice.value in ("beacon", "href"):
        raise Refusal("v4 takes the id alone, no beacon or URL")
    return node


def _valid(text: str) -> str:
    """An id as v3 sent it; empty where it is none."""
    from uuid import UUID  # late: it takes a while to import

    try:
        return str(UUID(text))
    except ValueError:
        return ""


def _is_id(node: ast.expr) -> bool:
    """Whether it is a literal that v3 took for an id."""
    if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
        return isinstance(node, ast.Constant)
    return _valid(node.value.rpartition("/")[2]) != ""


def beacon_of(node: ast.expr) -> tuple[Code, Code] | None:
    """Class (empty where it names none) and id of a beacon or object URL, where the literal or f-string is one."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        head, slash, last = node.value.rpartition("/")
        match = _BEACON.match(head + slash) if slash else None
        return (match[2] or "", last) if match else None
    if not isinstance(node, ast.JoinedStr) or not isinstance(node.values[0], ast.Constant):
        return None
    match = _BEACON.match(str(node.values[0].value))
    if match is None or any(isinstance(v, ast.FormattedValue) and not _is_plain(v) for v in node.values):
        return None
    shown = [v.value for v in node.values[1:] if isinstance(v, (ast.Constant, ast.FormattedValue))]
    if len(shown) == 1 and isinstance(shown[0], ast.expr):
        return match[2] or "", shown[0]
    if len(shown) == 3 and shown[1] == "/" and not match[2] and isinstance(shown[0], ast.expr) and isinstance(shown[2], ast.expr):
        return shown[0], shown[2]
    return None


def _is_plain(value: ast.FormattedValue) -> bool:
    return value.format_spec is None and value.conversion == -1
