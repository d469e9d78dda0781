"""What the findings of a file rest on besides its own text, so that a later run can tell whether all of it is still so."""

from __future__ import annotations

from collections.abc import Callable, Iterable

_MARKS = frozenset({".git", ".hg", "pyproject.toml", "setup.cfg", "tox.ini", "pytest.ini"})


def relevant(names: Iterable[str]) -> list[str]:
    """Those of the names in a folder that an import, pytest or the search for the checkout's root can mean, in order."""
    return sorted(name for name in names if "." not in name or name.endswith(".py") or name in _MARKS)


class Looks:
    """What was looked at on the disk, for one file of a run after the other (``begin``).

    ``folders`` are folders with the names that were in them, ``files`` say whether there was a file that can be followed,
    ``named`` whether a name of a file is imported by others. ``digest`` is that of a file's bytes.
    """

    def __init__(self, digest: Callable[[bytes], str]) -> None:
        self._digest = digest
        self._read: dict[str, str] = {}  # what files held when they were first read in the run
        self._changed: set[str] = set()  # files that changed since
        self.begin()

    def begin(self) -> None:
        """From now on it is for another file."""
        self.folders: dict[str, frozenset[str]] = {}
        self.files: dict[str, bool] = {}
        self.named: dict[tuple[str, str], bool] = {}
        self._is_steady = True

    def folder(self, path: str, names: frozenset[str]) -> None:
        """A folder was looked into."""
        known = self.folders.setdefault(path, names)
        if known is not names and known != names and relevant(known) != relevant(names):
            self._is_steady = False

    def file(self, path: str, is_there: bool) -> None:
        """A file was looked at."""
        if self.files.setdefault(path, is_there) is not is_there:
            self._is_steady = False

    def read(self, path: str, raw: bytes) -> bytes:
        """A file was read. Returns its bytes."""
        digest = self._digest(raw)
        if self._read.setdefault(path, digest) != digest:
            self._changed.add(path)
        return raw

    def digests(self) -> dict[str, str] | None:
        """The digests of the files, empty for those that are not there; None where something changed while it was looked at."""
        found = {path: self._read.get(path) if is_there else "" for path, is_there in self.files.items()}
        if not self._is_steady or None in found.values() or not self._changed.isdisjoint(found):
            return None
        return {path: digest or "" for path, digest in found.items()}
