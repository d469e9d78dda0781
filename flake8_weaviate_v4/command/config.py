"""``[tool.flake8-weaviate-v4]`` of a ``pyproject.toml``: found, read, checked, and put under the command line."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping

from .. import disk
from ..options import NEWEST, target
from ..records import fields, record, replace
from .paths import above, reason, shown
from .told import Wrong

TYPE_CHECKING = False  # as in typing
if TYPE_CHECKING:
    from argparse import Namespace
    from typing import Any

TABLE = "flake8-weaviate-v4"
LARGEST = 10_000_000  # bytes
FILE = "pyproject.toml"


@record(frozen=True)
class Settings:
    """What a run is to do, of the command line and the configuration: the fields are the configuration's keys.

    ``file`` is the configuration file if there is one, and ``root`` its folder, else the working folder: patterns and paths of
    the file are relative to it. ``select`` and the like hold prefixes of codes; ``per_file_ignores`` patterns as in ``.gitignore`` with prefixes.
    """

    root: str = ""
    file: str = ""
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    exclude: tuple[str, ...] = ()
    respect_gitignore: bool = True
    force_exclude: bool = False
    target_client: tuple[int, int] = NEWEST
    deprecations: bool = False
    report_guarded: bool = False
    unclosed: bool = False
    unused_noqa: bool = False
    unsafe_fixes: bool = False
    output_format: str = ""
    baseline: str = ""
    cache_dir: str = ""
    jobs: int = 0

    def under(self, args: Namespace) -> Settings:
        """The settings with those of the command line on top: what it names replaces what the file says."""
        given = {name: getattr(args, name, None) for name in fields(self) if name not in _APART}
        return replace(self, **{name: _frozen(value) for name, value in given.items() if value is not None})


_APART = frozenset({"root", "file", "exclude", "per_file_ignores", "baseline", "cache_dir"})  # each relative to its own folder


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def settings(args: Namespace, paths: list[str]) -> Settings:
    """The settings of a run over some paths. Raises Wrong, with the file and the key, for a configuration that can't be followed."""
    here = os.getcwd()
    if args.isolated:
        return Settings(root=here).under(args)
    if args.config:
        found = _read(args.config, named=True)
    else:
        found = next(filter(None, (_read(os.path.join(folder, FILE)) for folder in _folders(paths))), None)
    return (found or Settings(root=here)).under(args)


def _folders(paths: list[str]) -> list[str]:
    """The folder that holds all paths, and those above it."""
    absolute = [os.path.abspath(path) for path in paths] or [os.getcwd()]
    try:
        top = os.path.commonpath(absolute)
    except ValueError:  # on several drives
        top = os.getcwd()
    return [top, *above(top)]


def _read(path: str, named: bool = False) -> Settings | None:
    """The settings of a file; None where it has none and was not named. Raises Wrong."""
    name = shown(os.path.abspath(path))
    try:
        raw = disk.read(path, LARGEST)
    except (OSError, ValueError) as error:
        if named or not isinstance(error, (FileNotFoundError, NotADirectoryError, PermissionError)):
            raise Wrong(f"{name}: {reason(error)}") from error
        return None
    if not named and TABLE.encode() not in raw:
        return None
    from .. import toml  # late: many runs have no configuration

    try:
        data = toml.loads(raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise Wrong(f"{name}: not UTF-8, so no TOML") from error
    except ValueError as error:
        raise Wrong(f"{name}: {error}") from error
    tool = data.get("tool", {})
    table = tool.get(TABLE) if isinstance(tool, dict) else None
    if table is None:
        if named:
            raise Wrong(f"{name}: has no table [tool.{TABLE}]")
        return None
    if not isinstance(table, dict):
        raise Wrong(f"{name}: tool.{TABLE} must be a table")
    try:
        file = os.path.abspath(path)
        return Settings(root=os.path.dirname(file), file=file, **checked(table))
    except ValueError as error:
        raise Wrong(f"{name}: {error}") from error


def checked(table: Mapping[str, object]) -> dict[str, Any]:
    """The fields of Settings that a table says, by its keys. Raises ValueError with the key."""
    found = {}
    for key, value in table.items():
        if key not in _KEYS:
            import difflib  # late: who made no mistake has no need of it

            near = difflib.get_close_matches(key, _KEYS, 1)
            raise ValueError(f"tool.{TABLE}: unknown key `{key}`" + (f"; do you mean `{near[0]}`?" if near else ""))
        try:
            found[key.replace("-", "_")] = _KEYS[key](value)
        except (TypeError, ValueError) as error:
            raise ValueError(f"tool.{TABLE}.{key}: {error}") from error
    return found


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError(f"must be true or false, not {value!r}")
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"must be a text, not {value!r}")
    return value


def _words(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise TypeError(f"must be a list of texts, not {value!r}")
    return tuple(value)


def _by_file(value: object) -> tuple[tuple[str, tuple[str, ...]], ...]:
    if not isinstance(value, dict):
        raise TypeError(f'must be a table such as {{"tests/*" = ["WV7"]}}, not {value!r}')
    return tuple((pattern, _words(codes)) for pattern, codes in value.items())


def _jobs(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise ValueError(f"must be a number from 1, not {value!r}")
    return value


_KEYS: dict[str, Callable[[object], Any]] = {
    "select": _words,
    "ignore": _words,
    "extend-select": _words,
    "per-file-ignores": _by_file,
    "exclude": _words,
    "respect-gitignore": _flag,
    "force-exclude": _flag,
    "target-client": lambda value: target(_text(value)),
    "deprecations": _flag,
    "report-guarded": _flag,
    "unclosed": _flag,
    "unused-noqa": _flag,
    "unsafe-fixes": _flag,
    "output-format": _text,
    "baseline": _text,
    "cache-dir": _text,
    "jobs": _jobs,
}
