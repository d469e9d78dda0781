"""The program as a process: how it is started, stopped and piped."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import flake8_weaviate_v4

from .conftest import HEAD, STAYS, USE, V3, V4

Write = Callable[..., Path]
MODULE = [sys.executable, "-m", "flake8_weaviate_v4"]
SCRIPT = Path(sys.executable).with_name("flake8-weaviate-v4")


def process(*args: str, folder: Path, command: list[str] = MODULE) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*command, *args], check=False, cwd=folder, capture_output=True, text=True)


def test_as_a_module(write: Write, tmp_path: Path) -> None:
    path = write("app.py")
    result = process("fix", "--select", "WV203", folder=tmp_path)
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout == "Fixed app.py: 1 finding (WV203)\nFound 1 finding (1 fixed, 0 left).\n"
    assert path.read_text() == V4


@pytest.mark.skipif(not SCRIPT.exists(), reason="installed before it had a command")
def test_as_a_command(write: Write, tmp_path: Path) -> None:
    write("app.py")
    assert process("check", folder=tmp_path, command=[str(SCRIPT)]).returncode == 1


def test_version(tmp_path: Path) -> None:
    result = process("--version", folder=tmp_path)
    assert (result.returncode, result.stdout) == (0, f"flake8-weaviate-v4 {flake8_weaviate_v4.__version__}\n")


@pytest.mark.parametrize("words", [["--help"], ["fix", "--help"], ["check", "--help"]])
def test_help_loads_no_engine(words: list[str], tmp_path: Path) -> None:
    code = (
        "import sys\nfrom flake8_weaviate_v4.cli import main\ntry:\n    main(sys.argv[1:])\nexcept SystemExit:\n    pass\n"
        "print(*(name for name in sys.modules if name.startswith(('flake8', 'yaml', 'pathspec', 'ast_grep'))), file=sys.stderr)"
    )
    result = process(*words, folder=tmp_path, command=[sys.executable, "-c", code])
    assert set(result.stderr.split()) == {"flake8_weaviate_v4", *(f"flake8_weaviate_v4.{n}" for n in ("cli", "quick_arguments", "arguments", "options", "records"))}
    assert result.stdout


@pytest.mark.parametrize("words", [[], ["fix", "--nonsense"], ["mend"], ["fix", "--target-client", "x"]])
def test_wrong_use(words: list[str], tmp_path: Path) -> None:
    result = process(*words, folder=tmp_path)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.startswith("flake8-weaviate-v4: error: ")
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("command", ["check", "fix"])
def test_a_reader_that_has_seen_enough(write: Write, tmp_path: Path, command: str) -> None:
    paths = [write(f"app{number}.py", HEAD + USE.format("A") + STAYS * 300) for number in range(5)]
    shell = f'"$0" -m flake8_weaviate_v4 {command} --select WV203,WV843 | head -n 1 >/dev/null; exit ${{PIPESTATUS[0]}}'
    result = process(sys.executable, folder=tmp_path, command=["bash", "-c", shell])
    assert (result.returncode, result.stderr) == (1, "")
    if command == "fix":
        assert all("schema.delete_class" not in path.read_text() for path in paths)


def test_ctrl_c(write: Write, tmp_path: Path) -> None:
    with subprocess.Popen([*MODULE, "fix", "-"], cwd=tmp_path, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as child:
        assert child.stdin
        child.stdin.write(V3.encode())
        child.stdin.flush()
        status = Path(f"/proc/{child.pid}/wchan")
        for _ in range(100):  # until it waits for more
            time.sleep(0.02)
            if status.exists() and "pipe" in status.read_text():
                break
        else:
            time.sleep(1)
        child.send_signal(signal.SIGINT)
        child.stdin.close()
        assert child.stdout and child.stderr
        out, err = child.stdout.read(), child.stderr.read()
    assert (child.returncode, out, err) == (130, b"", b"interrupted: every file is as it was or wholly fixed\n")


def test_output_that_has_no_encoding_for_a_name(write: Write, tmp_path: Path) -> None:
    write("ü.py")
    env = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    result = subprocess.run([*MODULE, "check", "--output-format=concise"], check=False, cwd=tmp_path, capture_output=True, env=env)
    assert result.returncode == 1
    assert result.stdout.startswith(rb"\xfc.py:3:19: WV100 ")


def test_a_killed_run_leaves_whole_files(write: Write, tmp_path: Path) -> None:
    paths = [write(f"app{number}.py", HEAD + USE.format("A") * 50) for number in range(40)]
    old = paths[0].read_bytes()
    new = old.replace(b".schema.delete_class(", b".collections.delete(")
    for wait in (0.3, 0.5, 0.7):
        with subprocess.Popen([*MODULE, "fix", "--select", "WV203"], cwd=tmp_path, stdout=subprocess.DEVNULL) as child:
            time.sleep(wait)
            child.kill()
        assert {path.read_bytes() for path in paths} <= {old, new}
