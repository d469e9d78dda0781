"""Files: read as they are, and written whole or not at all."""

from __future__ import annotations

import contextlib
import io
import os
import stat

from .. import disk
from ..records import record
from .paths import Found, reason

TYPE_CHECKING = False  # as in typing
if TYPE_CHECKING:
    from types import ModuleType

LARGEST_NOTEBOOK = 200_000_000  # bytes; outputs make notebooks large
LARGEST_CODE = 10_000_000
_PREFIX, _SUFFIX = ".flake8-weaviate-v4-", ".tmp"  # of a file that is being written, in the folder of the one that it will be


class Unusable(Exception):
    """A file that can't be read or written, and why, in one line for the user."""


@record(eq=False)
class Document:
    """A Python file: its bytes, and its text with the line ends and tabs that it has (without a BOM)."""

    found: Found
    raw: bytes
    text: str
    encoding: str = "utf-8"

    is_code = True  # not so for project files
    has_cells = False

    @classmethod
    def of(cls, found: Found, raw: bytes) -> Document:
        """The document that these bytes are. Raises Unusable where they are no text."""
        encoding = _encoding(raw)
        try:
            return cls(found, raw, raw.decode(encoding), encoding)
        except UnicodeDecodeError as error:
            line = raw.count(b"\n", 0, error.start) + 1
            why = f"not {'UTF-8' if encoding.startswith('utf-8') else encoding} (byte 0x{raw[error.start]:02x} in line {line})"
            raise Unusable(why) from error
        except (LookupError, ValueError) as error:  # a codec that is not for text, such as rot13
            raise Unusable(f"{encoding} is no encoding of text") from error

    @property
    def path(self) -> str:
        """The name to show."""
        return self.found.shown

    def cell(self, text: str, line: int) -> tuple[int | None, int]:
        """The cell that a 1-based line of ``text`` is in, the document's text then or now, and how many lines are before it."""
        return None, 0

    def place(self, text: str, line: int, column: int) -> str:
        """``path:line:column`` of a 1-based line and 1-based column of ``text``, with the cell in a notebook."""
        cell, first = self.cell(text, line)
        return f"{self.path}:{line}:{column}" if cell is None else f"{self.path}:cell {cell}:{line - first}:{column}"

    def shown(self, line: str) -> str:
        """A line of the text as its author wrote it."""
        return line

    def keeps(self, text: str) -> bool:
        """Whether ``text`` can stand for the document's: whether what is no Python in it is still whole."""
        return True

    def data(self, text: str) -> bytes:
        """The bytes of the document with another text. Raises Unusable."""
        try:
            if self.text.encode(self.encoding) != self.raw:
                raise Unusable(f"its bytes would not stay as they are in {self.encoding}")
            return text.encode(self.encoding)
        except UnicodeEncodeError as error:
            raise Unusable(f"the new code can't be written in {self.encoding}") from error

    def parts(self, text: str) -> list[tuple[str, bytes, bytes]]:
        """What changes with another text, to compare: name, old and new bytes. Raises Unusable."""
        return [(self.path, self.raw, self.data(text))]

    def diff(self, text: str) -> bytes:
        """The unified diff to another text, byte for byte. Raises Unusable."""
        from .differences import unified  # late, as tempfile is: most runs neither show nor write changes

        out = []
        for name, old, new in self.parts(text):
            label = os.fsencode(_quoted(name.replace(os.sep, "/")))
            for line in unified(_lines(old), _lines(new), label):
                out.append(line if line.endswith(b"\n") else line + b"\n\\ No newline at end of file\n")
        return b"".join(out)


def _encoding(raw: bytes) -> str:
    """The encoding that a file declares, as Python reads it. Raises Unusable."""
    start = raw[:400]
    if b"coding" not in start and start.isascii() and (start.count(b"\n") > 1 or start == raw):
        return "utf-8"  # as most files
    import tokenize

    try:
        return tokenize.detect_encoding(io.BytesIO(raw).readline)[0]
    except SyntaxError as error:
        why = error.msg if "unknown encoding" in error.msg else "not UTF-8, and no other encoding is declared"
        raise Unusable(why) from error


def _quoted(name: str) -> str:
    """A name as git writes it into a diff: one with a line end or another control character in quotes, as C has them."""
    if name.isprintable() or not any(ord(c) < 32 or c in '"\\\x7f' for c in name):
        return name
    return '"' + "".join(f"\\{ord(c):03o}" if ord(c) < 32 or c == "\x7f" else f"\\{c}" if c in '"\\' else c for c in name) + '"'


def _lines(data: bytes) -> list[bytes]:
    return io.BytesIO(data).readlines()  # lines end in \n alone, as for patch


def read(found: Found) -> bytes:
    """The bytes of a file. Raises Unusable."""
    try:
        return disk.read(found.real, LARGEST_NOTEBOOK if found.real.endswith(".ipynb") else LARGEST_CODE, found.listed)
    except (OSError, ValueError) as error:
        raise Unusable(reason(error)) from error


def is_read_only(path: str) -> bool:
    """Whether a file says that it is not to be written (a superuser could all the same)."""
    try:
        return not os.access(path, os.W_OK) or not os.stat(path).st_mode & 0o222
    except OSError:
        return False  # gone: reading or writing will tell


def write(path: str, old: bytes | None, new: bytes) -> None:
    """Put ``new`` in the place of ``old`` at once, so that whoever looks sees one or the other. Raises Unusable.

    Where ``old`` is None it makes no difference what the file holds, and whether there is one. Then a link is followed, and
    what is no file (a device, a pipe) is written to: to replace ``/dev/null`` would take it from the whole machine.
    """
    try:
        if old is None and os.path.exists(path) and not os.path.isfile(path):
            with open(path, "wb") as stream:
                stream.write(new)
        else:
            path = os.path.realpath(path) if old is None else path
            if old is None:
                sweep(os.path.dirname(path))
            _replace(path, old, new)
    except OSError as error:
        raise Unusable(f"not written: {reason(error)}") from error


def _replace(path: str, old: bytes | None, new: bytes) -> None:
    if old is not None and os.path.realpath(path) != path:
        raise Unusable("not written: a folder of its path has become a link")
    descriptor, temporary, held = _temporary(os.path.dirname(os.path.abspath(path)))
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(new)
            stream.flush()
            os.fsync(stream.fileno())
        if old is None and not os.path.exists(path):
            os.chmod(temporary, 0o666 & ~_umask())
        else:
            status = os.lstat(path)
            if hasattr(os, "chown"):
                with contextlib.suppress(OSError):  # only a superuser can give files away
                    os.chown(temporary, status.st_uid, status.st_gid)
            os.chmod(temporary, stat.S_IMODE(status.st_mode))
            if old is not None:
                with open(path, "rb") as stream:
                    if stream.read() != old or not stat.S_ISREG(status.st_mode):
                        raise Unusable("not written: it was changed in the meantime; run again")
        os.replace(temporary, path)
    except BaseException:  # an interrupt too: the file is as it was
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise
    finally:
        if held >= 0:
            os.close(held)


def _temporary(folder: str) -> tuple[int, str, int]:
    """A new file in a folder: its descriptor, its path, and a descriptor that shows others that it is in use (-1 where the system
    has no such locks)."""
    import tempfile

    while True:
        descriptor, path = tempfile.mkstemp(prefix=_PREFIX, suffix=_SUFFIX, dir=folder)
        if (fcntl := _locks()) is None:
            return descriptor, path, -1
        with contextlib.suppress(OSError):  # a file system without locks
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        if os.fstat(descriptor).st_nlink:
            return descriptor, path, os.dup(descriptor)
        os.close(descriptor)  # another run has taken it for a leftover before it was locked


def _locks() -> ModuleType | None:
    try:
        import fcntl
    except ImportError:  # Windows
        return None
    return fcntl


def sweep(folder: str) -> None:
    """Remove what a run that was killed while it wrote has left in a folder: what no process holds any more."""
    if (fcntl := _locks()) is None:
        return
    try:
        names = os.listdir(folder)
    except OSError:
        return
    for name in names:
        if not name.startswith(_PREFIX) or not name.endswith(_SUFFIX):
            continue
        path = os.path.join(folder, name)
        with contextlib.suppress(OSError):
            descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_CLOEXEC)
            try:
                if stat.S_ISREG(os.fstat(descriptor).st_mode):
                    fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    os.unlink(path)
            finally:
                os.close(descriptor)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
