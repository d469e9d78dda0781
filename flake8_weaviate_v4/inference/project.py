"""The files of a checkout, as far as imports lead to them: found, read once, never run.

Folders are listed and files looked at once for each file that is checked (``begin``), and read again only where their
time of modification changed. A file that does not speak of Weaviate, nor imports one that does, is not read as code.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import tokenize
import warnings
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from .. import disk
from ..source import Source
from .bindings import Module
from .looks import Looks

MOST_FILES = 60  # looked through to learn whether a file leads to one that speaks of Weaviate
MOST_IMPORTERS = 3000  # files looked at to learn whether one imports a name
LARGEST = 4_000_000  # bytes of a file that is followed
_ROOT_MARKS = frozenset({".git", "pyproject.toml", "setup.py", "setup.cfg", "tox.ini", ".hg"})
_OTHERS = frozenset({"node_modules", "site-packages", "venv", "__pycache__"})  # folders whose code is not the checkout's own
_IMPORT = re.compile(
    r"^[ \t]*(?:from[ \t]{1,9}(?P<dots>\.{0,20})[ \t]{0,9}(?P<module>[\w.]{0,500})[ \t]{1,9}import[ \t]*(?P<names>\([^)]{0,5000}\)|[^\n]*)"
    r"|import[ \t]+(?P<plain>[^\n]*))",  # bounded, so that no text takes more than its length
    re.MULTILINE,
)
_NAME = re.compile(r"(?<![\w.])[\w.]+(?=[ \t]*(?:,|$|\)|\n|#|as\b|\\))")


class Import(NamedTuple):
    """An import statement: ``level`` dots, a module, and the names taken of it."""

    dotted: str
    level: int
    names: tuple[str, ...]


class _File(NamedTuple):
    """What is known of a file: when it was written, whether it speaks of Weaviate, and what it imports if not."""

    changed: int
    speaks: bool
    imports: tuple[Import, ...]


class Project:
    """Import statement -> module of the same checkout. Missing, unreadable and broken files are no modules."""

    def __init__(self) -> None:
        self._modules: dict[str, tuple[int, Module | None]] = {}
        self._files: dict[str, _File] = {}
        self._roots: dict[str, tuple[list[str], dict[str, frozenset[str]]]] = {}  # and the folders that were looked into
        self._changed: dict[str, int] = {}  # path -> time of modification as seen since ``begin``; 0: no such file
        self._listed: dict[str, tuple[int, frozenset[str]]] = {}  # folder -> when it was changed, and the names in it
        self._seen: set[str] = set()  # folders looked at since ``begin``
        self._found: dict[tuple[str, str, int], str | None] = {}  # what imports led to since ``begin``
        self._apart: dict[tuple[str, str, int], str | None] = {}  # the same for imports that only ``_is_named`` asked for
        self._leads: dict[str, bool] = {}
        self._named: dict[tuple[str, str], bool] = {}  # file and name -> whether other files import it, since ``begin``
        self._trees: dict[str, dict[str, list[tuple[str, Import]]] | None] = {}  # checkout -> its imports by name, since ``begin``
        self._imported: dict[str, tuple[int, tuple[Import, ...]]] = {}  # file -> when it was written, and what it imports
        self.looks: Looks | None = None  # takes note of what is looked at, if somebody wants to know
        self._used: list[Module] = []  # followed since ``begin``
        self._overlay: dict[str, tuple[int, str]] = {}  # path -> a time of its own, and the text that stands for the file
        self._overlays = 0

    def overlay(self, texts: Mapping[str, str], alone: bool = False) -> None:
        """From now on these texts (by absolute path) are what the files hold, whatever the disk says.

        With ``alone`` no others are any more.
        """
        if alone:
            self._overlay = {path: known for path, known in self._overlay.items() if path in texts}
        for path, text in texts.items():
            if path not in self._overlay or self._overlay[path][1] != text:
                self._overlays -= 1  # below zero: no file's time of modification
                self._overlay[path] = self._overlays, text

    def begin(self) -> None:
        """Look at the disk anew, and forget what was inferred: findings don't depend on which file came before."""
        for module in self._used:
            module.memo.clear()
        self._used.clear()
        self._changed.clear()
        self._seen.clear()
        self._found.clear()
        self._apart.clear()
        self._leads.clear()
        self._named.clear()
        self._trees.clear()

    # -- what imports lead to -------------------------------------------------------------------------------------

    def module(self, module: Module, dotted: str, level: int) -> Module | None:
        """The module that an import in ``module`` names (``level`` dots before ``dotted``), if the checkout has it."""
        file = module.source.file
        path = None if file is None else self._find(str(file), dotted, level)
        return None if path is None else self._load(path)

    def submodule(self, package: Module, name: str) -> Module | None:
        """``from package import name`` where name is a module of the package."""
        file = package.source.file
        if file is None or file.name != "__init__.py":
            return None
        path = self._at(str(file.parent), [name])
        return None if path is None else self._load(path)

    def has(self, module: Module, dotted: str) -> bool:
        """Whether an absolute import in ``module`` is one of the checkout's own files."""
        file = module.source.file
        return file is not None and self._find(str(file), dotted, 0) is not None

    def is_beside_the_point(self, module: Module, dotted: str, level: int) -> bool:
        """Whether an import leads to a file of the checkout, but to none that has to do with Weaviate."""
        file = module.source.file
        path = None if file is None else self._find(str(file), dotted, level)
        return path is not None and os.path.basename(path) != "__init__.py" and not self._relevant(path)

    def conftests(self, module: Module) -> list[Module]:
        """The ``conftest.py`` files that pytest would load for ``module``, nearest first."""
        file = module.source.file
        paths = self._conftests(str(file)) if file is not None else []
        return [loaded for path in paths if (loaded := self._load(path)) is not None]

    def leads_to_weaviate(self, text: str, file: Path | None) -> bool:
        """Whether an import in a file with this text, or a fixture, leads to a file of the checkout that speaks of Weaviate."""
        if file is None:
            return False
        path = str(file)
        if "test" in file.name and any(self._relevant(conftest) for conftest in self._conftests(path)):
            return True
        return self._any_relevant(path, _imports(text))

    def is_named_elsewhere(self, module: Module, name: str) -> bool:
        """Whether another file of the checkout imports ``module`` and has the name in it; True in a checkout too large to tell."""
        return self.is_named(os.path.abspath(str(module.source.file)), name)

    def is_named(self, path: str, name: str) -> bool:
        """The same for the file at a path."""
        if (path, name) not in self._named:
            with self._unseen():
                self._named[path, name] = self._is_named(path, name)
        if self.looks is not None:
            self.looks.named[path, name] = self._named[path, name]
        return self._named[path, name]

    @contextlib.contextmanager
    def _unseen(self) -> Iterator[None]:
        """What is looked at meanwhile is not taken note of, nor what imports lead to kept."""
        looks, found = self.looks, self._found
        self.looks, self._found = None, self._apart
        try:
            yield
        finally:
            self.looks, self._found = looks, found

    def _is_named(self, path: str, name: str) -> bool:
        others = self._importing(path)
        if others is None:
            return True
        word = re.compile(rf"\b{re.escape(name)}\b")
        return any(word.search(self._raw(other)) for other in others)

    def _importing(self, path: str) -> set[str] | None:
        """The other files of the checkout that import a file; None where there are too many to tell."""
        tree = self._tree(self.roots(path)[-1])
        if tree is None:
            return None
        is_package = path.endswith("__init__.py")
        stem = os.path.basename(os.path.dirname(path) if is_package else path[:-3])
        found = [*tree.get(stem, ()), *(tree.get("", ()) if is_package else ())]
        return {other for other, each in found if other != path and path in self._targets(other, each)}

    def importers(self, file: Path) -> list[Source]:
        """The files of the checkout that import a file, or one that does, and the tests that may use its fixtures; about
        ``MOST_FILES`` at most."""
        todo = [os.path.abspath(file)]
        found: dict[str, None] = {}
        while todo and len(found) < MOST_FILES:
            path = todo.pop()
            for other in sorted({*(self._importing(path) or ()), *_tests_below(path)}):
                if other not in found:
                    found[other] = None
                    todo.append(other)
        found.pop(os.path.abspath(file), None)
        return [module.source for path in found if (module := self._load(path)) is not None]

    @contextlib.contextmanager
    def instead(self, file: Path, text: str) -> Iterator[None]:
        """Meanwhile a file holds another text."""
        overlay = dict(self._overlay)
        self.overlay({os.path.abspath(file): text})
        try:
            yield
        finally:
            self._overlay = overlay

    def _tree(self, top: str) -> dict[str, list[tuple[str, Import]]] | None:
        """The imports of all files of a checkout by the last part of what they name; None where there are too many files."""
        if top not in self._trees:
            self._trees[top] = self._imports_below(top)
        return self._trees[top]

    def _imports_below(self, top: str) -> dict[str, list[tuple[str, Import]]] | None:
        paths: list[str] = []
        for folder, folders, files in os.walk(top):
            folders[:] = [f for f in folders if f[0] != "." and f not in _OTHERS]
            paths += [os.path.join(folder, f) for f in files if f.endswith(".py")]
            if len(paths) > MOST_IMPORTERS:
                return None
        tree = defaultdict(list)
        for path in paths:
            changed = self._time(path)
            known = self._imported.get(path)
            if known is None or known[0] != changed:
                known = self._imported[path] = changed, _imports(self._raw(path)) if changed else ()
            for each in known[1]:
                for last in {each.dotted.rpartition(".")[2], *each.names}:
                    tree[last].append((path, each))
        return tree

    # -- paths ----------------------------------------------------------------------------------------------------

    def _find(self, file: str, dotted: str, level: int) -> str | None:
        """The file of the checkout that an import in ``file`` means."""
        asked = (file, dotted, level)
        if asked not in self._found:
            self._found[asked] = self._look_for(file, dotted, level)
        return self._found[asked]

    def _look_for(self, file: str, dotted: str, level: int) -> str | None:
        parts = dotted.split(".") if dotted else []
        if level:
            base = os.path.dirname(file)
            for _ in range(level - 1):
                base = os.path.dirname(base)
            return self._at(base, parts)
        for root in self.roots(file):
            if parts[:1] == ["weaviate"] and file.startswith(os.path.join(root, "weaviate", "")):
                continue  # a folder of that name far down in a package: what is imported is the client
            path = self._at(root, parts)
            if path is not None and path != file:
                return path
        return None

    def _at(self, base: str, parts: list[str]) -> str | None:
        """The file of a package or module below a folder."""
        for part in parts[:-1]:
            if part not in self._names(base):
                return None
            base = os.path.join(base, part)
        if parts:
            names = self._names(base)
            inner = os.path.join(base, parts[-1])
            if parts[-1] in names and "__init__.py" in self._names(inner):
                return os.path.join(inner, "__init__.py")
            return inner + ".py" if parts[-1] + ".py" in names else None
        return os.path.join(base, "__init__.py") if "__init__.py" in self._names(base) else None

    def _names(self, folder: str) -> frozenset[str]:
        known = self._listed.get(folder)
        if known is None or folder not in self._seen:
            self._seen.add(folder)
            try:
                changed = os.stat(folder).st_mtime_ns
                if known is None or known[0] != changed:
                    known = changed, frozenset(os.listdir(folder))
            except (OSError, ValueError):
                known = 0, frozenset()
            self._listed[folder] = known
        if self.looks is not None:
            self.looks.folder(folder, known[1])
        return known[1]

    def roots(self, file: str) -> list[str]:
        """Folders from which absolute imports of ``file`` are looked up: like Python's path for it, then the checkout."""
        folder = os.path.dirname(file)
        if folder not in self._roots:
            own, self.looks = self.looks, Looks(str)
            try:
                self._roots[folder] = self._roots_of(folder), self.looks.folders
            finally:
                self.looks = own
        roots, looked_into = self._roots[folder]
        if self.looks is not None:
            for path, names in looked_into.items():
                self.looks.folder(path, names)
        return roots

    def _roots_of(self, folder: str) -> list[str]:
        top, checkout = folder, ""
        while "__init__.py" in (names := self._names(top)) and os.path.dirname(top) != top:
            checkout = checkout or ("" if _ROOT_MARKS.isdisjoint(names) else top)
            top = os.path.dirname(top)
        if checkout:  # a package itself: what lies beside it is none of it
            return [top, checkout]
        roots, parent, here = [top], top, os.getcwd()
        for _ in range(12):
            names = self._names(parent)
            inner = [os.path.join(parent, "src")] if "src" in names else []
            roots += [root for root in (parent, *inner) if root not in roots]
            if parent == here or not _ROOT_MARKS.isdisjoint(names):
                break
            if os.path.dirname(parent) == parent:
                roots = roots[:1]  # no checkout around, and not run from one: only the folder itself
                break
            parent = os.path.dirname(parent)
        else:
            roots = roots[:1]
        return roots

    def _conftests(self, file: str) -> list[str]:
        """The ``conftest.py`` files for ``file``, nearest first."""
        top = self.roots(file)[-1]
        found = []
        folder = os.path.dirname(file)
        while True:
            names = self._names(folder)
            path = os.path.join(folder, "conftest.py")
            if "conftest.py" in names and path != file:
                found.append(path)
            above = os.path.dirname(folder)
            if folder in (top, above) or "pytest.ini" in names or not _ROOT_MARKS.isdisjoint(names):
                return found
            folder = above

    # -- contents -------------------------------------------------------------------------------------------------

    def _time(self, path: str) -> int:
        """When the file was written, in nanoseconds; 0 where it is none that can be followed."""
        if path in self._overlay:
            return self._overlay[path][0]
        known = self._changed.get(path)
        if known is None:
            try:
                status = os.stat(path)
                known = status.st_mtime_ns if disk.is_regular(status) and status.st_size <= LARGEST else 0
            except (OSError, ValueError):
                known = 0
            self._changed[path] = known
        if self.looks is not None:
            self.looks.file(path, known != 0)
        return known

    def _relevant(self, path: str) -> bool:
        """Whether the file speaks of Weaviate, or imports one of the checkout that does."""
        known = self._leads.get(path)
        if known is None:
            file = self._file(path)
            known = self._leads[path] = file.speaks or self._any_relevant(path, file.imports)
        return known

    def _any_relevant(self, path: str, imports: tuple[Import, ...]) -> bool:
        todo = [(path, found) for found in imports]
        seen = {path}
        while todo and len(seen) < MOST_FILES:
            origin, found = todo.pop()
            for inner in self._targets(origin, found):
                if inner not in seen:
                    seen.add(inner)
                    file = self._file(inner)
                    if file.speaks or self._leads.get(inner):
                        return True
                    todo.extend((inner, onward) for onward in file.imports)
        return False

    def _targets(self, file: str, found: Import) -> list[str]:
        """Files that an import statement of ``file`` can mean."""
        own = self._find(file, found.dotted, found.level)
        inner = [self._find(file, f"{found.dotted}.{name}".lstrip("."), found.level) for name in found.names]
        return [path for path in (own, *inner) if path is not None]

    def _file(self, path: str) -> _File:
        changed = self._time(path)
        known = self._files.get(path)
        if known is None or known.changed != changed:
            text = self._raw(path) if changed else ""
            speaks = "eaviate" in text
            known = self._files[path] = _File(changed, speaks, () if speaks else _imports(text))
        return known

    def _raw(self, path: str) -> str:
        if path in self._overlay:
            return self._overlay[path][1]
        with contextlib.suppress(OSError, ValueError):
            return self._bytes(path).decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
        return ""

    def _bytes(self, path: str) -> bytes:
        """Raises OSError or ValueError."""
        raw = disk.read(path, LARGEST)
        return raw if self.looks is None else self.looks.read(path, raw)

    def _load(self, path: str) -> Module | None:
        changed = self._time(path)
        known = self._modules.get(path)
        if known is None or known[0] != changed:
            known = self._modules[path] = (changed, self._parse(path) if changed else None)
        if known[1] is not None:
            self._used.append(known[1])
        return known[1]

    def _parse(self, path: str) -> Module | None:
        file = Path(path)
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # a user's invalid escape is not for us to tell
                source = Source.parse(self._text(path), path, file)
                return Module(source, file.parent.name if file.name == "__init__.py" else file.stem)
        except (OSError, LookupError, SyntaxError, ValueError, RecursionError, MemoryError):
            return None

    def _text(self, path: str) -> str:
        if path in self._overlay:
            return self._overlay[path][1]
        raw = self._bytes(path)
        encoding, _ = tokenize.detect_encoding(io.BytesIO(raw).readline)
        return io.TextIOWrapper(io.BytesIO(raw), encoding).read()  # with its line ends as Python sees them


def _tests_below(path: str) -> list[str]:
    """The tests to which a ``conftest.py`` gives its fixtures."""
    found: list[str] = []
    folder, name = os.path.split(path)
    for inner, folders, files in os.walk(folder) if name == "conftest.py" else ():
        folders[:] = [f for f in folders if f[0] != "." and f not in _OTHERS]
        found += [os.path.join(inner, f) for f in files if f.endswith(".py") and "test" in f and f != name]
        if len(found) > MOST_FILES:
            break
    return found


def _imports(text: str) -> tuple[Import, ...]:
    """The import statements of a text, wherever they stand."""
    found = []
    for match in _IMPORT.finditer(text):
        if match["plain"] is not None:
            found += [Import(name, 0, ()) for name in _NAME.findall(match["plain"]) if name != "as"]
        else:
            found.append(Import(match["module"], len(match["dots"]), tuple(_NAME.findall(match["names"]))))
    return tuple(found)
