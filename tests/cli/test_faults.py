"""What can go wrong around a run: disks, files, streams and processes. Each file is old or new, and the run says what it could not do."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from flake8_weaviate_v4.command import files
from flake8_weaviate_v4.command.paths import Found

from .conftest import HEAD, USE, V3, V4, Run

Write = Callable[..., Path]
COMMAND = [str(Path(sys.executable).with_name("flake8-weaviate-v4"))]
LARGE = HEAD + "".join(f'def f{n}():\n    return client.query.get("A", ["b"]).with_limit({n}).do()\n\n' for n in range(40))


def leftovers(folder: Path) -> list[str]:
    return [path.name for path in folder.rglob("*.tmp")]


# -- disks and files --------------------------------------------------------------------------------------------------


WRITING = {
    "fix": (["fix", "app.py"], "app.py"), "noqa": (["check", "--add-noqa", "app.py"], "app.py"),
    "output": (["check", "--no-cache", "--output-file", "out.txt", "app.py"], "out.txt"),
    "baseline": (["check", "--add-baseline", "app.py"], "weaviate-v4-baseline.json"), "page": (["report", "--html", "out.html", "app.py"], "out.html"),
}  # fmt: skip


FULL = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (20, 20))
from flake8_weaviate_v4.cli import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.parametrize(("command", "file"), WRITING.values(), ids=WRITING)
def test_a_full_disk(tmp_path: Path, write: Write, command: list[str], file: str) -> None:
    write("app.py")
    done = subprocess.run([sys.executable, "-Bc", FULL, *command], cwd=tmp_path, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 2
    assert done.stderr.splitlines()[0].endswith(f"error: {file}: not written: file too large")
    assert (tmp_path / "app.py").read_text() == V3
    assert file == "app.py" or not (tmp_path / file).exists()
    assert not leftovers(tmp_path)


def test_a_full_disk_for_the_cache(run: Run, tmp_path: Path, write: Write) -> None:
    write("app.py")
    command = [sys.executable, "-Bc", FULL, "check", "--select", "WV203", "--cache-dir", "cache", "app.py"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=120, check=False)
    assert (done.returncode, done.stderr, done.stdout.count("WV203 [*]")) == (1, "", 1)
    assert not [*leftovers(tmp_path), *(tmp_path / "cache").glob("*.json")]
    assert run("check", "--cache-dir", "cache", "app.py").code == 1
    assert len([*(tmp_path / "cache").glob("*.json")]) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("command", ["check --no-cache .", "fix --diff .", "rule WV501", "check --output-format sarif ."])
def test_a_full_disk_behind_the_output(write: Write, tmp_path: Path, command: str) -> None:
    write("app.py")
    with open("/dev/full", "w") as full:
        done = subprocess.run([*COMMAND, *command.split()], cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, text=True, timeout=120, check=False)
    assert (done.returncode, done.stderr) == (2, "flake8-weaviate-v4: error: the output: no space left on device\n")


@pytest.mark.skipif(os.name != "posix" or os.getuid() != 0, reason="only a superuser can become another")
def test_folders_and_files_of_somebody_else(write: Write, tmp_path: Path) -> None:
    """Another user, to whom permissions mean something: the reading and writing in a child that has become one."""
    path, secret = write("app.py"), write("secret.py")
    tmp_path.chmod(0o755)
    secret.chmod(0o600)
    child = os.fork()
    if not child:
        os.setgid(65534)
        os.setuid(65534)
        told = []
        for step in (lambda: files.write(str(path), V3.encode(), b""), lambda: files.read(Found("secret.py", str(secret)))):
            try:
                step()
            except files.Unusable as error:
                told.append(str(error))
        above = "permission denied" if not os.access(tmp_path, os.X_OK) else ""
        os._exit(0 if told == ["not written: permission denied", "permission denied"] or above else 1)
    assert os.waitpid(child, 0)[1] == 0
    assert path.read_text() == V3


def test_a_folder_that_becomes_a_link_is_not_followed(write: Write, tmp_path: Path) -> None:
    path, other = write("a/app.py"), write("elsewhere/app.py")
    os.rename(tmp_path / "a", tmp_path / "b")
    (tmp_path / "a").symlink_to("elsewhere")
    with pytest.raises(files.Unusable, match="not written: a folder of its path has become a link"):
        files.write(str(path), V3.encode(), V4.encode())
    assert other.read_text() == V3


def test_files_that_change_while_the_run_reads(run: Run, write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One vanishes, one becomes a folder and one a link that leads out, between the walk and the reading."""
    outside = tmp_path.parent / f"{tmp_path.name}-outside.py"
    outside.write_text(V3)
    names = ["app.py", "folder.py", "gone.py", "link.py"]
    paths = {name: write(f"d/{name}") for name in names}
    read = files.read

    def change(found: Found) -> bytes:
        for name in names[1:]:
            paths[name].unlink(missing_ok=True) if not paths[name].is_dir() else None
        if not paths["folder.py"].exists():
            paths["folder.py"].mkdir()
        paths["link.py"].symlink_to(outside)
        return read(found)

    monkeypatch.setattr(files, "read", change)
    result = run("fix", "d")
    assert (result.code, paths["app.py"].read_text(), outside.read_text()) == (2, V4, V3)
    assert "error: d/gone.py: no such file or directory" in result.err.splitlines()
    assert "error: d/folder.py: is a directory" in result.err.splitlines()
    assert "error: d/link.py: not written: a folder of its path has become a link" in result.err.splitlines()


# -- streams and surroundings -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        ("check . >&-", 1, ""), ("fix --diff . 2>&-", 1, ""), ("check - <&-", 2, "error: the standard input is closed"), ("check . <&-", 1, ""),
        ("check . | head -1", 0, ""), ("rule --all | true", 0, ""),
    ],
)  # fmt: skip
def test_streams_that_are_closed(write: Write, tmp_path: Path, line: str, code: int, said: str) -> None:
    write("app.py")
    done = subprocess.run(f"{COMMAND[0]} {line}", shell=True, cwd=tmp_path, capture_output=True, text=True, timeout=120, check=False)
    assert (done.returncode, said in done.stderr, "Traceback" in done.stderr, "report" in done.stderr) == (code, True, False, False)


SURROUNDINGS = {
    "no home": {"HOME": ""}, "C": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "ASCII and no temporary folder": {"PYTHONIOENCODING": "ascii", "TMPDIR": "/nonexistent", "LANG": "xx_YY.UTF-8"},
}  # fmt: skip


@pytest.mark.parametrize("more", SURROUNDINGS.values(), ids=SURROUNDINGS)
def test_surroundings(write: Write, tmp_path: Path, more: dict[str, str]) -> None:
    path = write("ä→\udce4.py", HEAD + USE.format("Ä→"))
    for words, code in ((["check", "-j2", "."], 1), (["fix", "--select", "WV203", "."], 0)):
        done = subprocess.run([*COMMAND, *words], cwd=tmp_path, capture_output=True, env=os.environ | more, timeout=120, check=False)
        assert (done.returncode, done.stderr) == (code, b"")
    assert path.read_text("utf-8") == HEAD + USE.format("Ä→").replace("schema.delete_class", "collections.delete")


def test_a_working_folder_that_is_gone(tmp_path: Path) -> None:
    line = f"mkdir gone && cd gone && rmdir ../gone && {COMMAND[0]} check ."
    done = subprocess.run(line, shell=True, cwd=tmp_path, capture_output=True, text=True, timeout=120, check=False)
    assert (done.returncode, done.stderr.splitlines()[-1]) == (2, "flake8-weaviate-v4: error: the working folder: no such file or directory")


# -- processes --------------------------------------------------------------------------------------------------------


def children(process: int) -> list[int]:
    """The processes that one has started."""
    listed = subprocess.run(["ps", "-eo", "pid=,ppid=,stat="], capture_output=True, text=True, check=True).stdout.split("\n")
    rows = [line.split() for line in listed if line]
    return [int(pid) for pid, parent, state in rows if int(parent) == process and state[0] != "Z"]


@pytest.mark.parametrize(
    ("number", "whom"),
    [(signal.SIGKILL, "the first"), (signal.SIGTERM, "the first"), (signal.SIGINT, "the first"), (signal.SIGKILL, "another")],
)
def test_killed_processes_leave_nothing_behind(write: Write, tmp_path: Path, number: signal.Signals, whom: str) -> None:
    paths = [write(f"a{n}.py", LARGE) for n in range(9)]
    run = subprocess.Popen([*COMMAND, "fix", "-j3", "."], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True)
    while run.poll() is None and len(started := children(run.pid)) < 3:
        time.sleep(0.02)
    os.kill(run.pid if whom == "the first" else started[0], number)
    _, err = run.communicate(timeout=100)  # hangs where a process still holds the streams
    texts = {path.read_text() for path in paths}
    if whom == "another":
        assert (run.returncode, err) == (2, "flake8-weaviate-v4: error: a process that worked on the files was ended from outside; nothing was written\n")
    assert texts == {LARGE}
    assert "Traceback" not in err
    assert not leftovers(tmp_path)


def test_killed_at_any_moment_each_file_is_old_or_new(write: Write, tmp_path: Path) -> None:
    slow = "import sys, time, os; from flake8_weaviate_v4.cli import main; sync = os.fsync; os.fsync = lambda d: (sync(d), print(end='.', flush=True), time.sleep(0.02)); main(['fix', '--select', 'WV203', '-j1', '.'])"
    for moment in range(2):
        paths = [write(f"a{n}.py") for n in range(5)]
        run = subprocess.Popen([sys.executable, "-c", slow], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        assert run.stdout is not None
        run.stdout.read(3 * moment + 1)
        run.kill()
        run.communicate()
        texts = [path.read_text() for path in paths]
        assert set(texts) == {V3, V4} or moment == 0
        assert set(texts) <= {V3, V4}
    assert leftovers(tmp_path)
    done = subprocess.run([*COMMAND, "fix", "--select", "WV203", "."], cwd=tmp_path, capture_output=True, text=True, timeout=120, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert not leftovers(tmp_path)


@pytest.mark.skipif(os.name != "posix", reason="needs locks on files")
def test_only_what_a_killed_run_has_left_is_removed(tmp_path: Path) -> None:
    """Not what another run is writing, nor what only has such a name."""
    held, old, mine = (tmp_path / f".flake8-weaviate-v4-{name}.tmp" for name in ("held", "old", "mine"))
    other = tmp_path / "notes.tmp"
    for path in (held, old, other):
        path.touch()
    os.mkfifo(mine.with_name(".flake8-weaviate-v4-pipe.tmp"))
    mine.with_name(".flake8-weaviate-v4-folder.tmp").mkdir()
    mine.symlink_to(other)
    code = "import fcntl, sys; held = open(sys.argv[1]); fcntl.flock(held, fcntl.LOCK_EX); print(flush=True); sys.stdin.read()"
    with subprocess.Popen([sys.executable, "-c", code, str(held)], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as writer:
        assert writer.stdin and writer.stdout
        writer.stdout.readline()
        files.write(str(tmp_path / "out.txt"), None, b"done")
        assert {path.name for path in tmp_path.iterdir()} == {held.name, other.name, "out.txt", mine.name, *(f".flake8-weaviate-v4-{kind}.tmp" for kind in ("pipe", "folder"))}
        writer.stdin.close()
    files.write(str(tmp_path / "out.txt"), None, b"done")
    assert not held.exists()


def test_many_runs_at_once(write: Write, tmp_path: Path) -> None:
    paths = [write(f"a{n}.py") for n in range(6)]
    command = [*COMMAND, "fix", "--select", "WV203", "-j1", "."]
    runs = [subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) for _ in range(4)]
    told = [each.communicate(timeout=120)[1] for each in runs]
    assert {path.read_text() for path in paths} == {V4}
    for each, text in zip(runs, told, strict=True):
        assert each.returncode == (2 if text else 0)
        assert all("not written: it was changed in the meantime" in line for line in text.splitlines())
    assert not leftovers(tmp_path)
