"""Safe fixes that would hide why another fix is not safe.

A fix is judged by the text as it stands. A fix of another place can take away what a doubt rests on, or what tells that
there is v3 code at all: then the next round, or the next run, would make the doubtful fix as a safe one, or see nothing to
mend. Such a fix waits until the doubtful one is made along with it.
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from itertools import chain

from ..inference.scopes import FUNCTIONS
from .edits import Edit, Moves
from .plan import Fix, Planner, most
from .unit import Applicability, Unit

WAITS = "another fix that is not safe has to be made with it: without this place its reason can't be seen"


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


def is_hidden(planner: Planner, doubtful: dict[Unit, Fix], edits: list[Edit], later: Planner) -> bool:
    """Whether after these edits one of the doubtful fixes, at its place in the new text, is safe, or mends no finding any more."""
    sure = {_place(later, unit): fix.applicability == Applicability.SAFE for unit, fix in later.planned()}
    lines = {finding.line for finding in later.inspection.findings}  # another rule may speak, at another name
    moves = Moves(edits)
    for unit, fix in doubtful.items():
        place = _place(planner, unit)
        if not moves.is_new(place) and moves[place] in sure:
            if sure[moves[place]]:
                return True
            continue
        places = [planner.place(finding) for finding in fix.findings]
        if places and not any(moves.is_new(at) or later.text.line_of(moves[at]) in lines for at in places):
            return True
    return False


def _place(planner: Planner, unit: Unit) -> int:
    """The last character of what a fix is told by."""
    return planner.text.span(unit.head)[1] - 1
