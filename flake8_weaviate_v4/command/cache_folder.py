"""Where the cache lies, and ``cache dir`` and ``cache clean``."""

from __future__ import annotations

import os

from ..options import Options
from . import config
from .config import Settings
from .paths import CACHE, reason, shown
from .told import Report, Wrong

TYPE_CHECKING = False  # as in typing
if TYPE_CHECKING:
    from argparse import Namespace

    from .cache import Cache

VARIABLE = "WEAVIATE_V4_CACHE_DIR"
_MARKS = ("pyproject.toml", ".git")


def folder(args: Namespace, settings: Settings) -> str:
    """The folder of the cache: that of the command line, of the environment, of the configuration, else in the project's root.

    What a repository brings may name no place outside of it. Raises Wrong.
    """
    if given := args.cache_dir or os.environ.get(VARIABLE):
        return os.path.realpath(given)
    if settings.cache_dir:
        root = os.path.realpath(settings.root)
        named = os.path.realpath(os.path.join(root, settings.cache_dir))
        if not named.startswith(os.path.join(root, "")):
            raise Wrong(
                f"{shown(settings.file)}: tool.{config.TABLE}.cache-dir: must be a folder below that of the file;"
                f" --cache-dir and {VARIABLE} can name any"
            )
        return named
    return os.path.join(os.path.realpath(_root(args, settings)), CACHE)


def _root(args: Namespace, settings: Settings) -> str:
    """The folder of the configuration, else of the project around the first path, else the working folder."""
    if settings.file:
        return settings.root
    above = os.path.abspath(args.paths[0] if args.paths else ".")
    while True:
        if any(os.path.exists(os.path.join(above, mark)) for mark in _MARKS):
            return above
        if os.path.dirname(above) == above:
            return os.getcwd()
        above = os.path.dirname(above)


def opened(args: Namespace, settings: Settings, options: Options) -> Cache:
    """The cache of a run. Raises Wrong."""
    from .cache import Cache  # late: many runs have nothing to look up

    return Cache(folder(args, settings), options)


def command(args: Namespace) -> Report:
    """Tell where the cache is, or remove it. Raises Wrong."""
    cache = opened(args, config.settings(args, args.paths), Options())
    if args.action == "dir":
        return Report(out=[cache.folder])
    try:
        was = cache.clean()
    except OSError as error:
        raise Wrong(f"{shown(cache.folder)}: {reason(error)}") from error
    return Report(err=[f"Removed the cache in {shown(cache.folder)}." if was else f"No cache in {shown(cache.folder)}."])
