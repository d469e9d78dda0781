"""Reading files that somebody else wrote: regular ones, up to a size. A pipe would block, and a device may never end."""

from __future__ import annotations

import os
import stat

_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_PART = 1_000_000


def is_regular(status: os.stat_result) -> bool:
    """Whether this is the status of a file that can be read to its end."""
    return stat.S_ISREG(status.st_mode)


def read(path: str | os.PathLike[str], largest: int, listed: bool = False) -> bytes:
    """The bytes of a regular file. Raises OSError, or ValueError that says why where it is none, or larger than that.

    ``listed`` says that its folder has just told that it is a regular file.
    """
    if not listed:
        _regular(os.stat(path), largest)  # before it is opened: to open a device can do something
    descriptor = os.open(path, _FLAGS)
    try:
        size = _regular(os.fstat(descriptor), largest)
        data = os.read(descriptor, size + 1)
        if len(data) == size > 0:  # its end, as most files: without a size are those that the system makes up as they are read
            return data
        while part := os.read(descriptor, _PART):
            data += part
            if len(data) > largest:
                raise _too_large(len(data), largest)
        return data
    finally:
        os.close(descriptor)


def _regular(status: os.stat_result, largest: int) -> int:
    if not is_regular(status):
        raise ValueError("is a directory" if stat.S_ISDIR(status.st_mode) else "not a regular file")
    if status.st_size > largest:
        raise _too_large(status.st_size, largest)
    return status.st_size


def _too_large(size: int, largest: int) -> ValueError:
    return ValueError(f"too large ({size / 1e6:.0f} MB; up to {largest / 1e6:.0f} MB are read)")
