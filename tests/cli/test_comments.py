"""Comments that a run writes or takes out: ``# noqa`` and ``# TODO(weaviate-v4)``."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from flake8_weaviate_v4 import registry

from .conftest import HEAD, MENDED, STAYS, USE, V3, V4, Run

Write = Callable[..., Path]
DELETE = 'client.schema.delete_class("A")'


def flake8(folder: Path) -> str:
    command = [sys.executable, "-m", "flake8", "--isolated", "--select=WV", "."]
    return subprocess.run(command, check=False, cwd=folder, capture_output=True, text=True).stdout


# -- check --add-noqa -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (DELETE, DELETE + "  # noqa: WV203"),
        (DELETE + "  # why", DELETE + "  # why  # noqa: WV203"),
        (DELETE + "  # noqa: E501", DELETE + "  # noqa: E501,WV203"),
        (DELETE + "  # noqa:E501,W291 # x", DELETE + "  # noqa:E501,W291,WV203 # x"),
        (DELETE + "  # noqa", DELETE + "  # noqa"),
        (DELETE + "   ", DELETE + "  # noqa: WV203"),
        (DELETE + " ; " + DELETE, DELETE + " ; " + DELETE + "  # noqa: WV203"),
        ("x = 'é'; " + DELETE, "x = 'é'; " + DELETE + "  # noqa: WV203"),
        ('x = """\n  """; ' + DELETE, 'x = """\n  """; ' + DELETE + "  # noqa: WV203"),
        ('client.schema.delete_class("""A\nB""")', 'client.schema.delete_class("""A\nB""")  # noqa: WV203'),
        ("client.schema \\\n  .delete_class('A')", "client.schema \\\n  .delete_class('A')  # noqa: WV203"),
        (
            "x = (client\n  .schema\n  .delete_class('A')\n)",
            "x = (client\n  .schema  # noqa: WV203\n  .delete_class('A')\n)",
        ),
    ],
)
def test_noqa_is_added_where_flake8_looks_for_it(run: Run, write: Write, tmp_path: Path, before: str, after: str) -> None:
    path = write("app.py", HEAD.replace("\n\n", "\n", 1) + before + "\n")
    run("check", "--add-noqa", select="")
    assert path.read_text().split("\n", 2)[2] == after + "\n"
    assert "client = weaviate" in path.read_text().splitlines()[1]
    assert flake8(tmp_path) == ""
    once = path.read_bytes()
    assert run("check", "--add-noqa", select="").out == "Added `# noqa` for 0 findings.\nAll checks passed!\n"
    assert path.read_bytes() == once


def test_the_rest_of_the_file_stays(run: Run, write: Write) -> None:
    text = "# -*- coding: latin-1 -*-\r\n" + V3.replace("\n", "\r\n") + "x = '\xe9'"
    path = write("app.py", text.encode("latin-1"))
    result = run("check", "--add-noqa")
    assert result.out == "Added `# noqa` for 1 finding.\nAll checks passed!\n"
    assert path.read_bytes() == text.replace('("A")\r', '("A")  # noqa: WV203\r').encode("latin-1")


def test_only_what_is_reported_gets_one(run: Run, write: Write) -> None:
    write("app.py")
    run("check", "--add-baseline")
    path = write("new.py", V3 + USE.format("B"))
    before = path.with_name("app.py").read_text()
    assert run("check", "--add-noqa").out.startswith("Added `# noqa` for 2 findings.")
    assert path.with_name("app.py").read_text() == before
    assert "Client(" in path.read_text()
    assert path.read_text().count("# noqa: WV203") == 2


def test_what_no_comment_can_silence_is_said(run: Run, write: Write, tmp_path: Path) -> None:
    write("app.py", HEAD + 'x = """ # noqa: E501\n"""; ' + DELETE + "\n")  # flake8 takes the first that it finds
    result = run("check", "--add-noqa")
    assert result.code == 1
    assert "app.py:5:13: WV203" in result.out


def test_noqa_in_a_notebook(run: Run, write: Write) -> None:
    cells = [{"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": 1, "source": ["%time x = 1\n", DELETE]}]
    head = {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": 1, "source": HEAD}
    path = write("a.ipynb", json.dumps({"cells": [head, *cells], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}))
    assert run("check", "--add-noqa").code == 0
    assert json.loads(path.read_text())["cells"][1]["source"] == ["%time x = 1\n", DELETE + "  # noqa: WV203"]
    assert run("check").out == "All checks passed!\n"


def test_read_only_files_are_left(run: Run, write: Write) -> None:
    path = write("app.py")
    path.chmod(0o444)
    result = run("check", "--add-noqa")
    assert (result.code, path.read_text()) == (2, V3)
    assert "error: app.py: not written: read-only" in result.err


# -- --unused-noqa ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("x = 1  # noqa: WV203\n", "x = 1\n"),
        ("x = 1  # noqa: WV2\n", "x = 1\n"),
        ("x = 1  # noqa: WV203, E501\n", "x = 1  # noqa: E501\n"),
        ("x = 1  # noqa: E501, WV203, W291 because\n", "x = 1  # noqa: E501, W291 because\n"),
        ("x = 1  # a # noqa: WV203 # b\n", "x = 1  # a # b\n"),
        ("x = 1  # noqa: WV203 because\n", "x = 1  # because\n"),
        ("# noqa: WV203\nx = 1\n", "\nx = 1\n"),
        (DELETE + "  # noqa: WV203,WV101\n", DELETE + "  # noqa: WV203\n"),
        ("x = 1  # noqa:WV203\r\n", "x = 1\r\n"),
    ],
)
def test_unused_codes_are_reported_and_taken_out(run: Run, write: Write, before: str, after: str) -> None:
    path = write("app.py", HEAD + before)
    result = run("check", "--unused-noqa", "--ignore", "WV100,WV101", select="")
    assert result.out.count("WV090 ") == 1
    for _ in range(2):
        run("fix", "--unused-noqa", select="WV203,WV090")
        assert path.read_bytes().decode() == HEAD + after


def test_the_examples_of_the_rule(run: Run, write: Write) -> None:
    rule = registry.load().rules["WV090"]
    for example in rule.examples:
        path = write("app.py", example["v3"])
        assert run("check", "--unused-noqa", select="WV090").code == 1
        run("fix", "--unused-noqa", select="WV090")
        assert path.read_text() == example["v4"]
    for text in rule.clean:
        write("app.py", text)
        assert run("check", "--unused-noqa", select="WV090").code == 0


@pytest.mark.parametrize("line", [DELETE + "  # noqa: WV203", "x = 1  # noqa", "x = 1  # noqa: E501", "x = '# noqa: WV203'", "x = 1  # noqa: WV901", "x = 1  # noqa: WV9"])
def test_used_codes_and_those_of_others_stay(run: Run, write: Write, line: str) -> None:
    path = write("app.py", V4 + line + "\n")
    result = run("check", "--unused-noqa", "--select", "WV203,WV2,WV9,WV090", select="")
    assert "WV090" not in result.out
    run("fix", "--unused-noqa", select="WV203,WV090")
    assert line in path.read_text()


def test_a_file_without_any_v3_code_is_looked_at_for_them(run: Run, write: Write) -> None:
    write("app.py", "x = 1  # noqa: WV501\n")
    result = run("check", "--unused-noqa", select="")
    assert result.out.startswith("app.py:1:16: WV090 this code of a `noqa` silences nothing: take it out https://")
    assert run("check", select="").out == "All checks passed!\n"
    assert run("check", "--select", "WV090", select="").code == 1  # asked for by name


# -- fix --markers ----------------------------------------------------------------------------------------------------

MARKER = "# TODO(weaviate-v4): WV843 `client.contextionary.get_concept_vector("


def markers(text: str) -> list[int]:
    return [number for number, line in enumerate(text.splitlines(), 1) if "# TODO(weaviate-v4): " in line]


def test_a_marker_is_left_where_a_fix_stops_and_never_twice(run: Run, write: Write) -> None:
    path = write("app.py", V3 + "def f():\n\tif True:\n\t\t" + STAYS)
    result = run("fix", "--markers", select="WV203,WV843")
    once = path.read_text()
    assert once.startswith(V4 + "def f():\n\tif True:\n\t\t" + MARKER)
    assert once.splitlines()[6].endswith("#module-text2vec-contextionary") or " https://docs.weaviate.io/" in once.splitlines()[6]
    assert once.endswith("\t\t" + STAYS)
    assert result.out.splitlines()[1].startswith("app.py:8:")  # where it stands now
    run("fix", "--markers", select="WV203,WV843")
    assert path.read_text() == once


@pytest.mark.parametrize("before", ["", "if x:\n    pass\n\f    "])
def test_nor_twice_behind_a_form_feed(run: Run, write: Write, before: str) -> None:
    path = write("app.py", V4 + (before or "\f") + STAYS)
    run("fix", "--markers", select="WV203,WV843")
    once = path.read_bytes()
    assert len(markers(once.decode())) == 1
    assert run("fix", "--markers", select="WV203,WV843").code == 1
    assert path.read_bytes() == once


def test_a_marker_goes_when_its_finding_does(run: Run, write: Write) -> None:
    path = write("app.py", V4 + STAYS)
    run("fix", "--markers", select="WV203,WV843")
    assert len(markers(path.read_text())) == 1
    path.write_text(path.read_text().replace(STAYS, "pass\n"))
    run("fix", "--markers", select="WV203,WV843")
    assert path.read_text() == V4 + "pass\n"


@pytest.mark.parametrize(
    ("code", "at"),
    [
        ("x = [\n    1,\n    " + STAYS.strip() + ",\n]\n", [5]),
        ('x = """\n"""; ' + STAYS, [5]),
        ("x = \\\n  " + STAYS, [5]),
        ("if x: " + STAYS, [5]),
        (STAYS.strip() + ";" + STAYS, [5]),
        ("@deco(" + STAYS.strip() + ")\ndef f(): pass\n", [5]),
        ("a = 1\n\n\n# why\n" + STAYS, [9]),
        ('"""\n# TODO(weaviate-v4): WV843 text\n"""\n' + STAYS, [6, 8]),
    ],
)
def test_markers_stand_above_the_statement(run: Run, write: Write, code: str, at: list[int]) -> None:
    path = write("app.py", V4 + "" + code)
    run("fix", "--markers", select="WV843")
    assert markers(path.read_text()) == at
    compile(path.read_text(), "app.py", "exec")
    once = path.read_text()
    run("fix", "--markers", select="WV843")
    assert path.read_text() == once


def test_markers_keep_line_ends_and_cells(run: Run, write: Write) -> None:
    path = write("app.py", (V4 + STAYS).replace("\n", "\r\n"))
    run("fix", "--markers", select="WV843")
    assert path.read_bytes().count(b"\n") == path.read_bytes().count(b"\r\n") == 6
    cells = [
        {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": 1, "source": source}
        for source in (V4, "%%time\n" + STAYS, STAYS)
    ]
    path = write("a.ipynb", json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}))
    run("fix", "--markers", "a.ipynb", select="WV843")
    sources = [cell["source"] for cell in json.loads(path.read_text())["cells"]]
    assert sources[0] == V4
    assert sources[2].startswith(MARKER)
    assert sources[1].startswith("%%time\n")


def test_without_markers_nothing_is_marked(run: Run, write: Write) -> None:
    path = write("app.py", V3 + STAYS)
    run("fix", select="WV203,WV843")
    assert path.read_text() == HEAD + MENDED.format("A") + STAYS
