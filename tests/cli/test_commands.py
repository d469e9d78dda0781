"""``check`` and ``fix``: what they change, what they say, and how they end."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from flake8_weaviate_v4.rewrite import areas
from flake8_weaviate_v4.rewrite import fix as fixes
from flake8_weaviate_v4.rewrite.code import Code
from flake8_weaviate_v4.rewrite.site import REWRITES, Site
from flake8_weaviate_v4.rewrite.unit import Refusal

from .conftest import HEAD, MENDED, STAYS, USE, V3, V4, Result, Run

Write = Callable[..., Path]
CONTEXTIONARY = "weaviate.contextionary.Contextionary.get_concept_vector"


def place_of(line: str) -> str:
    return line.partition(" ")[0]


# -- fix ------------------------------------------------------------------------------------------------------------


def test_fix_rewrites_in_place_and_says_what(run: Run, write: Write) -> None:
    path = write("pkg/app.py", V3 + USE.format("B"))
    result = run("fix")
    assert (result.code, result.err) == (0, "")
    assert result.out == "Fixed pkg/app.py: 2 findings (2 x WV203)\nFound 2 findings (2 fixed, 0 left).\n"
    assert path.read_text() == V4 + MENDED.format("B")


def test_a_second_run_changes_nothing(run: Run, write: Write) -> None:
    path = write("app.py")
    run("fix", select="")
    once, at = path.read_bytes(), path.stat()
    result = run("fix", select="")
    assert path.read_bytes() == once
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == (at.st_mtime_ns, at.st_ino)
    assert "Fixed " not in result.out


def test_what_is_left_is_reported(run: Run, write: Write) -> None:
    write("app.py", V3 + STAYS)
    result = run("fix", select="WV203,WV843")
    lines = result.out.splitlines()
    assert result.code == 1
    assert lines[0] == "Fixed app.py: 1 finding (WV203)"
    assert lines[1].startswith("app.py:5:8: WV843 `client.contextionary.get_concept_vector(")
    assert lines[-1] == "Found 2 findings (1 fixed, 1 left)."


def test_nothing_to_do(run: Run, write: Write) -> None:
    write("app.py", V4)
    assert run("fix") == Result(0, "All checks passed!\n", "", b"All checks passed!\n")


@pytest.mark.parametrize("command", ["fix", "check"])
def test_diff_writes_nothing(run: Run, write: Write, command: str) -> None:
    path = write("app.py")
    result = run(command, "--diff")
    assert result.code == 1
    assert result.out == (
        "--- app.py\n+++ app.py\n@@ -1,4 +1,4 @@\n import weaviate\n \n"
        ' client = weaviate.Client("http://localhost:8080")\n'
        '-client.schema.delete_class("A")\n+client.collections.delete("A")\n'
    )
    assert result.err == "Would fix 1 finding.\n"
    assert path.read_text() == V3
    path.write_text(V4)
    assert run(command, "--diff") == Result(0, "", "Nothing would change.\n", b"")


@pytest.mark.skipif(not shutil.which("patch"), reason="patch is not installed")
def test_a_diff_can_be_applied(run: Run, write: Write, tmp_path: Path) -> None:
    sources = {"a.py": V3.encode(), "b.py": V3.rstrip().encode(), "c.py": b"# coding: latin-1\n" + V3.encode() + b"x = '\xe9'"}
    for name, content in sources.items():
        write(name, content)
    diff = run("fix", "--diff").raw
    run("fix")
    fixed = {name: (tmp_path / name).read_bytes() for name in sources}
    for name, content in sources.items():
        assert fixed[name] != content
        write(name, content)
    subprocess.run(["patch", "-p0", "--binary", "--quiet"], input=diff, cwd=tmp_path, check=True)
    assert {name: (tmp_path / name).read_bytes() for name in sources} == fixed


def test_the_diff_is_what_fix_writes(run: Run, write: Write, tmp_path: Path) -> None:
    write("db.py", HEAD)
    path = write("app.py", "from db import client\n\n" + USE.format("A"))
    shown = [line[1:] for line in run("fix", "--diff").out.splitlines() if line.startswith("+") and not line.startswith("+++")]
    run("fix")
    assert [line for line in path.read_text().splitlines() if line in shown] == shown != []


# -- check ----------------------------------------------------------------------------------------------------------


def test_check_says_what_flake8_says(run: Run, write: Write, tmp_path: Path) -> None:
    write("app.py", V3 + STAYS + "r = client.query.get('A', ['b']).do()\n")
    result = run("check", "app.py", select="")
    flake8 = [sys.executable, "-m", "flake8", "--isolated", "--select=WV", "app.py"]
    assert result.out.splitlines()[:-1] == subprocess.run(flake8, check=False, cwd=tmp_path, capture_output=True, text=True).stdout.splitlines()
    assert result.code == 1


def test_check_changes_nothing(run: Run, write: Write) -> None:
    path = write("app.py", V3 + STAYS)
    result = run("check", select="WV203,WV843")
    assert result.code == 1
    assert result.out.endswith("Found 2 findings (at least 1 fixable with --fix).\n")
    assert path.read_text() == V3 + STAYS


def test_check_of_clean_code(run: Run, write: Write) -> None:
    write("app.py", V4)
    assert run("check") == Result(0, "All checks passed!\n", "", b"All checks passed!\n")


def test_check_with_fix_is_fix(run: Run, write: Write) -> None:
    path = write("app.py", V3 + STAYS)
    checked = run("check", "--fix", select="WV203,WV843")
    assert path.read_text() == V4 + STAYS
    write("app.py", V3 + STAYS)
    assert run("fix", select="WV203,WV843") == checked


def test_fix_only_is_silent_about_the_rest(run: Run, write: Write) -> None:
    path = write("app.py", V3 + STAYS)
    result = run("check", "--fix-only", select="WV203,WV843")
    assert (result.code, result.out, result.err) == (0, "Fixed app.py: 1 finding (WV203)\nFixed 1 finding.\n", "")
    assert path.read_text() == V4 + STAYS


# -- codes ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("args", "is_fixed"),
    [
        (["--select", "WV2"], True),
        (["--select", "ALL"], True),
        (["--select", "WV5"], False),
        (["--select", "WV5", "--extend-select", "WV203"], True),
        (["--ignore", "WV2"], False),
        (["--ignore", "WV203"], False),
        (["--select", "WV203", "--ignore", "WV2"], True),
        (["--select", "WV203", "--ignore", "WV203"], False),
        (["--select", "WV5,WV203"], True),
        (["--select", "WV5", "--select", "WV2"], True),
    ],
)
def test_only_what_is_selected_is_fixed_and_reported(run: Run, write: Write, args: list[str], is_fixed: bool) -> None:
    path = write("app.py")
    reported = "WV203" in run("check", *args, select="").out
    run("fix", *args, select="")
    assert (MENDED.format("A") in path.read_text(), reported) == (is_fixed, is_fixed)


def test_selecting_rules_that_are_off_switches_them_on(run: Run, write: Write) -> None:
    write("app.py", "import weaviate\n\nclient = weaviate.connect_to_local()\nclient.collections.list_all()\n")
    assert run("check", select="").code == 0
    by_code, by_switch = run("check", select="WV150"), run("check", "--unclosed", select="")
    assert by_code.code == 1
    assert by_code == by_switch
    assert "WV150" in by_code.out


@pytest.mark.parametrize("option", ["--select", "--ignore", "--extend-select"])
def test_a_code_that_no_rule_has(run: Run, write: Write, option: str) -> None:
    path = write("app.py")
    result = run("fix", option, "WV5x", select="")
    assert (result.code, result.out) == (2, "")
    assert result.err == "flake8-weaviate-v4: error: no code starts with 'WV5x': the codes are WV and three digits\n"
    assert path.read_text() == V3


def test_target_client(run: Run, write: Write) -> None:
    write("app.py", HEAD + "client.data_object.get(class_name='A')\n")
    old = run("check", "--target-client", "4.9", select="WV3").out
    assert 'collections.get(' in old
    assert 'collections.use(' in run("check", "--target-client", "4.16.2", select="WV3").out
    wrong = run("check", "--target-client", "3.2")
    assert (wrong.code, wrong.err.splitlines()[-1].partition("error: ")[2]) == (
        2, "argument --target-client: '3.2' is no version of weaviate-client v4, such as 4.9",
    )  # fmt: skip


# -- noqa -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("comment", "is_silent"),
    [
        ("# noqa", True), ("# noqa: WV203", True), ("# NOQA:WV2", True), ("# noqa: E501,WV203", True),
        ("# noqa: WV501", False), ("# noqa: E501", False), ("# nothing", False),
    ],
)  # fmt: skip
def test_noqa_keeps_a_line(run: Run, write: Write, comment: str, is_silent: bool) -> None:
    line = f"{USE.format('A').rstrip()}  {comment}\n"
    path = write("app.py", HEAD + USE.format("above") + line)
    assert run("check").out.count("WV203") == 2 - is_silent
    assert run("fix").code == 0
    expected = line if is_silent else f"{MENDED.format('A').rstrip()}  {comment}\n"
    assert path.read_text() == HEAD + MENDED.format("above") + expected


def test_noqa_counts_behind_a_string_of_several_lines(run: Run, write: Write) -> None:
    text = HEAD + 'client.schema.delete_class("""A\nB""")  # noqa: WV203\n'
    path = write("app.py", text)
    assert run("fix").out == "All checks passed!\n"
    assert path.read_text() == text


@pytest.mark.parametrize("comment", ["# flake8: noqa\n", "# flake8:noqa\n"])
def test_noqa_for_a_whole_file(run: Run, write: Write, comment: str) -> None:
    path = write("app.py", comment + V3)
    assert run("check", select="").out == "All checks passed!\n"
    assert run("fix", select="").code == 0
    assert path.read_text() == comment + V3


def test_noqa_moves_with_its_line(run: Run, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fix of the first round that adds lines above does not uncover what is silenced below."""
    areas.load()
    monkeypatch.setitem(REWRITES, CONTEXTIONARY, lambda site: "(\n    1\n)" if site.usage.line else None)
    text = V3 + STAYS + "client.schema.delete_class('B')  # noqa: WV203\n"
    path = write("app.py", text)
    run("fix", select="WV203,WV843")
    assert path.read_text().endswith("client.schema.delete_class('B')  # noqa: WV203\n")


# -- what can't be fixed --------------------------------------------------------------------------------------------


def test_unsafe_fixes_are_made_on_demand(run: Run, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    def unsafe(site: Site) -> Code:
        site.unit.doubt("a port is assumed")
        return "print()"

    areas.load()
    monkeypatch.setitem(REWRITES, CONTEXTIONARY, unsafe)
    path = write("app.py", V3 + STAYS)
    assert run("check", select="WV203,WV843").out.endswith(
        "Found 2 findings (1 fixable with --fix; 1 more with --fix --unsafe-fixes).\n"
    )
    assert run("check", "--unsafe-fixes", select="WV203,WV843").out.endswith("Found 2 findings (2 fixable with --fix).\n")
    assert run("fix", "--diff", select="WV203,WV843").err == "Would fix 1 finding (1 more with --unsafe-fixes).\n"
    assert path.read_text() == V3 + STAYS
    safe = run("fix", select="WV203,WV843")
    assert path.read_text() == V4 + STAYS
    assert safe.out.splitlines()[2:] == [
        "    not fixed: only with --unsafe-fixes, because a port is assumed",
        "Found 2 findings (1 fixed, 1 left; 1 more with --unsafe-fixes).",
    ]
    assert run("fix", "--unsafe-fixes", select="WV203,WV843").code == 0
    assert path.read_text() == V4 + "print()\n"


def test_why_something_is_left(run: Run, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(site: Site) -> Code:
        raise Refusal("it has no equivalent")

    areas.load()
    monkeypatch.setitem(REWRITES, CONTEXTIONARY, refuse)
    write("app.py", HEAD + "v = (\n    client\n    .contextionary\n    .get_concept_vector('x')\n)\n")
    lines = run("fix", select="WV203,WV843").out.splitlines()
    assert place_of(lines[0]) == "app.py:6:6:"
    assert lines[1:] == ["    not fixed: it has no equivalent", "Found 1 finding (0 fixed, 1 left)."]


def test_a_fix_that_would_not_parse_is_not_made(run: Run, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    areas.load()
    monkeypatch.setitem(REWRITES, CONTEXTIONARY, lambda site: "((")
    bad, good = write("bad.py", V3 + STAYS), write("good.py")
    result = run("fix", select="WV203,WV843")
    assert result.code == 2
    use = "weaviate.contextionary.Contextionary.get_concept_vector in line 5"
    assert result.err.startswith(f"error: bad.py: {use} could not be fixed (the fixed code would not parse: ")
    assert result.err.endswith("): a fault of flake8-weaviate-v4, please report it\n")
    assert result.err.count("\n") == 1
    assert (bad.read_text(), good.read_text()) == (V4 + STAYS, V4)


def test_a_fault_that_a_later_round_shows_is_told(run: Run, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    """The client is v3 in the first round of the files and v4 in the second."""
    areas.load()
    made = iter(range(100))

    def late(site: Site) -> Code | None:
        if next(made) < 2:
            raise Refusal("not yet")
        return "(("

    monkeypatch.setitem(REWRITES, CONTEXTIONARY, late)
    bad = write("bad.py", V3 + STAYS)
    write("good.py")
    result = run("fix", "-j1", select="WV203,WV843")
    assert (result.code, bad.read_text()) == (2, V4 + STAYS)
    assert result.err.count("could not be fixed (the fixed code would not parse: ") == result.err.count("\n") == 1


def test_a_file_whose_fixes_can_not_be_told_is_checked_and_told(run: Run, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: object, **more: object) -> object:
        raise KeyError("oops")

    monkeypatch.setattr(fixes, "step", fail)
    write("app.py")
    result = run("check")
    assert (result.code, result.err) == (2, "error: app.py: its fixes are not known (KeyError: 'oops'): a fault of flake8-weaviate-v4, please report it\n")
    assert [place_of(line) for line in result.out.splitlines()[:-1]] == ["app.py:4:8:"]


@pytest.mark.parametrize("command", ["fix", "check"])
def test_a_fault_of_ours_stops_no_run(run: Run, write: Write, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    def fail(site: Site) -> Code:
        raise KeyError("oops")

    areas.load()
    monkeypatch.setitem(REWRITES, CONTEXTIONARY, fail)
    bad, good = write("bad.py", V3 + STAYS), write("good.py")
    result = run(command, select="WV203,WV843")
    if command == "fix":
        assert result.code == 2
        assert result.err == (
            "error: bad.py: weaviate.contextionary.Contextionary.get_concept_vector in line 5 could not be fixed (KeyError: 'oops'): "
            "a fault of flake8-weaviate-v4, please report it\n"
        )
        assert [place_of(line) for line in result.out.splitlines() if line.startswith("bad.py")] == ["bad.py:5:8:"]
        assert (bad.read_text(), good.read_text()) == (V4 + STAYS, V4)
    else:  # what is only looked at needs no fix
        assert (result.code, result.err) == (1, "")
        assert [place_of(line) for line in result.out.splitlines()[:-1]] == ["bad.py:4:8:", "bad.py:5:8:", "good.py:4:8:"]


# -- several files --------------------------------------------------------------------------------------------------

TREE = {
    "a_user.py": "from m_client import client\n\n" + USE.format("A"),
    "m_client.py": HEAD + USE.format("M"),
    "z_user.py": "import m_client\n\n" + "m_client." + USE.format("Z"),
}


@pytest.mark.parametrize("order", [list(TREE), list(reversed(TREE)), ["m_client.py", "z_user.py", "a_user.py"]])
def test_the_order_of_files_makes_no_difference(run: Run, write: Write, tmp_path: Path, order: list[str]) -> None:
    for name, text in TREE.items():
        write(name, text)
    run("fix", *order, select="")
    texts = {name: (tmp_path / name).read_text() for name in TREE}
    assert 'client.collections.delete("A")' in texts["a_user.py"]
    assert 'm_client.client.collections.delete("Z")' in texts["z_user.py"]
    for name, text in TREE.items():
        write(name, text)
    run("fix", ".", select="")
    assert {name: (tmp_path / name).read_text() for name in TREE} == texts
    again = run("fix", ".", select="")
    assert "Fixed " not in again.out
    assert {name: (tmp_path / name).read_text() for name in TREE} == texts


def test_what_is_left_is_what_check_finds_afterwards(run: Run, write: Write) -> None:
    for name, text in TREE.items():
        write(name, text + STAYS)
    told = [line for line in run("fix", select="").out.splitlines() if line.partition(":")[0] in TREE]
    assert told == run("check", select="").out.splitlines()[:-1]
    assert told


def test_clients_that_nothing_closes_are_named(run: Run, write: Write) -> None:
    """v4 clients have to be closed: where a ``with`` can't be written, the run says which client is left open."""
    write("app.py", 'import weaviate\n\nclient = weaviate.Client("http://localhost:8080")\nclient.schema.delete_class("A")\n')
    result = run("fix", select="WV")
    assert result.code == 0
    assert [place_of(line.strip()) for line in result.out.splitlines() if "never closed" in line] == ["app.py:3:19:"]
    write("closed.py", 'import weaviate\n\n\ndef f():\n    client = weaviate.Client("http://localhost:8080")\n    client.schema.delete_class("A")\n')
    assert "never closed" not in run("fix", "closed.py", select="WV").out


@pytest.mark.parametrize(
    "words",
    ["--add-noqa --fix", "--add-noqa --diff", "--diff --add-baseline", "--diff --statistics", "--diff --output-format json",
     "--no-baseline --prune-baseline", "--add-baseline --prune-baseline", "--config x.toml --isolated"],
)  # fmt: skip
def test_options_of_which_one_would_be_left_undone(run: Run, write: Callable[..., Path], words: str) -> None:
    path = write("app.py")
    result = run("check", *words.split())
    assert (result.code, result.out, result.err.count("\n")) == (2, "", 1)
    assert "don't go together" in result.err
    assert path.read_text() == V3


def test_the_output_format_of_a_project_leaves_diffs_alone(run: Run, write: Callable[..., Path]) -> None:
    write("app.py")
    shown = run("fix", "--diff")
    write("pyproject.toml", '[tool.flake8-weaviate-v4]\noutput-format = "json"\n')
    assert run("fix", "--diff") == shown


def test_the_diff_shows_the_markers_too(run: Run, write: Callable[..., Path]) -> None:
    path = write("app.py", V3 + STAYS)
    shown = run("fix", "--markers", "--diff", select="WV203,WV843").out
    assert path.read_text() == V3 + STAYS
    run("fix", "--markers", select="WV203,WV843")
    added = [line for line in path.read_text().splitlines() if "TODO(weaviate-v4)" in line]
    assert added
    assert all(f"+{line}\n" in shown for line in added)


APART = {
    "db.py": HEAD + '\n\ndef tenants():\n    return client.schema.get_class_tenants("A")\n',
    "use.py": 'from db import tenants\n\nfor each in tenants():\n    if each.activity_status == "HOT":\n        print(each)\n',
}


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_fix_waits_for_a_file_that_the_run_leaves_out(run: Run, write: Write, jobs: str) -> None:
    """With v4's tenants nothing would tell any more that they are compared with what v4 never says."""
    db, use = (write(name, text) for name, text in APART.items())
    result = run("fix", "--unsafe-fixes", "-j", jobs, "db.py", select="WV")
    assert "not fixed: fix line 4 of use.py in the same run, or before: when this place is v4" in result.out
    assert "client.schema.get_class_tenants" in db.read_text()
    assert "use.py:4:13: WV222" in run("check", select="WV").out
    result = run("fix", "--unsafe-fixes", "-j", jobs, select="WV")
    assert (result.code, "tenants.get().values()" in db.read_text(), '== "ACTIVE"' in use.read_text()) == (0, True, True)


def test_a_fix_does_not_wait_for_a_file_that_has_been_fixed(run: Run, write: Write) -> None:
    db, use = (write(name, text) for name, text in APART.items())
    assert run("fix", "use.py", select="WV").code == 1
    assert '== "ACTIVE"' in use.read_text()
    run("fix", "--unsafe-fixes", "db.py", select="WV")
    assert "tenants.get().values()" in db.read_text()
