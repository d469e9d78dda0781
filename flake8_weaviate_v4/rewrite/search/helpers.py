"""Builders that functions, methods and properties of the file make or extend: written out where they are used.

``def articles(self): return self.client.query.get(...)`` is v3 text at each use first; the next round rewrites the whole chain.
"""

from __future__ import annotations

import ast
import bisect
from functools import cache, partial

from ...inference.flow import TRIES, WITHS
from ...inference.scopes import COMPREHENSIONS, Scope
from ...records import record
from ..code import Code, join
from ..edits import Moves
from ..fix import parsed
from ..objects.operands import is_none
from ..plan import Planner, most
from ..site import Site, pure
from ..unit import Refusal, Unit
from .functions import calls_of, given, is_plain, reads_of
from .inlined import check_movable, write

Places = list[tuple[int, Unit]]  # where functions were written out, and the fix that does it
_LEFT = "a query that the function begins can't be rewritten"


@record(frozen=True, eq=False)
class _Helper:
    """A function that returns a builder, what it does before that, and all places of the file that use it: the calls, of a
    property the reads; or, of one whose callers do nothing but send the query, what it returns, and where they send it."""

    node: ast.FunctionDef
    body: list[ast.stmt]
    value: ast.expr
    uses: list[ast.expr]
    sent: list[ast.Call]

    @property
    def key(self) -> str:
        """Under which a planner knows what is made of the function."""
        return f"{self.node.name} sends" if self.sent else self.node.name


def spread(site: Site, start: ast.expr) -> None:
    """Write the builder that ``start`` gets from the file's own function out at all its uses, and remove the function.

    Raises Refusal where it is used otherwise, or where one of the queries would not be rewritten afterwards.
    """
    helper = _chosen(site, start)
    planner, name = site.planner, helper.key
    others = [o for o in planner.memo.values() if isinstance(o, _Helper) and o.node is not helper.node]
    if any(_is_within(site, helper, other) or _is_within(site, other, helper) for other in others):
        return  # in the next round
    if name in planner.refused:
        raise planner.refused[name]
    if planner.memo.setdefault(f"helper {name}", helper) is not helper:
        return  # by the first query that it begins
    try:
        _spread(site, helper)
    except Refusal as refusal:
        del planner.memo[f"helper {name}"]
        planner.refused[name] = refusal
        raise
    planner.memo[f"unit of {name}"] = site.unit
    planner.trials[_try] = None


def _chosen(site: Site, start: ast.expr) -> _Helper:
    """The function that ``start`` calls, and whether it is written out or sends the query: a private one may return v4 objects."""
    sending = _sending(site, start)
    if sending is not None and _is_private(site, sending.node):
        return sending
    try:
        helper = _helper(site, start)
    except Refusal:
        if sending is None:
            raise
        return sending
    return sending if sending is not None and helper.key in site.planner.refused else helper


def _is_private(site: Site, function: ast.FunctionDef) -> bool:
    inner = site.function(function) is not None and not site.module.scope_of(function).is_class
    return inner or function.name.startswith("_")


def _spread(site: Site, helper: _Helper) -> None:
    module = site.module
    if module.source.file is not None and site.engine.project.is_named_elsewhere(module, helper.node.name):
        raise Refusal(f"`{helper.node.name}` is used in other files")
    private = _is_private(site, helper.node)
    if helper.sent:
        for value in helper.uses:
            site.unit.replaced[value] = join(site.atom(value), ".do()")
        for end in helper.sent:
            assert isinstance(end.func, ast.Attribute)
            site.unit.replaced[end] = end.func.value
        if not private:
            site.unit.doubt(f"`{helper.node.name}` sends the query then, also for other files")
        return
    for use in helper.uses:
        _check_names(site, helper, use)
        if helper.body:
            write(site, helper.node, helper.body, helper.value, use, len(helper.uses) == 1)
        else:
            site.unit.replaced[use] = _written(site, helper, use)
    site.unit.removed[helper.node] = None
    if not private:
        site.unit.doubt(f"`{helper.node.name}` goes, which other files may use")


def _sending(site: Site, start: ast.expr) -> _Helper | None:
    """A function of several statements that is called more than once, and whose callers all send its query as it is; else None."""
    called = start.func if isinstance(start, ast.Call) else start
    found = site.planner.definitions.get(called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", ""), [])
    node = found[0] if len(found) == 1 else None
    told = isinstance(node, ast.FunctionDef) and ast.get_docstring(node, clean=False) is not None
    if not isinstance(node, ast.FunctionDef) or len(node.body) < 2 + told or start is called or not is_plain(site, node):
        return None
    values = site.module.returned.get(node, [])
    nodes = [n for s in node.body for n in ast.walk(s)]
    if not values or any(is_none(value) for value in values) or any(isinstance(n, (*TRIES, *WITHS, ast.Yield, ast.YieldFrom)) for n in nodes):
        return None
    calls = calls_of(site, node)
    ends = [site.parent(parent) for call in calls if isinstance(parent := site.parent(call), ast.Attribute) and parent.attr == "do"]
    sent = [end for end in ends if isinstance(end, ast.Call) and not end.args and not end.keywords]
    if start not in calls or len(calls) < 2 or len(sent) < len(calls):
        return None
    helper = _Helper(node, [], values[0], values, sent)
    return helper if helper.key not in site.planner.refused else None


def _is_within(site: Site, inner: _Helper, outer: _Helper) -> bool:
    """Whether one of two helpers is used in the other, or in what the other is given."""
    return any(around is outer.node or around in outer.uses for use in inner.uses for around in site.module.ancestors(use))


def _helper(site: Site, start: ast.expr) -> _Helper:
    called = start.func if isinstance(start, ast.Call) else start
    name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
    found = site.planner.definitions.get(name, [])
    if len(found) != 1 or not isinstance(node := found[0], ast.FunctionDef):
        raise Refusal("the start of the query can't be seen")
    scope = site.module.scope_of(node)
    decorators = [getattr(d, "id", "") for d in node.decorator_list]
    body = node.body[1:] if ast.get_docstring(node, clean=False) is not None else node.body
    last = body[-1] if body else None
    if not isinstance(last, ast.Return) or last.value is None or len(scope.names.get(name, ())) != 1:
        raise Refusal("the function that begins the query does more than that")
    arguments = node.args
    if arguments.vararg or arguments.kwarg or arguments.posonlyargs or decorators not in ([], ["property"], ["staticmethod"]):
        raise Refusal("the function that begins the query can't be written out")
    if site.planner.text.within(*site.planner.text.span(node)):
        raise Refusal("there are comments in the function that begins the query")
    parameters = [*arguments.args, *arguments.kwonlyargs]
    is_property = decorators == ["property"]
    if is_property != (called is start) or (is_property and len(parameters) != 1):
        raise Refusal("the start of the query can't be seen")
    if any(isinstance(n, (*COMPREHENSIONS, ast.Lambda, ast.NamedExpr, ast.Await, ast.Yield)) for n in ast.walk(last.value)):
        raise Refusal("the function that begins the query can't be written out")
    if body[:-1]:
        check_movable(site, body[:-1], last.value)
    if not all(isinstance(default, (ast.Constant, type(None))) for default in [*arguments.defaults, *arguments.kw_defaults]):
        raise Refusal("the function that begins the query has a default that is no plain value")
    uses: list[ast.expr] = list(reads_of(site, node) if is_property else calls_of(site, node))
    if start not in uses or not all(isinstance(getattr(use, "ctx", None), (ast.Load, type(None))) for use in uses):
        raise Refusal("the start of the query can't be seen")
    return _Helper(node, body[:-1], last.value, uses, [])


def _written(site: Site, helper: _Helper, use: ast.expr) -> Code:
    """The builder, with the arguments of one use in the place of the parameters."""
    text, source = site.planner.text, site.module.source.text
    arguments = given(helper.node, use)
    reads = [n for n in ast.walk(helper.value) if isinstance(n, ast.Name)]
    for name, argument in arguments.items():
        count = sum(n.id == name for n in reads)
        if not (isinstance(argument, (ast.Name, ast.Constant)) or (count == 1 and pure(argument)) or _is_moved(helper, argument, arguments)):
            raise Refusal("the function that begins the query is given what can't be written out")
    start, end = text.span(helper.value)
    parts: list[Code] = []
    place = start
    for read in sorted(reads, key=text.span):
        low, high = text.span(read)
        parts += [source[place:low], _put(site, read, arguments.get(read.id, read))]
        place = high
    parts.append(source[place:end])
    return join("(", *parts, ")") if "\n" in source[start:end] else join(*parts)


def _check_names(site: Site, helper: _Helper, use: ast.expr) -> None:
    """Raise Refusal where a name in the function that is none of its own means something else at the use."""
    own = site.scope(helper.value)
    nodes = [n for part in [*helper.body, helper.value] for n in ast.walk(part)]
    for read in (n for n in nodes if isinstance(n, ast.Name)):
        if not _is_bound_within(site, read, own) and not _means_the_same(site, read, use):
            raise Refusal(f"`{read.id}` is another one where the query is built")
    if _class(site, helper.node) is not _class(site, use) and any(_is_mangled(n) for n in nodes):
        raise Refusal("the function that begins the query reads what only its class can")


def _is_bound_within(site: Site, read: ast.Name, own: Scope) -> bool:
    """Whether a name is a variable of the function, or of a comprehension in it."""
    scope: Scope | None = site.scope(read)
    while scope is not None and scope is not own.parent:
        if read.id in scope.names:
            return not any(binding.elsewhere for binding in scope.names[read.id])
        scope = scope.parent
    return False


def _class(site: Site, node: ast.AST) -> ast.ClassDef | None:
    return next((outer for outer in site.module.ancestors(node) if isinstance(outer, ast.ClassDef)), None)


def _is_mangled(node: ast.AST) -> bool:
    """Whether it is a name as ``__key``, which means something else outside of the class."""
    name = getattr(node, "attr", getattr(node, "id", ""))
    return name.startswith("__") and not name.endswith("__")


def _put(site: Site, read: ast.Name, argument: ast.expr) -> Code:
    """An argument in the place of a parameter, in parentheses where it may need them there."""
    parent = site.parent(read)
    if isinstance(parent, (ast.Attribute, ast.Subscript)) or getattr(parent, "func", None) is read:
        return site.atom(argument)
    alone = isinstance(argument, ast.Constant) or isinstance(parent, (ast.Call, ast.keyword, ast.List, ast.Tuple, ast.Dict))
    return argument if alone else site.atom(argument)


def _is_moved(helper: _Helper, argument: ast.expr, arguments: dict[str, ast.expr]) -> bool:
    """Whether an argument that does something is evaluated once and first, as it was before."""
    start = helper.value
    while isinstance(start, (ast.Call, ast.Attribute)):
        start = start.func if isinstance(start, ast.Call) else start.value
    first = isinstance(start, ast.Name) and arguments.get(start.id) is argument
    once = first and sum(isinstance(n, ast.Name) and n.id == getattr(start, "id", "") for n in ast.walk(helper.value)) == 1
    return once and all(other is argument or pure(other) for other in arguments.values())


def _means_the_same(site: Site, read: ast.Name, use: ast.expr) -> bool:
    """Whether a name that is no parameter leads to the same variable at the use."""
    bindings = site.module.bindings_of(read)
    scope: Scope | None = site.module.scope_of(use)
    while scope is not None and scope.names.get(read.id) is not bindings:
        if read.id in scope.names and (not scope.is_class or scope is site.module.scope_of(use)):
            return False
        scope = scope.parent
    return scope is not None or not bindings


def _try(planner: Planner) -> bool:
    """Write all functions out and look what becomes of the queries that they begin: whether one would be left as v3 in the end,
    so that its function is refused. Else the fixes take over why those that follow are not safe."""
    units: dict[Unit, _Helper] = {}
    for helper in [each for each in planner.memo.values() if isinstance(each, _Helper)]:
        unit = planner.memo[f"unit of {helper.key}"]
        assert isinstance(unit, Unit)
        if helper.key not in planner.proven:
            units[unit] = helper
        for doubt in planner.proven.get(helper.key, ()):
            unit.doubt(doubt)
    if not units:
        return False
    tried = cache(partial(_tried, planner))
    written = most(list(units), lambda some: tried(frozenset(some)) is not None)
    why = Refusal("the function that begins the query can't be written out")
    refused = {helper.key: why for unit, helper in units.items() if unit not in written}
    found = tried(frozenset(written)) if written else None
    begun = _begun(planner, {unit: units[unit] for unit in written}, *found) if found else []
    moved: Places = []
    while found and (begun or moved):
        moves, trial = found
        places = begun or [(_first_code(trial.source.text, moves[place]), unit) for place, unit in moved]
        begun = []
        trial.around = [trial.text.line_of(place) for place, _ in places]
        trial.refused = dict(planner.refused)
        further = frozenset(unit for unit, _ in trial.planned() if any(isinstance(s, ast.FunctionDef) for s in unit.removed))
        moved = _unmet(trial, places)
        for place, unit in moved if not further else ():
            refused.setdefault(units[unit].key, _why(trial, place))
        for doubt in [doubt for each in further for doubt in each.doubts]:
            for _, unit in moved:
                unit.doubt(doubt)
        found = _tried(trial, further) if further else None
    for _, unit in moved:
        refused.setdefault(units[unit].key, why)
    planner.refused |= refused
    if not refused:  # else what is left is tried again, without those
        planner.proven |= {helper.key: unit.doubts for unit, helper in units.items()}
    return bool(refused)


def _begun(planner: Planner, units: dict[Unit, _Helper], moves: Moves, trial: Planner) -> Places:
    """Where the written out functions stand in the file afterwards: each place has to be written anew by the fix of a query."""
    places: Places = []
    text = planner.text
    for unit, helper in units.items():
        uses = set(helper.uses)
        for use in (use for use in uses if uses.isdisjoint(planner.module.ancestors(use))):
            if not helper.body:
                places.append((_first_code(trial.source.text, moves[text.span(use)[0]]), unit))
                continue
            start, end = text.span(next(s for s in planner.module.ancestors(use) if isinstance(s, ast.stmt)))
            low, high = moves[start - 1] + 1, moves[end]
            nodes = (node for node, usages in trial.usages.items() if any(u.symbol.startswith("weaviate.gql.") for u in usages))
            inside = {place for node in nodes if low <= (place := trial.text.span(node)[0]) < high}
            places += [(place, unit) for place in inside] or [(low, unit)]
    return places


def _unmet(trial: Planner, places: Places) -> Places:
    """The places that no fix writes anew; the units of the others take over the doubts of the fixes that do."""
    left = dict.fromkeys(sorted(places, key=lambda each: each[0]))
    ordered = list(left)
    for _, fix in trial.planned():
        for edit in fix.edits:
            low, high = (bisect.bisect_left(ordered, place, key=lambda each: each[0]) for place in (edit.start, edit.end))
            for met in ordered[low:high]:
                left.pop(met, None)
                for doubt in fix.doubts:
                    met[1].doubt(doubt)
    return list(left)


def _why(trial: Planner, place: int) -> Refusal:
    """Why the query that begins at a place is left."""
    line = trial.text.line_of(place)
    return Refusal(min(((each.line, each.why) for each in trial.left if each.line >= line), default=(0, _LEFT))[1])


def _tried(planner: Planner, units: frozenset[Unit]) -> tuple[Moves, Planner] | None:
    """What the units move, and the planner of the file afterwards; None where they can't be made together."""
    try:
        text, edits = planner.text_with([unit for unit in planner.units if unit in units])
        return Moves(edits), Planner(planner.checker, parsed(text, planner.source.path, planner.source.file))
    except (SyntaxError, ValueError, Refusal):
        return None


def _first_code(text: str, place: int) -> int:
    """The first character from a place on that is no bracket or blank."""
    while place < len(text) and text[place] in "( \t\n":
        place += 1
    return place
