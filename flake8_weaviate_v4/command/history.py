"""How many findings a checkout had at commits of its past: for the burn-down of a report."""

from __future__ import annotations

import contextlib
import os
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from .told import Wrong

LARGEST = 500_000_000  # bytes of the files of one commit


# A checkout's configuration can name programs: to verify signatures, to filter files, to fetch what is missing. Only commands
# that do neither are used, and nothing is fetched.
_ENVIRONMENT = {"GIT_ALLOW_PROTOCOL": "none", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0"}


def _git(folder: str, *words: str, given: bytes = b"") -> bytes:
    """What git prints. Raises Wrong with what it says."""
    try:
        command = ["git", "-C", folder, *words]
        return subprocess.run(command, check=True, input=given, capture_output=True, env=os.environ | _ENVIRONMENT).stdout
    except FileNotFoundError as error:
        raise Wrong("--history needs git, which is not installed") from error
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode(errors="replace").strip().splitlines()
        raise Wrong(f"--history: {folder}: {said[-1].removeprefix('fatal: ') if said else 'git failed'}") from error


def commits(folder: str, samples: int) -> list[tuple[str, str]]:
    """Day and hash of some commits of the first-parent history, spread evenly over it, oldest first and the newest included."""
    listed = _git(folder, "rev-list", "--first-parent", "--format=%cs %H", "HEAD").decode().split("\n")
    every = [(line.split(" ")[0], line.split(" ")[1]) for line in reversed(listed) if line and not line.startswith("commit ")]
    if len(every) <= samples:
        return every
    step = (len(every) - 1) / max(samples - 1, 1)
    return [every[-1 - round(number * step)] for number in reversed(range(samples))]


@contextlib.contextmanager
def checked_out(folder: str, commit: str) -> Iterator[str]:
    """The files of a commit below ``folder``, in a folder of their own that is gone afterwards. No hook or filter is run."""
    rows = [row.partition(b"\t") for row in _git(folder, "ls-tree", "-r", "-z", "-l", commit).split(b"\0") if row]
    blobs = [(name, *head.split()[2:]) for head, _, name in rows if head.startswith(b"100")]  # files, no links
    total = sum(int(size) for _, _, size in blobs if size != b"-")
    if total > LARGEST:
        raise Wrong(f"--history: the files of {commit[:10]} are too large ({total / 1e6:.0f} MB)")
    data = _git(folder, "cat-file", "--batch", given=b"".join(blob + b"\n" for _, blob, _ in blobs))
    with tempfile.TemporaryDirectory(prefix="flake8-weaviate-v4-") as scratch:
        top = os.path.join(os.path.realpath(scratch), "")
        place = 0
        for name, _, _ in blobs:
            head = data[place : (place := data.index(b"\n", place) + 1)].split()
            if len(head) != 3 or head[1] != b"blob":
                raise Wrong(f"--history: {folder}: {os.fsdecode(name)} of {commit[:10]} is missing")
            content, place = data[place : place + int(head[2])], place + int(head[2]) + 1
            inside = os.path.normpath(os.path.join(top, os.fsdecode(name)))
            if inside.startswith(top):
                with contextlib.suppress(OSError, ValueError):  # a name that this system can't have
                    os.makedirs(os.path.dirname(inside), exist_ok=True)
                    Path(inside).write_bytes(content)
        yield scratch


def burn_down(folder: str, samples: int, count: Callable[[str], int]) -> list[tuple[str, str, int]]:
    """Day, hash and findings of some commits; ``count`` tells the findings of a folder. Raises Wrong."""
    found = []
    for day, commit in commits(folder, samples):
        with checked_out(folder, commit) as scratch:
            found.append((day, commit[:10], count(scratch)))
    return found
