"""However many processes work, and however they are started: the same findings in the same order."""

from __future__ import annotations

import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOOKED_AT = ["examples", "tests/requests/programs/batch"]
STARTED = """
import multiprocessing, sys
from flake8_weaviate_v4.cli import main
if __name__ == "__main__":
    multiprocessing.set_start_method(sys.argv[1])
    sys.exit(main(["check", "--isolated", "--no-cache", "--output-format", "concise", *sys.argv[2:]]))
"""


def told(*command: str) -> str:
    """What a command prints in the project's folder."""
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=200, check=False)
    assert (done.returncode, done.stderr) == (1, "")
    return done.stdout


@cache
def by_one(*command: str) -> str:
    """What it prints when one process does the work."""
    return told(*command, "-j1", *LOOKED_AT)


@pytest.mark.parametrize("method", ["fork", "forkserver", "spawn"])
def test_the_command(method: str, tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(STARTED)
    assert told(sys.executable, str(script), method, "-j8", *LOOKED_AT) == by_one(str(Path(sys.executable).with_name("flake8-weaviate-v4")), "check", "--isolated", "--no-cache", "--output-format", "concise")


def test_flake8() -> None:
    command = (str(Path(sys.executable).with_name("flake8")), "--isolated", "--select=WV")
    assert told(*command, "-j8", *LOOKED_AT) == by_one(*command)
