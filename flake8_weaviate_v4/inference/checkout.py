"""The files and folders of a checkout as they are now: on the disk, or as an editor or an earlier round of fixes has them."""

from __future__ import annotations

import contextlib
import io
import os
from collections.abc import Iterator, Mapping

from .. import disk
from .looks import Looks

LARGEST = 4_000_000  # bytes of a file that is followed


class Checkout:
    """What is read for one file after the other. Folders are listed and files looked at once for each (``begin``)."""

    def __init__(self) -> None:
        self._changed: dict[str, int] = {}  # path -> time of modification as seen since ``begin``; 0: no such file
        self._listed: dict[str, tuple[int, frozenset[str]]] = {}  # folder -> when it was changed, and the names in it
        self._seen: set[str] = set()  # folders looked at since ``begin``
        self.looks: Looks | None = None  # takes note of what is looked at, if somebody wants to know
        self._overlay: dict[str, tuple[int, str]] = {}  # path -> a time of its own, and the text that stands for the file
        self._overlays = 0
        self.together: frozenset[str] | None = None  # the files that are fixed in this run; None: all

    def begin(self) -> None:
        """Look at the disk anew."""
        self._changed.clear()
        self._seen.clear()

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

    @contextlib.contextmanager
    def instead(self, file: str, text: str) -> Iterator[None]:
        """Meanwhile a file holds another text."""
        overlay = dict(self._overlay)
        self.overlay({os.path.abspath(file): text})
        try:
            yield
        finally:
            self._overlay = overlay

    def names(self, folder: str) -> frozenset[str]:
        """The names in a folder; none where it can't be listed."""
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

    def time(self, path: str) -> int:
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

    def raw(self, path: str) -> str:
        """A file's text with the line ends of Unix, whatever its encoding; empty where it can't be read."""
        if path in self._overlay:
            return self._overlay[path][1]
        with contextlib.suppress(OSError, ValueError):
            return self._bytes(path).decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
        return ""

    def _bytes(self, path: str) -> bytes:
        """Raises OSError or ValueError."""
        raw = disk.read(path, LARGEST)
        return raw if self.looks is None else self.looks.read(path, raw)

    def text(self, path: str) -> str:
        """A file's text in its encoding. Raises OSError, LookupError, SyntaxError or ValueError."""
        if path in self._overlay:
            return self._overlay[path][1]
        raw = self._bytes(path)
        import tokenize

        encoding, _ = tokenize.detect_encoding(io.BytesIO(raw).readline)
        return io.TextIOWrapper(io.BytesIO(raw), encoding).read()  # with its line ends as Python sees them
