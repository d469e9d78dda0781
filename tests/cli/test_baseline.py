"""The baseline: what is put off, what is new, what is gone."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from flake8_weaviate_v4.command import baseline

from .conftest import HEAD, USE, V3, Run

Write = Callable[..., Path]
NAME = "weaviate-v4-baseline.json"


def held(folder: Path) -> Any:
    return json.loads((folder / NAME).read_text())["findings"]


def test_what_is_there_is_put_off_and_what_is_new_is_not(run: Run, write: Write, tmp_path: Path) -> None:
    write("app.py")
    result = run("check", "--add-baseline")
    assert (result.code, result.out, result.err) == (0, "No new findings.\n", f"{NAME} holds 1 finding now.\n")
    assert held(tmp_path) == {"app.py": {"WV203": 1}}
    result = run("check")
    assert (result.code, result.err) == (0, f"1 finding not reported, because {NAME} holds it.\n")
    write("app.py", "'''moved'''\n\n\n" + V3)
    assert run("check").code == 0  # counts know no lines
    write("app.py", V3 + USE.format("B"))
    result = run("check")
    assert result.code == 1
    assert [line.partition(" ")[0] for line in result.out.splitlines()[:2]] == ["app.py:4:8:", "app.py:5:8:"]
    assert f"app.py: 2 x WV203, where {NAME} allows 1: all are reported" in result.err
    assert run("check", "--no-baseline").code == 1


def test_a_new_file_and_a_new_code_are_reported(run: Run, write: Write) -> None:
    write("app.py")
    run("check", "--add-baseline")
    write("new.py")
    result = run("check", "--extend-select", "WV100")
    assert sorted(line.split()[0] + line.split()[1] for line in result.out.splitlines()[:-1]) == [
        "app.py:3:19:WV100", "new.py:3:19:WV100", "new.py:4:8:WV203",
    ]  # fmt: skip


def test_what_is_gone_can_be_pruned(run: Run, write: Write, tmp_path: Path) -> None:
    write("a.py", V3 + USE.format("B"))
    write("b.py")
    write("c/c.py")
    run("check", "--add-baseline")
    write("a.py")
    (tmp_path / "b.py").unlink()
    result = run("check")
    assert (result.code, result.err.splitlines()[1]) == (0, f"2 findings of {NAME} gone: take them out with --prune-baseline.")
    assert run("check", "c").err.splitlines()[1].startswith("1 finding of ")  # b.py; of a.py nothing is known
    assert held(tmp_path) == {"a.py": {"WV203": 2}, "b.py": {"WV203": 1}, "c/c.py": {"WV203": 1}}
    result = run("check", "--prune-baseline")
    assert result.err.splitlines()[1] == f"{NAME}: 2 findings less, 2 findings left."
    assert held(tmp_path) == {"a.py": {"WV203": 1}, "c/c.py": {"WV203": 1}}
    write("a.py", V3 + USE.format("B"))
    assert run("check").code == 1  # pruned is pruned
    assert run("check", "--prune-baseline").code == 1
    assert held(tmp_path)["a.py"] == {"WV203": 1}  # never raised by pruning


def test_a_part_is_added_without_the_rest(run: Run, write: Write, tmp_path: Path) -> None:
    write("a.py")
    write("b.py")
    run("check", "--add-baseline", "a.py")
    assert held(tmp_path) == {"a.py": {"WV203": 1}}
    run("check", "--add-baseline", "b.py")
    assert held(tmp_path) == {"a.py": {"WV203": 1}, "b.py": {"WV203": 1}}
    write("a.py", "")
    run("check", "--add-baseline", ".")
    assert held(tmp_path) == {"b.py": {"WV203": 1}}


def test_fix_mends_what_is_put_off(run: Run, write: Write) -> None:
    path = write("app.py", V3 + "client.contextionary.get_concept_vector('x')\n")
    run("check", "--add-baseline", select="WV203,WV843")
    result = run("fix", select="WV203,WV843")
    assert "collections.delete" in path.read_text()
    assert (result.code, result.out) == (0, "Fixed app.py: 1 finding (WV203)\nFound 1 finding (1 fixed, 0 left).\n")
    assert f"1 finding of {NAME} gone" in result.err


def test_the_burn_down(run: Run, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    write("app.py", HEAD + USE.format("A") * 4)
    for day, left in (("2026-11-02", 4), ("2026-11-09", 3), ("2026-11-16", 1)):
        monkeypatch.setattr(baseline, "today", lambda day=day: day)
        write("app.py", HEAD + USE.format("A") * left)
        run("check", "--add-baseline")
    write("app.py", HEAD)
    assert run("check", "--baseline-report").err.splitlines()[1:] == [
        "Baseline burn-down:",
        "  2026-11-02  4  ########################################",
        "  2026-11-09  3  ##############################",
        "  2026-11-16  1  ##########",
        "  now         0",
        "  WV2: 0 of 1 left",
    ]


def test_it_lies_beside_the_configuration_or_where_one_says(run: Run, write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write("pyproject.toml", "[tool.flake8-weaviate-v4]\n")
    write("pkg/app.py")
    monkeypatch.chdir(tmp_path / "pkg")
    run("check", "--add-baseline")
    assert held(tmp_path) == {"pkg/app.py": {"WV203": 1}}
    assert run("check").code == 0
    (tmp_path / NAME).unlink()
    write("pyproject.toml", '[tool.flake8-weaviate-v4]\nbaseline = "ci/put-off.json"\n')
    (tmp_path / "ci").mkdir()
    run("check", "--add-baseline")
    assert run("check").code == 0
    assert "../pkg/app.py" in (tmp_path / "ci/put-off.json").read_text()
    assert run("check", "--baseline", "other.json", "--add-baseline").code == 0
    assert "app.py" in (tmp_path / "pkg/other.json").read_text()


def test_the_standard_input_is_put_off_by_its_name(run: Run, write: Write) -> None:
    write("app.py")
    run("check", "--add-baseline")
    assert run("check", "-", "--stdin-filename", "app.py", stdin=V3.encode()).code == 0
    assert run("check", "-", "--stdin-filename", "new.py", stdin=V3.encode()).code == 1
    assert run("check", "-", stdin=V3.encode()).code == 1


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{", '{"version": 2, "findings": {}}', '{"version": 1}', '{"version": 1, "findings": {"a": {"WV1": -1}}}',
     '{"version": 1, "findings": {"a": 3}}', '{"version": 1, "findings": {"a": {"WV1": "x"}}}', "\xff", "[" * 100_000],
)  # fmt: skip
def test_a_broken_baseline_is_named_and_stays(run: Run, write: Write, text: str) -> None:
    write("app.py")
    path = write(NAME, text.encode("latin-1"))
    for words in ((), ("--add-baseline",), ("--prune-baseline",)):
        result = run("check", *words)
        assert (result.code, result.out) == (2, "")
        assert result.err.startswith(f"flake8-weaviate-v4: error: {NAME}: no baseline")
        assert result.err.count("\n") == 1
        assert path.read_bytes() == text.encode("latin-1")


def test_a_missing_baseline_is_an_error_where_it_was_asked_for(run: Run, write: Write) -> None:
    write("app.py")
    for words in (("--baseline", "x.json"), ("--prune-baseline",), ("--baseline-report",)):
        result = run("check", *words)
        assert result.code == 2
        assert "no such file or directory" in result.err
    result = run("check", "--add-baseline", "--baseline", "nowhere/x.json")
    assert result.code == 2
    assert "nowhere/x.json: not written: no such file or directory" in result.err


def test_a_run_knows_nothing_of_what_it_does_not_look_for(run: Run, write: Write, tmp_path: Path) -> None:
    write("app.py")
    write("broken.py")
    run("check", "--add-baseline", select="WV203,WV1")
    everything = held(tmp_path)
    write("broken.py", V3 + "(\n")
    for words in (("--select", "WV203"), ("--select", "WV1"), ("--ignore", "WV"), ("--per-file-ignores", "*.py:WV1")):
        for put in ("--prune-baseline", "--add-baseline"):
            result = run("check", put, *words, select="")
            assert held(tmp_path)["broken.py"] == everything["broken.py"]
            assert everything["app.py"].items() <= held(tmp_path)["app.py"].items()
            assert "gone" not in result.err
    write("app.py", HEAD)
    run("check", "--prune-baseline", select="WV203")
    assert held(tmp_path)["app.py"] == {"WV100": 1, "WV101": 1}
