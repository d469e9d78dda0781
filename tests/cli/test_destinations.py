"""Where findings go (``--output-file``, pipes, ``--quiet``), and what services make of places and fixes."""

from __future__ import annotations

import json
import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from .conftest import HEAD, MENDED, STAYS, USE, V3, V4, Run

Write = Callable[..., Path]
LATIN = b"# -*- coding: latin-1 -*-\n" + HEAD.encode() + 'x = "\xe9"\n'.encode("latin-1") + USE.format("A").encode()


# -- where findings go -----------------------------------------------------------------------------------------------


def test_a_diff_in_an_output_file_is_the_one_that_is_printed(run: Run, write: Write, tmp_path: Path) -> None:
    write("a.py", LATIN)
    shown = run("fix", "--diff").raw
    assert b"\xe9" in shown
    assert run("fix", "--diff", "--output-file", "out.diff").raw == b""
    assert (tmp_path / "out.diff").read_bytes() == shown


def test_code_from_the_standard_input_goes_on_and_findings_to_the_file(run: Run, tmp_path: Path) -> None:
    stdin = LATIN + STAYS.encode()
    result = run("fix", "-", "--output-format", "json", "--output-file", "out.json", stdin=stdin, select="WV203,WV843")
    assert result.raw == stdin.replace(USE.format("A").encode(), MENDED.format("A").encode())
    assert [each["code"] for each in json.loads((tmp_path / "out.json").read_text())] == ["WV843"]
    assert result.code == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes with names")
def test_what_is_no_file_is_written_to_and_stays_what_it_is(run: Run, write: Write, tmp_path: Path) -> None:
    """As with ``/dev/null``, which a superuser's run would otherwise replace with a file."""
    write("a.py")
    os.mkfifo(tmp_path / "pipe")
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append((tmp_path / "pipe").read_text()), daemon=True)
    reader.start()
    assert run("check", "--output-file", "pipe").code == 1
    assert (tmp_path / "pipe").is_fifo()
    reader.join(10)
    assert read[0].startswith("a.py:4:8: WV203 ")


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_a_link_to_an_output_file_is_followed(run: Run, write: Write, tmp_path: Path) -> None:
    write("a.py")
    write("real.txt", "old")
    (tmp_path / "link.txt").symlink_to("real.txt")
    run("check", "--output-file", "link.txt")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_text().startswith("a.py:4:8: WV203 ")


def test_an_output_file_that_is_a_folder(run: Run, write: Write, tmp_path: Path) -> None:
    write("a.py")
    (tmp_path / "folder").mkdir()
    result = run("check", "--output-file", "folder")
    assert (result.code, result.out, result.err.count("\n")) == (2, "", 1)
    assert result.err.startswith("flake8-weaviate-v4: error: folder: not written: ")


def test_a_quiet_fix_tells_only_what_is_left(run: Run, write: Write, tmp_path: Path) -> None:
    write("a.py")
    assert run("fix", "--quiet").out == ""
    assert (tmp_path / "a.py").read_text() == V4
    write("a.py")
    assert run("check", "--fix-only", "--quiet").out == ""
    write("a.py", V3 + STAYS)
    (line, *_) = run("fix", "--quiet", select="WV203,WV843").out.splitlines()
    assert line.startswith("a.py:5:8: WV843 ")


# -- what services make of it ----------------------------------------------------------------------------------------


def test_what_could_not_be_checked_is_annotated(run: Run, write: Write, tmp_path: Path) -> None:
    write("a,b%.py", V3 + "def")
    why = "a,b%25.py: can't be parsed: invalid syntax (5:4)"
    told = run("check", "--output-format", "github")
    assert (told.code, told.out) == (2, f"::error title=flake8-weaviate-v4,file=a%2Cb%25.py::{why}\n")
    path = str(tmp_path / "a,b%.py").replace("%", "%AZP25")
    assert run("check", "--output-format", "azure").out == (
        f"##vso[task.logissue type=error;sourcepath={path};]{why.replace('%25', '%AZP25')}\n"
    )


def suggested(text: str, suggestion: dict[str, Any]) -> str:
    """What reviewdog offers as the new lines: it cuts the first and the last line at bytes (its ``service/github``)."""
    lines = text.encode().splitlines(keepends=True)
    start, end = suggestion["range"]["start"], suggestion["range"]["end"]
    first, last = lines[start["line"] - 1], lines[end["line"] - 1]
    new = first[: start["column"] - 1] + suggestion["text"].encode() + last[end["column"] - 1 :]
    return b"".join([*lines[: start["line"] - 1], new, *lines[end["line"] :]]).decode()


def rdjson(run: Run, select: str = "WV203") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run("check", "--output-format", "rdjson", select=select).out)["diagnostics"]
    return found


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("last", [True, False])
def test_columns_for_reviewdog_count_bytes(run: Run, write: Write, end: str, last: bool) -> None:
    text = HEAD + 'x = "é漢𐀀"; ' + USE.format("é") + ("" if last else "y = 1\n")
    text = (text.rstrip("\n") if last else text).replace("\n", end)
    write("a.py", text)
    (each,) = rdjson(run)
    place = each["location"]["range"]
    line = text.encode().splitlines()[3]
    assert line[place["start"]["column"] - 1 : place["end"]["column"] - 1] == b"schema"
    (suggestion,) = each["suggestions"]
    assert suggested(text, suggestion) == text.replace("schema.delete_class", "collections.delete")


def test_reviewdog_is_offered_no_half_of_a_fix(run: Run, write: Write) -> None:
    """Each suggestion is accepted by itself, so that edits that belong together are one, or none."""
    use = 'r = client.query.get("A", ["t"]).do()\n{}print(r["data"]["Get"]["A"][0]["t"])\n'
    near, far = HEAD + use.format(""), HEAD + use.format("x = 1\n" * 9)
    write("a.py", near)
    (query,) = [each for each in rdjson(run, "") if each["code"]["value"] == "WV501"]
    (suggestion,) = query["suggestions"]
    text = suggested(near, suggestion)
    assert '["data"]' not in text
    assert ".query.fetch_objects(" in text
    write("a.py", far)
    (fixable,) = [each for each in json.loads(run("check", "--output-format", "json", select="").out) if each["code"] == "WV501"]
    assert len(fixable["fix"]["edits"]) > 1
    assert [each for each in rdjson(run, "") if each["code"]["value"] == "WV501" and "suggestions" in each] == []


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_no_edit_ends_in_a_line_that_is_not_there(run: Run, write: Write, form: str) -> None:
    text = HEAD + 'with client.batch as batch:\n    batch.add_data_object({}, "A")\nclient.batch.flush()'
    write("a.py", text)
    told = json.loads(run("check", "--output-format", form, "--unsafe-fixes", select="WV4").out)
    if form == "json":
        rows = [(edit["end_location"]["row"], edit["end_location"]["column"]) for each in told if each["fix"] for edit in each["fix"]["edits"]]
    else:
        regions = [
            edit["deletedRegion"] for each in told["runs"][0]["results"] for fix in each.get("fixes", ())
            for change in fix["artifactChanges"] for edit in change["replacements"]
        ]  # fmt: skip
        rows = [(region["endLine"], region["endColumn"]) for region in regions]
    assert max(rows) == (text.count("\n") + 1, len("client.batch.flush()") + 1)
