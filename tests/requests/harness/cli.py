"""For authors of programs: ``python -m tests.requests PATH...`` shows what a pair asks, prints, and where it differs."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from . import programs
from .comparison import differences, pretty
from .differences import DIFFERENCES, smoothed
from .lab import CLIENTS, Run, lab, run_both


def main(arguments: list[str] | None = None) -> int:
    """Runs pairs (or, with --client, single programs); 1 where something differs or fails."""
    parser = argparse.ArgumentParser(prog="python -m tests.requests", description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path, help="programs, or folders of them")
    parser.add_argument("--client", choices=CLIENTS, help="run each path on this client alone")
    parser.add_argument("--raw", action="store_true", help="with --client: the requests as they were recorded")
    parser.add_argument("--quiet", "-q", action="store_true", help="show only what differs")
    options = parser.parse_args(arguments)
    if options.client:
        return max(_single(path, options.client, options.raw) for path in options.paths)
    failed = 0
    for path in options.paths:
        for pair in programs.find(path) if path.is_dir() else [programs.of(path)]:
            failed += _pair(pair, options.quiet)
    return min(failed, 1)


def _single(path: Path, client: str, raw: bool) -> int:
    text = path.read_text("utf-8")
    if raw:
        records, said = lab(client).records(text, str(path))
        for record in records:
            print(json.dumps({key: value for key, value in record.items() if key != "schema"}, indent=1))
        print(said["out"], said["error"] or "", sep="\n")
        return 0
    run = lab(client).run(text, str(path))
    _show(client, run)
    return int(run.error is not None)


def _pair(pair: programs.Pair, quiet: bool) -> int:
    v3, v4 = run_both(*pair.texts, str(pair))
    found = differences(v3, v4, raises=pair.raises)
    print(f"{pair}: {'DIFFERENT' if found else 'the same'}")
    if not quiet:
        _show("v3", v3)
        _show("v4", v4)
        names = smoothed()
        print("--- smoothed over", *(f"{name}: {DIFFERENCES[name]}" for name in names), sep="\n    ")
    for text in found:
        print(text)
    return int(bool(found))


def _show(client: str, run: Run) -> None:
    print(f"--- {client} asks", pretty(run.operations), f"--- {client} prints", run.printed.rstrip("\n"), sep="\n")
    if run.error:
        print(f"--- {client} fails", run.error, run.stderr[-1500:], sep="\n")
