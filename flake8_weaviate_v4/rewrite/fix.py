"""Text -> text: the rewrites of a file, in rounds until nothing more changes."""

from __future__ import annotations

import ast
import builtins
from collections.abc import Callable
from functools import cache
from pathlib import Path

from ..check import Checker, Finding
from ..inference.bindings import Module
from ..options import DEFAULT, Options
from ..records import field, record, replace
from ..source import Source
from . import evidence
from .edits import Edit
from .plan import Fix, Left, Planner
from .text import lines_of
from .unit import Applicability, Unit

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


def parsed(text: str, path: str = "<unknown>", file: Path | None = None) -> Source:
    """Source of a text whose line ends stay as they are. Raises SyntaxError or ValueError."""
    return Source(path, lines_of(text), ast.parse(text), file, text)


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
        later = _round(planner, unsafe, wanted, fixed)
        fixed.after, fixed.left, fixed.faults = planner.inspection.findings, planner.left, planner.faults
        if later is None:
            return fixed
        if lost := _unbound(later.source) - _unbound(planner.source):
            raise Broken(f"the fixed code would use `{min(lost)}`, which nothing binds")
        planner = later
        fixed.text = planner.source.text
    raise Broken("the fixes do not come to rest")


def _round(planner: Planner, unsafe: bool, wanted: Callable[[Source, Fix], bool], fixed: Fixed) -> Planner | None:
    """The planner of the file after the fixes that may be made at once; None where there are none."""

    @cache
    def after(units: frozenset[Unit]) -> tuple[Planner, list[Edit]]:
        text, edits = planner.text_with([unit for unit in sure if unit in units])
        try:
            return Planner(planner.checker, parsed(text, planner.source.path, planner.source.file)), edits
        except (SyntaxError, ValueError) as error:
            raise Broken(f"the fixed code would not parse: {error}") from error

    def hides(units: list[Unit]) -> bool:
        later, edits = after(frozenset(units))
        return evidence.is_hidden(planner, doubtful, edits, later)

    planned = planner.planned() if planner.inspection.usages else ()
    fixes = {unit: fix for unit, fix in planned if fix.applicability >= Applicability.UNSAFE and wanted(planner.source, fix)}
    doubtful = {unit: fix for unit, fix in fixes.items() if not unsafe and fix.applicability == Applicability.UNSAFE}
    sure = planner.together([unit for unit in fixes if unit not in doubtful])
    made = evidence.separated(planner, sure, hides) if doubtful else sure
    waiting = {unit: fixes[unit] for unit in sure if unit not in made}
    waiting = {u: replace(fix, applicability=Applicability.UNSAFE, doubts=(evidence.WAITS,)) for u, fix in waiting.items()}
    fixed.unsafe = {finding: fix for fix in [*waiting.values(), *doubtful.values()] for finding in fix.findings}
    later = after(frozenset(made))[0] if made else planner
    return later if later.source.text != planner.source.text else None


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
