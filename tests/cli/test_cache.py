"""A run with a cache says what one without says, whatever has changed and whatever lies in the cache."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from flake8_weaviate_v4.command.cache import Cache, digest
from flake8_weaviate_v4.command.paths import CACHE
from flake8_weaviate_v4.command.report import FORMATS

from .conftest import HEAD, STAYS, USE, V3, Result, Run

Write = Callable[..., Path]
NOTEBOOK = json.dumps({"cells": [{"cell_type": "code", "metadata": {}, "outputs": [], "source": V3}], "metadata": {}, "nbformat": 4})
IMPORTING = "from db import client\n\nprint(client.schema.get())\n"  # WV207
OTHER = "class Client:\n    schema = None\n\n\nclient = Client()\n"
QUERY = 'found = client.query.get("A", ["title"]).do()\nprint(found["data"]["Get"]["A"])\n'


@pytest.fixture(autouse=True)
def _project(write: Write) -> None:
    write("pyproject.toml", "[project]\nname = 'x'\n")


def entries(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.json"))


class Known(Exception):
    """A file was checked though its findings were known."""


@pytest.fixture
def checks_nothing(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """From now on a file that has to be checked fails."""

    def refuse(*_: object) -> None:
        raise Known

    def now() -> None:
        monkeypatch.setattr("flake8_weaviate_v4.command.worker.Worker._find_all", refuse)

    return now


def tree(write: Write) -> None:
    write("db.py", HEAD)
    for number in range(4):
        write(f"pkg/m{number}.py", V3 + STAYS + "x = 1  # noqa: WV501\n" + USE.format("Q").rstrip() + "  # noqa: WV203\n")
        write(f"pkg/use{number}.py", IMPORTING)
    write("results.py", HEAD + QUERY)
    write("z.ipynb", NOTEBOOK)
    write("requirements.txt", "weaviate-client<4\n")
    write("docker-compose.yml", "services:\n  w:\n    image: semitechnologies/weaviate:1.19.0\n")


def test_a_second_run_checks_nothing(run: Run, write: Write, checks_nothing: Callable[[], None]) -> None:
    tree(write)
    first = run("check", ".", select="")
    checks_nothing()
    assert run("check", ".", select="") == first
    assert run("check", "pkg/m1.py", "--no-cache", select="").code == 2  # what would be, without a cache


@pytest.mark.parametrize("jobs", ["-j1", "-j4"])
def test_all_formats_say_the_same(run: Run, write: Write, jobs: str) -> None:
    tree(write)
    without = {form: run("check", ".", "--no-cache", "--output-format", form, select="") for form in FORMATS}
    assert run("check", ".", jobs, select="").out
    for form, expected in without.items():
        assert run("check", ".", jobs, "--output-format", form, select="") == expected


@pytest.mark.parametrize(
    "words",
    [
        ("--select", "WV2"), ("--ignore", "WV203"), ("--extend-select", "WV9"), ("--deprecations",), ("--unused-noqa",), ("--unclosed",),
        ("--target-client", "4.9"), ("--per-file-ignores", "pkg/*:WV203"), ("--statistics",), ("--unsafe-fixes",),
    ],
)  # fmt: skip
def test_options_say_what_they_say_without(run: Run, write: Write, words: tuple[str, ...]) -> None:
    tree(write)
    run("check", ".", select="")
    expected = run("check", ".", "--no-cache", *words, select="")
    assert expected.code == 1
    assert run("check", ".", *words, select="") == expected
    assert run("check", ".", *words, select="") == expected


def test_a_baseline(run: Run, write: Write) -> None:
    tree(write)
    run("check", ".", "--add-baseline", select="")
    write("pkg/m1.py", V3 + USE.format("B"))
    run("check", ".", select="")
    assert run("check", ".", select="") == run("check", ".", "--no-cache", select="")


def test_a_fix_takes_nothing_from_it(run: Run, write: Write, tmp_path: Path) -> None:
    path = write("a.py")
    run("check", ".")
    forge(tmp_path / CACHE, lambda entry: entry["fixes"][0][0].__setitem__(0, [0, 3, "evil"]))
    assert run("fix", ".").code == 0
    assert path.read_text().endswith('client.collections.delete("A")\n')


# -- other files ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def same(run: Run) -> Callable[[], Result]:
    """What a run says, which is the same with and without a cache."""

    def same() -> Result:
        cached = run("check", ".", select="WV203,WV207")
        assert cached == run("check", ".", "--no-cache", select="WV203,WV207")
        assert cached == run("check", ".", select="WV203,WV207")
        return cached

    return same


def test_an_imported_file_that_changes(write: Write, same: Callable[[], Result]) -> None:
    write("db.py", HEAD)
    write("use.py", IMPORTING)
    assert "use.py:3" in same().out
    write("db.py", OTHER)
    assert "use.py" not in same().out
    write("db.py", HEAD)
    assert "use.py:3" in same().out


def test_an_imported_file_that_changes_behind_its_time(write: Write, same: Callable[[], Result]) -> None:
    path = write("db.py", HEAD)
    write("use.py", IMPORTING)
    same()
    status = path.stat()
    write("db.py", HEAD.replace("weaviate.Client(", "weaviate.Cluster("))
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert "use.py" not in same().out


def test_an_imported_file_that_goes(write: Write, same: Callable[[], Result], tmp_path: Path) -> None:
    write("db.py", HEAD)
    write("use.py", IMPORTING)
    assert "use.py:3" in same().out
    (tmp_path / "db.py").unlink()
    assert "use.py" not in same().out
    write("db/__init__.py", HEAD)
    assert "use.py:3" in same().out


def test_a_file_that_shadows(write: Write, same: Callable[[], Result]) -> None:
    write("db.py", HEAD)
    write("pkg/use.py", IMPORTING)
    assert "use.py:3" in same().out
    write("pkg/db.py", OTHER)  # is found first
    assert "use.py" not in same().out


def test_a_package_of_the_clients_name(write: Write, same: Callable[[], Result]) -> None:
    write("a.py")
    assert "a.py:4" in same().out
    write("weaviate/__init__.py", "class Client:\n    def __init__(self, *args):\n        self.schema = {}\n")
    assert "a.py" not in same().out


def test_what_an_imported_file_imports(write: Write, same: Callable[[], Result]) -> None:
    write("base.py", HEAD)
    write("db.py", "from base import client\n")
    write("use.py", IMPORTING)
    assert "use.py:3" in same().out
    write("base.py", OTHER)
    assert "use.py" not in same().out


def test_a_fixture(write: Write, same: Callable[[], Result], tmp_path: Path) -> None:
    fixture = "import pytest\nimport weaviate\n\n\n@pytest.fixture\ndef client():\n    return weaviate.Client('http://localhost')\n"
    write("tests/sub/test_a.py", "def test(client):\n    client.schema.get()\n")
    write("tests/conftest.py", fixture)
    assert "test_a.py:2" in same().out
    write("tests/sub/conftest.py", fixture.replace("weaviate.Client('http://localhost')", "object()"))
    assert "test_a.py" not in same().out
    (tmp_path / "tests/sub/conftest.py").unlink()
    assert "test_a.py:2" in same().out
    (tmp_path / "tests/conftest.py").unlink()
    assert "test_a.py" not in same().out


def test_a_name_that_another_file_imports(run: Run, write: Write) -> None:
    """Whether a result is rewritten depends on whether others read it: its fix changes, its findings stay."""
    write("results.py", HEAD + QUERY)
    said = []
    for text in ("x = 1\n", "from results import found\n\nprint(found)\n", "import results\n"):
        write("pkg/other.py", text)
        said.append(run("check", ".", "--output-format", "json", select="").out)
        assert run("check", ".", "--output-format", "json", select="").out == said[-1]
        assert run("check", ".", "--no-cache", "--output-format", "json", select="").out == said[-1]
    assert said[0] != said[1]
    assert said[0] == said[2]


# -- what lies in the cache -----------------------------------------------------------------------------------------------


def forge(folder: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """Change all entries, and make them look whole."""
    for path in entries(folder):
        entry = json.loads(path.read_bytes().partition(b"\n")[2])
        change(entry)
        body = json.dumps(entry).encode()
        path.write_bytes(digest(body).encode() + b"\n" + body)


def spoiled() -> Iterator[tuple[str, Callable[[bytes], bytes]]]:
    yield "empty", lambda _: b""
    yield "truncated", lambda raw: raw[: len(raw) // 2]
    yield "flipped", lambda raw: raw.replace(b"delete_class", b"delete_klass")
    yield "no text", lambda _: b"\xff\xfe\x00" * 50
    yield "deep", lambda _: whole(b"[" * 100_000)
    yield "a list", lambda _: whole(b"[]")
    yield "a number", lambda _: whole(b"9" * 10_000)


def whole(body: bytes) -> bytes:
    return digest(body).encode() + b"\n" + body


@pytest.mark.parametrize("spoil", [each[1] for each in spoiled()], ids=[each[0] for each in spoiled()])
def test_a_broken_cache(run: Run, write: Write, tmp_path: Path, spoil: Callable[[bytes], bytes]) -> None:
    write("a.py")
    expected = run("check", ".", select="")
    (entry,) = entries(tmp_path / CACHE)
    good = entry.read_bytes()
    entry.write_bytes(spoil(good))
    assert run("check", ".", select="") == expected
    assert entry.read_bytes() == good  # written anew


@pytest.mark.parametrize(
    "change",
    [
        lambda entry: entry["findings"][0].__setitem__(2, "WV999"), lambda entry: entry["findings"][0].__setitem__(0, "1"),
        lambda entry: entry["findings"][0].__setitem__(3, "\x1b[2J"), lambda entry: entry["findings"][0].pop(),
        lambda entry: entry["findings"][0].__setitem__(0, -5), lambda entry: entry["reported"].append(10**6),
        lambda entry: entry["fixes"][0][0].__setitem__(0, [0, 10**9, ""]), lambda entry: entry["fixes"][0].__setitem__(1, 7),
        lambda entry: entry["mended"].append([0]), lambda entry: entry.pop("files"), lambda entry: entry.__setitem__("folders", 3),
        lambda entry: entry["named"].append(["x", "yes"]), lambda entry: entry.__setitem__("tool", "another"),
        lambda entry: entry["files"].__setitem__("/dev/zero", "x"), lambda entry: entry["folders"].__setitem__("\0", "x"),
    ],
)  # fmt: skip
def test_a_forged_cache(run: Run, write: Write, tmp_path: Path, change: Callable[[dict[str, Any]], object]) -> None:
    write("a.py")
    expected = run("check", ".", select="")
    forge(tmp_path / CACHE, change)
    assert run("check", ".", select="") == expected


def test_another_version_of_the_tool(run: Run, write: Write, monkeypatch: pytest.MonkeyPatch, checks_nothing: Callable[[], None]) -> None:
    write("a.py")
    run("check", ".")
    monkeypatch.setattr(Cache, "_tool", "newer")
    checks_nothing()
    assert "Known" in run("check", ".").err


def test_a_pipe_in_place_of_an_entry(run: Run, write: Write, tmp_path: Path) -> None:
    write("a.py")
    expected = run("check", ".")
    (entry,) = entries(tmp_path / CACHE)
    entry.unlink()
    os.mkfifo(entry)
    assert run("check", ".") == expected


# -- where it lies --------------------------------------------------------------------------------------------------------


def test_it_marks_its_folder(run: Run, write: Write, tmp_path: Path) -> None:
    write("pkg/a.py")
    run("check", "pkg")
    folder = tmp_path / CACHE
    assert (folder / ".gitignore").read_text() == "*\n"
    assert (folder / "CACHEDIR.TAG").read_bytes().startswith(b"Signature: 8a477f597d28d172789f06886806bc55")
    assert sorted(path.suffix for path in folder.iterdir()) == ["", "", ".TAG", ".json"]


def test_no_folder_for_nothing(run: Run, write: Write, tmp_path: Path) -> None:
    write("a.py", "print(1)\n")
    write("b.py", "batch.create_class()\n")  # passes the first look alone
    write("broken.py", V3 + "def")
    assert run("check", ".").code == 2
    write("broken.py")
    assert run("check", ".", "--no-cache").code == 1
    assert run("check", "-", stdin=V3.encode()).code == 1
    assert run("fix", "--diff", ".").code == 1
    assert not (tmp_path / CACHE).exists()


def test_other_places(run: Run, write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write("a.py")
    write("pyproject.toml", '[tool.flake8-weaviate-v4]\ncache-dir = "build/lint"\n')
    for words, place in ((("--cache-dir", "one"), "one"), ((), "two"), ((), "build/lint")):
        if place == "two":
            monkeypatch.setenv("WEAVIATE_V4_CACHE_DIR", str(tmp_path / "two"))
        else:
            monkeypatch.delenv("WEAVIATE_V4_CACHE_DIR", raising=False)
        assert run("cache", "dir", *words, select="").out.strip() == str(tmp_path / place)
        run("check", ".", *words)
        assert entries(tmp_path / place)
    assert not (tmp_path / CACHE).exists()


@pytest.mark.parametrize("place", ["..", "/tmp", "../x", ".", "link/x"])
def test_a_configuration_names_no_place_outside(run: Run, write: Write, tmp_path: Path, place: str) -> None:
    (tmp_path / "link").symlink_to("/tmp")
    write("a.py")
    write("pyproject.toml", f'[tool.flake8-weaviate-v4]\ncache-dir = "{place}"\n')
    result = run("check", ".")
    assert result.code == 2
    assert "pyproject.toml: tool.flake8-weaviate-v4.cache-dir: must be a folder below" in result.err


def test_a_link_is_no_cache(run: Run, write: Write, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside")
    write("a.py")
    run("check", ".", "--cache-dir", outside)  # named by the user: a cache
    before = {path.name: path.read_bytes() for path in outside.iterdir()}
    (tmp_path / CACHE).symlink_to(outside)
    expected = run("check", ".", "--no-cache")
    write("b.py")
    assert run("check", "a.py") == expected
    run("check", ".")
    run("cache", "clean", select="")
    assert {path.name: path.read_bytes() for path in outside.iterdir()} == before


def test_an_entry_that_is_a_link(run: Run, write: Write, tmp_path: Path) -> None:
    write("a.py")
    expected = run("check", ".")
    (entry,) = entries(tmp_path / CACHE)
    target = write("target.txt", entry.read_bytes())
    entry.unlink()
    entry.symlink_to(target)
    write("a.py", V3 + USE.format("B"))
    assert run("check", ".").out != expected.out
    assert target.read_bytes() != entry.read_bytes()
    assert not entry.is_symlink()


def test_a_folder_of_somebody_else(run: Run, write: Write, tmp_path: Path) -> None:
    write("a.py")
    write("mine/notes.txt", "mine")
    assert run("check", ".", "--cache-dir", "mine").code == 1
    assert "No cache" in run("cache", "clean", "--cache-dir", "mine", select="").err
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["notes.txt"]


@pytest.mark.parametrize("obstacle", ["a file", "no folder to make"])
def test_where_nothing_can_be_written(run: Run, write: Write, tmp_path: Path, obstacle: str) -> None:
    write("a.py")
    write("obstacle", "x")
    place = "obstacle" if obstacle == "a file" else "obstacle/below"
    assert run("check", ".", "--cache-dir", place) == run("check", ".", "--no-cache")


def test_clean(run: Run, write: Write, tmp_path: Path) -> None:
    write("a.py")
    run("check", ".")
    write(f"{CACHE}/mine.txt", "kept")
    assert run("cache", "clean", select="").code == 0
    assert [path.name for path in (tmp_path / CACHE).iterdir()] == ["mine.txt"]
    (tmp_path / CACHE / "mine.txt").unlink()
    run("check", ".")
    assert "Removed" in run("cache", "clean", select="").err
    assert not (tmp_path / CACHE).exists()
    assert "No cache" in run("cache", "clean", select="").err


def test_what_is_not_used_for_long_goes(run: Run, write: Write, tmp_path: Path) -> None:
    write("a.py")
    gone = write("b.py")
    run("check", ".")
    gone.unlink()
    folder = tmp_path / CACHE
    for path in [*entries(folder), folder / "pruned"]:
        os.utime(path, (0, 0))
    used = {path.name for path in entries(folder)}
    run("check", ".")
    left = {path.name for path in entries(folder)}
    assert len(left) == 1
    assert left < used


def test_runs_at_the_same_time(write: Write, tmp_path: Path) -> None:
    for number in range(6):
        write(f"m{number}.py", V3 + STAYS)
    command = [sys.executable, "-m", "flake8_weaviate_v4", "check", ".", "--output-format", "concise", "-j1"]
    runs = [subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(3)]
    said = {each.communicate() for each in runs}
    assert len(said) == 1
    assert len(entries(tmp_path / CACHE)) == 6
    assert not list((tmp_path / CACHE).glob(".*.tmp"))


def test_a_run_that_was_killed_while_it_made_the_cache(run: Run, write: Write, tmp_path: Path) -> None:
    write("a.py")
    write(f"{CACHE}/.{digest(b'')}.4711.tmp", "Sign")
    run("check", ".")
    assert len(entries(tmp_path / CACHE)) == 1
