"""Batches: ``with client.batch as batch`` and its settings -> ``with client.batch.dynamic() as batch``."""

from __future__ import annotations

import ast
from collections.abc import Callable

from ... import surface
from ...inference.names import terminal
from ...usages import Usage
from ..client.renamed import renamed, renames
from ..code import Code, join
from ..site import Site, pure, rewrites
from ..unit import Refusal, Unit
from .batches import BATCH, PARTS, SETTINGS, Action, Batches, Opening
from .callbacks import makes_function
from .deletion import DELETE, delete
from .failures import SWALLOWED, is_caught
from .items import ADDS, added, is_new
from .manual import filled, written
from .meanwhile import SEEN, is_seen
from .names import batch_name
from .settings import afterwards, drop_callback, opened

_OPENERS = tuple(new for new, old in surface.counterparts().items() if old == BATCH[:-1])
_GONE = {
    "start": "a v4 batch starts with the block of its `with`",
    "shutdown": "a v4 batch ends with the block of its `with`",
    "num_objects": "v4 does not tell how many objects wait",
    "num_references": "v4 does not tell how many references wait",
    "shape": "v4 does not tell how many objects wait",
    "is_empty_objects": "v4 does not tell whether objects wait",
    "is_empty_references": "v4 does not tell whether references wait",
    "empty_objects": "what is added to a v4 batch can't be taken back",
    "empty_references": "what is added to a v4 batch can't be taken back",
    "pop_object": "what is added to a v4 batch can't be taken back",
    "pop_reference": "what is added to a v4 batch can't be taken back",
    "recommended_num_objects": "v4 does not tell how large its batches are",
    "recommended_num_references": "v4 does not tell how large its batches are",
}


@rewrites(f"{BATCH}__enter__", f"{BATCH}__call__", f"{BATCH}configure")
def opening(site: Site) -> Code | None:
    """A ``with`` opens the batch with the settings in force there; a statement that configured it goes."""
    batches = Batches.of(site.planner)
    node = site.usage.call or site.usage.node
    if (found := batches.entered_at.get(node)) is not None:
        return _entered(site, batches, found)
    if (action := batches.configured_at.get(node)) is not None:
        _settled(site, batches, action)
        return None
    raise Refusal("the configured batch is kept")


def _entered(site: Site, batches: Batches, found: Opening) -> Code | None:
    assert isinstance(found.statement, ast.With)
    if _only_deletes(batches, found):
        if len(found.statement.items) > 1:
            raise Refusal("the batch is entered beside something else")
        deletions = [usage for usage in batches.uses(found) if usage.symbol == DELETE]
        for usage in deletions:
            _tried(site, usage, delete)
        gone = {usage.receiver for usage in deletions} | {n for a in batches.actions for n in ast.walk(a.statement)}
        if any(name not in gone for name in batches.names(found)):
            raise Refusal("the batch is used for more than deletions")
        site.unit.unwrapped[found.statement] = None
        return None
    _references(site, batches, found)
    if is_caught(site, found.statement):
        site.unit.doubt(SWALLOWED)
    client = batches.client(found.batch)
    if client is not None and is_seen(site, client, found.statement.body, batches.uses(found)):
        site.unit.doubt(SEEN)
    code = opened(site, batches, found)
    lines = afterwards(site, batches, found, _has_references(batches, found))
    if lines:
        indent = site.planner.text.indent_of(site.planner.text.span(found.statement)[0])
        site.unit.after.append((found.statement, f"\n{indent}".join(lines)))
    if found.own is not None:
        drop_callback(site, found.own)
    if found.item is not None and found.item.optional_vars is None and _is_used(batches, found):
        return join(code, f" as {batch_name(site, batches, found)}")
    return code


def block_is_made(site: Site, batches: Batches, found: Opening) -> None:
    """Whether the ``with`` gives its batch the name that code in its block is to use: where it has none, the fix of the
    ``with`` has to be made, and its doubts are those of the code. Raises Refusal where it can't."""
    if found.name is None:
        batches.tried(found, site, lambda one: _entered(one, batches, found))


def _has_references(batches: Batches, found: Opening) -> bool:
    """Whether references may be added to the batch: in its block, or where it is handed on."""
    uses = batches.uses(found)
    return any(u.symbol == ADDS[1] for u in uses) or len(batches.names(found)) > sum(
        isinstance(u.receiver, ast.Name) for u in uses
    )


def _references(site: Site, batches: Batches, found: Opening) -> None:
    """Try the calls of ``add_reference`` in the block: v4 has a method of that name, which would take v3's arguments for
    others. Raises Refusal where one can't be rewritten."""
    for usage in batches.uses(found):
        if usage.symbol == ADDS[1] and not is_new(usage):
            _tried(site, usage, lambda one: added(one, "batch"))


def _tried(site: Site, usage: Usage, rewrite: Callable[[Site], object]) -> None:
    """Whether another use can be rewritten: its doubts go to the unit. Raises Refusal where it can't."""
    trial = Unit(usage.node)
    rewrite(Site(site.planner, usage, trial))
    for why in trial.doubts:
        site.unit.doubt(why)


def _only_deletes(batches: Batches, found: Opening) -> bool:
    """Whether the batch does nothing in its block but ``delete_objects``, which needs no batch in v4."""
    uses = [u.symbol for u in batches.uses(found) if u.symbol.removeprefix(BATCH) not in SETTINGS]
    return bool(uses) and set(uses) == {DELETE} and len(batches.names(found)) <= len(batches.uses(found))


def _is_used(batches: Batches, found: Opening) -> bool:
    """Whether the block of a ``with`` without a name uses ``client.batch``."""
    return any(isinstance(n, (ast.Attribute, ast.Name)) and batches.same(n, found.batch) for s in found.statement.body for n in ast.walk(s))  # type: ignore[attr-defined]


def _settled(site: Site, batches: Batches, action: Action) -> None:
    """A statement that configures a batch goes where all batches that it is for are opened with its settings."""
    governed = batches.governed(action)
    for found in governed:
        if found.item is None:
            filled(site, batches, found)
        else:
            _tried(site, site.usage, lambda one, found=found: _entered(one, batches, found))  # type: ignore[misc]
    drop_callback(site, action)
    if not all(pure(n) or _is_retries(n) or makes_function(site, n) for n in _arguments(action)):
        raise Refusal("a setting of the batch is computed in the call")
    if not governed:
        _unseen(site, action)
    site.unit.removed[action.statement] = None


def _arguments(action: Action) -> list[ast.expr]:
    if isinstance(action.node, ast.Call):
        return [*action.node.args, *(k.value for k in action.node.keywords)]
    return [action.node]


def _is_retries(node: ast.expr) -> bool:
    """Whether an argument makes a v3 setting, and does nothing else."""
    made = isinstance(node, ast.Call) and terminal(node.func) == "WeaviateErrorRetryConf"
    return made and all(pure(part) for part in ast.iter_child_nodes(node))


def _unseen(site: Site, action: Action) -> None:
    """Of a setting whose batches are in no place that can be seen."""
    if action.attribute == "consistency_level" or any(k.arg in ("consistency_level", None) for k in getattr(action.node, "keywords", ())):
        raise Refusal("no batch of the file uses these settings")
    site.unit.doubt("no batch of the file uses these settings, batches of other files may")


@rewrites(*(f"{BATCH}{name}" for name in SETTINGS))
def setting(site: Site) -> Code | None:
    """An attribute that is set goes like ``configure``; one that is read has no equivalent."""
    node = site.usage.node
    batches = Batches.of(site.planner)
    for action in batches.actions:
        if action.statement is site.parent(node) and action.attribute:
            _settled(site, batches, action)
            return None
    raise Refusal("a v4 batch has no such setting to read")


@rewrites(*(f"{BATCH}{name}" for name in _GONE))
def gone(site: Site) -> Code | None:
    """What has no equivalent; a bare ``client.batch.shape`` that nobody reads goes."""
    name = site.usage.symbol.removeprefix(BATCH)
    statement = site.parent(site.usage.node)
    if name == "shape" and isinstance(statement, ast.Expr):
        site.unit.removed[statement] = None
        return None
    raise Refusal(_GONE[name])


@rewrites(f"{BATCH}wait_for_vector_indexing")
def wait(site: Site) -> Code | None:
    """``client.batch`` has it in v4 as well."""
    if Batches.of(site.planner).client(site.usage.receiver) is None:
        raise Refusal("v4 waits on `client.batch`, outside of the `with`")
    return None


@rewrites(*PARTS)
def handed(site: Site) -> Code | None:
    """``client.batch`` in a call, between statements that fill it by hand: what the block gives."""
    batches = Batches.of(site.planner)
    if site.usage in batches.filling:
        written(site, batches)
    elif site.usage.symbol == PARTS[0]:
        outer = site.parent(site.usage.node)
        if isinstance(outer, ast.Attribute):
            if outer not in site.planner.usages and not any(surface.load("v4").member(cls, outer.attr) for cls in _OPENERS):
                raise Refusal(f"a v4 batch has no `{outer.attr}`")
        elif not _is_seen_through(site, outer):
            raise Refusal("`client.batch` is handed on: in v4 it is no batch")
    return None


def _is_seen_through(site: Site, statement: ast.AST | None) -> bool:
    """Whether the batch is bound to a name, and all that is done with that is told of by itself."""
    target = statement.targets[0] if isinstance(statement, ast.Assign) and len(statement.targets) == 1 else None
    if not isinstance(target, ast.Name):
        return False
    uses = (n for n in site.module.names[target.id] if isinstance(n.ctx, ast.Load))
    reads = [n for n in uses if any(b.value is site.usage.node for b in site.module.bindings_of(n))]
    return bool(reads) and all(n in site.planner.usages or site.parent(n) in site.planner.usages for n in reads)


renames(BATCH[:-1], "weaviate", "BatchClient")


@rewrites(BATCH[:-1])
def batch_class(site: Site) -> Code | None:
    """The class of the batch, in annotations and checks."""
    if site.usage.call is not None:
        raise Refusal("v4 batches are made by `client.batch`")
    return renamed(site)
