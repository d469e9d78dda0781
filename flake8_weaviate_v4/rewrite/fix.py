"""Text -> text: the rewrites of a file, in rounds until nothing more changes."""

from __future__ import annotations

import ast
import builtins
import os
from collections.abc import Callable
from functools import cache

from ..check import Checker
from ..finding import Finding
from ..inference.bindings import Module
from ..lines import lines_of
from ..options import DEFAULT, Options
from ..records import NamedTuple, field, record, replace
from ..source import Source
from ..usages import Usage
from . import evidence
from .change import Applicability, Fix, Left
from .edits import Edit, Overlap
from .plan import Planner
from .unit import Refusal, Unit

_ROUNDS = 10


class Broken(Exception):
    """A fault of ours: the rewritten text would not parse, use a name that nothing binds, or be rewritten for ever."""


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
    """What can be done to a file at once: what gives the planner of its text afterwards, and the fixes that are wanted, each
    as sure as it is beside the others. ``DISPLAY`` are those that hide what no fix mends."""

    later: Callable[[], Planner]
    fixes: list[Fix]


def parsed(text: str, path: str = "<unknown>", file: str | os.PathLike[str] | None = None, tree: ast.Module | None = None) -> Source:
    """Source of a text whose line ends stay as they are; ``tree`` is its tree, if there is one. Raises SyntaxError or ValueError."""
    return Source(path, lines_of(text), ast.parse(text) if tree is None else tree, None if file is None else os.fspath(file), text)


def fix(
    checker: Checker, source: Source, unsafe: bool = False,
    wanted: Callable[[Source, Fix], bool] = lambda source, fix: True,
) -> Fixed:  # fmt: skip
    """Rewrite a file as often as something changes.

    ``wanted`` tells of each fix whether it may be made; its places are those of the source that comes with it, the file
    as it is in this round. Raises Broken where the result would not parse.
    """
    planner = Planner(checker, source)
    fixed = Fixed(source.text, planner.inspection.findings)
    for fixed.rounds in range(_ROUNDS):
        after, judged = step(planner, unsafe, wanted)
        later = after()
        fixed.after, fixed.left, fixed.faults = planner.inspection.findings, planner.left, planner.faults
        bold = [each for each in judged if each.applicability == Applicability.UNSAFE and not unsafe]
        fixed.unsafe = {finding: fix for fix in bold for finding in fix.findings}
        if later.source.text == planner.source.text:
            return fixed
        if lost := _unbound(later.source) - _unbound(planner.source):
            raise Broken(f"the fixed code would use `{min(lost)}`, which nothing binds")
        planner = later
        fixed.text = planner.source.text
    raise Broken("the fixes do not come to rest")


def step(planner: Planner, unsafe: bool, wanted: Callable[[Source, Fix], bool], quick: bool = False) -> Step:
    """What can be done to a file at once; ``quick`` leaves out what takes a plan of the text afterwards."""
    planned = planner.planned() if planner.inspection.usages else ()
    fixes = {unit: fix for unit, fix in planned if fix.applicability >= Applicability.UNSAFE and wanted(planner.source, fix)}
    if not fixes:
        return Step(lambda: planner, [])
    doubtful = {unit: fix for unit, fix in fixes.items() if not unsafe and fix.applicability == Applicability.UNSAFE}
    kept = evidence.left(planner, fixes)
    sure = planner.together([unit for unit in fixes if unit not in doubtful])

    @cache
    def after(units: frozenset[Unit]) -> tuple[list[Edit], Planner]:
        text, edits = planner.text_with([unit for unit in fixes if unit in units])
        try:
            return edits, Planner(planner.checker, parsed(text, planner.source.path, planner.source.file))
        except (SyntaxError, ValueError) as error:
            raise Broken(f"the fixed code would not parse: {error}") from error

    def hidden(units: list[Unit]) -> list[Usage]:
        return evidence.hidden(planner, kept, *after(frozenset(units))) if units else []

    def hides(units: list[Unit]) -> bool:
        edits, later = after(frozenset(units))
        here = bool(hidden(units)) or evidence.is_hidden(planner, doubtful, edits, later, quick)
        return here or (elsewhere is not None and elsewhere.hidden(later.source.text) != "")

    try:
        every = [*sure, *doubtful]
        planner.text_with(every)
    except (Overlap, Refusal):
        every = sure
    if kept and (others := hidden(every)):
        why = evidence.HIDES.format(others[0].line)
        fit = evidence.separated(planner, every, lambda units: bool(hidden(units)))
        for unit in (each for each in every if each not in fit):
            planner.leave(unit, why)
            fixes[unit] = replace(fixes[unit], applicability=Applicability.DISPLAY, doubts=(why,))
        sure = [unit for unit in sure if unit in fit]
    elsewhere = evidence.Elsewhere(planner, unsafe) if sure and not quick else None
    tells = elsewhere is not None and elsewhere.tells
    made = evidence.separated(planner, sure, hides) if doubtful or kept or tells else sure
    for unit in (each for each in sure if each not in made):
        if unsafe and elsewhere is not None:
            planner.leave(unit, evidence.HIDES.format(elsewhere.hidden(planner.text_with([unit])[0]) or "?"))
        fixes[unit] = replace(fixes[unit], applicability=Applicability.UNSAFE, doubts=(evidence.WAITS,))
    return Step(lambda: after(frozenset(made))[1] if made else planner, list(fixes.values()))


def _unbound(source: Source) -> set[str]:
    """Names that are read and that nothing in the file binds."""
    module = Module(source)
    found = set()
    for name, uses in module.names.items():
        if name in vars(builtins) or name.startswith("__") or module.scope.stars:
            continue
        found |= {name for use in uses if isinstance(use.ctx, ast.Load) and not module.bindings_of(use)}
    return found


def fix_text(text: str, unsafe: bool = False, options: Options = DEFAULT) -> str:
    """The rewritten text of a file that stands by itself. Raises SyntaxError, ValueError or Broken."""
    return fix(Checker(options), parsed(text), unsafe).text
