"""``[tool.flake8-weaviate-v4]``: where it is found, what it does, and what is said where it is wrong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import HEAD, USE, V3, Run

Write = Callable[..., Path]
TABLE = "[tool.flake8-weaviate-v4]\n"


def codes(out: str) -> list[str]:
    return sorted({word for word in out.split() if word.startswith("WV") and len(word) == 5})


def test_the_file_says_what_is_selected(run: Run, write: Write) -> None:
    write("app.py")
    assert codes(run("check", select="").out) == ["WV100", "WV101", "WV203"]
    write("pyproject.toml", TABLE + 'select = ["WV1"]\nignore = ["WV101"]\n')
    assert codes(run("check", select="").out) == ["WV100"]
    assert codes(run("check", "--extend-select", "WV2", select="").out) == ["WV100", "WV203"]
    assert codes(run("check", "--ignore", "WV100", select="").out) == ["WV101"]  # the command line replaces a key
    assert codes(run("check", "--isolated", select="").out) == ["WV100", "WV101", "WV203"]


def test_it_is_found_above_the_paths(run: Run, write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write("one/app.py")
    write("one/pyproject.toml", TABLE + 'select = ["WV2"]\n')
    write("one/deep/app.py")
    write("one/deep/pyproject.toml", "[tool.other]\n")  # has no table of ours: the search goes on
    assert codes(run("check", "one/deep", select="").out) == ["WV203"]
    monkeypatch.chdir(tmp_path / "one" / "deep")
    assert codes(run("check", select="").out) == ["WV203"]
    assert codes(run("check", "-", "--stdin-filename", "x.py", select="", stdin=V3.encode()).out) == ["WV203"]
    monkeypatch.chdir(tmp_path)
    assert "WV100" in run("check", select="").out  # not that of a folder below


def test_a_file_may_be_named(run: Run, write: Write) -> None:
    write("app.py")
    write("other.toml", TABLE + 'select = ["WV2"]\n')
    assert codes(run("check", "--config", "other.toml", select="").out) == ["WV203"]


@pytest.mark.parametrize("flag", ["deprecations", "report-guarded", "unclosed", "unused-noqa"])
def test_flags_switch_optional_rules_and_the_command_line_switches_them_back(run: Run, write: Write, flag: str) -> None:
    write(
        "app.py",
        "import weaviate\nclient = weaviate.connect_to_local()\nx = 1  # noqa: WV101\n"
        "client.collections.create('A', vectorizer_config=None)\n"
        "def both(old: weaviate.Client):  # noqa: WV100\n    if not hasattr(old, 'collections'):\n        old.schema.delete_all()\n",
    )
    write("pyproject.toml", TABLE)
    off = codes(run("check", select="").out)
    write("pyproject.toml", TABLE + f"{flag} = true\n")
    assert len(codes(run("check", select="").out)) == len(off) + 1
    assert codes(run("check", f"--no-{flag}", select="").out) == off
    write("pyproject.toml", TABLE)
    assert len(codes(run("check", f"--{flag}", select="").out)) == len(off) + 1


def test_codes_are_left_out_in_some_files(run: Run, write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("app.py", "tests/a.py", "tests/deep/b.py", "src/tests_of.py"):
        write(name)
    write("pyproject.toml", TABLE + '[tool.flake8-weaviate-v4.per-file-ignores]\n"tests/" = ["WV1"]\n"app.py" = ["WV203"]\n')
    found = run("check", select="").out.splitlines()[:-1]
    assert codes("\n".join(line for line in found if line.startswith("tests/"))) == ["WV203"]
    assert codes("\n".join(line for line in found if line.startswith("app.py"))) == ["WV100", "WV101"]
    assert codes("\n".join(line for line in found if line.startswith("src/"))) == ["WV100", "WV101", "WV203"]
    monkeypatch.chdir(tmp_path / "tests")  # patterns of the file are relative to it, those of the command line to this folder
    assert codes(run("check", select="").out) == ["WV203"]
    assert codes(run("check", "--per-file-ignores", "deep/*:WV2,WV1", "deep", select="").out) == []
    assert codes(run("check", "--select", "WV100", select="").out) == []  # whatever is selected


def test_a_fix_of_what_is_left_out_in_a_file_is_not_made(run: Run, write: Write) -> None:
    path = write("tests/a.py")
    run("fix", "--per-file-ignores", "tests/*:WV2", select="")
    assert path.read_text().endswith(USE.format("A"))


def test_exclude_is_relative_to_the_file(run: Run, write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write("pyproject.toml", TABLE + 'exclude = ["/old"]\n')
    write("old/app.py")
    write("new/old/app.py")
    monkeypatch.chdir(tmp_path / "new")
    assert "old/app.py" in run("check", "..").out
    assert "../old" not in run("check", "..").out
    assert run("check", "..", "--exclude", "old").out == "All checks passed!\n"  # besides


def test_unsafe_fixes_and_the_target(run: Run, write: Write) -> None:
    path = write("app.py", HEAD + "client.data_object.delete('0d2a5b2c-8d5e-4b7a-9d3f-1c2b3a4d5e6f', class_name='A')\n")
    write("pyproject.toml", TABLE + "unsafe-fixes = true\n")
    assert "data_object" in path.read_text()
    assert "fixable with --fix" in run("check", select="WV3").out
    run("fix", "--no-unsafe-fixes", select="WV3")
    assert "data_object" in path.read_text()
    run("fix", select="WV3")
    assert "data_object" not in path.read_text()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('selcet = ["WV1"]', "tool.flake8-weaviate-v4: unknown key `selcet`; do you mean `select`?"),
        ("zzz = 1", "tool.flake8-weaviate-v4: unknown key `zzz`"),
        ('select = "WV1"', "tool.flake8-weaviate-v4.select: must be a list of texts, not 'WV1'"),
        ("select = [1]", "tool.flake8-weaviate-v4.select: must be a list of texts, not [1]"),
        ('select = ["E5"]', "no code starts with 'E5': the codes are WV and three digits"),
        ('per-file-ignores = ["a:WV1"]', 'tool.flake8-weaviate-v4.per-file-ignores: must be a table such as {"tests/*" = ["WV7"]}'),
        ('per-file-ignores = {"a" = "WV1"}', "tool.flake8-weaviate-v4.per-file-ignores: must be a list of texts, not 'WV1'"),
        ('unclosed = "yes"', "tool.flake8-weaviate-v4.unclosed: must be true or false, not 'yes'"),
        ("target-client = 4", "tool.flake8-weaviate-v4.target-client: must be a text, not 4"),
        ('target-client = "3.2"', "tool.flake8-weaviate-v4.target-client: '3.2' is no version of weaviate-client v4"),
        ("jobs = 0", "tool.flake8-weaviate-v4.jobs: must be a number from 1, not 0"),
        ("jobs = true", "tool.flake8-weaviate-v4.jobs: must be a number from 1, not True"),
        ("jobs =", "Invalid value (at line 2"),
    ],
)
def test_what_is_wrong_is_named_with_file_and_key(run: Run, write: Write, text: str, said: str) -> None:
    path = write("app.py")
    write("pyproject.toml", TABLE + text + "\n")
    result = run("fix", select="")
    assert (result.code, result.out) == (2, "")
    assert result.err.count("\n") == 1
    assert said in result.err
    if not said.startswith("no code"):
        assert result.err.startswith("flake8-weaviate-v4: error: pyproject.toml: ")
    assert path.read_text() == V3


def test_files_that_can_be_no_configuration(run: Run, write: Write, tmp_path: Path) -> None:
    write("app.py")
    assert "missing.toml: no such file or directory" in run("check", "--config", "missing.toml").err
    (tmp_path / "folder.toml").mkdir()
    assert "folder.toml: is a directory" in run("check", "--config", "folder.toml").err
    write("empty.toml", "")
    assert "empty.toml: has no table [tool.flake8-weaviate-v4]" in run("check", "--config", "empty.toml").err
    write("raw.toml", b"\xff")
    assert "raw.toml: not UTF-8, so no TOML" in run("check", "--config", "raw.toml").err
    write("pyproject.toml", "[tool]\nflake8-weaviate-v4 = 1\n")
    assert "pyproject.toml: tool.flake8-weaviate-v4 must be a table" in run("check").err
    write("pyproject.toml", "[[tool]]\nflake8-weaviate-v4 = 1\n")
    assert run("check").code == 1  # no table of ours in it


@pytest.mark.parametrize("value", ["x", "a.py:", ":WV1", "a.py:E5"])
def test_a_wrong_word_of_the_command_line(run: Run, write: Write, value: str) -> None:
    write("app.py")
    result = run("check", "--per-file-ignores", value, select="")
    assert result.code == 2
    assert result.out == ""
    assert "PATTERN:CODES" in result.err or "no code starts with 'E5'" in result.err


@pytest.mark.parametrize("jobs", ["0", "-1", "two"])
def test_wrong_jobs(run: Run, jobs: str) -> None:
    result = run("check", f"--jobs={jobs}")
    assert result.code == 2
    assert "is no number from 1" in result.err


def test_what_is_excluded_can_be_left_out_though_it_is_named(run: Run, write: Write, tmp_path: Path) -> None:
    for name in ("old/app.py", "app.py", "build/app.py", "old.py"):
        write(name)
    names = ["old/app.py", "app.py", "build/app.py", str(tmp_path / "old.py")]
    write("pyproject.toml", TABLE + 'exclude = ["old/"]\n')
    found = [line.partition(":")[0] for line in run("check", *names).out.splitlines()[:-1]]
    assert found == ["old/app.py", "app.py", "build/app.py", "old.py"]
    found = [line.partition(":")[0] for line in run("check", "--force-exclude", *names).out.splitlines()[:-1]]
    assert found == ["app.py", "old.py"]
    assert run("check", "--force-exclude", "old").out == "All checks passed!\n"
    write("pyproject.toml", TABLE + 'exclude = ["old/"]\nforce-exclude = true\n')
    assert run("check", "old/app.py").code == 0
    assert run("check", "--no-force-exclude", "old/app.py").code == 1
