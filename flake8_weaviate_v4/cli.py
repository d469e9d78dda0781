"""The command line: ``flake8-weaviate-v4 check`` and ``fix``."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from . import __version__
from .options import target

if TYPE_CHECKING:
    from .command.report import Report

PROGRAM = "flake8-weaviate-v4"


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line; returns the exit code. Nothing that goes wrong ends in a traceback."""
    args = _parser().parse_args(argv)
    code = 2
    try:
        from .command.execute import Wrong, execute  # late: --help and --version need none of it

        try:
            told = execute(args)
        except Wrong as error:
            print(f"{PROGRAM}: error: {error}", file=sys.stderr)
            return code
        code = told.code
        _print(told)
    except KeyboardInterrupt:
        print("interrupted: every file is as it was or wholly fixed", file=sys.stderr)
        return 130
    except BrokenPipeError:  # who reads has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except Exception as error:  # noqa: BLE001  # the last resort: what a file can do wrong is caught closer to it
        print(f"{PROGRAM}: error: {type(error).__name__}: {error} (please report this)", file=sys.stderr)
        return 2
    return code


def _print(told: Report) -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")  # a name of a file can hold what is no text
    for part in told.out:
        if isinstance(part, bytes):
            sys.stdout.flush()
            sys.stdout.buffer.write(part)
            sys.stdout.buffer.flush()
        else:
            print(part)
    sys.stdout.flush()
    for line in told.err:
        print(line, file=sys.stderr)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        PROGRAM, description="Finds weaviate-client v3 code and rewrites it for v4.", allow_abbrev=False
    )
    parser.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}")
    commands = parser.add_subparsers(title="commands", dest="command", required=True, metavar="COMMAND")
    check = commands.add_parser(
        "check", help="report v3 code; exit 1 where there is some", allow_abbrev=False,
        description="Report v3 code. Exit code: 0 nothing found, 1 findings, 2 something could not be checked.",
    )  # fmt: skip
    _paths(check)
    fixing = check.add_argument_group("fixing")
    fixing.add_argument("--fix", action="store_true", help="rewrite what can be rewritten safely, report the rest")
    fixing.add_argument("--fix-only", action="store_true", help="the same, but report nothing of what is left, exit 0")
    _fixing(fixing)
    _rules(check)
    fix = commands.add_parser(
        "fix", help="rewrite v3 code in place; the same as `check --fix`", allow_abbrev=False,
        description="Rewrite v3 code in place. Exit code: 0 nothing is left, 1 findings are left, 2 something failed.",
    )  # fmt: skip
    fix.set_defaults(fix=True, fix_only=False)
    _paths(fix)
    _fixing(fix.add_argument_group("fixing"))
    _rules(fix)
    return parser


def _paths(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="*", metavar="PATH", help="files and folders (default: .), or - for the standard input")
    group = parser.add_argument_group("files")
    group.add_argument("--stdin-filename", default="", metavar="FILE", help="the name of what comes from the standard input")
    group.add_argument(
        "--exclude", action="extend", type=_words, default=[], metavar="PATTERNS",
        help="what to leave out, as in .gitignore, besides .git, .venv, build and the like",
    )  # fmt: skip
    group.add_argument(
        "--respect-gitignore", action=argparse.BooleanOptionalAction, default=True,
        help="leave out what git ignores (default: on)",
    )  # fmt: skip


def _fixing(group: Any) -> None:
    group.add_argument("--unsafe-fixes", action="store_true", help="also make fixes that have to assume something")
    group.add_argument("--diff", action="store_true", help="write nothing, show the changes; exit 1 where there are some")


def _rules(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("rules")
    for name, what in (
        ("select", "report and fix only codes that start so, such as WV2,WV501"),
        ("ignore", "leave out codes that start so; of two prefixes the longer one decides"),
        ("extend-select", "codes to add to those of --select"),
    ):
        group.add_argument(f"--{name}", action="extend", type=_words, default=[], metavar="CODES", help=what)
    group.add_argument(
        "--target-client", type=_target, metavar="X.Y", help="the weaviate-client version to move to (default: the newest)"
    )
    group.add_argument("--deprecations", action="store_true", help="also names that are deprecated inside v4 (WV9)")
    group.add_argument("--report-guarded", action="store_true", help="also the v3 branch of code for both versions")
    group.add_argument("--unclosed", action="store_true", help="also v4 clients that are never closed (WV150)")


def _words(text: str) -> list[str]:
    return [word for word in text.replace(",", " ").split() if word]


def _target(text: str) -> tuple[int, int]:
    try:
        return target(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error
