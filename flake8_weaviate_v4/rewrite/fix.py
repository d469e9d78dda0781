"""Text -> text: the rewrites of a file, in rounds until nothing more changes."""

from __future__ import annotations

import ast
import builtins
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from ..check import Checker, Finding
from ..inference.bindings import Module
from ..options import DEFAULT, Options
from ..source import Source
from .plan import Fix, Left, Planner
from .text import lines_of
from .unit import Applicability

_ROUNDS = 10


class Broken(Exception):
    """A fault of ours: the rewritten text would not parse, use a name that nothing binds, or be rewritten for ever."""


@dataclass(slots=True)
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

    def chosen(each: Fix) -> bool:
        if each.applicability < Applicability.UNSAFE or not wanted(source, each):
            return False
        if unsafe or each.applicability == Applicability.SAFE:
            return True
        fixed.unsafe.update(dict.fromkeys(each.findings, each))
        return False

    fixed = Fixed(source.text)
    for number in range(_ROUNDS):
        planner = Planner(checker, source)
        found = planner.inspection.findings
        if not number:
            fixed.before = found
        fixed.unsafe = {}
        text = planner.written(chosen) if planner.inspection.usages else source.text
        fixed.left, fixed.faults = planner.left, planner.faults
        fixed.after, fixed.rounds = found, number
        if text == source.text:
            break
        try:
            source = parsed(text, source.path, source.file)
        except (SyntaxError, ValueError) as error:
            raise Broken(f"the fixed code would not parse: {error}") from error
        if lost := _unbound(source) - _unbound(planner.source):
            raise Broken(f"the fixed code would use `{min(lost)}`, which nothing binds")
        fixed.text = text
    else:
        raise Broken("the fixes do not come to rest")
    return fixed


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
