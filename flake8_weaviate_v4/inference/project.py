"""The files of a checkout, as far as imports lead to them: found, read once, never run.

Folders are listed and files looked at once for each file that is checked (``begin``), and read again only where their
time of modification changed. A file that does not speak of Weaviate, nor imports one that does, is not read as code.
"""

from __future__ import annotations

import os
import warnings

from ..records import NamedTuple
from ..source import Source
from .bindings import Module
from .checkout import Checkout
from .import_index import OTHERS, ImportIndex
from .imports import Import, imports_of
from .paths import Paths

MOST_FILES = 60  # looked through to learn whether a file leads to one that speaks of Weaviate


class _File(NamedTuple):
    """What is known of a file: when it was written, whether it speaks of Weaviate, and what it imports if not."""

    changed: int
    speaks: bool
    imports: tuple[Import, ...]


class Project:
    """Import statement -> module of the same checkout. Missing, unreadable and broken files are no modules."""

    def __init__(self) -> None:
        self.checkout = Checkout()
        self.paths = Paths(self.checkout)
        self.index = ImportIndex(self.paths)
        self._modules: dict[str, tuple[int, Module | None]] = {}
        self._files: dict[str, _File] = {}
        self._leads: dict[str, bool] = {}  # file -> whether it speaks of Weaviate, or leads to one that does
        self._used: list[Module] = []  # followed since ``begin``

    def begin(self) -> None:
        """Look at the disk anew, and forget what was inferred: findings don't depend on which file came before."""
        for module in self._used:
            module.memo.clear()
        self._used.clear()
        self._leads.clear()
        for part in (self.checkout, self.paths, self.index):
            part.begin()

    # -- what imports lead to -------------------------------------------------------------------------------------

    def module(self, module: Module, dotted: str, level: int) -> Module | None:
        """The module that an import in ``module`` names (``level`` dots before ``dotted``), if the checkout has it."""
        file = module.source.file
        path = None if file is None else self.paths.find(file, dotted, level)
        return None if path is None else self._load(path)

    def submodule(self, package: Module, name: str) -> Module | None:
        """``from package import name`` where name is a module of the package."""
        file = package.source.file
        if file is None or os.path.basename(file) != "__init__.py":
            return None
        path = self.paths.at(os.path.dirname(file), [name])
        return None if path is None else self._load(path)

    def has(self, module: Module, dotted: str) -> bool:
        """Whether an absolute import in ``module`` is one of the checkout's own files."""
        file = module.source.file
        return file is not None and self.paths.find(file, dotted, 0) is not None

    def is_beside_the_point(self, module: Module, dotted: str, level: int) -> bool:
        """Whether an import leads to a file of the checkout, but to none that has to do with Weaviate."""
        file = module.source.file
        path = None if file is None else self.paths.find(file, dotted, level)
        return path is not None and os.path.basename(path) != "__init__.py" and not self._relevant(path)

    def conftests(self, module: Module) -> list[Module]:
        """The ``conftest.py`` files that pytest would load for ``module``, nearest first."""
        file = module.source.file
        paths = self.paths.conftests(file) if file is not None else []
        return [loaded for path in paths if (loaded := self._load(path)) is not None]

    def leads_to_weaviate(self, text: str, file: str | None) -> bool:
        """Whether an import in a file with this text, or a fixture, leads to a file of the checkout that speaks of Weaviate."""
        if file is None:
            return False
        if "test" in os.path.basename(file) and any(self._relevant(conftest) for conftest in self.paths.conftests(file)):
            return True
        return self._any_relevant(file, imports_of(text))

    def is_named_elsewhere(self, module: Module, name: str) -> bool:
        """Whether another file of the checkout imports ``module`` and has the name in it; True in a checkout too large to tell."""
        return self.index.is_named(os.path.abspath(str(module.source.file)), name)

    def importers(self, file: str) -> list[Source]:
        """The files of the checkout that import a file, or one that does, and the tests that may use its fixtures; about
        ``MOST_FILES`` at most."""
        todo = [os.path.abspath(file)]
        found: dict[str, None] = {}
        while todo and len(found) < MOST_FILES:
            path = todo.pop()
            for other in sorted({*(self.index.importing(path) or ()), *_tests_below(path)}):
                if other not in found:
                    found[other] = None
                    todo.append(other)
        found.pop(os.path.abspath(file), None)
        return [module.source for path in found if (module := self._load(path)) is not None]

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
            for inner in self.paths.targets(origin, found):
                if inner not in seen:
                    seen.add(inner)
                    file = self._file(inner)
                    if file.speaks or self._leads.get(inner):
                        return True
                    todo.extend((inner, onward) for onward in file.imports)
        return False

    def _file(self, path: str) -> _File:
        changed = self.checkout.time(path)
        known = self._files.get(path)
        if known is None or known.changed != changed:
            text = self.checkout.raw(path) if changed else ""
            speaks = "eaviate" in text
            known = self._files[path] = _File(changed, speaks, () if speaks else imports_of(text))
        return known

    def _load(self, path: str) -> Module | None:
        changed = self.checkout.time(path)
        known = self._modules.get(path)
        if known is None or known[0] != changed:
            known = self._modules[path] = (changed, self._parse(path) if changed else None)
        if known[1] is not None:
            self._used.append(known[1])
        return known[1]

    def _parse(self, path: str) -> Module | None:
        folder, name = os.path.split(path)
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # a user's invalid escape is not for us to tell
                source = Source.parse(self.checkout.text(path), path, path)
                return Module(source, os.path.basename(folder) if name == "__init__.py" else os.path.splitext(name)[0])
        except (OSError, LookupError, SyntaxError, ValueError, RecursionError, MemoryError):
            return None


def _tests_below(path: str) -> list[str]:
    """The tests to which a ``conftest.py`` gives its fixtures."""
    found: list[str] = []
    folder, name = os.path.split(path)
    for inner, folders, files in os.walk(folder) if name == "conftest.py" else ():
        folders[:] = [f for f in folders if f[0] != "." and f not in OTHERS]
        found += [os.path.join(inner, f) for f in files if f.endswith(".py") and "test" in f and f != name]
        if len(found) > MOST_FILES:
            break
    return found
