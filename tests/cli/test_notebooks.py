"""Notebooks: their cells are one program, and nothing but the source of changed cells is touched."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from flake8_weaviate_v4.rewrite import areas
from flake8_weaviate_v4.rewrite.code import Code
from flake8_weaviate_v4.rewrite.site import REWRITES, Site

from .conftest import HEAD, MENDED, STAYS, USE, V3, Run

Write = Callable[..., Path]
CONTEXTIONARY = "weaviate.contextionary.Contextionary.get_concept_vector"


def notebook(*cells: str | tuple[str, str], **metadata: Any) -> dict[str, Any]:
    """A notebook of code cells; a pair is a cell of another kind and its text."""
    found: list[dict[str, Any]] = []
    for number, cell in enumerate(cells):
        kind, text = ("code", cell) if isinstance(cell, str) else cell
        extra = {"execution_count": number, "outputs": [{"data": {"text/plain": ["1.0"]}, "output_type": "x"}]} if kind == "code" else {}
        found.append({"cell_type": kind, "id": f"c{number}", "metadata": {}, **extra, "source": text.splitlines(True)})
    return {"cells": found, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}


def dumped(content: object, **options: Any) -> str:
    return json.dumps(content, **{"indent": 1, "ensure_ascii": False, **options}) + "\n"


def sources(path: Path) -> list[str]:
    return ["".join(cell["source"]) for cell in json.loads(path.read_bytes().decode("utf-8-sig"))["cells"]]


def test_a_notebook_is_fixed_over_its_cells(run: Run, write: Write) -> None:
    path = write("nb.ipynb", dumped(notebook(("markdown", "client.schema.delete_class"), HEAD, "x = 1", USE.format("A").rstrip())))
    checked = run("check")
    assert checked.out.startswith("nb.ipynb:cell 4:1:8: WV203 ")
    result = run("fix")
    assert (result.code, result.err) == (0, "")
    assert result.out == "Fixed nb.ipynb: 1 finding (WV203)\nFound 1 finding (1 fixed, 0 left).\n"
    assert sources(path) == ["client.schema.delete_class", HEAD, "x = 1", MENDED.format("A").rstrip()]
    once = path.read_bytes()
    assert run("fix").out == "All checks passed!\n"
    assert path.read_bytes() == once


FORMS: dict[str, Callable[[dict[str, Any]], str]] = {
    "jupyter": dumped,
    "indent 2": lambda content: dumped(content, indent=2),
    "tabs": lambda content: dumped(content, indent="\t"),
    "one line": lambda content: dumped(content, indent=None),
    "compact": lambda content: dumped(content, indent=None, separators=(",", ":")),
    "escaped": lambda content: dumped(content, ensure_ascii=True),
    "sorted": lambda content: dumped(content, sort_keys=True),
    "no newline at the end": lambda content: dumped(content).rstrip(),
    "crlf": lambda content: dumped(content).replace("\n", "\r\n"),
    "BOM": lambda content: "\ufeff" + dumped(content),
    "odd numbers and escapes": lambda content: dumped(content).replace('"1.0"', r'1.0E+05, NaN, "\/\u00e9"'),
    "odd white space": lambda content: "\n\n" + dumped(content).replace(": ", " :\t").replace('"metadata" :', '"metadata":') + "\n\n",
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_all_other_bytes_stay(run: Run, write: Write, form: Callable[[dict[str, Any]], str]) -> None:
    content = form(notebook(HEAD, USE.format("Ä"), f"# ö\n{USE.format('B')}x = 1", STAYS, kernelspec={"language": "python"}))
    path = write("nb.ipynb", content)
    assert run("fix").code == 0
    assert path.read_bytes().decode() == content.replace(".schema.delete_class(", ".collections.delete(") != content


def test_source_as_one_string(run: Run, write: Write) -> None:
    whole = notebook(HEAD, USE.format("A"))
    for cell in whole["cells"]:
        cell["source"] = "".join(cell["source"])
    path = write("nb.ipynb", dumped(whole))
    run("fix")
    assert json.loads(path.read_text())["cells"][1]["source"] == MENDED.format("A")


@pytest.mark.parametrize(
    "line",
    [
        "!pip install weaviate-client", "%load_ext autoreload", "%pip install \\\n    weaviate-client", "files = !ls",
        "a, b = %sql select 1", "client.schema?", "??client", "%timeit f(x)", "if client:\n    !ls\n    %cd x",
        "%%time", "%%capture out", "\n%%time", "x = (7\n%3)\n!ls", 's = """\n!kept\n%kept\n"""\n!ls',
    ],
)  # fmt: skip
def test_magics_and_shell_lines_stay(run: Run, write: Write, line: str) -> None:
    cell = f"{line}\n{USE.format('A')}"
    path = write("nb.ipynb", dumped(notebook(HEAD, cell)))
    place = f"nb.ipynb:cell 2:{cell.count(chr(10))}:8: WV203"
    assert run("check").out.startswith(place)
    result = run("fix")
    assert (result.code, result.err) == (0, "")
    assert sources(path) == [HEAD, f"{line}\n{MENDED.format('A')}"]


@pytest.mark.parametrize("cell", ["%%bash\nls (\n", "%%html\n<b>\n", "%%writefile x.py\nclient.schema.delete_class('B')\n"])
def test_cells_of_other_languages_are_left_out(run: Run, write: Write, cell: str) -> None:
    path = write("nb.ipynb", dumped(notebook(HEAD, cell, USE.format("A"))))
    assert run("fix").code == 0
    assert sources(path) == [HEAD, cell, MENDED.format("A")]


@pytest.mark.parametrize("metadata", [{"kernelspec": {"language": "R"}}, {"language_info": {"name": "julia"}}])
def test_notebooks_of_other_languages_are_left_out(run: Run, write: Write, metadata: dict[str, Any]) -> None:
    write("nb.ipynb", dumped(notebook(V3, "x <- weaviate(", **metadata)))
    assert run("check").out == "All checks passed!\n"


def test_an_import_is_added_where_the_imports_are(run: Run, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    areas.load()
    monkeypatch.setitem(REWRITES, CONTEXTIONARY, lambda site: f"{site.use('weaviate.classes.query', 'Filter')}(1)")
    path = write("nb.ipynb", dumped(notebook("%load_ext x", "import os\nimport weaviate", "client = weaviate.Client('u')", STAYS)))
    run("fix", select="WV843")
    assert sources(path) == [
        "%load_ext x", "import os\nimport weaviate\nfrom weaviate.classes.query import Filter",
        "client = weaviate.Client('u')", "Filter(1)\n",
    ]  # fmt: skip


def test_a_fix_that_reaches_over_cells_is_not_made(run: Run, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    """What would open a block in one cell for statements of the next is left; other fixes are made."""

    def block(site: Site) -> Code | None:
        last = site.module.source.tree.body[-1]
        site.unit.before.append((last, "if True:"))
        return "vector()"

    areas.load()
    monkeypatch.setitem(REWRITES, CONTEXTIONARY, block)
    path = write("nb.ipynb", dumped(notebook(HEAD, STAYS, USE.format("A"), "x = 1\n", "y = 2\n")))
    result = run("fix", select="WV203,WV843")
    assert sources(path) == [HEAD, STAYS, MENDED.format("A"), "x = 1\n", "y = 2\n"]
    assert result.code == 1


def test_the_diff_names_cells(run: Run, write: Write) -> None:
    content = dumped(notebook(HEAD, f"%%time\n{USE.format('A')}"))
    path = write("nb.ipynb", content)
    assert run("fix", "--diff").out == (
        "--- nb.ipynb:cell 2\n+++ nb.ipynb:cell 2\n@@ -1,2 +1,2 @@\n %%time\n"
        '-client.schema.delete_class("A")\n+client.collections.delete("A")\n'
    )
    assert path.read_text() == content


def test_a_notebook_on_standard_input(run: Run) -> None:
    content = dumped(notebook(HEAD, USE.format("A")))
    result = run("fix", "-", "--stdin-filename", "nb.ipynb", stdin=content.encode())
    assert result.out == content.replace(".schema.delete_class(", ".collections.delete(")


def test_noqa_in_a_cell(run: Run, write: Write) -> None:
    cell = "!ls\nclient.schema.delete_class('A')  # noqa: WV203\n"
    path = write("nb.ipynb", dumped(notebook(HEAD, cell, USE.format("A"))))
    run("fix")
    assert sources(path) == [HEAD, cell, MENDED.format("A")]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("weaviate {", "no notebook: Expecting value: line 1 column 1 (char 0)"),
        ('["weaviate"]', "no notebook: it is no JSON object"),
        ('{"weaviate": 1}', "no notebook of format 4: it has no list of cells"),
        ('{"cells": [{"cell_type": "code", "weaviate": 1}]}', "no notebook: cell 1 has no source"),
        (b'{"cells": "\xff weaviate"}', "not UTF-8, so no notebook"),
        (dumped(notebook("import weaviate", "x = 1\ny = (\n")), "can't be parsed: '(' was never closed (cell 2:2:5)"),
    ],
)
def test_what_is_no_notebook(run: Run, write: Write, content: str | bytes, why: str) -> None:
    bad, good = write("bad.ipynb", content), write("good.ipynb", dumped(notebook(V3)))
    result = run("fix")
    assert (result.code, result.err) == (2, f"error: bad.ipynb: {why}\n")
    assert bad.read_bytes() == (content if isinstance(content, bytes) else content.encode())
    assert "collections.delete" in good.read_text()


@pytest.mark.parametrize("content", ["", "\n", dumped(notebook()), dumped(notebook(""))])
def test_an_empty_notebook(run: Run, write: Write, content: str) -> None:
    write("nb.ipynb", content)
    assert run("fix", "nb.ipynb").code == 0
