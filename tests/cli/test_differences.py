"""Diffs of long files: what they say is what ``patch`` needs, and they cost as much as the file is long."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from growth import calls
from hypothesis import given, settings
from hypothesis import strategies as st

from flake8_weaviate_v4.command import differences

LINES = st.lists(st.sampled_from([b"a\n", b"b\n", b"c\n", b"d\n", b"e\n", b"f\n", b"g\n"]), max_size=25)


def patched(diff: list[bytes], old: list[bytes]) -> list[bytes]:
    """What a diff makes of the old lines, read as ``patch`` reads it."""
    out, place, body = [], 0, diff[2:]
    for line in body:
        if line.startswith(b"@@"):
            start, _, length = line.split()[1][1:].partition(b",")
            first = int(start) - (length != b"0")
            out += old[place:first]
            place = first
        elif line[:1] in b" -":
            assert old[place] == line[1:]
            place += 1
            out += [line[1:]] * (line[:1] == b" ")
        else:
            out.append(line[1:])
    return out + old[place:]


@settings(max_examples=200)
@given(LINES, LINES)
def test_a_long_diff_makes_the_new_of_the_old(old: list[bytes], new: list[bytes]) -> None:
    short, differences._LONG = differences._LONG, 0
    try:
        assert patched(list(differences.unified(old, new, b"x")), old) == new
    finally:
        differences._LONG = short


@pytest.mark.skipif(shutil.which("patch") is None, reason="there is no patch")
def test_patch_takes_it(tmp_path: Path) -> None:
    old = [f"line {number}\n".encode() for number in range(4000)]
    new = [b"changed\n" if number % 7 == 0 else line for number, line in enumerate(old)] + [b"more"]
    (tmp_path / "x").write_bytes(b"".join(old))
    diff = [line if line.endswith(b"\n") else line + b"\n\\ No newline at end of file\n" for line in differences.unified(old, new, b"x")]
    subprocess.run(["patch", "-s", "x"], cwd=tmp_path, input=b"".join(diff), check=True)
    assert (tmp_path / "x").read_bytes() == b"".join(new)


def test_it_costs_as_much_as_the_file_is_long() -> None:
    def cost(length: int) -> int:
        old = [b"def f%d():\n" % (number // 3) if number % 3 == 0 else b"    x = client.old()\n" for number in range(length)]
        new = [line.replace(b"old", b"new") for line in old]
        return calls(lambda: list(differences.unified(old, new, b"x")))

    assert cost(12_000) <= 2.25 * cost(6_000)
