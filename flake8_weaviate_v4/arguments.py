"""The command line: its commands and their options, with argparse. Only the command that is asked for is built."""

from __future__ import annotations

import argparse
import os

from . import __version__
from .options import target

TYPE_CHECKING = False  # as in typing
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any, NoReturn

PROGRAM = "flake8-weaviate-v4"


class _Help(argparse.HelpFormatter):
    """Asks the system itself how wide the terminal is: argparse does so for each option that is added, by way of shutil."""

    def __init__(self, prog: str, **how: Any) -> None:
        super().__init__(prog, width=_width(), **how)


def _width() -> int:
    if (columns := os.environ.get("COLUMNS", "")).isdecimal() and int(columns):
        return int(columns) - 2
    try:
        return (os.get_terminal_size().columns or 80) - 2
    except (OSError, ValueError, AttributeError):
        return 78


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line; ``--help`` tells the usage. Its subcommands are parsers of this class too."""

    def __init__(self, *args: Any, **how: Any) -> None:
        super().__init__(*args, **{"formatter_class": _Help, **how})

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{PROGRAM}: error: {message}\n")


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """What a command line says; ends the process, with a line or the help, where it can't be followed."""
    parser = _Parser(PROGRAM, description="Finds weaviate-client v3 code and rewrites it for v4.", allow_abbrev=False)
    parser.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}")
    commands = parser.add_subparsers(title="commands", dest="command", required=True, metavar="COMMAND")
    asked = argv[0] if argv and argv[0] in _COMMANDS else None
    for name, (what, description, build) in _COMMANDS.items():
        if asked in (None, name):
            build(commands.add_parser(name, help=what, description=description, allow_abbrev=False))
    return parser.parse_args(argv)


def _check(parser: argparse.ArgumentParser) -> None:
    _paths(parser)
    fixing = parser.add_argument_group("fixing")
    fixing.add_argument("--fix", action="store_true", help="rewrite what can be rewritten safely, report the rest")
    fixing.add_argument("--fix-only", action="store_true", help="the same, but report nothing of what is left, exit 0")
    _fixing(fixing)
    parser.set_defaults(markers=False)
    _rules(parser)
    _baseline(parser).add_argument("--add-noqa", action="store_true", help="write a `# noqa: WV...` for each finding into the files")
    group = parser.add_argument_group("cache")
    group.add_argument("--no-cache", action="store_true", help="take nothing from earlier runs, and leave nothing for later ones")
    _cache_dir(group)


def _fix(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(fix=True, fix_only=False, add_noqa=False)
    _paths(parser)
    fixing = parser.add_argument_group("fixing")
    _fixing(fixing)
    fixing.add_argument(
        "--markers", action="store_true",
        help="leave a `# TODO(weaviate-v4): ...` above each statement that is to be done by hand, and take out those done",
    )  # fmt: skip
    _rules(parser)
    _baseline(parser)


def _rule(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("codes", nargs="*", metavar="CODE", help="codes, prefixes of codes or names of rules")
    parser.add_argument("--all", action="store_true", help="all rules")
    parser.add_argument("--output-format", choices=("text", "json", "markdown"), default="text", help="default: text")


def _export(parser: argparse.ArgumentParser) -> None:
    tools = parser.add_subparsers(title="tools", dest="tool", required=True, metavar="TOOL")
    ruff = tools.add_parser("ruff", help="bans of v3 names as TOML, or all rules as JSON", allow_abbrev=False)
    ruff.add_argument("--paste", action="store_true", help="a block for pyproject.toml instead of a file to extend from")
    ruff.add_argument("--rules", action="store_true", help="all rules, as JSON in the form of `ruff rule --all`")
    ruff.add_argument("--output", default="", metavar="FILE", help="where to write it instead of the standard output")
    grep = tools.add_parser("ast-grep", help="a folder with rules, tests and sgconfig.yml", allow_abbrev=False)
    grep.add_argument("folder", metavar="DIR", help="a new folder, or an earlier export")


def _report(parser: argparse.ArgumentParser) -> None:
    _paths(parser)
    group = parser.add_argument_group("report")
    group.add_argument("--html", default="", metavar="FILE", help="write a page that needs nothing else (- for the standard output)")
    group.add_argument("--markdown", default="", metavar="FILE", help="write a comment for a pull request (- for the standard output)")
    group.add_argument("--from", dest="source", default="", metavar="PARQUET", help="findings of many repositories, as examples/fleet writes them")
    group.add_argument("--title", default="", help="the title (default: the name of the working folder)")
    group.add_argument(
        "--history", type=_jobs, nargs="?", const=12, metavar="N",
        help="also the burn-down over N commits of the git history (default: 12)",
    )  # fmt: skip
    parser.set_defaults(unsafe_fixes=None)
    _rules(parser)


def _server(parser: argparse.ArgumentParser) -> None:
    """It has no options."""


def _cache(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("action", choices=("clean", "dir"), metavar="clean|dir", help="what to do")
    parser.add_argument("paths", nargs="*", metavar="PATH", help="the paths that are checked (default: .)")
    _cache_dir(parser)
    _configuration(parser)


def _linter(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--output-format", choices=("text", "json"), default="text", help="default: text")


# name -> what it does in a few words, in a sentence or two, and its options
_COMMANDS: dict[str, tuple[str, str | None, Callable[[argparse.ArgumentParser], None]]] = {
    "check": (
        "report v3 code; exit 1 where there is some",
        "Report v3 code. Exit code: 0 nothing found, 1 findings, 2 something could not be checked.", _check,
    ),
    "fix": (
        "rewrite v3 code in place; the same as `check --fix`",
        "Rewrite v3 code in place. Exit code: 0 nothing is left, 1 findings are left, 2 something failed.", _fix,
    ),
    "rule": ("explain rules: what changed, why, and what to write instead", "Explain rules.", _rule),
    "explain": ("the same as `rule`", "Explain rules.", _rule),
    "export": (
        "the rules for ruff or ast-grep",
        "Write the rules for users of other tools: what ruff can be told, or an ast-grep project.", _export,
    ),
    "report": (
        "a page, or a comment for a pull request: what is left, by area, folder and file",
        "Tell how much is left and how much of it fixes do. Exit code: 0, or 2 where something could not be checked.", _report,
    ),
    "server": ("a language server over the standard streams", None, _server),
    "cache": ("where `check` keeps what it has found, or remove it", "Print the folder of the cache (dir), or remove it (clean).", _cache),
    "linter": ("the version, the clients it knows and its rules", None, _linter),
}  # fmt: skip


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
    _configuration(parser)


def _configuration(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("configuration")
    group.add_argument("--config", default="", metavar="FILE", help="the TOML file to read instead of the pyproject.toml above the paths")
    group.add_argument("--isolated", action="store_true", help="read no configuration")


def _cache_dir(group: Any) -> None:
    group.add_argument("--cache-dir", default="", metavar="DIR", help="where the cache lies (default: .flake8_weaviate_v4_cache in the project's root)")


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
