"""The command line: ``flake8-weaviate-v4 check`` and ``fix``."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NoReturn

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
        from .command.config import Wrong

        try:
            told = _command(args)  # what it imports, --help and --version don't need
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


def _command(args: argparse.Namespace) -> Report:
    if args.command in ("rule", "explain"):
        from .command.explain import rule

        return rule(args)
    if args.command == "report":
        from .command.summarise import report

        return report(args)
    if args.command == "server":
        from .command.serve import serve

        return serve()
    if args.command == "export":
        from .export.command import export

        return export(args)
    if args.command == "linter":
        from .command.explain import linter

        return linter(args)
    from .command.execute import execute

    return execute(args)


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


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line; ``--help`` tells the usage. Its subcommands are parsers of this class too."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{PROGRAM}: error: {message}\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
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
    check.set_defaults(markers=False)
    _rules(check)
    _putting_off(check)
    fix = commands.add_parser(
        "fix", help="rewrite v3 code in place; the same as `check --fix`", allow_abbrev=False,
        description="Rewrite v3 code in place. Exit code: 0 nothing is left, 1 findings are left, 2 something failed.",
    )  # fmt: skip
    fix.set_defaults(fix=True, fix_only=False)
    _paths(fix)
    fixing = fix.add_argument_group("fixing")
    _fixing(fixing)
    fixing.add_argument(
        "--markers", action="store_true",
        help="leave a `# TODO(weaviate-v4): ...` above each statement that is to be done by hand, and take out those done",
    )  # fmt: skip
    fix.set_defaults(add_noqa=False)
    _rules(fix)
    _baseline(fix)
    _explaining(commands)
    return parser


def _explaining(commands: Any) -> None:
    for name, what in (("rule", "explain rules: what changed, why, and what to write instead"), ("explain", "the same as `rule`")):
        rule = commands.add_parser(name, help=what, description="Explain rules.", allow_abbrev=False)
        rule.add_argument("codes", nargs="*", metavar="CODE", help="codes, prefixes of codes or names of rules")
        rule.add_argument("--all", action="store_true", help="all rules")
        rule.add_argument("--output-format", choices=("text", "json", "markdown"), default="text", help="default: text")
    export = commands.add_parser(
        "export", help="the rules for ruff or ast-grep", allow_abbrev=False,
        description="Write the rules for users of other tools: what ruff can be told, or an ast-grep project.",
    )  # fmt: skip
    tools = export.add_subparsers(title="tools", dest="tool", required=True, metavar="TOOL")
    ruff = tools.add_parser("ruff", help="bans of v3 names as TOML, or all rules as JSON", allow_abbrev=False)
    ruff.add_argument("--paste", action="store_true", help="a block for pyproject.toml instead of a file to extend from")
    ruff.add_argument("--rules", action="store_true", help="all rules, as JSON in the form of `ruff rule --all`")
    ruff.add_argument("--output", default="", metavar="FILE", help="where to write it instead of the standard output")
    grep = tools.add_parser("ast-grep", help="a folder with rules, tests and sgconfig.yml", allow_abbrev=False)
    grep.add_argument("folder", metavar="DIR", help="a new folder, or an earlier export")
    report = commands.add_parser(
        "report", help="a page, or a comment for a pull request: what is left, by area, folder and file", allow_abbrev=False,
        description="Tell how much is left and how much of it fixes do. Exit code: 0, or 2 where something could not be checked.",
    )  # fmt: skip
    _paths(report)
    group = report.add_argument_group("report")
    group.add_argument("--html", default="", metavar="FILE", help="write a page that needs nothing else (- for the standard output)")
    group.add_argument("--markdown", default="", metavar="FILE", help="write a comment for a pull request (- for the standard output)")
    group.add_argument("--from", dest="source", default="", metavar="PARQUET", help="findings of many repositories, as examples/fleet writes them")
    group.add_argument("--title", default="", help="the title (default: the name of the working folder)")
    group.add_argument(
        "--history", type=_jobs, nargs="?", const=12, metavar="N",
        help="also the burn-down over N commits of the git history (default: 12)",
    )  # fmt: skip
    report.set_defaults(unsafe_fixes=None)
    _rules(report)
    commands.add_parser("server", help="a language server over the standard streams", allow_abbrev=False)
    linter = commands.add_parser("linter", help="the version, the clients it knows and its rules", allow_abbrev=False)
    linter.add_argument("--output-format", choices=("text", "json"), default="text", help="default: text")


def _paths(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="*", metavar="PATH", help="files and folders (default: .), or - for the standard input")
    group = parser.add_argument_group("files")
    group.add_argument("--stdin-filename", default="", metavar="FILE", help="the name of what comes from the standard input")
    group.add_argument(
        "--exclude", action="extend", type=_words, default=[], metavar="PATTERNS",
        help="what to leave out, as in .gitignore, besides .git, .venv, build and the like",
    )  # fmt: skip
    group.add_argument(
        "--respect-gitignore", action=argparse.BooleanOptionalAction,
        help="leave out what git ignores (default: on)",
    )  # fmt: skip
    group.add_argument(
        "--force-exclude", action=argparse.BooleanOptionalAction,
        help="leave out what is excluded even where it is given by name, as by pre-commit",
    )  # fmt: skip
    group = parser.add_argument_group("run")
    group.add_argument("-j", "--jobs", type=_jobs, metavar="N", help="processes to work in (default: as many as pay)")
    group.add_argument("-q", "--quiet", action="store_true", help="say nothing but findings and errors")
    group.add_argument("--exit-zero", action="store_true", help="exit 0 where there are findings too")
    group = parser.add_argument_group("output")
    group.add_argument(
        "--output-format", metavar="FORMAT",
        help="full (default), concise, grouped, json, json-lines, sarif, github, gitlab, junit, rdjson or azure",
    )  # fmt: skip
    group.add_argument("--output-file", default="", metavar="FILE", help="where to write it instead of the standard output")
    group.add_argument("--statistics", action="store_true", help="count findings by code instead of listing them")
    group = parser.add_argument_group("configuration")
    group.add_argument("--config", default="", metavar="FILE", help="the TOML file to read instead of the pyproject.toml above the paths")
    group.add_argument("--isolated", action="store_true", help="read no configuration")


def _fixing(group: Any) -> None:
    group.add_argument("--unsafe-fixes", action=argparse.BooleanOptionalAction, help="also make fixes that have to assume something")
    group.add_argument("--diff", action="store_true", help="write nothing, show the changes; exit 1 where there are some")


def _rules(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("rules")
    for name, what in (
        ("select", "report and fix only codes that start so, such as WV2,WV501"),
        ("ignore", "leave out codes that start so; of two prefixes the longer one decides"),
        ("extend-select", "codes to add to those of --select"),
    ):
        group.add_argument(f"--{name}", action="extend", type=_words, metavar="CODES", help=what)
    group.add_argument(
        "--per-file-ignores", action="extend", type=_by_file, default=[], metavar="PATTERN:CODES",
        help="codes to leave out in some files, such as tests/*:WV7",
    )  # fmt: skip
    group.add_argument(
        "--target-client", type=_target, metavar="X.Y", help="the weaviate-client version to move to (default: the newest)"
    )
    for name, what in (
        ("deprecations", "also names that are deprecated inside v4 (WV9)"),
        ("report-guarded", "also the v3 branch of code for both versions"),
        ("unclosed", "also v4 clients that are never closed (WV150)"),
        ("unused-noqa", "also `# noqa: WV...` that silence nothing (WV090)"),
    ):
        group.add_argument(f"--{name}", action=argparse.BooleanOptionalAction, help=what)


def _putting_off(parser: argparse.ArgumentParser) -> None:
    group = _baseline(parser)
    group.add_argument("--add-noqa", action="store_true", help="write a `# noqa: WV...` for each finding into the files")


def _baseline(parser: argparse.ArgumentParser) -> Any:
    """What puts findings off. Returns the group of options."""
    group = parser.add_argument_group("what is put off")
    group.add_argument(
        "--baseline", default="", metavar="FILE",
        help="findings that are not reported, as counts (default: weaviate-v4-baseline.json beside the configuration, if there is one)",
    )  # fmt: skip
    group.add_argument("--no-baseline", action="store_true", help="report everything")
    group.add_argument("--add-baseline", action="store_true", help="put all that is found now into the baseline")
    group.add_argument("--prune-baseline", action="store_true", help="take out of the baseline what is gone")
    group.add_argument("--baseline-report", action="store_true", help="tell how the baseline has burnt down")
    return group


def _by_file(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """``tests/*:WV7,WV101`` -> [("tests/*", ("WV7", "WV101"))]."""
    pattern, colon, codes = text.rpartition(":")
    if not colon or not pattern.strip() or not _words(codes):
        raise argparse.ArgumentTypeError(f"{text!r} is no PATTERN:CODES, such as tests/*:WV7")
    return [(pattern.strip(), tuple(_words(codes)))]


def _words(text: str) -> list[str]:
    return [word for word in text.replace(",", " ").split() if word]


def _jobs(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(f"{text!r} is no number from 1")
    return int(text)


def _target(text: str) -> tuple[int, int]:
    try:
        return target(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error
