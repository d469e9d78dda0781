"""What the subcommands do, once the command line is read."""

from __future__ import annotations

import os
import sys
from argparse import Namespace

from .. import registry
from ..check import Checker
from ..options import NEWEST, Options
from . import report
from .files import Unusable
from .paths import Finder, Found, Problem
from .report import Report
from .run import Run
from .selection import Selection


class Wrong(Exception):
    """A command line that can't be followed, and why."""


def execute(args: Namespace) -> Report:
    """Do what the command line says. Raises Wrong; writes files, prints nothing."""
    rules = registry.load()
    selection = Selection.of(args.select, args.ignore, args.extend_select)
    if unknown := selection.unknown(rules):
        raise Wrong(f"no code starts with {', '.join(map(repr, unknown))}: the codes are WV and three digits")
    wanted = selection.options(rules) | {name for name in ("deprecations", "report_guarded", "unclosed") if getattr(args, name)}
    options = Options(
        args.target_client or NEWEST, report_guarded="report_guarded" in wanted, deprecations="deprecations" in wanted,
        unclosed="unclosed" in wanted,
    )  # fmt: skip
    run = Run(Checker(options), selection, args.unsafe_fixes)
    told = Report()
    piped = "-" in args.paths
    if piped:
        echo = _take_input(run, args)
    else:
        finder = Finder(tuple(args.exclude), args.respect_gitignore)
        found = finder.find(args.paths or ["."])
        run.problems += finder.problems
        if not found and not finder.problems:
            told.err.append("warning: no Python files found under the given paths")
        run.read(found)
    if args.diff:
        _diff(run, told)
    elif args.fix or args.fix_only:
        run.fix(writes=not piped)
        if piped:
            told.out.append(_output(run, echo))
        else:
            run.write()
        _fixed(run, told, args.fix_only, piped)
    else:
        run.check()
        told.out += [line for outcome in run.outcomes for line in report.findings(outcome)]
        if told.out or not run.problems:
            told.out.append(report.checked(run.outcomes, args.unsafe_fixes))
        told.code = int(any(outcome.after for outcome in run.outcomes))
    told.err += [f"error: {problem}" for problem in run.problems]
    if run.problems:
        told.code = 2
    return told


def _take_input(run: Run, args: Namespace) -> bytes:
    if len(args.paths) > 1:
        raise Wrong("`-` stands for the standard input and goes with no other path")
    raw = sys.stdin.buffer.read()
    name = args.stdin_filename
    try:
        run.take(Found(name or "-", os.path.abspath(name) if name else "", named=True), raw)
    except Unusable as error:
        run.problems.append(Problem(name or "-", str(error)))
    return raw


def _output(run: Run, raw: bytes) -> bytes:
    """What goes to the standard output in place of the input: the input itself where it could not be fixed."""
    for outcome in run.outcomes:
        if outcome.is_changed:
            return run.data(outcome) or raw
    return raw


def _diff(run: Run, told: Report) -> None:
    run.fix(writes=False)
    for outcome in run.outcomes:
        if outcome.is_changed and run.data(outcome) is not None:
            told.out.append(outcome.document.diff(outcome.text))
    told.err.append(report.would(run.outcomes))
    told.code = int(any(outcome.is_changed for outcome in run.outcomes))


def _fixed(run: Run, told: Report, only: bool, piped: bool) -> None:
    lines: list[str | bytes] = [line for outcome in run.outcomes if outcome.is_changed for line in report.fixed(outcome)]
    if only:
        lines.append(f"Fixed {report.counted(report.mended(run.outcomes))}.")
    else:
        lines += [line for outcome in run.outcomes for line in report.findings(outcome, reasons=True)]
        if lines or not run.problems:
            lines.append(report.summary(run.outcomes))
        told.code = int(any(outcome.after for outcome in run.outcomes))
    if piped:
        told.err += [str(line) for line in lines]
    else:
        told.out += lines
