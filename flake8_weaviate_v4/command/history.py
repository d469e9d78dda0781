"""How many findings a checkout had at commits of its past: for the burn-down of a report."""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
import tarfile
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from .config import Wrong

LARGEST = 500_000_000  # bytes of the files of one commit


def _git(folder: str, *words: str) -> bytes:
    """What git prints. Raises Wrong with what it says."""
    try:
        return subprocess.run(["git", "-C", folder, *words], check=True, capture_output=True).stdout
    except FileNotFoundError as error:
        raise Wrong("--history needs git, which is not installed") from error
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode(errors="replace").strip().splitlines()
        raise Wrong(f"--history: {folder}: {said[-1].removeprefix('fatal: ') if said else 'git failed'}") from error


def commits(folder: str, samples: int) -> list[tuple[str, str]]:
    """Day and hash of some commits of the first-parent history, spread evenly over it, oldest first and the newest included."""
    listed = _git(folder, "log", "--first-parent", "--format=%cs %H").decode().split("\n")
    every = [(line.split(" ")[0], line.split(" ")[1]) for line in reversed(listed) if line]
    if len(every) <= samples:
        return every
    step = (len(every) - 1) / max(samples - 1, 1)
    return [every[-1 - round(number * step)] for number in reversed(range(samples))]


@contextlib.contextmanager
def checked_out(folder: str, commit: str) -> Iterator[str]:
    """The files of a commit below ``folder``, in a folder of their own that is gone afterwards. No hook or filter is run."""
    data = _git(folder, "archive", "--format=tar", commit, "--", ".")
    if len(data) > LARGEST:
        raise Wrong(f"--history: the files of {commit[:10]} are too large ({len(data) / 1e6:.0f} MB)")
    with tempfile.TemporaryDirectory(prefix="flake8-weaviate-v4-") as scratch:
        with tarfile.open(fileobj=io.BytesIO(data)) as archive:
            for member in archive:
                inside = os.path.realpath(os.path.join(scratch, member.name))
                if member.isfile() and inside.startswith(os.path.join(os.path.realpath(scratch), "")):
                    os.makedirs(os.path.dirname(inside), exist_ok=True)
                    stream = archive.extractfile(member)
                    Path(inside).write_bytes(stream.read() if stream else b"")
        yield scratch


def burn_down(folder: str, samples: int, count: Callable[[str], int]) -> list[tuple[str, str, int]]:
    """Day, hash and findings of some commits; ``count`` tells the findings of a folder. Raises Wrong."""
    found = []
    for day, commit in commits(folder, samples):
        with checked_out(folder, commit) as scratch:
            found.append((day, commit[:10], count(scratch)))
    return found
