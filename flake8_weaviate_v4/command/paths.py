"""Which files a run is about: walks the given paths, without what is excluded or ignored by git."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator

from .. import disk
from ..manifests.names import ENDS, kind_of
from ..records import field, record

TYPE_CHECKING = False  # as in typing
if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

LARGEST = 1_000_000  # bytes of a file of patterns
CACHE = ".flake8_weaviate_v4_cache"
BASELINE = "weaviate-v4-baseline.json"
SUFFIXES = (".py", ".pyi", ".ipynb")
_ENDS = (*SUFFIXES, *ENDS, ".gitignore")  # of the names that a walk has to do with
EXCLUDED = frozenset(
    """.bzr .direnv .eggs .git .git-rewrite .hg .ipynb_checkpoints .mypy_cache .nox .pants.d .pyenv .pytest_cache .pytype
    .ruff_cache .svn .tox .venv .vscode __pycache__ __pypackages__ _build buck-out build dist node_modules site-packages
    venv""".split()
) | {CACHE}


@record(frozen=True)
class Found:
    """A file to look at: ``shown`` to the user, ``real`` on disk. ``named`` ones were given by name; ``outside`` are links
    that lead out of what was given. Of ``listed`` ones their folder says that they are regular files."""

    shown: str
    real: str
    named: bool = False
    outside: bool = False
    listed: bool = False


@record(frozen=True)
class Problem:
    """Why a path could not be read or written, in one line."""

    path: str
    why: str

    def __str__(self) -> str:
        return f"{self.path}: {self.why}"


@record()
class Finder:
    """Finds the files below some paths; ``problems`` holds what could not be looked into.

    ``exclude`` are patterns as in ``.gitignore``, besides those that are always excluded.
    What is given by name is looked at whatever is excluded, unless ``force`` is set.
    """

    exclude: tuple[Patterns, ...] = ()
    gitignore: bool = True
    force: bool = False
    problems: list[Problem] = field(default_factory=list)

    def find(self, paths: Iterable[str]) -> Iterator[Found]:
        """The files below the paths, each once, as they are come to: a large tree is never held as a whole."""
        tops = list(self._tops(paths))
        inside = [os.path.realpath(top) for top, is_folder in tops if is_folder or not os.path.islink(top)]  # a link permits nothing
        seen = set[str]() if len(tops) > 1 else None  # a walk comes to nothing twice, unless by links
        links: set[str] | None = None  # what need not be come to by a link
        here = os.path.join(os.getcwd(), "")
        for top, is_folder in tops:
            real_top, cut = os.path.realpath(top), len(top)
            for path, is_listed in self._walk(top) if is_folder else ((top, None),):
                if is_listed is not None:  # found in a folder
                    real = real_top + path[cut:]
                    found = Found(path.removeprefix(here), real, False, False, is_listed)
                else:
                    real = os.path.realpath(path)
                    outside = not any(real == each or real.startswith(os.path.join(each, "")) for each in inside)
                    if not os.path.exists(real):
                        continue  # a link to nothing, such as an editor's lock
                    if links is None and seen is None and is_folder:  # rare, so the walk is done once more
                        again = Finder(self.exclude, self.gitignore)._walk(top)
                        links = {real_top + each[cut:] for each, is_regular in again if is_regular is not None}
                    if links is not None:
                        if real in links:
                            continue  # the walk comes to it
                        links.add(real)
                    followed = os.path.islink(path) and not outside
                    found = Found(shown(real if followed else path), real, not is_folder, outside)
                if seen is not None:
                    if real in seen:
                        continue
                    seen.add(real)
                yield found

    def _tops(self, paths: Iterable[str]) -> Iterator[tuple[str, bool]]:
        """The paths that are to be looked at, absolute, and whether each is a folder."""
        for path in paths:
            absolute = os.path.abspath(path)
            try:
                os.stat(absolute)
            except (OSError, ValueError) as error:
                self.problems.append(Problem(path, reason(error)))
                continue
            if not self.force or not self._is_excluded(absolute):
                yield absolute, os.path.isdir(absolute)

    def _is_excluded(self, path: str) -> bool:
        """Whether a walk that starts above would not have come to a path."""
        names = shown(path).split(os.sep) if shown(path) != path else ()  # what lies above the working folder says nothing
        chain = [path, *above(path)]
        return any(name in EXCLUDED for name in names) or any(
            ignored(self.exclude, each, is_folder=each != path or os.path.isdir(path)) for each in chain
        )

    def _walk(self, top: str) -> Iterator[tuple[str, bool | None]]:
        """The files below a folder, those of a folder before those of the folders in it, and whether each is a regular file; None
        for a link. No link to a folder is followed."""
        todo: list[tuple[str, tuple[Patterns, ...]]] = [(top, self._above(top))]
        while todo:
            folder, rules = todo.pop()
            try:
                with os.scandir(folder) as listed:  # most files have an end that nothing here looks for
                    entries = {e.name: e for e in listed if e.name.endswith(_ENDS) or e.is_dir(follow_symlinks=False)}
            except OSError as error:
                self.problems.append(Problem(shown(folder), reason(error)))
                continue
            if "pyvenv.cfg" in entries and folder != top:
                continue
            if ".gitignore" in entries:
                rules = self._with_rules_of(folder, rules)
            all_rules = (self.exclude, rules) if self.exclude or rules else ()
            folders = []
            for name in sorted(entries):
                entry = entries[name]
                path = entry.path
                is_folder = entry.is_dir(follow_symlinks=False)
                if not is_folder and not name.endswith(SUFFIXES) and not kind_of(path):
                    continue
                if name in EXCLUDED or (all_rules and any(ignored(some, path, is_folder) for some in all_rules)):
                    continue
                if is_folder:
                    folders.append((path, rules))
                elif not entry.is_symlink():
                    yield path, entry.is_file()
                elif not os.path.isdir(path):  # a link to a folder is not followed
                    yield path, None
            todo += reversed(folders)

    def _above(self, top: str) -> tuple[Patterns, ...]:
        """The rules of the repository around ``top``; none where they say that ``top`` itself is ignored."""
        if not self.gitignore:
            return ()
        chain = [top, *above(top)]
        repository = next((i for i, folder in enumerate(chain) if os.path.exists(os.path.join(folder, ".git"))), None)
        if repository is None:
            return ()
        rules: tuple[Patterns, ...] = ()
        own = os.path.join(chain[repository], ".git", "info", "exclude")
        if (spec := _read(own)) is not None:
            rules = (Patterns(chain[repository], spec),)
        for folder, inner in zip(chain[repository:0:-1], chain[repository - 1 :: -1], strict=False):
            rules = self._with_rules_of(folder, rules)
            if ignored(rules, inner, True):
                return ()  # the user has named it all the same
        return rules

    def _with_rules_of(self, folder: str, rules: tuple[Patterns, ...]) -> tuple[Patterns, ...]:
        spec = _read(os.path.join(folder, ".gitignore")) if self.gitignore else None
        return rules if spec is None else (*rules, Patterns(folder, spec))


@record(frozen=True)
class Patterns:
    """Patterns as in ``.gitignore``, and the folder that they are relative to."""

    base: str
    spec: GitIgnoreSpec

    @classmethod
    def of(cls, base: str, lines: Iterable[str]) -> tuple[Patterns, ...]:
        """The patterns of these lines, if there are any."""
        spec = _spec(lines)
        return () if spec is None else (cls(base, spec),)

    def says(self, path: str, is_folder: bool) -> bool | None:
        """Whether the patterns ignore a path; None where they do not speak of it."""
        relative = path[len(self.base) + 1 :] if path.startswith(self.base + os.sep) else path.lstrip(os.sep)
        return self.spec.check_file(relative.replace(os.sep, "/") + "/" * is_folder).include


def ignored(rules: tuple[Patterns, ...], path: str, is_folder: bool = False) -> bool:
    """Whether a path matches: what the last of the rules that speak of it says."""
    for rule in reversed(rules):
        if (said := rule.says(path, is_folder)) is not None:
            return said
    return False


def _read(path: str) -> GitIgnoreSpec | None:
    try:
        lines = disk.read(path, LARGEST).decode("utf-8", "replace").splitlines()
    except (OSError, ValueError):  # git passes over it too
        return None
    return _spec(lines)


def _spec(lines: Iterable[str]) -> GitIgnoreSpec | None:
    lines = [line for line in lines if line.strip() and not line.startswith("#")]
    if not lines:
        return None
    from pathspec import GitIgnoreSpec  # late: many runs have nothing to ignore

    try:
        spec = GitIgnoreSpec.from_lines(lines)
    except (ValueError, re.error):  # git passes over a pattern that it can't read
        spec = GitIgnoreSpec.from_lines(line for line in lines if _is_pattern(line))
    from .wildcards import bounded

    return bounded(spec)


def _is_pattern(line: str) -> bool:
    from pathspec import GitIgnoreSpec

    try:
        GitIgnoreSpec.from_lines([line])
    except (ValueError, re.error):
        return False
    return True


def above(path: str) -> Iterator[str]:
    """The folders that an absolute path lies in, the nearest first."""
    while (folder := os.path.dirname(path)) != path:
        yield folder
        path = folder


def shown(path: str) -> str:
    """An absolute path as users read it: relative where it lies below the working folder."""
    return path.removeprefix(os.path.join(os.getcwd(), ""))


def reason(error: OSError | ValueError) -> str:
    """What an error of the system means, without its number and path."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror[0].lower() + error.strerror[1:]
    return str(error)
