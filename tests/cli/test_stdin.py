"""``-``: code from the standard input, as editors and hooks pass it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import HEAD, V3, V4, Run

Write = Callable[..., Path]


def test_standard_input_is_fixed_to_standard_output(run: Run) -> None:
    result = run("fix", "-", "--stdin-filename", "app.py", stdin=V3.encode().replace(b"\n", b"\r\n"))
    assert result.raw == V4.encode().replace(b"\n", b"\r\n")
    assert (result.code, result.err) == (0, "Fixed app.py: 1 finding (WV203)\nFound 1 finding (1 fixed, 0 left).\n")


def test_standard_input_is_checked(run: Run) -> None:
    result = run("check", "-", stdin=V3.encode())
    assert result.code == 1
    assert result.out.startswith("-:4:8: WV203 ")


def test_standard_input_knows_the_files_around_its_name(run: Run, write: Write) -> None:
    write("pkg/db.py", HEAD + "shop = client\n")
    text = b"from db import shop\n\nshop.batch.flush()\n"
    assert "WV410" in run("check", "-", "--stdin-filename", "pkg/new.py", stdin=text, select="WV4").out
    assert run("check", "-", stdin=text, select="WV4").code == 0


@pytest.mark.parametrize("content", [b"import weaviate\n(\n", b"# weaviate \xff\n", b"", b"x = 1\n", b"# eaviate\r\nx = 1"])
def test_standard_input_that_is_not_fixed_comes_out_as_it_was(run: Run, content: bytes) -> None:
    assert run("fix", "-", stdin=content).raw == content


def test_standard_input_and_a_path(run: Run, write: Write) -> None:
    write("app.py")
    result = run("fix", "-", "app.py")
    assert (result.code, result.out) == (2, "")
    assert result.err == "flake8-weaviate-v4: error: `-` stands for the standard input and goes with no other path\n"
