"""What a run tells: findings, what was fixed, what is left and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from ..check import Finding
from .baseline import counted
from .run import Outcome


@dataclass(slots=True)
class Report:
    """What goes to the two streams, in order, and the exit code."""

    code: int = 0
    out: list[str | bytes] = field(default_factory=list)
    err: list[str] = field(default_factory=list)


def findings(outcome: Outcome, reasons: bool = False) -> Iterator[str]:
    """A line for each finding that is left, and below it why it was not fixed, where that is known."""
    for finding in outcome.reported:
        place = outcome.document.place(outcome.text, finding.line, finding.column + 1)
        yield f"{place}: {finding.code} {finding.message} {finding.url}"
        if reasons and (why := _why(outcome, finding)):
            yield f"    not fixed: {why}"


def _why(outcome: Outcome, finding: Finding) -> str:
    if finding in outcome.unsafe:
        return f"only with --unsafe-fixes, because {'; '.join(outcome.unsafe[finding])}"
    # A finding stands at the first name of a chain, what was left at the call that the chain is about.
    below = [left for left in outcome.left if left.symbol == finding.symbol and left.line >= finding.line]
    nearest = min(below, key=lambda left: (left.line, abs(left.column - finding.column)), default=None)
    return nearest.why if nearest else ""


def fixed(outcome: Outcome) -> Iterator[str]:
    """What was fixed in a file: ``Fixed a.py: 3 findings (WV203, 2 x WV501)``; and the v4 clients that nothing closes."""
    codes = outcome.fixed
    named = ", ".join(code if count == 1 else f"{count} x {code}" for code, count in sorted(codes.items()))
    yield f"Fixed {outcome.document.path}" + (f": {counted(codes.total())} ({named})" if codes else "")
    for finding in outcome.to_close:
        place = outcome.document.place(outcome.text, finding.line, finding.column + 1)
        yield f"    {place}: to do by hand: {finding.message} {finding.url}"


def summary(outcomes: list[Outcome]) -> str:
    """The closing line of a run that fixes."""
    done, left = mended(outcomes), sum(len(outcome.reported) for outcome in outcomes)
    if not done + left:
        return "All checks passed!"
    more = f"; {hidden} more with --unsafe-fixes" if (hidden := _hidden(outcomes)) else ""
    return f"Found {counted(done + left)} ({done} fixed, {left} left{more})."


def would(outcomes: list[Outcome]) -> str:
    """The closing line of a run that only shows what it would do."""
    hidden = _hidden(outcomes)
    more = f" ({hidden} more with --unsafe-fixes)" if hidden else ""
    if not any(outcome.is_changed for outcome in outcomes):
        return f"Nothing would change{more}."
    return f"Would fix {counted(mended(outcomes))}{more}."


def checked(outcomes: list[Outcome], unsafe: bool) -> str:
    """The closing line of a run that only checks."""
    found = sum(len(outcome.reported) for outcome in outcomes)
    if not found:
        return "All checks passed!"
    safe = sum(finding in outcome.fixable for outcome in outcomes for finding in outcome.reported)
    hidden = _hidden(outcomes)
    if unsafe:
        safe, hidden = safe + hidden, 0
    more = [f"{safe} fixable with --fix"] if safe else []
    more += [f"{hidden} {'more ' if safe else 'fixable '}with --fix --unsafe-fixes"] if hidden else []
    return f"Found {counted(found)} ({'; '.join(more)})." if more else f"Found {counted(found)}."


def mended(outcomes: list[Outcome]) -> int:
    """How many findings are gone."""
    return sum((outcome.fixed for outcome in outcomes), Counter[str]()).total()


def _hidden(outcomes: list[Outcome]) -> int:
    """How many of the findings that are left an unsafe fix would mend."""
    return sum(finding in each.unsafe and finding not in each.fixable for each in outcomes for finding in each.reported)
