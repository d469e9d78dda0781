"""releases.txt -> Release -> a folder of Python files, fetched once by pip and never installed or run."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

HERE = Path(__file__).parent
# Wheels with compiled parts are taken for one system, whichever this is, so that the pinned one is found everywhere.
_PLATFORMS = [f"--platform={system}_x86_64" for system in ("manylinux1", "manylinux2010", "manylinux2014")]
_PLATFORMS += [f"--platform=manylinux_2_{minor}_x86_64" for minor in (5, 12, 17, 24, 26, 27, 28, 31, 34, 35, 39)]
_UNREACHABLE = ("Retrying (", "Could not fetch URL", "(from versions: none)", "ConnectionError", "ReadTimeoutError")


class Unreachable(Exception):
    """PyPI, or pip itself, can't be reached from here."""


@dataclass(frozen=True, slots=True)
class Release:
    """A pinned wheel; ``tier`` is the heading that it stands under: what it uses (v3, v4 or other)."""

    name: str
    version: str
    tier: str
    digest: str

    def __str__(self) -> str:
        return f"{self.name}=={self.version}"

    @property
    def folder(self) -> Path:
        """Where its Python files lie once they are fetched."""
        return cache() / f"{self.name}-{self.version}-{self.digest[:8]}"

    @property
    def list(self) -> Path:
        """The reviewed findings; a release without a file is to have none."""
        return HERE / "expected" / f"{self.name}-{self.version}.txt"


def read(file: Path = HERE / "releases.txt") -> list[Release]:
    """All releases, in the file's order."""
    found, tier = [], ""
    for line in file.read_text("utf-8").splitlines():
        if match := re.fullmatch(r"# (\w+)", line):
            tier = match[1]
        elif match := re.fullmatch(r"([\w.-]+)==(\S+) --hash=sha256:([0-9a-f]{64})", line):
            found.append(Release(match[1], match[2], tier, match[3]))
    return found


def cache() -> Path:
    """$FLAKE8_WEAVIATE_CORPUS, else a folder in the user's cache."""
    if given := os.environ.get("FLAKE8_WEAVIATE_CORPUS"):
        return Path(given).absolute()
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "flake8-weaviate-v4" / "corpus"


def fetch(releases: Iterable[Release]) -> dict[Release, Exception]:
    """Bring the releases that are not there yet; what went wrong, by release."""
    missing = [release for release in releases if not release.folder.is_dir()]
    with ThreadPoolExecutor(4) as pool:
        errors = pool.map(_fetched, missing)
        return {release: error for release, error in zip(missing, errors, strict=True) if error is not None}


def _fetched(release: Release) -> Exception | None:
    try:
        with tempfile.TemporaryDirectory() as folder:
            _unpack(_download(release, Path(folder)), release.folder)
    except subprocess.TimeoutExpired:
        return Unreachable("PyPI does not answer")
    except (OSError, RuntimeError, Unreachable, zipfile.BadZipFile) as error:
        return error
    return None


def _download(release: Release, folder: Path) -> Path:
    requirements = folder / "requirements.txt"
    requirements.write_text(f"{release} --hash=sha256:{release.digest}\n", "utf-8")
    done = subprocess.run(
        [*_pip(), "download", "--quiet", "--no-deps", "--only-binary=:all:", *_PLATFORMS, "--python-version=3.13",
         "--ignore-requires-python", "--require-hashes", "--retries=1", "--timeout=20", f"--dest={folder}",
         f"--requirement={requirements}"],
        check=False, capture_output=True, text=True, timeout=150,
    )  # fmt: skip
    wheel = next(folder.glob("*.whl"), None)
    if wheel is not None and done.returncode == 0:
        return wheel
    if any(sign in done.stderr for sign in _UNREACHABLE):
        raise Unreachable("PyPI can't be reached")
    raise RuntimeError(f"pip download {release}: {done.stderr.strip()[-600:]}")


def _pip() -> list[str]:
    module = [sys.executable, "-m", "pip"]
    if subprocess.run([*module, "--version"], check=False, capture_output=True).returncode == 0:
        return module
    if (program := shutil.which("pip")) is not None:
        return [program]
    raise Unreachable("pip is not installed")


def _unpack(wheel: Path, folder: Path) -> None:
    """The wheel's Python files. A ``setup.cfg`` beside them ends the search for the checkout's root there."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".new-") as parent:
        made = Path(parent, folder.name)
        made.mkdir()
        (made / "setup.cfg").touch()
        with zipfile.ZipFile(wheel) as archive:
            for member in archive.namelist():
                path = PurePosixPath(member)
                if path.suffix == ".py" and not path.is_absolute() and ".." not in path.parts:
                    (made / path).parent.mkdir(parents=True, exist_ok=True)
                    (made / path).write_bytes(archive.read(member))
        if not folder.is_dir():  # else another process was faster
            made.rename(folder)
