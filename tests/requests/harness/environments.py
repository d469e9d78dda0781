"""The environments the programs run in: one for each client, made once by uv or pip and kept in the user's cache."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

V3 = "3.26.7"
V4 = os.environ.get("FLAKE8_WEAVIATE_V4") or "4.23.1"
"""The newest client that installs with its dependencies wherever this was tried."""

_SERVER = ("graphql-core>=3.2,<4", "trustme>=1.2", "setuptools")
"""What the recording server needs besides v4's gRPC stubs."""

REQUIREMENTS = {
    "v3": (f"weaviate-client=={V3}",),
    "v4": (f"weaviate-client=={V4}", *_SERVER),
}
_UNREACHABLE = (
    "Retrying (", "Could not fetch URL", "(from versions: none)", "ConnectionError", "ReadTimeoutError",
    "Failed to fetch", "dns error", "error sending request",
)  # fmt: skip


class Unreachable(Exception):
    """PyPI, or a tool that installs from it, can't be reached from here."""


def cache() -> Path:
    """$FLAKE8_WEAVIATE_ENVIRONMENTS, else a folder in the user's cache."""
    if given := os.environ.get("FLAKE8_WEAVIATE_ENVIRONMENTS"):
        return Path(given).absolute()
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "flake8-weaviate-v4" / "environments"


def python(client: str) -> Path:
    """The interpreter of the environment for ``client`` (v3 or v4), which is made if it is not there."""
    wanted = REQUIREMENTS[client]
    digest = hashlib.sha256("\n".join(wanted).encode()).hexdigest()[:8]
    version = V3 if client == "v3" else V4
    folder = cache() / f"weaviate-client-{version}-py{sys.version_info.major}.{sys.version_info.minor}-{digest}"
    if not folder.is_dir():
        _make(folder, wanted)
    return _interpreter(folder)


def _interpreter(folder: Path) -> Path:
    return folder / "Scripts" / "python.exe" if os.name == "nt" else folder / "bin" / "python"


def _make(folder: Path, wanted: tuple[str, ...]) -> None:
    """Makes it beside its place and then moves it there, so that it is whole or absent."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".new-", ignore_cleanup_errors=True) as parent:
        made = Path(parent, folder.name)
        try:
            _with_uv(made, wanted)
        except (LookupError, RuntimeError, Unreachable):  # no uv, or one that is not set up for this machine's index
            shutil.rmtree(made, ignore_errors=True)
            _with_pip(made, wanted)
        if not folder.is_dir():  # else another process was faster
            made.rename(folder)


def _with_uv(folder: Path, wanted: tuple[str, ...]) -> None:
    uv = shutil.which("uv")
    if uv is None:
        raise LookupError("there is no uv")
    _call([uv, "venv", "--quiet", "--python", sys.executable, str(folder)])
    _call([uv, "pip", "install", "--quiet", "--python", str(_interpreter(folder)), *wanted])


def _with_pip(folder: Path, wanted: tuple[str, ...]) -> None:
    _call([sys.executable, "-m", "venv", str(folder)])
    pip = [str(_interpreter(folder)), "-m", "pip", "install", "--quiet", "--retries=1", "--timeout=20"]
    _call([*pip, "--disable-pip-version-check", *wanted])


def _call(command: list[str]) -> None:
    try:
        done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=300)
    except subprocess.TimeoutExpired:
        raise Unreachable("PyPI does not answer") from None
    if done.returncode == 0:
        return
    said = (done.stderr + done.stdout).strip()
    if any(sign in said for sign in _UNREACHABLE):
        raise Unreachable("PyPI can't be reached")
    raise RuntimeError(f"{' '.join(command)}: {said[-800:]}")
