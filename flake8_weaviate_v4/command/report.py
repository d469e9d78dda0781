"""What a run tells: findings, what was fixed, what is left and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from ..records import record
from .outcome import Outcome
from .paths import Problem
from .told import counted

TYPE_CHECKING = False  # as in typing
if TYPE_CHECKING:
    from ..finding import Finding


@record(frozen=True)
class Manner:
    """How findings are told: the format, in colours or not, and whether unsafe fixes count as fixes."""

    format: str
    colours: bool = False
    unsafe: bool = False


PEOPLE = ("full", "concise", "grouped")
FORMATS = (*PEOPLE, "json", "json-lines", "sarif", "github", "gitlab", "junit", "rdjson", "azure")


def findings(outcomes: list[Outcome], problems: list[Problem], how: Manner, reasons: bool = False) -> list[str]:
    """All that is reported, in the format that is wanted."""
    if not any(outcome.reported for outcome in outcomes) and how.format in PEOPLE:
        return []
    from ..output.diagnostic import diagnostics  # late: many runs have nothing to tell

    if how.format in PEOPLE:
        from ..output import people

        write = {"full": people.full, "concise": people.concise, "grouped": people.grouped}[how.format]
        return list(write(diagnostics(outcomes, reasons), how.unsafe, people.Paint(how.colours)))
    from ..output import ruffs, sarif, services  # late: each format needs a library of its own

    found = diagnostics(outcomes, reasons, noqa_rows=how.format.startswith("json"))
    formats: dict[str, Callable[[], str]] = {
        "json": lambda: ruffs.as_json(found),
        "json-lines": lambda: ruffs.as_json_lines(found),
        "sarif": lambda: sarif.as_sarif(found, problems),
        "github": lambda: services.as_github(found, problems),
        "gitlab": lambda: services.as_gitlab(found),
        "junit": lambda: services.as_junit(found, problems),
        "rdjson": lambda: services.as_rdjson(found),
        "azure": lambda: services.as_azure(found, problems),
    }
    text = formats[how.format]()
    return [text] if text else []


def statistics(outcomes: list[Outcome], how: Manner) -> list[str]:
    """How often each code is reported, the most frequent first, with its name and whether a fix would mend all of them."""
    counts = Counter(finding.code for outcome in outcomes for finding in outcome.reported)
    fixable = Counter(
        finding.code for outcome in outcomes for finding in outcome.reported
        if (fix := outcome.fixes.get(finding)) and (how.unsafe or not fix.doubts)
    )  # fmt: skip
    from .. import registry

    rules = registry.load().rules
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    if how.format == "json":
        import json

        rows = [
            {"code": code, "name": rules[code].name, "count": count, "fixable": fixable[code] == count, "fixable_count": fixable[code]}
            for code, count in ranked
        ]
        return [json.dumps(rows, indent=2)]
    wide = len(str(max(counts.values(), default=0)))
    marks = {code: "[*]" if fixable[code] == count else "[-]" if fixable[code] else "[ ]" for code, count in ranked}
    return [f"{count:{wide}}\t{code}\t{marks[code]} {rules[code].name}" for code, count in ranked]


def fixed(outcome: Outcome, quiet: bool = False) -> Iterator[str]:
    """What was fixed in a file: ``Fixed a.py: 3 findings (WV203, 2 x WV501)``; and the v4 clients that nothing closes, which
    are still to be done and told in a ``quiet`` run too."""
    codes = outcome.fixed
    named = ", ".join(code if count == 1 else f"{count} x {code}" for code, count in sorted(codes.items()))
    from ..output.visible import visible  # late: many runs fix nothing

    if not quiet:
        yield visible(f"Fixed {outcome.document.path}" + (f": {counted(codes.total())} ({named})" if codes else ""))
    for finding in outcome.to_close:
        place = outcome.document.place(outcome.text, finding.line, finding.column + 1)
        yield visible(f"    {place}: to do by hand: {finding.message} {finding.url}")


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
        return "No new findings." if any(outcome.put_off for outcome in outcomes) else "All checks passed!"
    safe = sum(_is(outcome, finding, safe=True) for outcome in outcomes for finding in outcome.reported)
    hidden = _hidden(outcomes)
    least = "at least " if safe + hidden < found else ""  # what those fixes bring to light may be fixable too
    if unsafe:
        safe, hidden = safe + hidden, 0
    more = [f"{least}{safe} fixable with --fix"] if safe else []
    more += [f"{hidden} more with --fix --unsafe-fixes" if safe else f"{least}{hidden} fixable with --fix --unsafe-fixes"] if hidden else []
    return f"Found {counted(found)} ({'; '.join(more)})." if more else f"Found {counted(found)}."


def mended(outcomes: list[Outcome]) -> int:
    """How many findings are gone."""
    return sum((outcome.fixed for outcome in outcomes), Counter[str]()).total()


def _hidden(outcomes: list[Outcome]) -> int:
    """How many of the findings that are left an unsafe fix would mend."""
    return sum(_is(outcome, finding, safe=False) for outcome in outcomes for finding in outcome.reported)


def _is(outcome: Outcome, finding: Finding, safe: bool) -> bool:
    """Whether a fix would mend a finding, a safe one or one with doubts."""
    fix = outcome.fixes.get(finding)
    return fix is not None and bool(fix.doubts) is not safe
