"""Files: which are found, that their bytes stay, and what happens to those that can't be read or written."""

from __future__ import annotations

import os
import socket
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import HEAD, USE, V3, V4, Run

Write = Callable[..., Path]


def fixed(content: bytes) -> bytes:
    """What a fix makes of it: the one call, and not another byte."""
    return content.replace(b".schema.delete_class(", b".collections.delete(")


# -- bytes ----------------------------------------------------------------------------------------------------------

LATIN = V3.encode() + b"s = '\xe9\xa0'\n"
BYTES = {
    "crlf": V3.replace("\n", "\r\n").encode(),
    "mixed ends": b"import weaviate\r\nclient = weaviate.Client('u')\nclient.schema.delete_class('A')\r\nx = 1\n",
    "no newline at the end": V3.rstrip().encode(),
    "white space at the end": V3.encode() + b"\n\n  \n\t",
    "tabs": b"import weaviate\nclient = weaviate.Client('u')\nif client:\n\tclient.schema.delete_class('A')\t# why\n\tx\t=\t1\n",
    "form feed": b"import weaviate\n\x0c\nclient = weaviate.Client('u')\n\x0cclient.schema.delete_class('A')\n",
    "BOM": b"\xef\xbb\xbf" + V3.encode(),
    "BOM and cookie": b"\xef\xbb\xbf# -*- coding: utf-8 -*-\r\n" + V3.encode(),
    "latin-1": b"# -*- coding: latin-1 -*-\n" + LATIN,
    "cp1252 in the second line": b"#!/usr/bin/env python\n# vim: set fileencoding=cp1252 :\n" + V3.encode() + b"s = '\x80'\n",
    "shift_jis": b"# coding: shift_jis\n" + V3.encode() + "s = '日本語'\n".encode("shift_jis"),
    "before the place": "s = 'äöü 𝄞'; ".encode() + V3.encode(),
    "unicode line ends": V3.encode() + "s = 'a\u2028b\x85c\x1cd'\n".encode(),
    "back slash": b"import weaviate\nclient = weaviate.Client('u')\nclient.schema.delete_class('A')\nx = 1 + \\\n  2\n",
    "invalid escape": V3.encode() + rb"s = '\d'" + b"\n",
}


@pytest.mark.parametrize("content", BYTES.values(), ids=BYTES)
def test_all_other_bytes_stay(run: Run, write: Write, content: bytes) -> None:
    path = write("app.py", content)
    result = run("fix")
    assert (result.code, result.err) == (0, "")
    assert path.read_bytes() == fixed(content) != content


def test_where_lines_end_in_a_lone_carriage_return_code_is_reported_and_left(run: Run, write: Write) -> None:
    path = write("app.py", content := V3.replace("\n", "\r").encode())
    result = run("fix", "--output-format", "concise")
    assert (result.code, path.read_bytes()) == (1, content)
    assert "lone carriage return" in result.out


@pytest.mark.parametrize("mode", [0o644, 0o755, 0o600, 0o664])
def test_the_mode_stays(run: Run, write: Write, mode: int) -> None:
    path = write("app.py")
    path.chmod(mode)
    run("fix")
    assert stat.S_IMODE(path.stat().st_mode) == mode
    assert path.read_text() == V4


def test_a_byte_that_does_not_survive_its_encoding(run: Run, write: Write) -> None:
    content = b"# coding: iso2022_jp\n" + V3.encode() + b"s = '\x1b(B'\n"  # a shift to where it is already
    path = write("app.py", content)
    result = run("fix")
    assert (result.code, result.err) == (2, "error: app.py: its bytes would not stay as they are in iso2022_jp\n")
    assert path.read_bytes() == content


# -- writing --------------------------------------------------------------------------------------------------------


def leftovers(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.suffix == ".tmp"]


def test_a_file_that_changes_meanwhile_is_not_written(run: Run, write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, other = write("app.py"), write("other.py")
    sync = os.fsync

    def edit(descriptor: int) -> None:
        sync(descriptor)
        path.write_text(V3 + "# typed meanwhile\n")

    monkeypatch.setattr(os, "fsync", edit)
    result = run("fix")
    assert (result.code, result.err) == (2, "error: app.py: not written: it was changed in the meantime; run again\n")
    assert path.read_text() == V3 + "# typed meanwhile\n"
    assert other.read_text() == V4
    assert result.out.splitlines()[0] == "Fixed other.py: 1 finding (WV203)"
    assert result.out.endswith("Found 2 findings (1 fixed, 1 left).\n")
    assert not leftovers(tmp_path)


@pytest.mark.parametrize("step", ["fsync", "chmod", "replace"])
@pytest.mark.parametrize("error", [KeyboardInterrupt(), OSError(28, "No space left on device")])
def test_what_stops_in_the_middle_leaves_the_file_as_it_was(
    run: Run, write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, error: BaseException
) -> None:
    path = write("app.py")

    def stop(*args: object) -> None:
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(os, step, stop)
        result = run("fix")
    if isinstance(error, KeyboardInterrupt):
        assert (result.code, result.err) == (130, "interrupted: every file is as it was or wholly fixed\n")
    else:
        assert (result.code, result.err) == (2, "error: app.py: not written: no space left on device\n")
    assert path.read_text() == V3
    assert not leftovers(tmp_path)


def test_a_file_that_vanishes(run: Run, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write("app.py")
    sync = os.fsync

    def remove(descriptor: int) -> None:
        sync(descriptor)
        path.unlink()

    monkeypatch.setattr(os, "fsync", remove)
    result = run("fix")
    assert (result.code, result.err) == (2, "error: app.py: not written: no such file or directory\n")
    assert not path.exists()


def test_read_only_files_are_reported(run: Run, write: Write) -> None:
    path, clean = write("app.py"), write("clean.py", V4)
    for each in (path, clean):
        each.chmod(0o444)
    result = run("fix")
    assert (result.code, result.err) == (2, "error: app.py: not written: read-only\n")
    assert result.out.splitlines()[-1] == "Found 1 finding (0 fixed, 1 left)."
    assert path.read_text() == V3
    assert run("check").code == 1
    assert run("fix", "--diff").code == 1


# -- links ----------------------------------------------------------------------------------------------------------


def test_a_link_to_a_file_inside_is_fixed_once_through_its_own_path(run: Run, write: Write, tmp_path: Path) -> None:
    path = write("pkg/zz.py")
    link = tmp_path / "pkg" / "aa.py"
    link.symlink_to("zz.py")
    result = run("fix", "pkg")
    assert (result.code, result.out.splitlines()[0]) == (0, "Fixed pkg/zz.py: 1 finding (WV203)")
    assert result.out.count("Fixed") == 1
    assert link.is_symlink()
    assert not path.is_symlink()
    assert path.read_text() == V4


@pytest.mark.parametrize("paths", [["pkg"], ["pkg/link.py"]])
def test_a_link_that_leads_outside_is_not_written(run: Run, write: Write, tmp_path: Path, paths: list[str]) -> None:
    outside = write("elsewhere/app.py")
    link = tmp_path / "pkg" / "link.py"
    link.parent.mkdir()
    link.symlink_to(outside)
    result = run("fix", *paths)
    assert (result.code, result.err) == (
        2, "error: pkg/link.py: not written: a link that leads out of the given paths\n",
    )  # fmt: skip
    assert outside.read_text() == V3
    assert link.is_symlink()
    assert run("fix", *paths, "elsewhere").code == 0
    assert outside.read_text() == V4
    assert link.is_symlink()


def test_a_link_to_a_folder_is_not_followed(run: Run, write: Write, tmp_path: Path) -> None:
    outside = write("elsewhere/app.py")
    (tmp_path / "pkg").mkdir()
    (tmp_path / "pkg" / "link").symlink_to(outside.parent)
    (tmp_path / "pkg" / "round").symlink_to(tmp_path / "pkg")
    run("fix", "pkg")
    assert outside.read_text() == V3


def test_a_link_to_a_folder_that_is_named(run: Run, write: Write, tmp_path: Path) -> None:
    path = write("real/app.py")
    (tmp_path / "link").symlink_to("real")
    result = run("fix", "link")
    assert (result.code, result.out.splitlines()[0]) == (0, "Fixed link/app.py: 1 finding (WV203)")
    assert path.read_text() == V4


def test_a_link_to_nothing(run: Run, write: Write, tmp_path: Path) -> None:
    write("app.py")
    (tmp_path / ".#app.py").symlink_to("user@host.1234")  # an editor's lock
    assert run("fix").code == 0


# -- what can't be read ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"import weaviate\nx = (\n", "can't be parsed: '(' was never closed (2:5)"),
        (b"s = '\xff'  # weaviate\n", "not UTF-8, and no other encoding is declared"),
        (b"\n\n\n# weaviate\ns = '\xff'\n", "not UTF-8 (byte 0xff in line 5)"),
        (b"# coding: nonsense\nimport weaviate\n", "unknown encoding: nonsense"),
        (b"# coding: ascii\nimport weaviate\ns = '\xe9'\n", "not ascii (byte 0xe9 in line 3)"),
    ],
)
def test_a_file_that_is_no_python(run: Run, write: Write, content: bytes, why: str) -> None:
    bad, good = write("bad.py", content), write("good.py")
    result = run("fix")
    assert (result.code, result.err) == (2, f"error: bad.py: {why}\n")
    assert (bad.read_bytes(), good.read_text()) == (content, V4)
    assert run("check").code == 2


@pytest.mark.parametrize("content", [b"import weaviate\n\0", b"import weaviate\nx = " + b"(" * 5000, b"x = weaviate\n" + b"-" * 99999 + b"1\n"])
def test_a_file_that_breaks_parsers(run: Run, write: Write, content: bytes) -> None:
    write("bad.py", content)
    good = write("good.py")
    result = run("fix")
    assert result.code == 2
    assert result.err.startswith("error: bad.py: can't be parsed: ")
    assert result.err.count("\n") == 1
    assert good.read_text() == V4


def test_files_that_have_nothing_to_do_with_it_are_not_parsed(run: Run, write: Write) -> None:
    write("python2.py", b"print 'x'\n")
    write("binary.py", b"\xff\xfe\x00")
    write("empty.py", b"")
    assert (result := run("check")).code == 0
    assert result.err == ""
    assert run("check", "python2.py").code == 2  # named, so it is expected to be Python
    assert run("check", "empty.py").code == 0


def test_a_path_that_is_missing(run: Run, write: Write) -> None:
    path = write("app.py")
    result = run("fix", "nowhere", "app.py", "no/where.py")
    assert result.code == 2
    assert result.err == (
        "error: nowhere: no such file or directory\nerror: no/where.py: no such file or directory\n"
    )
    assert path.read_text() == V4


def test_a_path_that_is_no_file(run: Run, write: Write, tmp_path: Path) -> None:
    path = write("app.py")
    os.mkfifo(tmp_path / "fifo.py")
    with socket.socket(socket.AF_UNIX) as listener:
        os.chdir(tmp_path)
        listener.bind("socket.py")
        result = run("fix", ".", "/dev/null")
    assert result.code == 2
    assert sorted(result.err.splitlines()) == [
        "error: /dev/null: not a regular file",
        "error: fifo.py: not a regular file",
        "error: socket.py: not a regular file",
    ]
    assert path.read_text() == V4


def test_a_file_that_is_too_large(run: Run, write: Write, tmp_path: Path) -> None:
    with open(tmp_path / "huge.py", "wb") as stream:
        stream.truncate(40_000_000_000)  # sparse: takes no room
    path = write("app.py")
    result = run("fix")
    assert (result.code, result.err) == (2, "error: huge.py: too large (40000 MB; up to 10 MB are read)\n")
    assert path.read_text() == V4


@pytest.mark.skipif(os.geteuid() == 0, reason="a superuser may read everything")
def test_what_may_not_be_read(run: Run, write: Write) -> None:
    write("secret/app.py").parent.chmod(0)
    write("mine.py").chmod(0)
    path = write("app.py")
    result = run("fix")
    assert (result.code, result.err) == (2, "error: secret: permission denied\nerror: mine.py: permission denied\n")
    assert path.read_text() == V4


@pytest.mark.parametrize("name", ["a b.py", "-x.py", "ü.py", "new\nline.py", "quote'.py"])
def test_odd_names(run: Run, write: Write, name: str) -> None:
    path = write(name)
    assert run("fix").code == 0
    assert path.read_text() == V4


# -- which files ----------------------------------------------------------------------------------------------------


def changed(folder: Path) -> list[str]:
    return sorted(str(p.relative_to(folder)) for p in folder.rglob("*.py*") if p.read_text() == V4)


def test_kinds_of_files(run: Run, write: Write, tmp_path: Path) -> None:
    for name in ("a.py", "b.pyi", "c.txt", "d.pyc", "script"):
        write(name)
    run("fix")
    assert changed(tmp_path) == ["a.py", "b.pyi"]
    run("fix", "script")
    assert (tmp_path / "script").read_text() == V4


@pytest.mark.parametrize("folder", [".git", ".venv", "venv", "node_modules", "build", "dist", ".tox", "site-packages", "deep/.nox"])
def test_default_excludes(run: Run, write: Write, tmp_path: Path, folder: str) -> None:
    write(f"{folder}/lib/app.py")
    write("app.py")
    run("fix")
    assert changed(tmp_path) == ["app.py"]
    run("fix", folder)  # named, so it is meant
    assert changed(tmp_path) == sorted(["app.py", f"{folder}/lib/app.py"])


def test_a_virtual_environment_of_any_name(run: Run, write: Write, tmp_path: Path) -> None:
    write("env311/pyvenv.cfg", "home = /usr\n")
    write("env311/lib/app.py")
    assert "no Python files found" in run("fix").err
    assert changed(tmp_path) == []


@pytest.mark.parametrize(
    ("patterns", "left"),
    [
        (["legacy"], ["a.py", "src/b.py", "src/gen/c_pb2.py"]),
        (["src/legacy"], ["a.py", "src/b.py", "src/gen/c_pb2.py", "legacy/e.py"]),
        (["*_pb2.py,legacy/"], ["a.py", "src/b.py"]),
        (["src/*.py", "legacy"], ["a.py", "src/gen/c_pb2.py"]),
        (["**/gen", "legacy"], ["a.py", "src/b.py"]),
        (["a.py", "src"], ["legacy/e.py"]),
    ],
)
def test_exclude(run: Run, write: Write, tmp_path: Path, patterns: list[str], left: list[str]) -> None:
    for name in ("a.py", "src/b.py", "src/gen/c_pb2.py", "src/legacy/d.py", "legacy/e.py"):
        write(name)
    run("fix", *(word for pattern in patterns for word in ("--exclude", pattern)))
    assert changed(tmp_path) == sorted(left)


def test_what_git_ignores_is_left_out(run: Run, write: Write, tmp_path: Path) -> None:
    (tmp_path / ".git" / "info").mkdir(parents=True)
    write(".git/info/exclude", "mine.py\n")
    write(".gitignore", "# made\n*_pb2.py\n/out/\n!keep_pb2.py\ngen/**\n[\n[z-a]\n\\\n")
    write("pkg/.gitignore", "local.py\n!very_pb2.py\n")
    names = ["a.py", "a_pb2.py", "keep_pb2.py", "mine.py", "out/b.py", "pkg/out/c.py", "pkg/local.py", "pkg/very_pb2.py", "local.py", "gen/x/y.py"]
    for name in names:
        write(name)
    run("fix")
    expected = ["a.py", "keep_pb2.py", "local.py", "pkg/out/c.py", "pkg/very_pb2.py"]
    assert changed(tmp_path) == expected
    run("fix", "--no-respect-gitignore")
    assert changed(tmp_path) == sorted(names)


def test_the_repository_around_a_folder_counts(run: Run, write: Write, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    write(".gitignore", "*_pb2.py\nscratch/\n")
    for name in ("pkg/a.py", "pkg/a_pb2.py", "scratch/b.py"):
        write(name)
    run("fix", "pkg")
    assert changed(tmp_path) == ["pkg/a.py"]
    run("fix", "scratch", "pkg/a_pb2.py")  # both named
    assert changed(tmp_path) == ["pkg/a.py", "pkg/a_pb2.py", "scratch/b.py"]


def test_a_folder_without_python(run: Run, write: Write) -> None:
    write("readme.txt", "weaviate")
    result = run("check")
    assert (result.code, result.err) == (0, "warning: no Python files found under the given paths\n")


def test_a_file_given_twice_is_told_of_once(run: Run, write: Write, tmp_path: Path) -> None:
    path = write("pkg/app.py", HEAD + USE.format("A"))
    result = run("check", "pkg", "./pkg/app.py", path, "pkg/../pkg")
    assert result.out.count("WV203") == 1


def test_a_link_to_itself_stops_no_run(run: Run, write: Callable[..., Path], tmp_path: Path) -> None:
    write("app.py")
    (tmp_path / "loop.py").symlink_to("loop.py")
    result = run("check")
    assert (result.code, result.err) == (1, "")
    assert "app.py:4:8: WV203" in result.out


def test_what_is_nested_too_deeply_is_told(run: Run, write: Callable[..., Path]) -> None:
    write("deep.py", V3 + f"x = {'-' * 10_000}1\n")
    assert run("check").err.startswith("error: deep.py: can't be parsed: ")
    assert not run("check").err.endswith("parsed: \n")
