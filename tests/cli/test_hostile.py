"""Checkouts that somebody made to harm: nothing of them is run, nothing waits for ever, and each case ends in one clear line."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from xml.etree import ElementTree

import pytest
from session import Session

from .conftest import HEAD, USE, V3, V4, Run

Write = Callable[..., Path]
SHADOWED = (
    "conftest setup sitecustomize usercustomize yaml json pathspec graphql packaging tomllib flake8 weaviate pygls multiprocessing pickle"
    " struct signal selectors socket argparse concurrent"
).split()
COMMANDS = {
    "script": [str(Path(sys.executable).with_name("flake8-weaviate-v4")), "check", "-j2", "."],
    "module": [sys.executable, "-m", "flake8_weaviate_v4", "fix", "--diff", "-j2", "."],
    "flake8": [str(Path(sys.executable).with_name("flake8")), "--select=WV", "-j2", "."],
    "report": [str(Path(sys.executable).with_name("flake8-weaviate-v4")), "report", "--markdown", "-"],
}
STARTED = """
import multiprocessing, sys
from flake8_weaviate_v4.cli import main
if __name__ == "__main__":
    multiprocessing.set_start_method(sys.argv[1])
    sys.exit(main(["check", "-j2", "."]))
"""


@pytest.fixture
def trapped(write: Write, tmp_path: Path) -> Path:
    """A folder whose modules leave a mark when they are run."""
    mark = tmp_path.parent / f"{tmp_path.name}-mark"
    trap = f"open({str(mark)!r}, 'a').write(__file__)\n"
    for name in SHADOWED:
        write(f"{name}.py", trap)
    write("app.py", "import conftest, setup\n" + V3)
    write("other.py")
    harm = f'!!python/object/apply:os.system ["touch {mark}"]'
    write("compose.yaml", f"services:\n  w:\n    image: semitechnologies/weaviate:1.19.0\n    x: {harm}\n")
    cell = json.dumps({"cells": [{"cell_type": "code", "source": [*HEAD.splitlines(keepends=True), f"!touch {mark}"]}], "metadata": {}})
    write("n.ipynb", cell)
    return mark


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_no_code_is_run(trapped: Path, tmp_path: Path, command: list[str]) -> None:
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode in (0, 1), done.stderr
    assert "WV203" in done.stdout or "collections.delete" in done.stdout or "findings" in done.stdout
    assert not trapped.exists(), trapped.read_text()


def test_nor_what_is_named_like_this_package(trapped: Path, write: Write, tmp_path: Path) -> None:
    """``python -m`` looks in the working folder; the command, which hooks and editors start, does not."""
    for name in ("flake8_weaviate_v4.py", "flake8_weaviate_v4/__init__.py", "weaviate/__init__.py", "lsprotocol.py", "cattrs.py", "attrs.py", "asyncio.py"):
        write(name, f"open({str(trapped)!r}, 'a').write(__file__)\n")
    for command in (COMMANDS["script"], COMMANDS["report"], [COMMANDS["script"][0], "fix", "--diff", "-j2", "."]):
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=120, check=False)
        assert done.returncode in (0, 1), done.stderr
    with closing(Session([COMMANDS["script"][0], "server"], tmp_path)) as session:
        assert {each["code"] for each in session.diagnostics(tmp_path / "app.py", "import conftest, setup\n" + V3)} == {"WV203"}
        place = {"start": {"line": 4, "character": 8}, "end": {"line": 4, "character": 8}}
        asked = {"textDocument": {"uri": (tmp_path / "app.py").as_uri()}, "range": place, "context": {"diagnostics": []}}
        assert "Rewrite for v4 (WV203)" in [each["title"] for each in session.ask("textDocument/codeAction", asked)]
    assert not trapped.exists(), trapped.read_text()


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("pyproject.toml", f"x = {'[' * 20_000}"), ("pyproject.toml", "[tool.flake8-weaviate-v4]\ncache-dir = '../../x'\nselect = 3\n"),
        ("pyproject.toml", f"[tool.flake8-weaviate-v4]\nexclude = ['{'*a' * 3000}b']\n"), ("conftest.py", f"import app, conftest\nx = {'-' * 20_000}1\n"),
    ],
)  # fmt: skip
def test_the_language_server_outlives_a_hostile_checkout(write: Write, tmp_path: Path, file: str, text: str) -> None:
    """Links in circles, files that import each other, a configuration that can't be read: it goes on answering."""
    write("app.py", "import a\nfrom loop.app import client\n" + V3)
    write("test_app.py", V3)
    write(file, text)
    write("a.py", "from b import client\n")
    write("b.py", "from a import client\nimport weaviate\n")
    (tmp_path / "loop").symlink_to(".")
    (tmp_path / "odd.py").symlink_to("odd.py")
    (tmp_path / "c").mkdir()
    (tmp_path / "c" / "up").symlink_to("../c")
    with closing(Session([COMMANDS["script"][0], "server"], tmp_path)) as session:
        for path in (tmp_path / "app.py", tmp_path / "test_app.py", tmp_path / "c" / "up" / "app.py"):
            document = {"uri": path.as_uri(), "languageId": "python", "version": 1, "text": V3}
            session.tell("textDocument/didOpen", {"textDocument": document})
            session.wait(lambda each: each.get("method") == "textDocument/publishDiagnostics")
            whole = {"start": {"line": 0, "character": 0}, "end": {"line": 9, "character": 0}}
            asked = {"textDocument": {"uri": path.as_uri()}, "range": whole, "context": {"diagnostics": []}}
            assert isinstance(session.ask("textDocument/codeAction", asked), list)
        (tmp_path / file).unlink()
        session.tell("textDocument/didSave", {"textDocument": {"uri": (tmp_path / "app.py").as_uri()}})
        told = session.wait(lambda each: each.get("method") == "textDocument/publishDiagnostics" and each["params"]["uri"].endswith("/test_app.py"))
        assert {each["code"] for each in told["params"]["diagnostics"]} == {"WV100", "WV101", "WV203"}
    assert not (tmp_path.parent.parent / "x").exists()


@pytest.mark.skipif(sys.version_info < (3, 11), reason="without PYTHONSAFEPATH one process is used where they are not forked")
@pytest.mark.parametrize("method", ["spawn", "forkserver"])
def test_processes_that_are_not_forked_run_none_either(trapped: Path, tmp_path: Path, method: str) -> None:
    script = tmp_path.parent / f"{tmp_path.name}-script.py"
    script.write_text(STARTED)
    done = subprocess.run([sys.executable, str(script), method], cwd=tmp_path, capture_output=True, text=True, timeout=120, check=False)
    assert (done.returncode, "WV203" in done.stdout) == (1, True), done.stderr
    assert not trapped.exists(), trapped.read_text()


def test_history_runs_no_program_of_the_checkout(run: Run, write: Write, tmp_path: Path) -> None:
    mark = tmp_path.parent / f"{tmp_path.name}-mark"
    program = tmp_path.parent / f"{tmp_path.name}-program"
    program.write_text(f"#!/bin/sh\necho run >> {mark}\ncat\n")
    program.chmod(0o755)
    write("app.py")
    write(".gitattributes", "* filter=evil diff=evil\n")

    def git(*words: str, given: bytes = b"") -> bytes:
        who = ["-c", "user.name=x", "-c", "user.email=x@y.z"]
        return subprocess.run(["git", *who, *words], cwd=tmp_path, check=True, input=given, capture_output=True).stdout

    git("init", "-q")
    git("add", "-A")
    git("commit", "-qm", "x")
    signed = git("cat-file", "commit", "HEAD").replace(b"\n\n", b"\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----\n\n", 1)
    git("update-ref", "HEAD", git("hash-object", "-t", "commit", "-w", "--stdin", given=signed).decode().strip())
    for key in ("filter.evil.smudge", "filter.evil.clean", "gpg.program", "core.fsmonitor", "core.pager", "diff.evil.textconv", "tar.tar.command"):
        git("config", key, str(program))
    git("config", "log.showSignature", "true")
    result = run("report", "--markdown", "-", "--history", select="WV203")
    assert (result.code, result.err.splitlines()[-1][:9]) == (0, "1 finding")
    assert not mark.exists()
    git("log", "--format=%H")
    assert mark.exists()  # the trap works


# -- what is no file --------------------------------------------------------------------------------------------------


def make_socket(path: Path) -> None:
    here = os.getcwd()
    os.chdir(path.parent)  # a socket's path must be short
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(path.name)
    os.chdir(here)


def sparse(size: int) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        with path.open("wb") as stream:
            stream.truncate(size)

    return make


ODD: dict[str, tuple[Callable[[Path], None], str]] = {
    "fifo": (os.mkfifo, "not a regular file"),
    "device": (lambda path: path.symlink_to("/dev/zero"), "not a regular file"),
    "socket": (make_socket, "not a regular file"),
    "sparse": (sparse(5_000_000_000), "too large (5000 MB; up to 10 MB are read)"),
}


@pytest.mark.parametrize("kind", ODD)
@pytest.mark.parametrize("named", [False, True])
def test_what_is_no_file_is_told_and_not_read(run: Run, write: Write, tmp_path: Path, kind: str, named: bool) -> None:
    write("app.py")
    make, why = ODD[kind]
    make(tmp_path / "odd.py")
    result = run("fix", *(("odd.py", "app.py") if named else ()))
    assert (result.code, result.err) == (2, f"error: odd.py: {why}\n")
    assert (tmp_path / "app.py").read_text() == V4


@pytest.mark.parametrize("kind", ODD)
def test_nor_is_it_as_an_import_or_fixture(run: Run, write: Write, tmp_path: Path, kind: str) -> None:
    write("test_app.py", "from odd import client\n" + V3)
    for name in ("odd.py", "conftest.py"):
        ODD[kind][0](tmp_path / name)
    result = run("check", "test_app.py")
    assert (result.code, result.out.count("WV203"), result.err) == (1, 1, "")


@pytest.mark.parametrize("kind", ODD)
@pytest.mark.parametrize("name", ["pyproject.toml", "weaviate-v4-baseline.json"])
def test_nor_as_a_configuration(run: Run, write: Write, tmp_path: Path, kind: str, name: str) -> None:
    write("app.py")
    ODD[kind][0](tmp_path / name)
    result = run("check")
    assert (result.code, result.out) == (2, "")
    assert re.fullmatch(rf"flake8-weaviate-v4: error: {name}: (not a regular file|too large .*)\n", result.err)


@pytest.mark.parametrize("kind", ODD)
@pytest.mark.parametrize("name", [".gitignore", ".git/info/exclude"])
def test_nor_as_patterns(run: Run, write: Write, tmp_path: Path, kind: str, name: str) -> None:
    write("app.py")
    (tmp_path / ".git" / "info").mkdir(parents=True)
    ODD[kind][0](tmp_path / name)
    result = run("check")
    assert (result.code, result.err) == (1, "")


@pytest.mark.skipif(not Path("/proc/self/pagemap").exists(), reason="needs /proc")
@pytest.mark.parametrize("path", ["/proc/kmsg", "/proc/self/mem", "/proc/self/pagemap"])
def test_files_that_say_they_are_empty_and_never_end(run: Run, path: str) -> None:
    result = run("check", path)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"error: {path}: ")


# -- names and contents in the output ---------------------------------------------------------------------------------

NAMES = {
    "line end": "a\n::error ::b.py", "escape": "a\x1b[31mb.py", "right to left": "a\u202eyp.b", "surrogate": "a\udce4.py", "dash": "-x.py",
    "tag": "<script>alert(1)</script>.py", "quotes": "a\"'`b.py", "command": "##vso[task.complete]x.py", "table": "a|b\\|c](x).py",
    "tags": "a\U000e0041.py", "percent": "%0A::error::.py", "entity": "&lt;]]>.py",
}  # fmt: skip
FORMATS = ["full", "concise", "grouped", "json", "json-lines", "sarif", "github", "gitlab", "junit", "rdjson", "azure"]
MEAN = 'client.schema.delete_class("\x1b[2J\u202e</script><img src=x>]]>\\n::error::\\ud800&amp;|`")  # \x1b[2J <!-- ]]> \u2028 ::x\n'


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("form", FORMATS)
def test_no_name_or_code_breaks_out_of_a_format(run: Run, write: Write, name: str, form: str) -> None:
    file = NAMES[name].replace("/", "\u2215")
    write(f"d/{file if file.endswith('.py') else file + '.py'}", HEAD + MEAN)
    result = run("check", "--output-format", form)
    assert (result.code, result.err) == (1, "")
    text = result.raw.decode("utf-8", "surrogateescape")
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", text)
    if form in ("full", "concise", "grouped", "github", "azure"):
        assert not re.search("[\u202e\U000e0041]", text)
    if form in ("json", "sarif", "gitlab", "rdjson"):
        json.loads(text)
    elif form == "junit":
        ElementTree.fromstring(text)
    else:
        for line in text.splitlines():
            assert form == "github" or not line.lstrip().startswith("::"), line
            assert form == "azure" or not line.startswith("##vso"), line
        if form in ("github", "azure", "json-lines"):
            assert len(text.splitlines()) == 1


@pytest.mark.parametrize("name", NAMES)
def test_nor_out_of_what_fix_and_report_say(run: Run, write: Write, tmp_path: Path, name: str) -> None:
    file = NAMES[name].replace("/", "\u2215")
    path = write(f"d/{file if file.endswith('.py') else file + '.py'}", HEAD + MEAN)
    write(f"d/{file}broken.py", "weaviate(\n")
    told = [run("report", "--html", "page.html", "--markdown", "-"), run("fix", "--diff"), run("fix")]
    for each in told:
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f\u202e]", each.err)
        assert all(line.startswith(("error: d/", "Wrote", "1 finding", "Would")) for line in each.err.splitlines())
    page = (tmp_path / "page.html").read_text("utf-8")
    assert "<script>alert" not in page
    assert "<img src=x>" not in page
    assert "<script" not in told[0].out.lower()
    assert all(line.startswith(("---", "+++", "@@", " ", "-", "+")) for line in told[1].out.split("\n") if line)
    assert ".collections.delete(" in path.read_text("utf-8")


def test_a_line_of_many_findings_is_shown_in_part(run: Run, write: Write) -> None:
    write("app.py", HEAD + "; ".join([USE.format("A").strip()] * 3000) + "\n")
    result = run("check", "--output-format", "full")
    assert result.code == 1
    assert "Found 3000 findings" in result.out
    assert max(map(len, result.out.splitlines())) < 500
    assert "..." in result.out
