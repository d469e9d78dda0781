"""Text -> text: the rewrites of a file, in rounds until nothing more changes."""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from ..check import Checker, Finding
from ..options import DEFAULT, Options
from ..source import Source
from .plan import Left, Planner
from .text import lines_of
from .unit import Applicability, Unit

_ROUNDS = 10


class Broken(Exception):
    """A fault of ours: the rewritten text would not parse."""


@dataclass(slots=True)
class Fixed:
    """What became of a file: its new ``text``, the findings before and after, and the uses that were left."""

    text: str
    before: list[Finding] = field(default_factory=list)
    after: list[Finding] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    rounds: int = 0


def parsed(text: str, path: str = "<unknown>", file: Path | None = None) -> Source:
    """Source of a text whose line ends stay as they are. Raises SyntaxError or ValueError."""
    return Source(path, lines_of(text), ast.parse(text), file, text)


def fix(
    checker: Checker, source: Source, unsafe: bool = False,
    wanted: Callable[[Finding], bool] = lambda finding: True,
) -> Fixed:  # fmt: skip
    """Rewrite a file as often as something changes.

    ``wanted`` tells of each finding whether it may be mended: a fix that touches one that may not is not made. Raises
    Broken where the result would not parse.
    """

    def chosen(unit: Unit, findings: list[Finding]) -> bool:
        if unit.applicability < (Applicability.UNSAFE if unsafe else Applicability.SAFE):
            return False
        return all(wanted(finding) for finding in findings)

    fixed = Fixed(source.text)
    for number in range(_ROUNDS):
        planner = Planner(checker, source)
        found = planner.inspection.findings
        if not number:
            fixed.before = found
        text = planner.written(chosen) if planner.inspection.usages else source.text
        fixed.left, fixed.after, fixed.rounds = planner.left, found, number
        if text == source.text:
            break
        try:
            source = parsed(text, source.path, source.file)
        except (SyntaxError, ValueError) as error:
            raise Broken(f"the fixed code would not parse: {error}") from error
        fixed.text = text
    return fixed


def fix_text(text: str, unsafe: bool = False, options: Options = DEFAULT) -> str:
    """The rewritten text of a file that stands by itself. Raises SyntaxError, ValueError or Broken."""
    return fix(Checker(options), parsed(text), unsafe).text
