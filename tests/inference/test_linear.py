"""Twice as much code is twice as much work, whatever its shape."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from growth import MOST, calls, shapes

from flake8_weaviate_v4.check import Checker
from flake8_weaviate_v4.source import Source

UNITS = 100
# Here only so many bindings, classes or files are looked at for each use; until there are so many, each costs more than the last.
CAPPED = 2.5
MORE = dict.fromkeys("heirs matched globals exits containers files_in_a_row files_in_a_circle files_of_stars".split(), CAPPED)


@pytest.fixture(scope="module", autouse=True)
def _loaded() -> None:
    Checker().check(Source.parse(shapes.functions(2)))


def check(text: str) -> Callable[[], object]:
    source = Source.parse(text)
    return lambda: Checker().check(source)


def check_all(sources: list[Source]) -> None:
    checker = Checker()
    for source in sources:
        checker.check(source)


@pytest.mark.parametrize("shape", shapes.SHAPES)
def test_the_work_grows_with_the_length(shape: str) -> None:
    program = shapes.SHAPES[shape]
    units = int(UNITS * MORE.get(shape, 1))
    less, more = calls(check(program(units))), calls(check(program(2 * units)))
    assert more <= MOST * less


@pytest.mark.parametrize("tree", shapes.TREES)
def test_the_work_grows_with_the_number_of_files(tmp_path: Path, tree: str) -> None:
    counted = []
    least = int(40 * MORE.get(tree, 1))
    for units in (least, 2 * least):
        folder = tmp_path / str(units)
        folder.mkdir()
        (folder / "pyproject.toml").touch()
        for name, text in shapes.TREES[tree](units).items():
            (folder / name).write_text(text, "utf-8")
        sources = [Source.parse(path.read_text("utf-8"), str(path), path) for path in sorted(folder.glob("*.py"))]
        counted.append(calls(partial(check_all, sources)))
    assert counted[1] <= MOST * counted[0]


def test_a_chain_of_a_thousand_links_is_one_finding() -> None:
    links = "".join(f".with_offset({n})" for n in range(1000))
    found = Checker().check(Source.parse(f'{shapes.HEAD}rows = client.query.get("Article", ["title"]){links}.do()\n'))
    assert [finding.code for finding in found if finding.line > 3] == ["WV501"]


def test_a_thousand_bases_deep_is_silent_where_it_is_too_deep() -> None:
    found = Checker().check(Source.parse(shapes.heirs(1000)))
    lines = {finding.line for finding in found}
    assert {4, 10} <= lines and len(lines) < 100  # the client itself, and what is near it


@pytest.mark.parametrize("shape", ["calling", "woven", "returning", "aliases", "aliases_backwards"])
def test_what_leads_on_for_ever_ends(shape: str) -> None:
    assert Checker().check(Source.parse(shapes.SHAPES[shape](1000)))
