"""Files that were made to cost: each ends in findings or in one line that says why not, with memory and time to spare."""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest
from pathspec import GitIgnoreSpec

import flake8_weaviate_v4
from flake8_weaviate_v4 import check_source
from flake8_weaviate_v4.command import notebooks
from flake8_weaviate_v4.command.files import Unusable
from flake8_weaviate_v4.command.wildcards import bounded
from flake8_weaviate_v4.inference.imports import imports_of
from flake8_weaviate_v4.manifests.kinds import spots
from flake8_weaviate_v4.manifests.spot import Unreadable
from flake8_weaviate_v4.options import NEWEST

from .conftest import HEAD, V3, V4, Run

Write = Callable[..., Path]
N = 5000


@pytest.fixture(autouse=True)
def _watched() -> Iterator[None]:
    """What does not end in a minute is stopped: the cases take parts of a second."""

    def stop(*_: object) -> None:
        raise AssertionError("it does not end")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(60)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


# -- code -------------------------------------------------------------------------------------------------------------

DEEP = {
    "parentheses": "x = " + "(" * N + "1" + ")" * N,
    "brackets": "x = " + "[" * N + "1" + "]" * N,
    "braces": "x = " + "{1:" * N + "1" + "}" * N,
    "signs": "x = " + "-" * N + "1",
    "not": "x = " + "not " * N + "1",
    "attributes": "x = client" + ".a" * N,
    "subscripts": "x = client" + "[0]" * N,
    "calls": "x = client" + "()" * N,
    "calls in calls": "x = " + "f(" * N + "1" + ")" * N,
    "sums": "x = " + "1 + " * N + "1",
    "powers": "x = " + "1 ** " * N + "1",
    "conditions": "x = " + "client if a else " * N + "client",
    "comparisons": "x = " + "1 < " * N + "1",
    "elif": "if x:\n    pass\n" + "elif x:\n    pass\n" * N,
    "lambda": "x = " + "lambda: " * N + "client",
    "f-strings": "x = f'" + "{x:" * N + "}" * N + "'",
    "await": "async def f():\n    x = " + "await " * N + "client",
    "walrus": "x = " + "(y := " * N + "client" + ")" * N,
    "blocks": "".join(" " * n + "if x:\n" for n in range(150)) + " " * 150 + "pass",
    "patterns": "match x:\n    case " + "[" * N + "1" + "]" * N + ": pass",
    "a type in a string": 'x: "' + "Optional[" * N + "int" + "]" * N + '"',
    "attributes in a string": 'x: "weaviate.Client' + ".a" * N + '" = 1\nx.schema.get()',
    "a filter": 'client.query.get("A").with_where(' + '{"operator": "And", "operands": [' * 90 + "1" + "]}" * 90 + ").do()",
    "a builder": 'client.query.get("A", ["b"])' + ".with_limit(1)" * N + ".do()",
    "a raw query": f'client.query.raw("{"{a" * N}")',
    "a raw query of values": 'client.query.raw("{ Get { A(where: ' + "[" * N + "]" * N + ') { b } } }")',
    "names": "x0 = client\n" + "".join(f"x{n + 1} = x{n}\n" for n in range(1500)),
    "classes": "class A0(weaviate.Client): pass\n" + "".join(f"class A{n + 1}(A{n}): pass\n" for n in range(1500)) + "A1500().schema.get()",
}


@pytest.mark.parametrize("code", DEEP.values(), ids=DEEP)
def test_deep_code_is_told_and_stops_nothing(run: Run, write: Write, code: str) -> None:
    write("deep.py", f"{V3}{code}\n")
    other = write("other.py")
    result = run("fix", "--unsafe-fixes")
    assert other.read_text() == V4
    assert result.code in (0, 1) or re.fullmatch(r"error: deep\.py: (can't be parsed|could not be checked): [^\n]{1,200}\n", result.err), result.err
    assert "please report" not in result.err
    for finding in check_source(V3 + code + "\n"):
        assert finding.code != "WV000" or "report" not in finding.message


# -- project files ----------------------------------------------------------------------------------------------------

CLIENT = "weaviate-client"
PROJECT_FILES = {
    "anchors": ("compose.yaml", "x: &a0 [weaviate]\n" + "".join(f"x{n}: &a{n + 1} [{', '.join([f'*a{n}'] * 9)}]\n" for n in range(30)) + "services: *a30\n"),
    "deep YAML": ("compose.yaml", "services: weaviate\nx: " + "[" * 100_000),
    "deep YAML blocks": ("environment.yml", f"x: {CLIENT}\n" + "".join(" " * n + "a:\n" for n in range(900))),
    "tags": ("compose.yml", "services:\n  w:\n    image: !!python/object/apply:os.abort [semitechnologies/weaviate:1.19.0]\n"),
    "merged": ("compose.yaml", "a: &a {image: semitechnologies/weaviate:1.19.0}\nservices:\n  w:\n    <<: [*a, *a]\n    <<: *a\n"),
    "a value": ("compose.yaml", "services:\n  w:\n    image: " + "${a:-" * 50_000 + "\n    weaviate: 1\n"),
    "a conda value": ("environment.yml", f"dependencies:\n- {CLIENT} x" + " " * 50_000 + "!\n"),
    "blank lines": ("a.yaml", "\n" * 900_000 + "weaviate: 1\n"),
    "deep TOML": ("pyproject.toml", f"{CLIENT.replace('-', '_')} = " + "[" * 100_000),
    "a TOML key": ("pyproject.toml", f"# {CLIENT}\n" + "a." * 100_000 + "b = 1\n"),
    "a TOML number": ("pyproject.toml", f"# {CLIENT}\na = " + "9" * 100_000 + "\n"),
    "a TOML comment": ("pyproject.toml", f"# {CLIENT} " + '"\\' * 200_000 + "\n"),
    "a TOML line": ("pyproject.toml", "[project]\ndependencies = [" + f'"{CLIENT}>=3,<4; a", ' * 5000 + "]\n"),
    "a TOML text": ("pyproject.toml", f'a = """\n{CLIENT} ' + '\\"' * 200_000 + '"""\n'),
    "large TOML": ("pyproject.toml", f"# {CLIENT}\n" + "#" * 1_100_000),
    "a requirement": ("requirements.txt", f"{CLIENT} ==1" + " ," * 100_000 + "!\n"),
    "requirements elsewhere": ("requirements.txt", f"-r requirements.txt\n-r /etc/passwd\n-r ../x.txt\n-c https://example.org/{CLIENT}\n{CLIENT}<4\n"),
    "a long line that goes on": ("requirements.txt", f"{CLIENT}<4 " + "\\\n" * 100_000),
    "setup.cfg": ("setup.cfg", "[options]\ninstall_requires =\n" + f"  {CLIENT}<4; a\n" * 5000),
}  # fmt: skip


@pytest.mark.parametrize(("name", "text"), PROJECT_FILES.values(), ids=PROJECT_FILES)
def test_project_files_that_cost(name: str, text: str) -> None:
    try:
        found = spots(name, text, NEWEST)
    except Unreadable as error:
        assert 0 < len(str(error)) < 300
    else:
        assert all(spot.code.startswith("WV00") for spot in found)


CONFIGURATIONS = {
    "deep": "select = " + "[" * 100_000, "a key": "a." * 100_000 + "b = 1", "a number": "jobs = " + "9" * 100_000, "large": "#" * 2_000_000,
}  # fmt: skip


@pytest.mark.parametrize("text", CONFIGURATIONS.values(), ids=CONFIGURATIONS)
def test_configurations_that_cost(run: Run, write: Write, text: str) -> None:
    write("app.py")
    write("pyproject.toml", f"[tool.flake8-weaviate-v4]\n{text}\n")
    result = run("check")
    assert (result.code, result.out) == (2, "")
    assert re.fullmatch(r"flake8-weaviate-v4: error: pyproject\.toml: [^\n]{1,300}\n", result.err)


@pytest.mark.parametrize("text", ["[" * 100_000, '{"version": ' + "1" * 100_000 + "}", '{"version": 1, "findings": ' + '{"a":' * 100_000])
def test_baselines_that_cost(run: Run, write: Write, text: str) -> None:
    write("app.py")
    write("weaviate-v4-baseline.json", text)
    result = run("check")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("flake8-weaviate-v4: error: weaviate-v4-baseline.json: no baseline: ")


# -- patterns ---------------------------------------------------------------------------------------------------------


def test_patterns_that_cost_and_are_none(run: Run, write: Write, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    write(".gitignore", f"{'*a' * 60}b\n{'**/a/' * 60}b\n[z-a]\n{'*?' * 50}!\n\x00\n*gone*a*b*.py\n")
    for name in (f"{'a' * 240}.py", "gone_a_b_.py"):
        write(name)
    write(f"{'a/' * 60}x.py")
    result = run("check")
    assert (result.code, result.err, result.out.count("WV203")) == (1, "", 2)


@pytest.mark.parametrize(
    ("pattern", "path", "matches"),
    [
        ("*a*b*c.py", "xaxbxc.py", True), ("*a*b*c.py", "xbxaxc.py", False), ("*a?b*c*d", "aab/x/acbcd", True), ("a*b*[cd]*/e", "abbc/e", True),
        ("a*b*[cd]*/e", "abbe/e", False), ("/*_*_*_*.py", "a_b_c_d.py", True), ("/*_*_*_*.py", "x/a_b_c_d.py", False), ("a***b*c*d", "abcd", True),
        ("\\**\\**\\**x", "***x", True), ("*(*)*[*]*", "(a)*", True), ("!*a*b*c*", "abc", False),
    ],
)  # fmt: skip
def test_patterns_with_many_stars_mean_the_same(pattern: str, path: str, matches: bool) -> None:
    specs = bounded(GitIgnoreSpec.from_lines([pattern])), GitIgnoreSpec.from_lines([pattern])
    assert [bool(spec.match_file(path)) for spec in specs] == [matches, matches]  # None in old versions of pathspec


# -- notebooks --------------------------------------------------------------------------------------------------------


def notebook(*cells: object) -> str:
    return json.dumps({"cells": [{"cell_type": "code", "source": cell, "outputs": []} for cell in cells], "metadata": {}, "nbformat": 4})


NOTEBOOKS = {
    "deep": '{"cells": [' + "[" * 100_000, "deep in a cell": '{"cells": [{"metadata": ' + '{"a": ' * 100_000, "a number": '{"cells": ' + "1" * 100_000 + "}",
    "no colon": '{"cells" []}', "no comma": '{"cells": [] "a": 1}', "a comma more": '{"cells": [{"cell_type": "code",}]}', "another": '{"cells": [1,]}',
    "no name": '{1: [], "cells": []}', "no end": '{"cells": [{"source": []', "more": '{"cells": []} x', "too much": '{"cells": []]', "nothing": "{",
    "cells of numbers": notebook(1, 2.5, None, {"a": 1}), "weaviate": notebook([1, "import weaviate"]), "no cells": '{"cells": {"a": "weaviate"}}', "text": '"weaviate"',
}  # fmt: skip


@pytest.mark.parametrize("text", NOTEBOOKS.values(), ids=NOTEBOOKS)
def test_notebooks_that_are_none(run: Run, write: Write, text: str) -> None:
    path = write("n.ipynb", text)
    result = run("fix", "n.ipynb")
    assert result.code == 2
    assert re.fullmatch(r"error: n\.ipynb: no notebook[^\n]{0,200}\n", result.err)
    assert path.read_text() == text


def test_a_notebook_of_too_many_values(run: Run, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notebooks, "_MOST", 2_000_000)
    write("n.ipynb", notebook(V3).replace('"outputs": []', f'"outputs": [{"1," * 2_500_000}1]'))
    assert run("check").err == "error: n.ipynb: too many values (3 million; up to 2 million are read)\n"


@pytest.mark.parametrize("seed", range(20))
def test_notebooks_are_read_as_json_is(seed: int) -> None:
    """Each text that is spoilt in a place or two is a notebook where it is JSON, and has the same cells."""
    random = Random(seed)
    text = json.dumps({"cells": [{"cell_type": "code", "source": ["a\n", "b"], "outputs": [{"x": [1, {}]}], "n": None}, {"source": "c", "outputs": []}], "metadata": {"a": [-1.5e3, True]}})
    for _ in range(300):
        spoilt = list(text)
        for _ in range(random.randint(1, 2)):
            spoilt[random.randrange(len(spoilt))] = random.choice(["", " ", *'{}[]:,"1\\\n'])
        joined = "".join(spoilt)
        try:
            whole = json.loads(joined)
        except ValueError:
            with pytest.raises((ValueError, Unusable)):
                notebooks._read(joined)
            continue
        metadata, cells = notebooks._read(joined)
        known = whole.get("cells")
        bare = [{key: value for key, value in cell.items() if key != "outputs"} if isinstance(cell, dict) else cell for cell in known] if isinstance(known, list) else None
        assert (metadata, [cell for cell, _ in cells] if cells is not None else None) == (whole.get("metadata"), bare)
        for cell, span in cells or ():
            assert span is None or json.loads(joined[slice(*span)]) == cell["source"]


@pytest.mark.parametrize(
    "cells", [("pass",) * 5000, ("%magic\n" * 1500,), ("x = '''\n" + "%magic\n" * 1500,), ("%magic\n" * 50_000,), ("x" + " " * 50_000 + "!\n%a",)], ids=len
)
def test_notebooks_that_cost(run: Run, write: Write, cells: tuple[str, ...]) -> None:
    write("n.ipynb", notebook(V3, *cells))
    result = run("check")
    assert (result.code, result.out.count("WV203")) in ((1, 1), (2, 0))
    assert result.code == 1 or result.err.startswith("error: n.ipynb: can't be parsed")


# -- regular expressions ----------------------------------------------------------------------------------------------

# They are used on what is short, or is known to have an end, or at one place: not to look for something in a whole file.
ELSEWHERE = {
    "command.magics._CELL", "command.magics._STATEMENT", "command.magics._VALUE", "command.comments._MARKER", "command.noqa._CODES", "command.wildcards._TOKEN",
    "export.syntax._CLASS", "manifests.names._KINDS", "manifests.names._PIP_FOLDER", "manifests.requirements._CONDA",
    "manifests.requirements._STRING", "manifests.requirements._MARKER", "manifests.servers._VARIABLE", "manifests.requirements._PIECE", "manifests.servers._DEFAULT", "registry._PARAMETER",
    "rewrite.blocks._COLON", "rewrite.objects.operands._BEACON", "toml._STRING",
}  # fmt: skip
ATOMS = (
    "a|A1| |\t|.|a.|a,|(|)|[|]|\"|'|\\|\n|\r\n| \n|#|from |import |weaviate|weaviate.|weaviate.a.|weaviate-client |client.|.schema |.query \n|.batch |==1,"
    "|%|{|}|${|$a|/|:|-|_|# noqa:E1,|services |kind |(..., |query.a(|WV_value_1| as | else |[a]|?|*|=|version=\"|has_|image"
).split("|")


def expressions() -> dict[str, re.Pattern[str]]:
    """Every regular expression of the package by where it stands."""
    found = {}
    for each in pkgutil.walk_packages(flake8_weaviate_v4.__path__, "flake8_weaviate_v4."):
        if not each.name.endswith("__main__"):
            for name, value in vars(importlib.import_module(each.name)).items():
                if isinstance(value, re.Pattern):
                    found[f"{each.name.removeprefix('flake8_weaviate_v4.')}.{name}"] = value
    return found


@pytest.mark.parametrize("name", sorted(expressions().keys() - ELSEWHERE))
def test_no_expression_takes_more_than_the_length_of_a_text(name: str) -> None:
    expression = expressions()[name]
    signal.alarm(30)
    for atom in ATOMS:
        for before in ("", "from "):
            expression.search(before + atom * (20_000 // len(atom)) + "!")


@pytest.mark.parametrize("text", [f"{a}{b * 50_000}{c}" for a in ("from", "import", "from a import (") for b in " .a(\t" for c in ("", " import x")])
def test_imports_that_cost(text: str) -> None:
    assert len(imports_of(f"{text}\n" + "from a import (b,\n" * 2000)) > 0


def test_what_noqa_costs(run: Run, write: Write) -> None:
    write("app.py", f"{HEAD}client.schema.get()  # noqa{': E1,' * 20_000}\n#{' ' * 100_000}flake8: noqa x\nx = '{'# noqa:' * 20_000}'\n" + V3)
    result = run("check")
    assert (result.code, result.out.count("WV203")) == (1, 1)
