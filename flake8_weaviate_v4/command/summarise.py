"""``report``: how much is left, for people who would rather look than read."""

from __future__ import annotations

import os
from argparse import Namespace
from datetime import date

from .. import __version__
from ..output.diagnostic import Diagnostic, diagnostics
from ..output.page import as_page
from ..output.summary import HAND, SAFE, UNSAFE, Counts, Gone, as_data, as_markdown, how_fixed, summed_up
from . import config
from .config import Settings
from .execute import judging, read
from .files import Unusable, write
from .history import burn_down
from .outcome import Outcome
from .run import Run
from .told import Report, Wrong, counted


def report(args: Namespace) -> Report:
    """Write what the command line asks for. Raises Wrong."""
    if not args.html and not args.markdown:
        raise Wrong("name what to write: --html FILE, --markdown FILE, or both")
    told = Report()
    if args.source:
        found, hows = _read(args)
    else:
        run, told.err = _checked(args, config.settings(args, args.paths))
        found = diagnostics(run.outcomes)
        hows = how_fixed(found, _gone(run, unsafe=False), _gone(run, unsafe=True))
    history = _history(args) if args.history else []
    summary = summed_up(found, hows, history)
    title = args.title or f"{os.path.basename(os.getcwd())}: weaviate-client v3 code"
    if args.html:
        _write(args.html, as_page(as_data(found, hows, summary, title, __version__, date.today().isoformat())), told)
    if args.markdown:
        _write(args.markdown, as_markdown(summary, title), told)
    told.err.append(_totals(summary.total))
    told.code = 2 if any(line.startswith("error:") for line in told.err) else 0
    return told


def _read(args: Namespace) -> tuple[list[Diagnostic], list[str]]:
    """Findings that a job has written, and how each is mended. Raises Wrong."""
    if args.paths or args.history:
        raise Wrong("--from goes with neither paths nor --history")
    from ..fleet import as_diagnostics, read_findings

    rows = read_findings(args.source)
    return as_diagnostics(rows), [row["how"] if row["how"] in (SAFE, UNSAFE) else HAND for row in rows]


def _checked(args: Namespace, settings: Settings, fixes: bool = True) -> tuple[Run, list[str]]:
    """A run that has looked at everything, and what is said of it."""
    run = Run(*judging(args, settings), settings.unsafe_fixes, settings.jobs, quiet=False)
    try:
        said = read(run, args, settings, check=fixes)
        run.check() if fixes else run.find()
    finally:
        run.close()
    return run, said + [f"error: {problem}" for problem in run.problems]


def _gone(checked: Run, unsafe: bool) -> Gone:
    """What fixes take away, tried on the texts alone."""
    run = Run(checked.options, checked.selection, unsafe, checked.jobs, quiet=False)
    run.outcomes = [Outcome(outcome.document, outcome.document.text) for outcome in checked.outcomes if not outcome.failed]
    try:
        run.fix(writes=False)
    finally:
        run.close()
    return {(outcome.document.path, code): count for outcome in run.outcomes for code, count in outcome.fixed.items()}


def _history(args: Namespace) -> list[tuple[str, str, int]]:
    """What the working folder had at commits of its past."""

    def count(folder: str) -> int:
        past = Namespace(**{**vars(args), "paths": [folder]})
        run, _ = _checked(past, config.settings(past, [folder]), fixes=False)
        return sum(len(outcome.reported) for outcome in run.outcomes)

    paths = [os.path.abspath(path) for path in args.paths] or [os.getcwd()]
    if len(paths) > 1 or not os.path.isdir(paths[0]):
        raise Wrong("--history goes with one folder")
    return burn_down(paths[0], args.history, count)


def _write(path: str, text: str, told: Report) -> None:
    if path == "-":
        told.out.append(text.rstrip("\n"))
        return
    try:
        write(path, None, text.encode("utf-8", "backslashreplace"))
    except Unusable as error:
        raise Wrong(f"{path}: {error}") from error
    told.err.append(f"Wrote {path}.")


def _totals(counts: Counts) -> str:
    return f"{counted(counts.total)}: {counts.safe} fixed by fix, {counts.unsafe} more with --unsafe-fixes, {counts.hand} by hand."
