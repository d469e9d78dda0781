"""Text -> text: the rewrites of a file, in rounds until nothing more changes."""

from __future__ import annotations

import ast
import builtins
import os
from collections.abc import Callable
from functools import cache

from ..check import Checker
from ..finding import Finding
from ..inference.bindings import Module, once
from ..lines import lines_of
from ..options import DEFAULT, Options
from ..records import NamedTuple, field, record, replace
from ..source import Source
from ..usages import Usage
from . import evidence
from .change import Applicability, Fix, Left
from .edits import Edit, Overlap
from .plan import Planner, most
from .unit import Refusal, Unit

_ROUNDS = 10


class Broken(Exception):
    """A fault of ours: with these ``units`` the rewritten text would not parse, or use a name that nothing binds."""

    def __init__(self, why: str, units: frozenset[Unit]) -> None:
        super().__init__(why)
        self.units = units


class Missed(Broken):
    """No fault: they take away what binds a name that code reads which stays, though it can't be from there."""


@record()
class Fixed:
    """What became of a file: its new ``text``, the findings before and after, the uses that were left, and ``faults`` of ours."""

    text: str
    before: list[Finding] = field(default_factory=list)
    after: list[Finding] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    unsafe: dict[Finding, Fix] = field(default_factory=dict)  # what unsafe fixes of ``text`` would mend
    rounds: int = 0


class Step(NamedTuple):
    """What can be done to a file at once: the planner of its text afterwards, the fixes that are wanted, each as sure as it is
    beside the others (``DISPLAY`` are those that hide what no fix mends), and the units that were made."""

    later: Planner
    fixes: list[Fix]
    made: list[Unit]


def parsed(text: str, path: str = "<unknown>", file: str | os.PathLike[str] | None = None, tree: ast.Module | None = None) -> Source:
    """Source of a text whose line ends stay as they are; ``tree`` is its tree, if there is one. Raises SyntaxError or ValueError."""
    return Source(path, lines_of(text), ast.parse(text) if tree is None else tree, None if file is None else os.fspath(file), text)


def fix(
    checker: Checker, source: Source, unsafe: bool = False,
    wanted: Callable[[Source, Fix], bool] = lambda source, fix: True, restless: frozenset[str] = frozenset(),
) -> Fixed:  # fmt: skip
    """Rewrite a file as often as something changes.

    ``wanted`` tells of each fix whether it may be made; its places are those of the source that comes with it, the file
    as it is in this round. ``restless`` are v3 symbols whose fixes would be made for ever, so that none is. A fix that would
    break the file is not made, and told as a fault; raises Broken where that can't be said of a single one.
    """
    planner = Planner(checker, source, restless)
    fixed = Fixed(source.text, planner.inspection.findings)
    for fixed.rounds in range(_ROUNDS):
        later, judged, made = step(planner, unsafe, wanted)
        fixed.after, fixed.left, fixed.faults = planner.inspection.findings, planner.left, planner.faults
        bold = [each for each in judged if each.applicability == Applicability.UNSAFE and not unsafe]
        fixed.unsafe = {finding: fix for fix in bold for finding in fix.findings}
        if later.source.text == planner.source.text:
            return fixed
        planner = later
        fixed.text = planner.source.text
    return fix(checker, source, unsafe, wanted, restless.union(unit.title for unit in made))


def step(planner: Planner, unsafe: bool, wanted: Callable[[Source, Fix], bool], quick: bool = False) -> Step:
    """What can be done to a file at once; ``quick`` leaves out what takes a plan of the text afterwards. Raises Broken."""
    planned = planner.planned() if planner.inspection.usages else ()
    fixes = {unit: fix for unit, fix in planned if fix.applicability >= Applicability.UNSAFE and wanted(planner.source, fix)}
    known = len(planner.left)
    while fixes:
        try:
            return _beside(planner, unsafe, fixes, quick)
        except Broken as error:
            del planner.left[known:]
            broken = _broken(planner, [unit for unit in fixes if unit in error.units])
            if not broken:
                raise
            for unit, why in broken.items():
                (planner.leave if isinstance(why, Missed) else planner.fail)(unit, str(why))
                del fixes[unit]
    return Step(planner, [], [])


def _beside(planner: Planner, unsafe: bool, given: dict[Unit, Fix], quick: bool) -> Step:
    """What some fixes do beside each other. Raises Broken."""
    fixes = dict(given)
    doubtful = {unit: fix for unit, fix in fixes.items() if not unsafe and fix.applicability == Applicability.UNSAFE}
    kept = evidence.left(planner, fixes)
    sure = planner.together([unit for unit in fixes if unit not in doubtful])

    @cache
    def after(units: frozenset[Unit]) -> tuple[list[Edit], Planner]:
        return _after(planner, [unit for unit in fixes if unit in units])

    def hidden(units: list[Unit]) -> list[Usage]:
        return evidence.hidden(planner, kept, *after(frozenset(units))) if units else []

    def hides(units: list[Unit]) -> bool:
        edits, later = after(frozenset(units))
        here = bool(hidden(units)) or evidence.is_hidden(planner, doubtful, edits, later, quick)
        return here or (elsewhere is not None and elsewhere.hidden(later.source.text) is not None)

    try:
        every = [*sure, *doubtful]
        planner.text_with(every)
    except (Overlap, Refusal):
        every = sure
    if kept and (others := hidden(every)):
        why = evidence.HIDES.format(f"line {others[0].line}")
        fit = evidence.separated(planner, every, lambda units: bool(hidden(units)))
        for unit in (each for each in every if each not in fit):
            planner.leave(unit, why)
            fixes[unit] = replace(fixes[unit], applicability=Applicability.DISPLAY, doubts=(why,))
        sure = [unit for unit in sure if unit in fit]
    elsewhere = evidence.Elsewhere(planner, unsafe) if sure and not quick else None
    tells = elsewhere is not None and elsewhere.tells
    made = evidence.separated(planner, sure, hides) if doubtful or kept or tells else sure
    for unit in (each for each in sure if each not in made):
        other = elsewhere.hidden(planner.text_with([unit])[0]) if elsewhere is not None else None
        if other is not None and other.apart:
            why = evidence.APART.format(other.place)
            planner.leave(unit, why)
            fixes[unit] = replace(fixes[unit], applicability=Applicability.DISPLAY, doubts=(why,))
            continue
        if unsafe and elsewhere is not None:
            planner.leave(unit, evidence.HIDES.format(other.place if other is not None else "another file"))
        fixes[unit] = replace(fixes[unit], applicability=Applicability.UNSAFE, doubts=(evidence.WAITS,))
    return Step(after(frozenset(made))[1] if made and not quick else planner, list(fixes.values()), made)


def _after(planner: Planner, units: list[Unit]) -> tuple[list[Edit], Planner]:
    """The changes that some units make, and the planner of the text with them. Raises Broken, Overlap or Refusal."""
    text, edits = planner.text_with(units)
    try:
        source = parsed(text, planner.source.path, planner.source.file)
    except (SyntaxError, ValueError) as error:
        raise Broken(f"the fixed code would not parse: {error}", frozenset(units)) from error
    later = Planner(planner.checker, source, planner.restless)
    if lost := _unbound(later.module) - _unbound(planner.module):
        if lost <= {name for scope in planner.module.roots.values() for name in scope.names}:
            raise Missed(f"`{min(lost)}` is read where nothing else binds it", frozenset(units))
        raise Broken(f"the fixed code would use `{min(lost)}`, which nothing binds", frozenset(units))
    return edits, later


def _broken(planner: Planner, units: list[Unit]) -> dict[Unit, Broken]:
    """Those of the units that break the text beside the ones before them, and how."""
    why: dict[Unit, Broken] = {}

    def is_sound(some: list[Unit]) -> bool:
        try:
            _after(planner, some)
        except Broken as error:
            why[some[-1]] = error
            return False
        except (Overlap, Refusal):
            why.pop(some[-1], None)
            return False
        return True

    good = set(most(units, is_sound))
    return {unit: why[unit] for unit in units if unit not in good and unit in why}


@once
def _unbound(module: Module) -> frozenset[str]:
    """Names that are read and that nothing in the file binds."""
    found = set[str]()
    for name, uses in module.names.items():
        if name in vars(builtins) or name.startswith("__") or module.scope.stars:
            continue
        found |= {name for use in uses if isinstance(use.ctx, ast.Load) and not module.bindings_of(use)}
    return frozenset(found)


def fix_text(text: str, unsafe: bool = False, options: Options = DEFAULT) -> str:
    """The rewritten text of a file that stands by itself. Raises SyntaxError, ValueError or Broken."""
    return fix(Checker(options), parsed(text), unsafe).text
