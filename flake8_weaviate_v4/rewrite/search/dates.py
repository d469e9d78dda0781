"""Which properties may hold what v4 returns as an object (dates, ids, places, numbers to call), where v3 returned text or a dictionary."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from ...inference.names import terminal
from ...patterns import pattern
from ..collections.datatypes import has_objects
from ..literal import constant, pairs_of
from ..site import Site

# Names that say so.
_NAMED = pattern(
    r"(?i:(?<!candi)date|time(?!nt)|(created|updated|published|modified)(_?at)?$|_(at|on)$|geo|coordinates|^location$|phone|uuid|guid"
    r"|^(born|dob|deadline|birthday)|^(birth|when|until|released|founded|joined|valid_?(from|to|until))$|expires|expiry)|[a-z](At|On)$"
)
# Calls that give dates and ids, or read them from text.
_MAKING = frozenset("isoformat strftime now utcnow today datetime uuid1 uuid3 uuid4 uuid5 UUID generate_uuid5 get_valid_uuid".split())
_READING = frozenset("fromisoformat strptime isoparse to_datetime Timestamp UUID parse_date parse_datetime isoformat strftime".split())
_PARSERS = frozenset("parser dateutil dateparser pendulum ciso8601 iso8601 date_parser".split())  # what has a ``parse`` for dates
_TYPES = frozenset("datetime date UUID".split())
_TEXT = pattern(r"\d{4}-\d\d-\d\d([T ].*)?$|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$")
_BEGINNING = pattern(r"\d{4}(-|$)")  # of a date
_LENGTHS = frozenset({4, 7, 10, 16, 19})  # of dates as text, cut off at a part
_METHODS = {"split": "T-", "rsplit": "T-", "partition": "T", "replace": "ZT-", "rstrip": "Z", "strip": "Z", "removesuffix": "Z", "endswith": "Z"}


def may_be_object(site: Site, collection: object, name: str) -> bool:
    """Whether v4 returns the values of a property as objects: by its type, and where the file does not tell that, by its
    name and by what the file does with values under this name."""
    told = has_objects(site, collection, name)
    if told is not None:
        return told
    return bool(_NAMED.search(name)) or name in _signs(site)


def doubt(site: Site, name: str) -> None:
    """Note that a property is taken for one whose values are the same in v4."""
    site.unit.doubt(f"`{name}` may be a date or another value that v4 returns as an object")


def _signs(site: Site) -> set[str]:
    """The names under which the file writes or reads dates and ids; looked for once."""
    known = site.planner.memo.get("dates")
    if not isinstance(known, set):
        known = site.planner.memo["dates"] = set(_found(site))
    return known


def _found(site: Site) -> Iterator[str]:
    for node in ast.walk(site.module.source.tree):
        for name, value in _written(node):
            if name is not None and _is_made(site, value):
                yield name
        if isinstance(node, (ast.Subscript, ast.Call)) and (key := _key(node)) is not None and _is_read(site, node):
            yield key
        if isinstance(node, ast.Dict):
            items = {constant(k): v for k, v in pairs_of(node) if k is not None}
            path = constant(items.get("path"))
            last = path[-1] if isinstance(path, list) and path else path
            if items.keys() & {"valueDate", "value_date"} and isinstance(last, str):
                yield last
        if isinstance(node, ast.AnnAssign) and any(terminal(n) in _TYPES for n in ast.walk(node.annotation) if isinstance(n, ast.expr)):
            yield terminal(node.target) or ""


def _written(node: ast.AST) -> Iterator[tuple[str | None, ast.expr]]:
    """Name -> value of what is put into a dictionary or handed over under a name."""
    if isinstance(node, ast.Dict):
        yield from ((k.value, v) for k, v in pairs_of(node) if isinstance(k, ast.Constant) and isinstance(k.value, str))
    elif isinstance(node, ast.Call):
        yield from ((keyword.arg, keyword.value) for keyword in node.keywords)
    elif isinstance(node, ast.Assign):
        for target in node.targets:
            if isinstance(target, ast.Subscript) and isinstance(target.slice, ast.Constant) and isinstance(target.slice.value, str):
                yield target.slice.value, node.value


def _key(node: ast.Subscript | ast.Call) -> str | None:
    """The key of ``x["born"]`` and ``x.get("born")``."""
    if isinstance(node, ast.Subscript):
        key: ast.expr | None = node.slice if isinstance(node.ctx, ast.Load) else None
    else:
        key = node.args[0] if node.args and isinstance(node.func, ast.Attribute) and node.func.attr == "get" else None
    return key.value if isinstance(key, ast.Constant) and isinstance(key.value, str) else None


def _is_made(site: Site, value: ast.expr) -> bool:
    """Whether an expression gives a date or an id, or text of one."""
    if isinstance(value, (ast.Dict, ast.Lambda)):
        return False
    if isinstance(value, ast.Name):
        made = [b.value for b in site.module.bindings_of(value) if b.kind == "value" and not b.path]
        return any(isinstance(m, ast.expr) and not isinstance(m, ast.Name) and _is_made(site, m) for m in made)
    if isinstance(value, ast.Constant):
        return isinstance(value.value, str) and _TEXT.match(value.value) is not None
    if isinstance(value, ast.Call):
        made_of = [value.func.value] if isinstance(value.func, ast.Attribute) else []
        return terminal(value.func) in _MAKING or any(_is_made(site, part) for part in [*value.args, *made_of] if not isinstance(part, ast.Name))
    return any(_is_made(site, part) for part in _parts(value))


def _parts(value: ast.expr) -> Iterator[ast.expr]:
    """What sums and displays are made of; a sum of a thousand terms is as many levels deep."""
    todo: list[ast.AST] = [value]
    while todo:
        for part in ast.iter_child_nodes(todo.pop()):
            if isinstance(part, (ast.Call, ast.Constant)):
                yield part
            elif isinstance(part, (ast.BinOp, ast.Tuple, ast.List)):
                todo.append(part)


def _is_read(site: Site, value: ast.expr) -> bool:
    """Whether an expression is used as text of a date or an id is, directly or under the name that it is bound to."""
    parent = site.parent(value)
    if isinstance(parent, ast.Assign) and parent.value is value and isinstance(parent.targets[0], ast.Name):
        return any(_is_used(site, load) for load in site.module.loads_of(parent.targets[0]))
    return _is_used(site, value) or (isinstance(value, ast.Call) and any(_is_made(site, given) for given in value.args[1:]))


def _is_used(site: Site, value: ast.expr) -> bool:
    parent = site.parent(value)
    if isinstance(parent, ast.Call) and value in parent.args:
        name = terminal(parent.func)
        by_parser = name == "parse" and isinstance(parent.func, ast.Attribute) and terminal(parent.func.value) in _PARSERS
        return name in _READING or by_parser or (name in ("str", "int") and _is_used(site, parent))
    if isinstance(parent, ast.Compare):
        others = [other for other in [parent.left, *parent.comparators] if other is not value]
        return any(_is_made(site, o) or (isinstance(c := constant(o), str) and _BEGINNING.match(c)) for o in others)
    if isinstance(parent, ast.Subscript) and parent.value is value:
        if isinstance(parent.slice, ast.Slice) and not constant(parent.slice.lower) and constant(parent.slice.upper) in _LENGTHS:
            return True
        return isinstance(parent.slice, ast.Slice) and _is_used(site, parent)
    if not isinstance(parent, ast.Attribute) or parent.value is not value:
        return False
    called = site.parent(parent)
    if not isinstance(called, ast.Call) or called.func is not parent:
        return False
    given = constant(called.args[0]) if called.args else None
    if parent.attr in _READING or (isinstance(given, str) and given and given in _METHODS.get(parent.attr, "")):
        return True
    if parent.attr == "startswith" and isinstance(given, str) and _BEGINNING.match(given):
        return True
    return _is_used(site, called)
