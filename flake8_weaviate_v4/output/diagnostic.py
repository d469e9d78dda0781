"""Outcome -> Diagnostic*: all that a format can say of a finding, in places that a reader of the file understands."""

from __future__ import annotations

import bisect
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property

from .. import registry
from ..command.outcome import Outcome
from ..finding import Finding
from ..records import NamedTuple, record
from ..rewrite.change import Applicability, Fix
from ..rewrite.edits import Edit

TYPE_CHECKING = False  # as in typing
if TYPE_CHECKING:
    from ..command.noqa import Noqa
from ..lines import lines_of

_AROUND = 2  # lines shown before and after the one that a finding is in
_LONGEST = 10_000  # characters of a line on average, up to which changes are shown by lines
_NEAR = 2  # lines between two edits that are shown as one change


class Place(NamedTuple):
    """A 1-based row and column (in characters), of the file or of a notebook's cell."""

    row: int
    column: int


class Replacement(NamedTuple):
    """Put ``content`` in the place of what is from ``start`` to before ``end``."""

    start: Place
    end: Place
    content: str


class Line(NamedTuple):
    """A line of a change: ``mark`` is ``-`` where it goes, ``+`` where it comes, else a space. Without its line end."""

    row: int
    mark: str
    text: str


@record(frozen=True)
class Change:
    """What would mend a finding. ``applicability`` is ``safe`` or ``unsafe``; ``doubts`` say why it is unsafe. ``line_end`` is
    the file's: ``lines`` have none."""

    applicability: str
    message: str
    edits: tuple[Replacement, ...]
    doubts: tuple[str, ...]
    lines: tuple[tuple[Line, ...], ...]
    line_end: str


@record(frozen=True)
class Diagnostic:
    """A finding as it is told.

    ``path`` is as shown, ``filename`` absolute, ``cell`` the number of a notebook's cell (then all rows are those of the
    cell). ``noqa_row`` is where a ``# noqa`` would go (None where nobody asked), ``why`` why a fix was not made. ``lines`` are those around the finding.
    ``print`` is what the fingerprint is made of: path, code, the line's text and how often it came before.
    """

    path: str
    filename: str
    cell: int | None
    start: Place
    end: Place
    code: str
    name: str
    message: str
    url: str
    severity: str
    noqa_row: int | None
    fix: Change | None
    why: str
    lines: tuple[Line, ...]
    print: tuple[str, ...] = ()

    @property
    def fingerprint(self) -> str:
        """What stays when the code moves, and tells findings apart."""
        import hashlib  # late: few formats ask for it

        return hashlib.sha256("\0".join(self.print).encode("utf-8", "surrogateescape")).hexdigest()[:32]

    @property
    def place(self) -> str:
        """``path:row:column``, with the cell in a notebook."""
        cell = "" if self.cell is None else f"cell {self.cell}:"
        return f"{self.path}:{cell}{self.start.row}:{self.start.column}"


def diagnostics(outcomes: Iterable[Outcome], reasons: bool = False, noqa_rows: bool = False) -> list[Diagnostic]:
    """What is reported of some files, in order. With ``reasons`` they say why they were not fixed; with ``noqa_rows``, which
    take longer than all else, where a ``# noqa`` would go."""
    return [each for outcome in outcomes if outcome.reported for each in _Teller(outcome, reasons, noqa_rows).tell()]


class _Teller:
    """The diagnostics of one file."""

    def __init__(self, outcome: Outcome, reasons: bool, noqa_rows: bool) -> None:
        self._outcome, self._reasons, self._noqa_rows = outcome, reasons, noqa_rows
        self._text, self._document = outcome.text, outcome.document
        self._lines = lines_of(outcome.text)
        self._plain = [line.rstrip("\r\n") for line in self._lines]
        self._stripped: dict[int, str] = {}  # a line can be long, and hold many findings
        self._starts = [0]
        for line in self._lines:
            self._starts.append(self._starts[-1] + len(line))
        if self._text and not self._text.endswith(("\n", "\r")):
            self._starts.pop()  # no line begins where the last one has no end
        self._changes: dict[int, Change | None] = {}

    def tell(self) -> Iterator[Diagnostic]:
        real = self._document.found.real
        seen = Counter[tuple[str, str]]()
        for finding in self._outcome.reported:
            rule = registry.rule(finding.code)
            cell, first = self._document.cell(self._text, finding.line)
            text = self._stripped.setdefault(finding.line, self._line(finding.line).strip())
            seen[finding.code, text] += 1
            print_ = (self._document.path, finding.code, text, str(seen[finding.code, text]))
            column = finding.column + 1
            row = finding.line - first
            yield Diagnostic(
                path=self._document.path, filename=os.path.abspath(real) if real else self._document.path, cell=cell,
                start=Place(row, column), end=Place(row, column + finding.length), code=finding.code, name=rule.name,
                message=finding.message, url=finding.url, severity="warning" if rule.severity == "hint" else "error",
                noqa_row=self._noqa_row(finding.line) - first if self._noqa_rows else None, fix=self._fix(finding), why=self._why(finding),
                lines=tuple(self._around(finding.line, cell, first)),
                print=print_,
            )  # fmt: skip

    def _noqa_row(self, line: int) -> int:
        return self._noqa.row(line) if self._document.is_code else line

    @cached_property
    def _noqa(self) -> Noqa:
        from ..command.noqa import Noqa  # late: few formats tell it

        return Noqa(self._text)

    def _line(self, number: int) -> str:
        return self._plain[number - 1] if 0 < number <= len(self._plain) else ""

    def _around(self, line: int, cell: int | None, first: int) -> Iterator[Line]:
        for number in range(max(1, line - _AROUND), min(len(self._lines), line + _AROUND) + 1):
            if cell is None or self._document.cell(self._text, number) == (cell, first):
                yield Line(number - first, " ", self._document.shown(self._line(number)))

    def _why(self, finding: Finding) -> str:
        if not self._reasons:
            return ""
        if (fix := self._outcome.fixes.get(finding)) is not None:
            return f"only with --unsafe-fixes, because {'; '.join(fix.doubts)}" if fix.doubts else ""
        # A finding stands at the first name of a chain, what was left at the call that the chain is about.
        below = [left for left in self._outcome.left if left.symbol == finding.symbol and left.line >= finding.line]
        nearest = min(below, key=lambda left: (left.line, abs(left.column - finding.column)), default=None)
        return nearest.why if nearest else ""

    def _fix(self, finding: Finding) -> Change | None:
        fix = self._outcome.fixes.get(finding)
        if fix is None:
            return None
        if id(fix) not in self._changes:
            self._changes[id(fix)] = self._change(fix)
        return self._changes[id(fix)]

    def _change(self, fix: Fix) -> Change | None:
        """The change in places of the file; None where it goes over several cells of a notebook."""
        edits = sorted(set(fix.edits))
        rows = [(self._row(edit.start), self._row(edit.end)) for edit in edits]
        cells = {self._document.cell(self._text, row) for pair in rows for row in pair}
        if len(cells) > 1:
            return None
        first = cells.pop()[1] if cells else 0
        replaced = tuple(
            Replacement(
                Place(top - first, edit.start - self._starts[top - 1] + 1),
                Place(bottom - first, edit.end - self._starts[bottom - 1] + 1),
                edit.text,
            )
            for edit, (top, bottom) in zip(edits, rows, strict=True)
        )
        codes = ", ".join(dict.fromkeys(finding.code for finding in fix.findings))
        return Change(
            "safe" if fix.applicability == Applicability.SAFE else "unsafe",
            f"Rewrite for v4 ({codes})", replaced, fix.doubts, tuple(self._hunks(edits, rows, first)),
            "\r\n" if self._lines[0].endswith("\r\n") else "\n",
        )  # fmt: skip

    def _row(self, offset: int) -> int:
        return bisect.bisect_right(self._starts, offset)

    def _hunks(self, edits: list[Edit], rows: list[tuple[int, int]], first: int) -> Iterator[tuple[Line, ...]]:
        """Lines that go and come, with one line around; edits that are near each other in one."""
        groups: list[tuple[int, int, list[Edit]]] = []
        for edit, (top, bottom) in zip(edits, rows, strict=True):
            if groups and top - groups[-1][1] <= _NEAR:
                start, _, inner = groups[-1]
                groups[-1] = start, max(bottom, groups[-1][1]), [*inner, edit]
            else:
                groups.append((top, bottom, [edit]))
        if any(self._starts[min(bottom, len(self._starts) - 1)] - self._starts[top - 1] > _LONGEST * (bottom - top + 1) for top, bottom, _ in groups):
            return  # lines that nobody reads, in each of the fixes
        shift = 0
        for top, bottom, inner in groups:
            old = self._lines[top - 1 : bottom]
            base = self._starts[top - 1]
            out, place = [], 0
            whole = "".join(old)
            for edit in inner:
                out += [whole[place : edit.start - base], edit.text]
                place = edit.end - base
            new = lines_of("".join([*out, whole[place:]]))
            while old and new and old[0] == new[0]:
                old, new, top = old[1:], new[1:], top + 1
            while old and new and old[-1] == new[-1]:
                old, new = old[:-1], new[:-1]
            show = self._document.shown
            lines = [Line(top - 1 + shift - first, " ", show(self._line(top - 1)))] if top - 1 - first > 0 else []
            lines += [Line(0, "-", show(line.rstrip("\r\n"))) for line in old]
            lines += [Line(top + shift + n - first, "+", show(line.rstrip("\r\n"))) for n, line in enumerate(new)]
            shift += len(new) - len(old)
            below = top + len(old)
            if below <= len(self._lines) and self._document.cell(self._text, below)[1] == first:
                lines.append(Line(below + shift - first, " ", show(self._line(below))))
            yield tuple(lines)
