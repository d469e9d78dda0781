"""Fixes that would hide why another fix is not safe, or that there is something else to mend.

A fix is judged by the text as it stands. A fix of another place can take away what a doubt rests on, or what tells that
there is v3 code at all: then the next round, or the next run, would make the doubtful fix as a safe one, or see nothing to
mend. Such a fix waits until the doubtful one is made along with it, or until what no fix mends is mended by hand.
"""

from __future__ import annotations

import ast
import bisect
import os
from collections.abc import Callable, Iterable
from itertools import accumulate, chain

from .. import surface
from ..inference.scopes import FUNCTIONS
from ..records import NamedTuple
from ..source import Source
from ..usages import Usage
from . import areas
from .change import Applicability, Fix
from .edits import Edit, Moves
from .plan import Planner, most
from .unit import Unit

TYPE_CHECKING = False  # as in typing
if TYPE_CHECKING:
    from typing import TypeAlias

Place: TypeAlias = "tuple[int, int]"  # line and column

WAITS = "another fix that is not safe has to be made with it: without this place its reason can't be seen"
HIDES = "mend {} first: when this place is v4, nothing tells any more that the other is not"
APART = "fix {} in the same run, or before: when this place is v4, nothing tells any more that the other is not"


class Hidden(NamedTuple):
    """A place in another file that is hidden, and whether this run does not fix that file."""

    place: str
    apart: bool


def separated(planner: Planner, chosen: list[Unit], hides: Callable[[list[Unit]], bool]) -> list[Unit]:
    """Those of the units that together hide nothing; ``hides`` judges some of them together.

    What stands in one statement is made together or not at all: the parts of a ``with`` block and what it holds.
    """
    groups: dict[ast.AST, list[Unit]] = {}
    for unit in chosen:
        groups.setdefault(_statement(planner, unit), []).append(unit)
    return list(chain(*most(list(groups.values()), lambda some: not hides(list(chain(*some))))))


def _statement(planner: Planner, unit: Unit) -> ast.AST:
    """The outermost statement around a fix that is no function or class, or the outermost node of a signature."""
    found = unit.head
    for outer in planner.module.ancestors(unit.head):
        if isinstance(outer, (*FUNCTIONS, ast.ClassDef, ast.Module)):
            break
        found = outer
    return found


def left(planner: Planner, units: Iterable[Unit]) -> list[Usage]:
    """What is asked of v3 objects, is told of, and is mended by none of the units."""
    made = {unit.head for unit in units}
    unmade = {unit.head for unit in planner.units} - made
    told = {(finding.line, finding.column) for finding in planner.inspection.findings}
    places = {(each.line, each.column) for each in planner.left}
    return [
        usage for usage in planner.inspection.usages
        if (usage.line, usage.column) in told and not usage.shape and _is_member(usage) and usage.node not in made
        and ((usage.line, usage.column) in places or (_is_of_a_client(usage) and (usage.node in unmade or areas.rewrite_of(usage.symbol) is None)))
    ]  # fmt: skip


def _is_member(usage: Usage) -> bool:
    """Whether it is a member; those of builders tell of themselves, and what gives one is rewritten round by round."""
    return not usage.symbol.startswith("weaviate.gql.") and surface.load("v3").kind(usage.symbol) in ("method", "attribute")


def _is_of_a_client(usage: Usage) -> bool:
    """Whether it is asked of an object that v4 hasn't; what is read of a tenant, say, is right when the tenant is."""
    return usage.owner == "weaviate.Client" or surface.load("v3").symbols.get(usage.owner, {}).get("v4") == "gone"


def hidden(planner: Planner, kept: list[Usage], edits: list[Edit], later: Planner) -> list[Usage]:
    """Those of the kept uses that are told of no more after these edits."""
    told = _Told(edits, later)
    return [usage for usage in kept if not told.still(planner.text.starts[usage.line - 1] + usage.column)]


def is_hidden(planner: Planner, doubtful: dict[Unit, Fix], edits: list[Edit], later: Planner, quick: bool) -> bool:
    """Whether after these edits one of the doubtful fixes, at its place in the new text, is safe, or mends no finding any
    more; ``quick`` looks at the findings alone."""
    told = _Told(edits, later)
    planned = () if quick else later.planned()
    sure = {_place(later, unit): fix.applicability == Applicability.SAFE for unit, fix in planned}
    for unit, fix in doubtful.items():
        place = _place(planner, unit)
        if not told.moves.is_new(place) and sure.get(told.moves[place]):
            return True
        if fix.findings and not any(told.still(planner.place(finding)) for finding in fix.findings):
            return True
    return False


class Elsewhere:
    """What other files of the checkout tell of, resting on what they import from this one."""

    def __init__(self, planner: Planner, unsafe: bool) -> None:
        self._planner, self._unsafe = planner, unsafe
        self._kept: dict[Source, set[Place]] = {}
        file = planner.source.file
        importers = planner.engine.project.importers(file) if file is not None else []
        self._before = {source: told for source in importers if (told := self._told(source))}
        self.tells = bool(self._before)

    def _told(self, source: Source) -> set[Place]:
        inspection = self._planner.checker.inspect(source)
        told = {(finding.line, finding.column) for finding in inspection.findings}
        asked = {(usage.line, usage.column) for usage in inspection.usages if not usage.shape and _is_member(usage)}
        return told & asked

    def hidden(self, text: str) -> Hidden | None:
        """A place in another file that is told of no more when this one has another text, and that no fix of this run mends."""
        file, here = self._planner.source.file, os.path.join(os.getcwd(), "")
        for source, before in self._before.items():
            assert file is not None
            with self._planner.engine.project.checkout.instead(file, text):
                gone = before - self._told(source)
            if gone and (lost := gone & self._left(source)):
                return Hidden(f"line {min(lost)[0]} of {source.path.removeprefix(here)}", self._is_apart(source))
        return None

    def _is_apart(self, source: Source) -> bool:
        together = self._planner.engine.project.checkout.together
        return together is not None and source.path not in together

    def _left(self, source: Source) -> set[Place]:
        if source not in self._kept:
            planner = Planner(self._planner.checker, source)
            planned = planner.planned()
            made = [unit for unit, fix in planned if self._unsafe or fix.applicability == Applicability.SAFE]
            kept = {(usage.line, usage.column) for usage in left(planner, [] if self._is_apart(source) else made)}
            if self._is_apart(source):
                kept |= {(usage.line, usage.column) for unit, _ in planned for usage in planner.usages.get(unit.head, ())}
            self._kept[source] = kept
        return self._kept[source]


class _Told:
    """Whether something is told of at places of the text before the edits."""

    def __init__(self, edits: list[Edit], later: Planner) -> None:
        self.moves = Moves(edits)
        self._lines = {finding.line for finding in later.inspection.findings}
        self._starts = list(accumulate(map(len, later.source.lines), initial=0))  # its ``text`` costs more

    def still(self, place: int) -> bool:
        """Whether the place is written anew, or a finding is in its line: another rule may speak, at another name."""
        return self.moves.is_new(place) or bisect.bisect_right(self._starts, self.moves[place], 0, len(self._starts) - 1) in self._lines


def _place(planner: Planner, unit: Unit) -> int:
    """The last character of what a fix is told by."""
    return planner.text.span(unit.head)[1] - 1
