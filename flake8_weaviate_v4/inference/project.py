"""The files of a checkout, as far as imports lead to them: found, read once, never run."""

from __future__ import annotations

import ast
from pathlib import Path

from ..source import Source
from .bindings import Module

LARGEST = 4_000_000  # bytes of a file that is followed
_ROOT_MARKS = (".git", "pyproject.toml", "setup.py", "setup.cfg", "tox.ini", ".hg")


class Project:
    """Import statement -> module of the same checkout. Missing, unreadable and broken files are no modules."""

    def __init__(self) -> None:
        self._modules: dict[Path, tuple[int, Module | None]] = {}
        self._roots: dict[Path, list[Path]] = {}
        self._spoken: dict[Path, tuple[bool, list[tuple[str, int, list[str]]]]] = {}

    def module(self, module: Module, dotted: str, level: int) -> Module | None:
        """The module that an import in ``module`` names (``level`` dots before ``dotted``), if the checkout has it."""
        file = module.source.file
        if file is None:
            return None
        parts = dotted.split(".") if dotted else []
        if level:
            base = file.parent
            for _ in range(level - 1):
                base = base.parent
            return self._at(base, parts)
        for root in self.roots(file):
            found = self._at(root, parts)
            if found is not None and found.source.file != file:
                return found
        return None

    def submodule(self, package: Module, name: str) -> Module | None:
        """``from package import name`` where name is a module of the package."""
        file = package.source.file
        if file is None or file.name != "__init__.py":
            return None
        return self._at(file.parent, [name])

    def conftests(self, module: Module) -> list[Module]:
        """The ``conftest.py`` files that pytest would load for ``module``, nearest first."""
        file = module.source.file
        if file is None:
            return []
        roots = self.roots(file)
        found = []
        for folder in file.parents:
            path = folder / "conftest.py"
            if path != file and (loaded := self._load(path)) is not None:
                found.append(loaded)
            if folder in roots or folder == roots[-1]:
                break
        return found

    def leads_to_weaviate(self, source: Source) -> bool:
        """Whether an import of ``source`` leads to a file of the checkout that speaks of Weaviate."""
        if source.file is None:
            return False
        todo: list[tuple[Path, str, int, list[str]]] = [(source.file, *found) for found in _imports(source.tree)]
        seen: set[Path] = {source.file}
        while todo and len(seen) < 40:
            file, dotted, level, names = todo.pop()
            for path in self._files(file, dotted, level, names):
                if path in seen:
                    continue
                seen.add(path)
                speaks, onward = self._speaks(path)
                if speaks:
                    return True
                todo.extend((path, *found) for found in onward)
        return False

    def _files(self, file: Path, dotted: str, level: int, names: list[str]) -> list[Path]:
        """Files of the checkout that an import statement of ``file`` can mean."""
        parts = dotted.split(".") if dotted else []
        bases = [file.parents[level - 1]] if 0 < level <= len(file.parents) else [] if level else self.roots(file)
        found = []
        for base in bases:
            path = base.joinpath(*parts)
            tried = [path / "__init__.py", *(path / f"{name}.py" for name in names)]
            found += [p for p in [*tried, path.with_name(path.name + ".py")] if p.is_file()]
            if found:
                break
        return found

    def _speaks(self, path: Path) -> tuple[bool, list[tuple[str, int, list[str]]]]:
        """Whether the file speaks of Weaviate, and what it imports if it does not."""
        known = self._spoken.get(path)
        if known is None:
            try:
                text = path.read_text("utf-8", "replace") if path.stat().st_size <= LARGEST else ""
                known = (True, []) if "eaviate" in text else (False, _imports(ast.parse(text)))
            except (OSError, SyntaxError, ValueError, RecursionError, MemoryError):
                known = (False, [])
            self._spoken[path] = known
        return known

    def roots(self, file: Path) -> list[Path]:
        """Folders from which absolute imports of ``file`` are looked up: like Python's path for it, then the checkout."""
        folder = file.parent
        known = self._roots.get(folder)
        if known is not None:
            return known
        top = folder
        while (top / "__init__.py").is_file() and top.parent != top:
            top = top.parent
        roots = [top]
        for parent in [top, *top.parents][:12]:
            for root in (parent, parent / "src"):
                if root not in roots and root.is_dir():
                    roots.append(root)
            if any((parent / mark).exists() for mark in _ROOT_MARKS):
                break
        else:
            roots = roots[:1]  # no checkout around: only the folder itself
        self._roots[folder] = roots
        return roots

    def _at(self, base: Path, parts: list[str]) -> Module | None:
        path = base.joinpath(*parts)
        for candidate in (path / "__init__.py", path.with_suffix(".py") if parts else path / "__init__.py"):
            if (found := self._load(candidate)) is not None:
                return found
        return None

    def _load(self, path: Path) -> Module | None:
        try:
            status = path.stat()
        except (OSError, ValueError):
            return None
        known = self._modules.get(path)
        if known is not None and known[0] == status.st_mtime_ns:
            return known[1]
        loaded: Module | None = None
        if status.st_size <= LARGEST:
            try:
                data = path.read_bytes()
                tree = ast.parse(data)
                lines = data.decode("utf-8-sig", "replace").splitlines(keepends=True)
                name = path.parent.name if path.name == "__init__.py" else path.stem
                loaded = Module(Source(str(path), lines, tree, path), name)
            except (OSError, SyntaxError, ValueError, RecursionError, MemoryError):
                loaded = None
        self._modules[path] = (status.st_mtime_ns, loaded)
        return loaded


def _imports(tree: ast.Module) -> list[tuple[str, int, list[str]]]:
    """Module, level and names of the import statements at a module's top level."""
    found = []
    for node in tree.body:
        if isinstance(node, ast.ImportFrom):
            found.append((node.module or "", node.level, [alias.name for alias in node.names]))
        elif isinstance(node, ast.Import):
            found.extend((alias.name, 0, []) for alias in node.names)
    return found
