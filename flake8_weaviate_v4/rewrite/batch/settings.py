"""The settings of a v3 batch -> how v4 opens one."""

from __future__ import annotations

import ast
import os
import re
from collections.abc import Callable, Iterator

from ...inference.flow import reaching
from ...inference.values import Ref
from ...patterns import pattern
from ..code import Code, call, join
from ..literal import bound, constant
from ..objects.operands import is_none
from ..site import Site, names, pure
from ..unit import Refusal
from .batches import Action, Batches, Opening, folded
from .callbacks import callback, check_names, shown
from .failures import told
from .handed import check_unread, looks_for_errors, with_failures

_RETRIES = {"timeout_retries": 3, "connection_error_retries": 3}  # with v3's defaults
_STAYS = "in v3 the consistency level of one batch may stay in force in another"
_CONFIGURES = pattern(r"\bbatch(?:\.configure)?\([^)]|\bbatch\.(?:batch_size|dynamic|consistency_level) *=[^=]")
_DROPPED = ("creation_time", "weaviate_error_retries")


def opened(site: Site, batches: Batches, opening: Opening) -> Code:
    """``client.batch.dynamic()`` or ``client.batch.fixed_size(...)`` for what v3 had configured.

    v3.26.7 is dynamic, with ``batch_size`` as the first size, unless it is told ``dynamic=False``; then it sends
    ``batch_size`` (50) objects at once, in ``num_workers`` (1) threads. Raises Refusal where v4 has no such batch.
    """
    values, actions = batches.settings(opening)
    client = batches.client(opening.batch)
    if client is None:
        raise Refusal("the batch is kept in a variable")
    doubts(site, values)
    fixed = values.get("dynamic")
    level = values.get("consistency_level")
    sure_of_level(site, batches, opening, level)
    more = site.consistency(_moved(site, level, opening)) if level is not None and not is_none(level) else None
    batch = opening.batch if isinstance(opening.batch, ast.Name) else join(site.atom(client), ".batch")
    size = values.get("batch_size")
    if not actions and (other := _configuring(site)):
        site.unit.doubt(f"`{other}` configures a batch, which may be this one")
    by_hand = size is not None and is_none(size)
    if by_hand and opening.item is not None:
        raise Refusal("a batch that is sent by hand")
    dynamic = call(join(batch, ".dynamic"), consistency_level=more)
    if by_hand or fixed is None or constant(fixed) is True:
        return dynamic
    workers = values.get("num_workers")
    sized = call(
        join(batch, ".fixed_size"),
        batch_size="50" if size is None else _moved(site, size, opening),
        concurrent_requests="1" if workers is None else _moved(site, workers, opening),
        consistency_level=more,
    )
    if constant(fixed) is False:
        return sized
    if not isinstance(fixed, (ast.Name, ast.Attribute)):
        raise Refusal("whether the batch is dynamic can't be seen")
    return join(dynamic, " if ", _moved(site, fixed, opening), " else ", sized)


def _configuring(site: Site) -> str:
    """The name of a file of the checkout that this one imports and that configures a batch; empty where none does."""
    found = site.planner.memo.get("configuring")
    if not isinstance(found, str):
        found = site.planner.memo["configuring"] = next(_imported_with(site, _CONFIGURES), "")
    return found


def _imported_with(site: Site, pattern: re.Pattern[str]) -> Iterator[str]:
    project = site.engine.project
    for statement in site.module.imports:
        level = statement.level if isinstance(statement, ast.ImportFrom) else 0
        names = [alias.name for alias in statement.names]
        if isinstance(statement, ast.ImportFrom):
            module = statement.module or ""
            names = [module, *(f"{module}.{name}".lstrip(".") for name in names)]
        for name in names:
            other = project.module(site.module, name, level)
            if other is not None and other.source.file is not None and pattern.search(other.source.text):
                yield os.path.basename(other.source.file)


def sure_of_level(site: Site, batches: Batches, opening: Opening, level: ast.expr | None) -> None:
    """Say where another consistency level than ``level`` may be in force: it stays set on v3's one batch of a client."""
    near = [*batches.before(opening)[0], *_own(opening)]
    if level is not None and not is_none(level):
        if not any(level in ast.walk(action.statement) for action in near):
            site.unit.doubt("the consistency level is set elsewhere: it is taken to be in force here")
        elif _sets_level(opening) and _of_others(batches, opening, "open", lambda other: _is_open_to(batches, other)):
            site.unit.doubt(_STAYS)
    elif level is None and _is_open_to(batches, opening) and _of_others(batches, opening, "leveled", _sets_level):
        site.unit.doubt(_STAYS)


def _of_others(batches: Batches, opening: Opening, key: str, test: Callable[[Opening], bool]) -> bool:
    """Whether a test holds for another opening; all are asked once."""
    found = batches.planner.memo.get(f"{key} openings")
    if not isinstance(found, list):
        found = batches.planner.memo[f"{key} openings"] = [each for each in batches.openings if test(each)]
    return any(each is not opening for each in found[:2])


def _own(opening: Opening) -> list[Action]:
    return [*([opening.own] if opening.own is not None else []), *opening.inner]


def _sets_level(opening: Opening) -> bool:
    try:
        return not is_none(folded(_own(opening)).get("consistency_level"))
    except Refusal:  # told where that batch is opened
        return False


def _is_open_to(batches: Batches, opening: Opening) -> bool:
    """Whether a batch is opened with the settings that are left from before."""
    return opening.own is None and all(action.attribute for action in batches.before(opening)[0])


def doubts(site: Site, values: dict[str, ast.expr]) -> None:
    """Say which settings have no v4 equivalent and change nothing while all goes well. Raises Refusal where v3 raises."""
    for name in ("batch_size", "num_workers"):
        number = constant(bound(site, values[name])) if name in values else None
        if number is not None and (not isinstance(number, int) or isinstance(number, bool) or number <= 0):
            raise Refusal(f"v3 raises an exception for this `{name}`")
    for name, default in _RETRIES.items():
        if name in values and constant(values[name]) != default:
            site.unit.doubt(f"`{name}` is dropped: a v4 batch repeats requests by its own rules")
    for name in _DROPPED:
        if name in values and not is_none(values[name]):
            site.unit.doubt(f"`{name}` is dropped: v4 has no such setting")


def afterwards(site: Site, batches: Batches, opening: Opening, references: bool) -> list[str]:
    """The lines behind the block that do what the callback did: v3's own prints what fails, where v4 logs it.

    Raises Refusal where the callback does more than telling.
    """
    node = batches.settings(opening)[0].get("callback")
    if node is None or is_none(node) or _is_default(site, node):
        return []
    try:
        called = callback(site, node)
        check_names(site, called, [opening.statement])
    except Refusal:
        if not isinstance(node, (ast.Name, ast.Attribute)) or not looks_for_errors(site, node):
            raise
        check_unread(site, node, [opening.statement])
        site.planner.memo[f"still called {ast.unparse(node)}"] = True
        return with_failures(site, shown(site, _moved(site, node, opening)), [], opening.batch, references)
    bound = {name: shown(site, _moved(site, value, opening)) for name, value in called.bound.items()}
    return told(site, called.loop, opening.batch, references, bound)


def _is_default(site: Site, node: ast.expr) -> bool:
    found = site.engine.values(site.module, node)
    return bool(found) and all(
        isinstance(v, Ref) and v.path.startswith("weaviate.") and v.path.endswith(".check_batch_result") for v in found
    )


def drop_callback(site: Site, action: Action) -> None:
    """Take away the callback's function where a setting that goes is all that uses it."""
    node = folded([action]).get("callback")
    if node is None or is_none(node) or _is_default(site, node) or f"still called {ast.unparse(node)}" in site.planner.memo:
        return
    function = callback(site, node).function
    if isinstance(site.parent(function), ast.ClassDef):  # a method that others may call stays
        uses = site.module.attributes_named.get(function.name, ())
        gone = len(uses) == 1 and function.name.startswith("_")
    else:
        gone = len([n for n in site.module.names.get(function.name, ()) if isinstance(n.ctx, ast.Load)]) == 1
    if gone:
        site.unit.removed[function] = None


def _moved(site: Site, node: ast.expr, opening: Opening) -> ast.expr:
    """A setting's value, to be written where the batch is opened. Raises Refusal where it would mean something else there."""
    if opening.own is not None and any(outer is opening.own.node for outer in site.module.ancestors(node)):
        return node
    if not pure(node):
        raise Refusal("a setting of the batch is computed elsewhere")
    here, there = site.module.scope_of(opening.statement), site.module.scope_of(node)
    for name in names([node]):
        if here is there:
            stays = name not in here.names or reaching(site.module, here, name, node) == reaching(site.module, here, name, opening.batch)
        else:  # of a module's names, or ``self``
            stays = (name not in there.names or there is site.module.scope) and name not in here.names
            stays = stays or _is_self(site, name, node, opening)
        if not stays and isinstance(node, ast.Name) and (kept := _kept(site, node, opening)) is not None:
            return kept
        if not stays:
            raise Refusal("a setting of the batch is made of names that mean something else where it is opened")
    return node


def _kept(site: Site, name: ast.Name, opening: Opening) -> ast.Attribute | None:
    """``self.size``, where ``__init__`` keeps a parameter so, and nothing else sets that."""
    bindings = site.module.bindings_of(name)
    method = site.function(name)
    if len(bindings) != 1 or bindings[0].kind != "parameter" or not isinstance(method, ast.FunctionDef) or method.name != "__init__":
        return None
    for statement in method.body:
        target = statement.targets[0] if isinstance(statement, ast.Assign) else getattr(statement, "target", None)
        value = getattr(statement, "value", None)
        if not isinstance(target, ast.Attribute) or not isinstance(target.value, ast.Name) or not isinstance(value, ast.Name):
            continue
        if isinstance(statement, ast.AugAssign) or value.id != name.id or not _is_self(site, target.value.id, name, opening):
            continue
        stored = site.module.attributes_named.get(target.attr, ())
        if sum(not isinstance(n.ctx, ast.Load) for n in stored) == 1:
            return ast.Attribute(ast.Name(target.value.id, ast.Load()), target.attr, ast.Load())
    return None


def _is_self(site: Site, name: str, node: ast.expr, opening: Opening) -> bool:
    """Whether a name is the object of the same class in both places."""
    one, other = site.function(node), site.function(opening.statement)
    if not isinstance(one, ast.FunctionDef) or not isinstance(other, ast.FunctionDef):
        return False
    firsts = {f.args.args[0].arg if f.args.args else "" for f in (one, other)}
    return firsts == {name} and site.parent(one) is site.parent(other) and isinstance(site.parent(one), ast.ClassDef)
