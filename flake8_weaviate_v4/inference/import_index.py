"""Which files of a checkout import a file."""

from __future__ import annotations

import os
import re
from collections import defaultdict

from .imports import Import, imports_of
from .paths import Paths

MOST_IMPORTERS = 3000  # files looked at to learn whether one imports a name
OTHERS = frozenset({"node_modules", "site-packages", "venv", "__pycache__"})  # folders whose code is not the checkout's own


class ImportIndex:
    """The imports of all files around a file, by what they name; read anew after ``begin`` where a file changed."""

    def __init__(self, paths: Paths) -> None:
        self.paths, self.checkout = paths, paths.checkout
        self._named: dict[tuple[str, str], bool] = {}  # file and name -> whether other files import it
        self._trees: dict[str, dict[str, list[tuple[str, Import]]] | None] = {}  # folder of a checkout -> its imports by name
        self._imported: dict[str, tuple[int, tuple[Import, ...]]] = {}  # file -> when it was written, and what it imports

    def begin(self) -> None:
        """Forget what was found."""
        self._named.clear()
        self._trees.clear()

    def is_named(self, path: str, name: str) -> bool:
        """Whether another file imports the one at a path and has the name in it; True in a checkout too large to tell."""
        if (path, name) not in self._named:
            with self.paths.unseen():
                self._named[path, name] = self._is_named(path, name)
        if self.checkout.looks is not None:
            self.checkout.looks.named[path, name] = self._named[path, name]
        return self._named[path, name]

    def _is_named(self, path: str, name: str) -> bool:
        others = self.importing(path)
        if others is None:
            return True
        word = re.compile(rf"\b{re.escape(name)}\b")
        return any(word.search(self.checkout.raw(other)) for other in others)

    def importing(self, path: str) -> set[str] | None:
        """The other files of the checkout that import a file; None where there are too many to tell."""
        tree = self._tree(self.paths.roots(path)[-1])
        if tree is None:
            return None
        is_package = path.endswith("__init__.py")
        stem = os.path.basename(os.path.dirname(path) if is_package else path[:-3])
        found = [*tree.get(stem, ()), *(tree.get("", ()) if is_package else ())]
        return {other for other, each in found if other != path and path in self.paths.targets(other, each)}

    def _tree(self, top: str) -> dict[str, list[tuple[str, Import]]] | None:
        """The imports of all files of a checkout by the last part of what they name; None where there are too many files."""
        if top not in self._trees:
            self._trees[top] = self._imports_below(top)
        return self._trees[top]

    def _imports_below(self, top: str) -> dict[str, list[tuple[str, Import]]] | None:
        paths: list[str] = []
        for folder, folders, files in os.walk(top):
            folders[:] = [f for f in folders if f[0] != "." and f not in OTHERS]
            paths += [os.path.join(folder, f) for f in files if f.endswith(".py")]
            if len(paths) > MOST_IMPORTERS:
                return None
        tree = defaultdict(list)
        for path in paths:
            changed = self.checkout.time(path)
            known = self._imported.get(path)
            if known is None or known[0] != changed:
                known = self._imported[path] = changed, imports_of(self.checkout.raw(path)) if changed else ()
            for each in known[1]:
                for last in {each.dotted.rpartition(".")[2], *each.names}:
                    tree[last].append((path, each))
        return tree
