"""The flake8 plugin."""

from __future__ import annotations

import argparse
import ast
import configparser
import os
from collections.abc import Iterator

from . import __version__
from .first_look import can_hold_v3, can_use_imported
from .options import DEFAULT, NEWEST, Options, target
from .source import Source

TYPE_CHECKING = False  # as in typing
if TYPE_CHECKING:
    from typing import Any, ClassVar

    from .check import Checker

_SWITCHES = {
    "deprecations": "also report names that are deprecated inside v4 (WV9)",
    "report-guarded": "also report the v3 branch of code that supports both versions",
    "unclosed": "also report v4 clients that are never closed (WV150)",
}


class Plugin:
    """One file of a flake8 run. Never raises: whatever the file holds, flake8 goes on."""

    name = "flake8-weaviate-v4"
    version = __version__
    _checker: ClassVar[Checker | None] = None
    _options: ClassVar[Options] = DEFAULT

    def __init__(self, tree: ast.Module, filename: str, lines: list[str]) -> None:
        self._tree, self._filename, self._lines = tree, filename, lines

    @staticmethod
    def add_options(manager: Any) -> None:
        """Options of the command line and of flake8's config files."""
        manager.add_option(
            "--weaviate-target", default="", parse_from_config=True, metavar="X.Y",
            help="the weaviate-client version that hints are for, such as 4.9 (default: the newest)",
        )  # fmt: skip
        for name, what in _SWITCHES.items():  # as strings: of a wrong "store_true" in config flake8 makes a traceback
            manager.add_option(
                f"--weaviate-{name}", action=argparse.BooleanOptionalAction, default=False, parse_from_config=True,
                help=what,
            )  # fmt: skip

    @classmethod
    def parse_options(cls, options: argparse.Namespace) -> None:
        """Take the options. Ends flake8 with one line where a value is wrong: flake8 itself doesn't check config."""
        cls._checker = None
        cls._options = Options(
            target=_target(options.weaviate_target),
            deprecations=_switch("weaviate-deprecations", options.weaviate_deprecations),
            report_guarded=_switch("weaviate-report-guarded", options.weaviate_report_guarded),
            unclosed=_switch("weaviate-unclosed", options.weaviate_unclosed),
        )

    @classmethod
    def _checker_of_this_run(cls) -> Checker:
        from .check import Checker  # late: most runs meet few files that are worth it

        if cls._checker is None:
            cls._checker = Checker(cls._options)
        return cls._checker

    def run(self) -> Iterator[tuple[int, int, str, type[Any]]]:
        """flake8's findings: line, column, text, type."""
        cls = type(self)
        try:
            source = Source(self._filename, self._lines, self._tree)
            if not can_hold_v3(source.text) and not can_use_imported(source.text):
                return
            if self._filename not in ("-", "stdin"):
                source.file = os.path.abspath(self._filename)
            found = cls._checker_of_this_run().check(source)
        except (RecursionError, MemoryError) as error:
            why = "it is nested too deeply" if isinstance(error, RecursionError) else "there is not enough memory"
            yield 1, 0, f"WV000 this file could not be checked: {why}", cls
            return
        except Exception as error:  # noqa: BLE001  # a fault of ours stops no run, and looks like no clean file
            text = f"WV000 this file could not be checked ({type(error).__name__}): please report it"
            yield 1, 0, text, cls
            return
        for finding in found:
            yield finding.line, finding.column, f"{finding.code} {finding.message} {finding.url}", cls


def _target(value: str) -> tuple[int, int]:
    if not value:
        return NEWEST
    try:
        return target(value)
    except ValueError as error:
        raise SystemExit(f"flake8: weaviate-target: {error}") from None


def _switch(name: str, value: bool | str) -> bool:
    if isinstance(value, bool):
        return value
    if (known := configparser.ConfigParser.BOOLEAN_STATES.get(value.strip().lower())) is not None:
        return known
    raise SystemExit(f"flake8: {name}: {value!r} is neither true nor false")
