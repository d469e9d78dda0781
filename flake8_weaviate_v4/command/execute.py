"""What the subcommands do, once the command line is read."""

from __future__ import annotations

import os
import sys

from ..options import Options
from ..output.colours import has_colours
from . import cache_folder, config, files, report
from .config import Settings
from .files import Unusable
from .paths import BASELINE, Finder, Found, Patterns, Problem
from .report import Manner
from .run import Run
from .selection import Selection
from .told import Report, Wrong, counted

TYPE_CHECKING = False  # as in typing
if TYPE_CHECKING:
    from argparse import Namespace

    from .baseline import Baseline

_APART = (  # what one asks for the other would leave undone
    ("add_noqa", "diff"), ("add_noqa", "fix"), ("add_noqa", "fix_only"), ("diff", "fix_only"), ("diff", "statistics"),
    ("diff", "output_format"), ("diff", "add_baseline"), ("diff", "prune_baseline"), ("diff", "baseline_report"),
    ("add_baseline", "prune_baseline"),
    ("no_baseline", "baseline"), ("no_baseline", "add_baseline"), ("no_baseline", "prune_baseline"),
    ("no_baseline", "baseline_report"), ("config", "isolated"), ("no_cache", "cache_dir"),
)  # fmt: skip


def execute(args: Namespace) -> Report:
    """Do what the command line says. Raises Wrong; writes files, prints nothing."""
    piped = "-" in args.paths
    if piped and len(args.paths) > 1:
        raise Wrong("`-` stands for the standard input and goes with no other path")
    for one, other in _APART:
        if getattr(args, one, None) and getattr(args, other, None):
            raise Wrong(f"--{one.replace('_', '-')} and --{other.replace('_', '-')} don't go together")
    settings = config.settings(args, [args.stdin_filename or "."] if piped else args.paths)
    how = _manner(args, settings)
    run = Run(*judging(args, settings), settings.unsafe_fixes, settings.jobs, quiet=args.quiet)
    try:
        told = _run(run, args, settings, how)
    finally:
        run.close()
    if args.output_file:
        _write(told, args.output_file)
    if told.passed is not None:
        told.out.insert(0, told.passed)
    if args.exit_zero and told.code == 1:
        told.code = 0
    return told


def _manner(args: Namespace, settings: Settings) -> Manner:
    """How to tell what is found. Raises Wrong."""
    form = settings.output_format or "full"
    if form not in report.FORMATS:
        raise Wrong(f"there is no output format {form!r}; there are {', '.join(report.FORMATS)}")
    return Manner(form, not args.output_file and has_colours(sys.stdout), settings.unsafe_fixes)


def _write(told: Report, path: str) -> None:
    """Put what would go to the standard output into a file. Raises Wrong."""
    parts = (part if isinstance(part, bytes) else f"{part}\n".encode("utf-8", "backslashreplace") for part in told.out)
    try:
        files.write(path, None, b"".join(parts))
    except Unusable as error:
        raise Wrong(f"{path}: {error}") from error
    told.out = []


def _run(run: Run, args: Namespace, settings: Settings, how: Manner) -> Report:
    piped = "-" in args.paths
    told = Report()
    put_off = _baseline(args, settings)
    if put_off is not None:
        run.looked_at = []
    if piped:
        echo = _take_input(run, args.stdin_filename)
    else:
        told.err += read(run, args, settings, check=not (args.diff or args.fix or args.fix_only))
    if args.diff:
        _diff(run, told, args.markers)
    elif args.fix or args.fix_only:
        run.fix(writes=not piped, markers=args.markers)
        if piped:
            told.passed = _output(run, echo)
        else:
            run.write()
        _hold(run, put_off, args, told)
        _fixed(run, told, how, args, piped)
    else:
        if run.outcomes and not (piped or args.no_cache or args.add_noqa):
            run.worker.cache = cache_folder.opened(args, settings, run.options)
        run.check()
        _hold(run, put_off, args, told)
        if args.add_noqa:
            _add_noqa(run, told)
        _found(run, told, how, args, report.checked(run.outcomes, settings.unsafe_fixes))
    told.err += [f"error: {problem}" for problem in run.problems]
    if run.problems:
        told.code = 2
    return told


def read(run: Run, args: Namespace, settings: Settings, check: bool = False) -> list[str]:
    """Take in the files that a command line is about; with ``check`` they may be checked at once. Returns warnings."""
    excluded = Patterns.of(settings.root, settings.exclude) + Patterns.of(os.getcwd(), args.exclude)
    finder = Finder(excluded, settings.respect_gitignore, settings.force_exclude)
    count = run.read(finder.find(args.paths or ["."]), check)
    run.problems[:0] = finder.problems
    return [] if count or finder.problems else ["warning: no Python files found under the given paths"]


def judging(args: Namespace, settings: Settings) -> tuple[Options, Selection]:
    """What findings there are for a run, and which of them it is about. Raises Wrong."""
    selection = Selection.of(settings.select, settings.ignore, settings.extend_select)
    selection = selection.per_file_ignoring(settings.root, settings.per_file_ignores)
    selection = selection.per_file_ignoring(os.getcwd(), args.per_file_ignores)
    names = ("deprecations", "report_guarded", "unclosed", "unused_noqa")
    wanted = {name for name in names if getattr(settings, name)}
    if selection != Selection():  # else no rule has to be known yet
        from .. import registry

        rules = registry.load()
        if unknown := selection.unknown(rules):
            raise Wrong(f"no code starts with {', '.join(map(repr, unknown))}: the codes are WV and three digits")
        wanted |= selection.options(rules)
    return Options(settings.target_client, **{name: name in wanted for name in names}), selection


def _baseline(args: Namespace, settings: Settings) -> Baseline | None:
    """The baseline of a run: the one that is named, else the one that is there. Raises Wrong."""
    path = args.baseline or (settings.baseline and os.path.join(settings.root, settings.baseline))
    usual = os.path.join(settings.root, BASELINE)
    wanted = args.add_baseline or path or os.path.exists(usual) or args.prune_baseline or args.baseline_report
    if args.no_baseline or not wanted:
        return None
    from . import baseline  # late: most runs have none

    return baseline.read(path or usual, missing_ok=args.add_baseline)


def _hold(run: Run, held: Baseline | None, args: Namespace, told: Report) -> None:
    """Put off what the baseline holds, and do with it what the command line asks for. Raises Wrong."""
    if held is None:
        return
    for outcome in run.outcomes:
        if (real := outcome.document.found.real) and not outcome.failed:
            outcome.put_off = set(outcome.after) - set(held.reported(real, outcome.after))
    failed = {outcome.document.found.real for outcome in run.outcomes if outcome.failed}
    gone = held.gone((real for real in run.looked_at or () if real not in failed), run.is_about)
    if args.add_baseline:
        held.add(gone)
        held.write()
        for outcome in run.outcomes:
            outcome.put_off = set(outcome.after)
    elif args.prune_baseline:
        held.prune(gone)
        held.write()
    told.err += held.told(gone, added=args.add_baseline, pruned=args.prune_baseline)
    if args.baseline_report:
        told.err += held.report()


def _add_noqa(run: Run, told: Report) -> None:
    before = sum(len(outcome.reported) for outcome in run.outcomes)
    run.add_noqa()
    run.write()
    added = before - sum(len(outcome.reported) for outcome in run.outcomes)
    told.out.append(f"Added `# noqa` for {counted(added)}.")


def _take_input(run: Run, name: str) -> bytes:
    if sys.stdin is None:
        raise Wrong("the standard input is closed")
    raw = sys.stdin.buffer.read()
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


def _diff(run: Run, told: Report, markers: bool) -> None:
    run.fix(writes=False, markers=markers)
    for outcome in run.outcomes:
        if outcome.is_changed and run.data(outcome) is not None:
            told.out.append(outcome.document.diff(outcome.text))
    told.err.append(report.would(run.outcomes))
    told.code = int(any(outcome.is_changed for outcome in run.outcomes))


def _fixed(run: Run, told: Report, how: Manner, args: Namespace, piped: bool) -> None:
    changed = [outcome for outcome in run.outcomes if outcome.is_changed]
    lines: list[str | bytes] = [line for outcome in changed for line in report.fixed(outcome, quiet=args.quiet)]
    if args.fix_only and not args.quiet:
        lines.append(f"Fixed {counted(report.mended(run.outcomes))}.")
    if piped or how.format not in report.PEOPLE:
        told.err += [str(line) for line in lines]
    else:
        told.out += lines
    if args.fix_only:
        return
    if piped and not args.output_file:  # the standard output is for the code
        rest = Report()
        _found(run, rest, how, args, report.summary(run.outcomes), reasons=True)
        told.err, told.code = told.err + [str(line) for line in rest.out], rest.code
    else:
        _found(run, told, how, args, report.summary(run.outcomes), reasons=True)


def _found(run: Run, told: Report, how: Manner, args: Namespace, summary: str, reasons: bool = False) -> None:
    """Tell what is left, and sum it up for people."""
    if args.statistics:
        told.out += report.statistics(run.outcomes, how)
    else:
        told.out += report.findings(run.outcomes, run.problems, how, reasons)
    told.code = int(any(outcome.reported for outcome in run.outcomes))
    if how.format in report.PEOPLE and not args.quiet and (told.out or not run.problems):
        told.out.append(summary)
