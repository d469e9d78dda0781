"""The cache of ``check``: what was found in a file, and what that rests on.

One small JSON file for each file that was checked. It is used only where the text, the configuration, this tool and its
libraries, and everything that inference looked at in other files are what they were: a doubt means that the file is checked.
A repository may have brought a broken or forged cache, so nothing in it is trusted: what does not fit is as if it were not
there, and what can't be written is not kept.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
import time
from collections.abc import Iterable
from functools import cached_property

from .. import __version__, disk, registry
from ..finding import Finding
from ..inference.looks import Looks, relevant
from ..options import Options
from ..patterns import pattern
from ..records import fields
from ..rewrite.change import Applicability, Fix
from ..rewrite.edits import Edit
from .outcome import Outcome
from .selection import Selection

TYPE_CHECKING = False  # as in typing
if TYPE_CHECKING:
    from hashlib import blake2b
    from typing import Any

    from ..inference.import_index import ImportIndex
    from ..inference.project import Project
else:
    try:
        from _blake2 import blake2b  # the same without OpenSSL, which takes longer to load than a small file to check
    except ImportError:
        from hashlib import blake2b

TAG = "CACHEDIR.TAG"
_SIGNATURE = b"Signature: 8a477f597d28d172789f06886806bc55\n# The cache of flake8-weaviate-v4; `flake8-weaviate-v4 cache clean` removes it.\n"
_LARGEST = 20_000_000  # bytes of an entry
_LARGEST_FOLLOWED = 4_000_000  # bytes of another file
_DAY = 86_400
_KEPT = 30 * _DAY  # seconds that an entry stays after it was last used
_OURS = pattern(r"[0-9a-f]{32}\.json|\.[0-9a-f]{32}\.\d+\.tmp|pruned|\.gitignore|CACHEDIR\.TAG")
_LIBRARIES = ("flake8-", "pyyaml-", "graphql_core-", "pathspec-", "packaging-", "tomli-")


class Cache:
    """The cache in a folder, for the runs of one configuration. Can be sent to another process."""

    def __init__(self, folder: str, options: Options) -> None:
        self.folder, self.options = folder, options
        self._looks = Looks(digest)
        self._index: ImportIndex | None = None
        self._folders: dict[str, str] = {}
        self._files: dict[str, str] = {}

    def __reduce__(self) -> tuple[type[Cache], tuple[str, Options]]:
        return Cache, (self.folder, self.options)

    # -- what an entry is for -----------------------------------------------------------------------------------------

    def _name(self, outcome: Outcome, selection: Selection) -> str:
        """The name of a file's entry: of another configuration it is another one."""
        found = outcome.document.found
        chosen = [getattr(selection, name) for name in fields(selection) if name != "per_file"]
        options = [getattr(self.options, name) for name in fields(self.options)]
        key = [__version__, sys.version, os.getcwd(), found.real, found.shown, options, chosen]
        return digest(json.dumps(key).encode())

    @cached_property
    def _tool(self) -> str:
        """What stands for this tool, whose version tells little in a checkout, and for the libraries that it asks."""
        package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
        tool: list[object] = []
        if os.path.exists(os.path.join(package, "rules.json")):  # from a wheel
            tool = [_read(path) for path in _records(os.path.dirname(package))]
        if not tool:
            tool = [_stamps(package), _stamps(os.path.join(os.path.dirname(package), "rules"))]
        infos = [name for folder in sys.path for name in _listed(folder or ".") if name.endswith((".dist-info", ".egg-info"))]
        libraries = sorted(name for name in infos if name.lower().startswith(_LIBRARIES))
        return digest(repr([tool, libraries]).encode())

    # -- reading ------------------------------------------------------------------------------------------------------

    def load(self, outcome: Outcome, selection: Selection) -> bool:
        """Fill in what an earlier run has found in a file, if all is still as it was then."""
        document = outcome.document
        if not document.found.real or not self._is_ours:
            return False
        try:
            path = os.path.join(self.folder, self._name(outcome, selection) + ".json")
            if os.path.islink(path):
                return False
            head, _, body = disk.read(path, _LARGEST).partition(b"\n")
            if head.decode("ascii", "replace") != digest(body):
                return False
            entry = json.loads(body)
            if entry["tool"] != self._tool or entry["text"] != digest(document.raw) or not self._is_so(entry, document.found.real):
                return False
            found, fixes = _restored(entry, len(outcome.text))
        except (OSError, ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError):
            return False
        outcome.before = outcome.after = found
        outcome.fixes = fixes
        with contextlib.suppress(OSError):
            if os.stat(path).st_mtime < time.time() - _DAY:
                os.utime(path)  # it is in use
        return True

    @cached_property
    def _is_ours(self) -> bool:
        """Whether there is a cache, in a folder of its own."""
        try:
            if os.path.islink(self.folder) or os.path.islink(os.path.join(self.folder, TAG)):
                return False
            return disk.read(os.path.join(self.folder, TAG), 10_000).startswith(_SIGNATURE[:43])
        except (OSError, ValueError):
            return False

    def _is_so(self, entry: dict[str, Any], real: str) -> bool:
        """Whether what was looked at in other files is as it was."""
        if any(self._names_now(path) != known for path, known in entry["folders"].items()):
            return False
        if any(self._file_now(path) != known for path, known in entry["files"].items()):
            return False
        return all(self._is_named(real, _checked(name, str)) is known for name, known in entry["named"])

    def _names_now(self, folder: str) -> str:
        if folder not in self._folders:
            self._folders[folder] = _names(_listed(folder))
        return self._folders[folder]

    def _file_now(self, path: str) -> str:
        if path not in self._files:
            try:
                self._files[path] = digest(disk.read(path, _LARGEST_FOLLOWED))
            except (OSError, ValueError):
                self._files[path] = ""
        return self._files[path]

    def _is_named(self, path: str, name: str) -> bool:
        if self._index is None:
            from ..inference.checkout import Checkout
            from ..inference.import_index import ImportIndex
            from ..inference.paths import Paths

            self._index = ImportIndex(Paths(Checkout()))
        return self._index.is_named(path, name)

    # -- writing ------------------------------------------------------------------------------------------------------

    def begin(self, project: Project | None) -> None:
        """From now on take note of what is looked at, for the file that is stored next."""
        self._looks.begin()
        if project is not None:
            project.begin()
            project.checkout.looks = self._looks

    def store(self, outcome: Outcome, selection: Selection) -> None:
        """Keep what was found in a file."""
        real, looks = outcome.document.found.real, self._looks
        files = looks.digests()
        if not real or files is None or any(path != real for path, _ in looks.named):
            return
        with contextlib.suppress(OSError, ValueError):
            if self._is_made():
                entry = {
                    "tool": self._tool, "text": digest(outcome.document.raw),
                    "folders": {path: _names(names) for path, names in looks.folders.items()}, "files": files,
                    "named": [[name, answer] for (_, name), answer in looks.named.items()], **_told(outcome),
                }  # fmt: skip
                body = json.dumps(entry, separators=(",", ":")).encode()
                name = self._name(outcome, selection)
                self._put(name + ".json", digest(body).encode() + b"\n" + body, f".{name}.{os.getpid()}.tmp")

    def _is_made(self) -> bool:
        """Whether there is a cache to write to, which is made if need be. Raises OSError."""
        if self._is_ours:
            return True
        with contextlib.suppress(FileExistsError):
            os.makedirs(self.folder)
        if os.path.islink(self.folder) or not all(map(_OURS.fullmatch, os.listdir(self.folder))):
            return False  # somebody else's
        self._put(".gitignore", b"*\n", f".{digest(b'')}.{os.getpid()}.tmp")
        self._put(TAG, _SIGNATURE, f".{digest(b'')}.{os.getpid()}.tmp")
        del self._is_ours
        return self._is_ours

    def _put(self, name: str, data: bytes, temporary: str) -> None:
        """Put a file in its place at once. Raises OSError."""
        new = os.path.join(self.folder, temporary)
        with contextlib.suppress(FileNotFoundError):
            os.unlink(new)  # of a run that was killed, and had this number
        try:
            with open(new, "xb") as stream:
                stream.write(data)
            os.replace(new, os.path.join(self.folder, name))
        except BaseException:
            with contextlib.suppress(OSError):
                os.unlink(new)
            raise

    def prune(self) -> None:
        """Once a day, take out what has not been used for long."""
        now = time.time()
        stamp = os.path.join(self.folder, "pruned")
        with contextlib.suppress(OSError):
            if not self._is_ours or (os.path.lexists(stamp) and 0 <= now - os.lstat(stamp).st_mtime < _DAY):
                return
            self._put("pruned", b"", f".{digest(b'')}.{os.getpid()}.tmp")
            for name in os.listdir(self.folder):
                path = os.path.join(self.folder, name)
                if name.endswith((".json", ".tmp")) and _OURS.fullmatch(name) and os.lstat(path).st_mtime < now - _KEPT:
                    os.unlink(path)

    def clean(self) -> bool:
        """Remove the cache; whether there was one. Raises OSError. What is not of it stays."""
        if not self._is_ours:
            return False
        names = sorted(name for name in os.listdir(self.folder) if _OURS.fullmatch(name))
        for name in sorted(names, key=lambda name: name == TAG):  # last: without it nobody could clean the rest
            with contextlib.suppress(FileNotFoundError):
                os.unlink(os.path.join(self.folder, name))
        if not os.listdir(self.folder):
            os.rmdir(self.folder)
        return True


def digest(data: bytes) -> str:
    """What stands for some bytes."""
    return blake2b(data, digest_size=16).hexdigest()


def _names(names: Iterable[str]) -> str:
    """What stands for the names in a folder."""
    return digest("\0".join(relevant(names)).encode("utf-8", "surrogateescape"))


def _listed(folder: str) -> list[str]:
    try:
        return os.listdir(folder)
    except (OSError, ValueError):
        return []


def _records(folder: str) -> list[str]:
    """The lists of files, with their digests, that an installed wheel has."""
    ours = [name for name in _listed(folder) if name.startswith("flake8_weaviate_v4-") and name.endswith(".dist-info")]
    return [path for name in ours if os.path.exists(path := os.path.join(folder, name, "RECORD"))]


def _read(path: str) -> bytes:
    with open(path, "rb") as stream:
        return stream.read()


def _stamps(folder: str) -> list[tuple[str, int, int]]:
    """Name, size and time of all files below a folder."""
    found = []
    for top, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(names):
            status = os.stat(os.path.join(top, name))
            found.append((name, status.st_size, status.st_mtime_ns))
    return found


# -- findings and fixes as JSON -------------------------------------------------------------------------------------------


def _told(outcome: Outcome) -> dict[str, Any]:
    """The findings of a file, and its fixes with the numbers of the findings that they mend."""
    fixes = list({id(fix): fix for fix in outcome.fixes.values()}.values())
    findings = dict.fromkeys([*outcome.after, *outcome.fixes, *(each for fix in fixes for each in fix.findings)])
    number = {finding: place for place, finding in enumerate(findings)}
    place = {id(fix): place for place, fix in enumerate(fixes)}
    return {
        "findings": [[*finding[:4], *finding[5:]] for finding in findings],  # without the link, which is the rule's
        "reported": [number[finding] for finding in outcome.after],
        "fixes": [
            [
                [[edit.start, edit.end, edit.text] for edit in fix.edits], int(fix.applicability), list(fix.doubts),
                [number[finding] for finding in fix.findings],
            ]
            for fix in fixes
        ],
        "mended": [[number[finding], place[id(fix)]] for finding, fix in outcome.fixes.items()],
    }  # fmt: skip


def _restored(entry: dict[str, Any], length: int) -> tuple[list[Finding], dict[Finding, Fix]]:
    """The findings and fixes of a text of this length. Raises what comes of an entry that is none."""
    findings = [_finding(*row) for row in entry["findings"]]
    fixes = []
    for edits, sure, doubts, mends in entry["fixes"]:
        made = tuple(Edit(_number(start), _number(end), _checked(text, str)) for start, end, text in edits)
        if any(edit.start > edit.end or edit.end > length for edit in made) or not length:
            raise ValueError("no place")
        mended = tuple(findings[_number(each)] for each in mends)
        fixes.append(Fix(made, Applicability(_number(sure)), tuple(_checked(doubt, str) for doubt in doubts), mended))
    reported = [findings[_number(each)] for each in entry["reported"]]
    return reported, {findings[_number(finding)]: fixes[_number(fix)] for finding, fix in entry["mended"]}


def _finding(line: Any, column: Any, code: Any, message: Any, length: Any, symbol: Any, guarded: Any) -> Finding:
    url = registry.rule(_checked(code, str)).url
    if not _checked(message, str).isprintable():
        raise ValueError("more than a line")
    return Finding(
        _number(line), _number(column), code, message, url, _number(length), _checked(symbol, str), _checked(guarded, bool)
    )


def _checked(value: Any, kind: type) -> Any:
    if type(value) is not kind:
        raise TypeError(kind)
    return value


def _number(value: Any) -> int:
    if type(value) is not int or value < 0:
        raise TypeError(value)
    return value
