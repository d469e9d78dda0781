"""The search operators of a v3 query: what chooses the method of a v4 query, and its arguments.

Read in ``weaviate.gql.filter`` and ``weaviate.gql.get`` of 3.26.7 (what is sent) and in the query methods of 4.x.
"""

from __future__ import annotations

import ast

from ...inference.values import Shape
from ...records import field, record
from ..code import Code, Item, call, join, listed
from ..literal import Literal, assigned_once, constant, follow, loads_of, may_be_none
from ..moved import moves
from ..site import Site
from ..unit import Refusal
from .filters import QUERY

_BOUNDS = ("certainty", "distance")
_MEDIA = ("audio", "video", "depth", "thermal", "imu")

moves("weaviate.gql.get.HybridFusion", QUERY, "HybridFusion")


@record(eq=False)
class Search:
    """A query method and its own arguments, in order."""

    method: str
    items: list[Item] = field(default_factory=list)


def _unseen(site: Site, content: ast.expr, method: str, keys: dict[str, str]) -> Search:
    """A search whose dictionary can't be seen: its ``keys`` (v3 key -> v4 argument) are read when the code runs.

    The first key has to be there. Raises Refusal where the dictionary is no plain name or attribute.
    """
    if not isinstance(content, (ast.Name, ast.Attribute)):
        raise Refusal("what is searched for can't be seen")
    first, *others = keys
    if (held := _held(site, content)) is not None:
        if not {first} <= held <= keys.keys():
            raise Refusal("a key of what is searched for has no place in v4's call")
        others = [key for key in others if key in held]
    elif any(isinstance(v, Shape) for v in site.engine.values(site.module, content)):
        others = []  # an object that v3 returned: it has a vector and an id, but no bounds
    if held is None:
        site.unit.doubt(f"the dictionary is taken to hold {', '.join(f'`{k}`' for k in (first, *others))} and nothing else")
    found = Search(method, [Item(join(content, f"[{site.string(first)}]"), f"{keys[first]}=")])
    found.items += [Item(join(content, f".get({site.string(key)})"), f"{keys[key]}=") for key in others]
    return found


def _held(site: Site, content: ast.expr) -> set[str] | None:
    """The keys that a dictionary of the function may hold, which is begun as a literal and given more; None where that can't be seen."""
    assignment = assigned_once(site, content) if isinstance(content, ast.Name) else None
    if not isinstance(content, ast.Name) or assignment is None or not isinstance(assignment.value, ast.Dict):
        return None
    keys = [constant(key) for key in assignment.value.keys if key is not None]
    for load in site.module.loads_of(content):
        parent = site.parent(load)
        if isinstance(parent, ast.Subscript) and parent.value is load:
            keys += [constant(parent.slice)] if isinstance(parent.ctx, ast.Store) else []
        elif load is not content and not (isinstance(parent, ast.Call) and parent.func in site.planner.usages):
            return None
    if None in assignment.value.keys or site.module.scope_of(assignment) is not site.scope() or loads_of(site, content) != site.module.loads_of(content):
        return None
    return {key for key in keys if isinstance(key, str)} if all(isinstance(key, str) for key in keys) else None


def near_text(site: Site, content: ast.expr) -> Search:
    """``with_near_text({...})``."""
    try:
        literal = follow(site, content)
        items = literal.items()
    except Refusal:
        return _unseen(site, content, "near_text", {"concepts": "query", "certainty": "certainty", "distance": "distance"})
    if "concepts" not in items:
        raise Refusal("`with_near_text` has no `concepts`")
    unknown = items.keys() - {"concepts", "certainty", "distance", "moveTo", "moveAwayFrom", "autocorrect"}
    if unknown or constant(items.get("autocorrect")) not in (None, False):
        raise Refusal("`autocorrect` has no v4 equivalent" if "autocorrect" in items else "an unknown key of `with_near_text`")
    found = Search("near_text", [Item(literal.part(items["concepts"], "concepts"), "query=")])
    _bounds(found, literal, items)
    for key, name in (("moveTo", "move_to"), ("moveAwayFrom", "move_away")):
        if key in items:
            found.items.append(Item(_move(site, literal, items[key], key), f"{name}="))
    return found


def _move(site: Site, outer: Literal, node: ast.expr, key: str) -> Code:
    literal = outer.inner(node, key)
    items = literal.items()
    if not items.keys() <= {"force", "concepts", "objects"} or "force" not in items:
        raise Refusal(f"`{key}` can't be written as `Move`")
    keys = (key,) if literal.variable is outer.variable else ()
    parts = {name: literal.part(items[name], *keys, name) for name in ("force", "concepts") if name in items}
    objects: Code | None = None
    if "objects" in items:
        listing = literal.inner(items["objects"], *keys, "objects")
        nodes = listing.elements() if isinstance(listing.node, (ast.List, ast.Tuple)) else [listing.node]
        ids = [listing.inner(n).items() for n in nodes]
        if any(set(i) != {"id"} for i in ids) or (listing.variable is not None and not listing.moves):
            raise Refusal(f"an object of `{key}` is named by a beacon, or can't be seen")
        objects = listed([i["id"] for i in ids])
    return call(site.use(QUERY, "Move"), force=parts["force"], objects=objects, concepts=parts.get("concepts"))


def near_vector(site: Site, content: ast.expr) -> Search:
    """``with_near_vector({...})``."""
    try:
        literal = follow(site, content)
        items = literal.items()
    except Refusal:
        return _unseen(site, content, "near_vector", {"vector": "near_vector", "certainty": "certainty", "distance": "distance"})
    if "vector" not in items or not items.keys() <= {"vector", *_BOUNDS}:
        raise Refusal("`with_near_vector` has no `vector`, or an unknown key")
    found = Search("near_vector", [Item(literal.part(items["vector"], "vector"), "near_vector=")])
    return _bounds(found, literal, items)


def near_object(site: Site, content: ast.expr) -> Search:
    """``with_near_object({...})``."""
    try:
        literal = follow(site, content)
        items = literal.items()
    except Refusal:
        return _unseen(site, content, "near_object", {"id": "near_object", "certainty": "certainty", "distance": "distance"})
    if not items.keys() <= {"id", "beacon", *_BOUNDS} or len(items.keys() & {"id", "beacon"}) != 1:
        raise Refusal("`with_near_object` names no object by `id`")
    if "beacon" in items:
        beacon = constant(items["beacon"])
        if not isinstance(beacon, str) or not beacon.startswith("weaviate://"):
            raise Refusal("the beacon of `with_near_object` can't be seen")
        shown: Code = site.string(beacon.rstrip("/").rpartition("/")[2])
    else:
        shown = literal.part(items["id"], "id")
    return _bounds(Search("near_object", [Item(shown, "near_object=")]), literal, items)


def _bounds(found: Search, literal: Literal, items: dict[str, ast.expr]) -> Search:
    for name in _BOUNDS:
        if name in items:
            found.items.append(Item(literal.part(items[name], name), f"{name}="))
    return found


def near_media(site: Site, content: ast.expr, encode: ast.expr | None, media: str) -> Search:
    """``with_near_image({...}, encode=)`` and its kin: v3 encodes the file at a path unless told otherwise."""
    how = constant(encode) if encode is not None else True
    if not isinstance(how, bool):
        raise Refusal(f"whether `with_near_{media}` encodes a file can't be seen")
    method, argument = ("near_image", "near_image") if media == "image" else ("near_media", "media")
    try:
        literal = follow(site, content)
        items = literal.items()
    except Refusal:
        found = _unseen(site, content, method, {media: argument, "certainty": "certainty", "distance": "distance"})
    else:
        if media not in items or not items.keys() <= {media, *_BOUNDS}:
            raise Refusal(f"`with_near_{media}` has no `{media}`, or an unknown key")
        found = _bounds(Search(method, [Item(literal.part(items[media], media), f"{argument}=")]), literal, items)
    if how:
        found.items[0] = Item(call(site.use("pathlib", "Path"), found.items[0].value), f"{argument}=")
    if media != "image":
        found.items.insert(1, Item(f"{site.use(QUERY, 'NearMediaType')}.{media.upper()}", "media_type="))
    return found


def hybrid(site: Site, arguments: dict[str, ast.expr]) -> Search:
    """``with_hybrid(query, alpha=, vector=, properties=, fusion_type=)``.

    Without ``alpha`` v3 leaves it to the server, whose default is 0.75; v4 sends its own default, 0.7, to older servers.
    """
    found = Search("hybrid", [Item(arguments["query"], "query=")])
    alpha = arguments.get("alpha")
    if alpha is not None and constant(alpha) is None:
        if isinstance(alpha, ast.Constant):
            alpha = None
        elif may_be_none(site, alpha):
            found.items.append(Item(join("0.75 if ", alpha, " is None else ", alpha), "alpha="))
            return _rest(site, found, arguments)
    found.items.append(Item(alpha if alpha is not None else "0.75", "alpha="))
    return _rest(site, found, arguments)


def _rest(site: Site, found: Search, arguments: dict[str, ast.expr]) -> Search:
    for name, new in (("vector", "vector"), ("properties", "query_properties")):
        if (node := arguments.get(name)) is not None and not _none(node):
            found.items.append(Item(node, f"{new}="))
    if (fusion := arguments.get("fusion_type")) is not None and not _none(fusion):
        found.items.append(Item(_fusion(site, fusion), "fusion_type="))
    return found


def _fusion(site: Site, node: ast.expr) -> Code:
    """v3 took the name of a fusion as text too; the enum only moves."""
    names = {"rankedFusion": "RANKED", "relativeScoreFusion": "RELATIVE_SCORE"}
    if isinstance(node, ast.Attribute) and node.attr in names.values():
        return node
    if (name := names.get(str(constant(node)))) is None:
        raise Refusal("the fusion type is not a literal")
    return f"{site.use(QUERY, 'HybridFusion')}.{name}"


def bm25(arguments: dict[str, ast.expr]) -> Search:
    """``with_bm25(query, properties=)``."""
    found = Search("bm25", [Item(arguments["query"], "query=")])
    if (node := arguments.get("properties")) is not None and not _none(node):
        found.items.append(Item(node, "query_properties="))
    return found


def _none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def search(site: Site, link: str, arguments: dict[str, ast.expr]) -> Search | None:
    """The search that a link of a builder asks for; None where the link is no search."""
    content = arguments.get("content")
    if link == "with_hybrid":
        return hybrid(site, arguments)
    if link == "with_bm25":
        return bm25(arguments)
    if not link.startswith("with_near_") or content is None:
        return None
    kind = link.removeprefix("with_near_")
    if kind == "text":
        return near_text(site, content)
    if kind == "vector":
        return near_vector(site, content)
    if kind == "object":
        return near_object(site, content)
    if kind in ("image", *_MEDIA):
        return near_media(site, content, arguments.get("encode"), kind)
    return None

