"""Import statement -> file of the checkout: the folders that Python would look in."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator

from .checkout import Checkout
from .imports import Import
from .looks import Looks

_ROOT_MARKS = frozenset({".git", "pyproject.toml", "setup.py", "setup.cfg", "tox.ini", ".hg"})


class Paths:
    """Where the modules of a checkout are; what was found is kept until ``begin``."""

    def __init__(self, checkout: Checkout) -> None:
        self.checkout = checkout
        self._roots: dict[str, tuple[list[str], dict[str, frozenset[str]]]] = {}  # and the folders that were looked into
        self._found: dict[tuple[str, str, int], str | None] = {}  # what imports led to
        self._apart: dict[tuple[str, str, int], str | None] = {}  # the same for imports that were only looked at ``unseen``

    def begin(self) -> None:
        """Forget what imports led to."""
        self._found.clear()
        self._apart.clear()

    @contextlib.contextmanager
    def unseen(self) -> Iterator[None]:
        """What is looked at meanwhile is not taken note of, nor what imports lead to kept."""
        looks, found = self.checkout.looks, self._found
        self.checkout.looks, self._found = None, self._apart
        try:
            yield
        finally:
            self.checkout.looks, self._found = looks, found

    def find(self, file: str, dotted: str, level: int) -> str | None:
        """The file of the checkout that an import in ``file`` means."""
        asked = (file, dotted, level)
        if asked not in self._found:
            self._found[asked] = self._look_for(file, dotted, level)
        return self._found[asked]

    def targets(self, file: str, found: Import) -> list[str]:
        """Files that an import statement of ``file`` can mean."""
        own = self.find(file, found.dotted, found.level)
        inner = [self.find(file, f"{found.dotted}.{name}".lstrip("."), found.level) for name in found.names]
        return [path for path in (own, *inner) if path is not None]

    def _look_for(self, file: str, dotted: str, level: int) -> str | None:
        parts = dotted.split(".") if dotted else []
        if level:
            base = os.path.dirname(file)
            for _ in range(level - 1):
                base = os.path.dirname(base)
            return self.at(base, parts)
        for root in self.roots(file):
            if parts[:1] == ["weaviate"] and file.startswith(os.path.join(root, "weaviate", "")):
                continue  # a folder of that name far down in a package: what is imported is the client
            path = self.at(root, parts)
            if path is not None and path != file:
                return path
        return None

    def at(self, base: str, parts: list[str]) -> str | None:
        """The file of a package or module below a folder."""
        for part in parts[:-1]:
            if part not in self.checkout.names(base):
                return None
            base = os.path.join(base, part)
        if parts:
            names = self.checkout.names(base)
            inner = os.path.join(base, parts[-1])
            if parts[-1] in names and "__init__.py" in self.checkout.names(inner):
                return os.path.join(inner, "__init__.py")
            return inner + ".py" if parts[-1] + ".py" in names else None
        return os.path.join(base, "__init__.py") if "__init__.py" in self.checkout.names(base) else None

    def roots(self, file: str) -> list[str]:
        """Folders from which absolute imports of ``file`` are looked up: like Python's path for it, then the checkout."""
        folder = os.path.dirname(file)
        if folder not in self._roots:
            own, self.checkout.looks = self.checkout.looks, Looks(str)
            try:
                self._roots[folder] = self._roots_of(folder), self.checkout.looks.folders
            finally:
                self.checkout.looks = own
        roots, looked_into = self._roots[folder]
        if self.checkout.looks is not None:
            for path, names in looked_into.items():
                self.checkout.looks.folder(path, names)
        return roots

    def _roots_of(self, folder: str) -> list[str]:
        top, checkout = folder, ""
        while "__init__.py" in (names := self.checkout.names(top)) and os.path.dirname(top) != top:
            checkout = checkout or ("" if _ROOT_MARKS.isdisjoint(names) else top)
            top = os.path.dirname(top)
        if checkout:  # a package itself: what lies beside it is none of it
            return [top, checkout]
        roots, parent, here = [top], top, os.getcwd()
        for _ in range(12):
            names = self.checkout.names(parent)
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

    def conftests(self, file: str) -> list[str]:
        """The ``conftest.py`` files for ``file``, nearest first."""
        top = self.roots(file)[-1]
        found = []
        folder = os.path.dirname(file)
        while True:
            names = self.checkout.names(folder)
            path = os.path.join(folder, "conftest.py")
            if "conftest.py" in names and path != file:
                found.append(path)
            above = os.path.dirname(folder)
            if folder in (top, above) or "pytest.ini" in names or not _ROOT_MARKS.isdisjoint(names):
                return found
            folder = above
