"""The plugin in real flake8 runs: selection, positions, options, processes, and files of every kind."""

from __future__ import annotations

import json
import multiprocessing
import os
import random
import re
import subprocess
import sys
import sysconfig
import tokenize
from collections import Counter
from pathlib import Path
from textwrap import dedent
from typing import NamedTuple

import pytest

from flake8_weaviate_v4 import __version__, registry
from flake8_weaviate_v4.check import Checker
from flake8_weaviate_v4.cli import main
from flake8_weaviate_v4.options import Options
from flake8_weaviate_v4.source import Source

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
_FOUND = re.compile(r"(?P<path>.+?):(?P<line>\d+):(?P<column>\d+): (?P<code>\w+) (?P<text>.*)")

# Python 3.10 and early 3.11 raise ValueError for null bytes, of which flake8 knows nothing.
NULL_BYTES = sys.version_info >= (3, 11, 4)

V3 = dedent("""\
    import weaviate

    client = weaviate.Client()
    found = (
        client.query
        .get("Article", ["title"])
        .with_near_text({"concepts": ["rain"]})
        .with_limit(5)
        .do()
    )
    client.schema.delete_class("Article")
    """)
V3_FOUND = [(3, 19, "WV100"), (5, 12, "WV501"), (11, 8, "WV203")]


class Run(NamedTuple):
    """What a flake8 run left."""

    code: int
    out: str
    err: str

    @property
    def found(self) -> list[tuple[int, int, str]]:
        """Line, column and code of each finding."""
        return [(line, column, code) for _, line, column, code in self.places]

    @property
    def places(self) -> list[tuple[str, int, int, str]]:
        """Path, line, column and code of each finding."""
        matches = [_FOUND.fullmatch(line) for line in self.out.splitlines()]
        return [(m["path"], int(m["line"]), int(m["column"]), m["code"]) for m in matches if m]

    @property
    def codes(self) -> list[str]:
        """The code of each finding."""
        return [code for *_, code in self.places]


def python(folder: Path, *arguments: str, stdin: bytes | None = None) -> Run:
    """Python on this checkout's package, whatever version of it is installed."""
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, *arguments], cwd=folder, env=env, input=stdin, capture_output=True, timeout=300, check=False
    )
    return Run(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


def flake8(folder: Path, *arguments: str, stdin: bytes | None = None, config: bool = False) -> Run:
    """A flake8 run in ``folder``, one process, without config unless asked for."""
    isolated = () if config else ("--isolated",)
    return python(folder, "-m", "flake8", "-j1", *isolated, *arguments, stdin=stdin)


@pytest.fixture
def app(tmp_path: Path) -> Path:
    """A folder with a v3 file."""
    (tmp_path / "app.py").write_text(V3)
    return tmp_path


def test_version(tmp_path: Path) -> None:
    assert f"flake8-weaviate-v4: {__version__}" in flake8(tmp_path, "--version").out


def test_findings_and_exit_code(app: Path) -> None:
    run = flake8(app, "--select=WV", "app.py")
    assert run.found == V3_FOUND
    assert (run.code, run.err) == (1, "")


def test_line_of_a_finding(app: Path) -> None:
    """One line: what stands in the code, what replaces it, and the link last."""
    lines = flake8(app, "--select=WV", "app.py").out.splitlines()
    assert lines[-1] == (
        'app.py:11:8: WV203 `client.schema.delete_class("Article")` is gone in v4: '
        'use `client.collections.delete("Article")` '
        "https://docs.weaviate.io/weaviate/manage-collections/collection-operations#delete-a-collection"
    )
    assert all(re.search(r" https://docs\.weaviate\.io/\S+$", line) for line in lines)


def test_clean_file(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text(
        "import weaviate\n\nwith weaviate.connect_to_local() as client:\n    client.is_ready()\n"
    )
    assert flake8(tmp_path, "app.py") == (0, "", "")


# -- selecting ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "codes"),
    [
        pytest.param((), ["WV100", "WV203", "WV501"], id="on by default"),
        pytest.param(("--select=WV5",), ["WV501"], id="an area"),
        pytest.param(("--select=WV501,WV100",), ["WV100", "WV501"], id="codes"),
        pytest.param(("--ignore=WV1,WV203",), ["WV501"], id="ignore"),
        pytest.param(("--extend-ignore=WV501",), ["WV100", "WV203"], id="extend-ignore"),
        pytest.param(("--per-file-ignores=app.py:WV5",), ["WV100", "WV203"], id="per-file-ignores"),
        pytest.param(("--per-file-ignores=other.py:WV5",), ["WV100", "WV203", "WV501"], id="another file's ignores"),
    ],
)
def test_selecting(app: Path, arguments: tuple[str, ...], codes: list[str]) -> None:
    assert sorted(c for c in flake8(app, *arguments, "app.py").codes if c.startswith("WV")) == codes


@pytest.mark.parametrize(
    ("arguments", "seen"),
    [
        (("--ignore=W",), False),
        (("--extend-ignore=W",), False),
        (("--select=E,F",), False),
        (("--per-file-ignores=app.py:W",), False),
        (("--select=E,F,W",), True),
        (("--select=E,F,WV",), True),
        (("--select=E,F", "--extend-select=WV"), True),
        (("--ignore=W", "--extend-select=WV"), True),
        (("--extend-ignore=W", "--select=WV"), True),
        (("--per-file-ignores=app.py:W", "--extend-select=WV"), True),
    ],
)
def test_w_trap(app: Path, arguments: tuple[str, ...], seen: bool) -> None:
    """flake8 decides by prefix, so that ``W`` decides about ``WV``. The README tells what these runs do."""
    assert any(code.startswith("WV") for code in flake8(app, *arguments, "app.py").codes) is seen


def test_noqa_on_the_reported_line_of_a_chain(tmp_path: Path) -> None:
    text = V3.replace("    client.query\n", "    client.query  # noqa: WV501\n")
    (tmp_path / "app.py").write_text(text)
    run = flake8(tmp_path, "--select=WV", "app.py")
    assert run.codes == ["WV100", "WV203"]
    assert flake8(tmp_path, "--select=WV", "--disable-noqa", "app.py").found == V3_FOUND


@pytest.mark.parametrize(
    "comment", ["# noqa: WV203", "# noqa: WV2", "# noqa: E501,WV203", "# noqa", "# type: ignore  # noqa: WV203"]
)
def test_noqa_forms(tmp_path: Path, comment: str) -> None:
    (tmp_path / "app.py").write_text(f"{V3.rstrip()}  {comment}\n")
    assert flake8(tmp_path, "--select=WV", "app.py").codes == ["WV100", "WV501"]


def test_noqa_of_another_code(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text(f"{V3.rstrip()}  # noqa: WV204\n")
    assert flake8(tmp_path, "--select=WV", "app.py").found == V3_FOUND


# -- positions ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "place"),
    [
        pytest.param('client.schema.delete_class("A")', (4, 8), id="the first v3 name"),
        pytest.param('x = "ü€"; client.schema.delete_class("A")', (4, 18), id="two and three bytes before"),
        pytest.param('x = "😀"; client.schema.delete_class("A")', (4, 17), id="a surrogate pair elsewhere"),
        pytest.param('if client:\n\tclient.schema.delete_class("A")', (5, 9), id="a tab"),
        pytest.param('x = "\t"; client.schema.delete_class("A")', (4, 17), id="a tab inside"),
        pytest.param('(client\n  # why\n  .schema\n  .delete_class("A"))', (6, 4), id="a chain over lines"),
        pytest.param('client \\\n    .schema.delete_class("A")', (5, 6), id="a backslash"),
        pytest.param('x = """\n\x0c\n"""; client.schema.delete_class("A")', (6, 13), id="a form feed ends no line"),
        pytest.param('x = "\u2028"; client.schema.delete_class("A")', (4, 17), id="nor does a line separator"),
        pytest.param("f'ü{client.schema.delete_class(None)!r}'", None, id="in an f-string"),
    ],
)
def test_position(tmp_path: Path, line: str, place: tuple[int, int] | None) -> None:
    text = f"import weaviate\n\nclient = weaviate.Client()\n{line}\n"
    (tmp_path / "app.py").write_bytes(text.encode())
    found = [(at, column) for at, column, code in flake8(tmp_path, "--select=WV203", "app.py").found]
    if place is None and sys.version_info < (3, 12):
        assert len(found) == 1  # older parsers don't know where in the file an f-string's expression stands
    else:
        assert found == [place or (4, 12)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
def test_line_ends(tmp_path: Path, end: str) -> None:
    (tmp_path / "app.py").write_bytes(V3.replace("\n", end).encode())
    assert flake8(tmp_path, "--select=WV", "app.py").found == V3_FOUND


def test_a_chain_is_one_finding(tmp_path: Path) -> None:
    text = 'import weaviate\n\nweaviate.Client().query.get("A", ["t"]).with_limit(1).with_offset(2).do()\n'
    (tmp_path / "app.py").write_text(text)
    assert flake8(tmp_path, "--select=WV5", "app.py").found == [(3, 19, "WV501")]


# -- options -----------------------------------------------------------------------------------------------------------

_OPTIONAL = dedent("""\
    import weaviate

    v4 = weaviate.connect_to_local()
    articles = v4.collections.get("Article")


    def old(client: weaviate.Client | weaviate.WeaviateClient) -> None:
        if not hasattr(client, "collections"):
            client.schema.delete_class("Article")
    """)


@pytest.mark.parametrize(
    ("option", "code"),
    [("weaviate-deprecations", "WV9"), ("weaviate-unclosed", "WV150"), ("weaviate-report-guarded", "WV203")],
)
def test_switches(tmp_path: Path, option: str, code: str) -> None:
    """Off by default; on by the command line or config; the command line's ``--no-`` wins."""
    (tmp_path / "app.py").write_text(_OPTIONAL)

    def seen(*arguments: str) -> bool:
        run = flake8(tmp_path, *arguments, "app.py", config=True)
        assert run.err == ""
        return any(c.startswith(code) for c in run.codes)

    assert not seen()
    assert seen(f"--{option}")
    (tmp_path / "tox.ini").write_text(f"[flake8]\n{option} = true\n")
    assert seen()
    assert not seen(f"--no-{option}")
    (tmp_path / "tox.ini").write_text(f"[flake8]\n{option.replace('-', '_')} = No\n")
    assert not seen()
    assert seen(f"--{option}")


def test_switches_are_none_of_flake8s_lists(tmp_path: Path) -> None:
    """A project's own ``ignore`` or ``select`` switches nothing on that is off by default."""
    (tmp_path / "app.py").write_text(_OPTIONAL)
    codes = flake8(tmp_path, "--select=WV", "--ignore=E501", "app.py").codes
    assert not [c for c in codes if c.startswith(("WV9", "WV150", "WV203"))]


def test_target(app: Path) -> None:
    """Hints name only what the version has: ``collections.use`` came with 4.16."""

    def hint(*arguments: str) -> str:
        return flake8(app, "--select=WV501", *arguments, "app.py", config=True).out

    assert ".collections.use(" in hint()
    assert ".collections.use(" in hint("--weaviate-target=4.16")
    assert ".collections.get(" in hint("--weaviate-target=4.9")
    (app / "setup.cfg").write_text("[flake8]\nweaviate-target = 4.9.3\n")
    assert ".collections.get(" in hint()
    assert ".collections.use(" in hint("--weaviate-target", "4.20")


@pytest.mark.parametrize("name", ["setup.cfg", "tox.ini", ".flake8"])
def test_config_files(app: Path, name: str) -> None:
    (app / name).write_text("[flake8]\nselect = WV\nper-file-ignores =\n    app.py: WV1\nweaviate-target = 4.9\n")
    run = flake8(app, "app.py", config=True)
    assert run.codes == ["WV501", "WV203"]
    assert ".collections.get(" in run.out


_WRONG = [
    ("weaviate-target", "3.26"),
    ("weaviate-target", "banana"),
    ("weaviate-target", "5"),
    ("weaviate-target", "4"),
    ("weaviate-target", "4.9  # the oldest that we support"),
    ("weaviate-deprecations", "maybe"),
    ("weaviate-deprecations", ""),
    ("weaviate-report-guarded", "2"),
    ("weaviate-unclosed", "yes please"),
]


@pytest.mark.parametrize(("option", "value"), _WRONG)
def test_wrong_value_in_config(app: Path, option: str, value: str) -> None:
    """flake8 doesn't check config values. One line names the option and the value, and nothing is checked."""
    (app / "tox.ini").write_text(f"[flake8]\n{option} = {value}\n")
    run = flake8(app, "app.py", config=True)
    assert (run.code, run.out) == (1, "")
    assert run.err.count("\n") == 1
    assert run.err.startswith(f"flake8: {option}: {value!r} is ")


@pytest.mark.parametrize(("option", "value"), [wrong for wrong in _WRONG if wrong[0] == "weaviate-target"])
def test_wrong_value_on_the_command_line(app: Path, option: str, value: str) -> None:
    run = flake8(app, f"--{option}={value}", "app.py")
    assert (run.code, run.out, run.err.count("\n")) == (1, "", 1)
    assert run.err.startswith(f"flake8: {option}: {value!r} is ")


# -- stdin, processes --------------------------------------------------------------------------------------------------


def test_stdin(tmp_path: Path) -> None:
    run = flake8(tmp_path, "--select=WV", "-", stdin=V3.encode())
    assert run.places == [("stdin", *found) for found in V3_FOUND]


def test_stdin_display_name(tmp_path: Path) -> None:
    """Editors pipe a buffer: its name is shown, per-file-ignores hold, and imports are followed from its place."""
    (tmp_path / "db.py").write_text("import weaviate\n\nclient = weaviate.Client()\n")
    text = b'from db import client\n\nclient.schema.delete_class("A")\n'
    arguments = ("--select=WV", "--stdin-display-name", str(tmp_path / "app.py"), "-")
    run = flake8(tmp_path, *arguments, stdin=text)
    assert run.places == [(str(tmp_path / "app.py"), 3, 8, "WV203")]
    assert flake8(tmp_path, "--per-file-ignores=app.py:WV2", *arguments, stdin=text).out == ""


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """Several files, one of which takes the client from another."""
    (tmp_path / "db.py").write_text("import weaviate\n\nclient = weaviate.Client()\n")
    for number in range(6):
        (tmp_path / f"app{number}.py").write_text(V3)
        (tmp_path / f"job{number}.py").write_text('from db import client\n\nclient.schema.delete_class("A")\n')
    (tmp_path / "v4.py").write_text(_OPTIONAL)
    (tmp_path / "tox.ini").write_text("[flake8]\nselect = WV\nweaviate-target = 4.9\nweaviate-deprecations = true\n")
    return tmp_path


_START = """
import multiprocessing, sys
multiprocessing.set_start_method(sys.argv.pop(1))
from flake8.main.cli import main
sys.exit(main())
"""


@pytest.mark.parametrize("method", ["fork", "spawn", "forkserver"])
def test_processes_find_the_same(many: Path, method: str) -> None:
    """Worker processes have the same rules and options, however they are started."""
    if method not in multiprocessing.get_all_start_methods():
        pytest.skip(f"no {method} here")
    alone = flake8(many, ".", config=True)
    assert len(alone.codes) > 20
    assert {"WV100", "WV203", "WV501"} < set(alone.codes)
    assert any(code.startswith("WV9") for code in alone.codes)
    shared = python(many, "-c", _START, method, "-j2", ".")
    assert sorted(shared.out.splitlines()) == sorted(alone.out.splitlines())
    assert (shared.code, shared.err) == (alone.code, "")


# -- files of every kind -----------------------------------------------------------------------------------------------

_PLAIN = V3.encode()
_FILES: list[tuple[str, bytes, list[tuple[int, int, str]] | None]] = [
    ("empty", b"", []),
    ("one newline", b"\n", []),
    ("a comment without a line end", b"# weaviate", []),
    ("no last line end", _PLAIN.rstrip(), V3_FOUND),
    ("bom", b"\xef\xbb\xbf" + _PLAIN, V3_FOUND),
    (
        "latin-1",
        b'# coding: latin-1\nimport weaviate\nx = "\xe9\xe9"; weaviate.Client().schema.delete_class("A")\n',
        [(3, 20, "WV100"), (3, 29, "WV203")],
    ),
    (
        "latin-1 that doesn't say so",
        b'import weaviate\nx = "\xe9\xe9"; weaviate.Client().schema.delete_class("A")\n',
        [(2, 20, "WV100"), (2, 29, "WV203")],
    ),
    ("an unknown encoding", b"# coding: martian\nimport weaviate\nweaviate.Client()\n", [(3, 10, "WV100")]),
    ("null bytes", _PLAIN + b"x = '\x00'\n", None),
    ("a syntax error", _PLAIN + b"def (:\n", None),
    ("python 2", b"import weaviate\nprint weaviate.Client()\n", None),
    ("bad indentation", b"import weaviate\n  client = weaviate.Client()\n", None),
    ("no text at all", bytes(range(256)) * 4, None),
    ("a lone surrogate", b"import weaviate\nx = '\\ud800'\nweaviate.Client()\n", [(3, 10, "WV100")]),
    (
        "deep brackets",
        b"import weaviate\nx = " + b"[" * 90 + b"weaviate.Client()" + b"]" * 90 + b"\n",
        [(2, 104, "WV100")],
    ),
    ("a long line", b"import weaviate\nx = [" + b"1, " * 2_000 + b"weaviate.Client()]\n", [(2, 6_015, "WV100")]),
]


@pytest.mark.parametrize(("data", "expected"), [pytest.param(*f[1:], id=f[0]) for f in _FILES])
def test_any_file(tmp_path: Path, data: bytes, expected: list[tuple[int, int, str]] | None) -> None:
    """flake8 ends as it should, with our findings where the file is Python (None: E9 and nothing of ours)."""
    if b"\0" in data and not NULL_BYTES:
        pytest.skip("flake8 itself ends on null bytes here")
    (tmp_path / "app.py").write_bytes(data)
    run = flake8(tmp_path, "--select=WV,E9", "app.py")
    assert run.err == ""
    if expected is None:
        assert run.code == 1
        assert run.codes
        assert all(code.startswith("E9") for code in run.codes)
    else:
        assert run.found == expected


def test_a_bad_file_stops_no_other(app: Path) -> None:
    (app / "aaa.py").write_bytes(b"def (:\n")
    if NULL_BYTES:
        (app / "bbb.py").write_bytes(b"\0")
    run = flake8(app, "--select=WV", ".")
    assert [place[1:] for place in run.places] == V3_FOUND


def test_symlinks(app: Path) -> None:
    """A link is a file of its own; one that leads nowhere, or to itself, is flake8's to report."""
    try:
        (app / "link.py").symlink_to("app.py")
        (app / "gone.py").symlink_to("nowhere.py")
        (app / "loop.py").symlink_to("loop.py")
    except OSError:
        pytest.skip("no symlinks here")
    run = flake8(app, "--select=WV", ".")
    assert run.err == ""
    assert Counter(path for path, *_ in run.places) == {"./app.py": 3, "./link.py": 3}


def test_deep_code(tmp_path: Path) -> None:
    """Code near the depth that Python's own parser allows: flake8 goes on, and other files are checked."""
    chain = "import weaviate\nc = weaviate.Client()\nc.query.get('A', ['t'])" + ".with_limit(1)" * 900 + "\n"
    tree = "import weaviate\nx = " + "-" * 900 + "weaviate.Client()\n"
    concatenated = "import weaviate\nx = " + " + ".join(["'a'"] * 900) + " + weaviate.Client()\n"
    for text in (chain, tree, concatenated):
        try:
            source = Source.parse(text)
        except (RecursionError, MemoryError):
            continue
        found = Checker().check(source)
        assert "WV100" in [f.code for f in found]


def test_twenty_thousand_lines() -> None:
    block = V3[len("import weaviate\n\nclient = weaviate.Client()\n") :]
    times = 20_000 // block.count("\n")
    found = Checker().check(Source.parse("import weaviate\n\nclient = weaviate.Client()\n" + block * times))
    assert Counter(f.code for f in found) == {"WV100": 1, "WV501": times, "WV203": times}


def test_the_standard_librarys_own_tests() -> None:
    """Files that try Python's every corner: nothing raises, and nothing in them is Weaviate's."""
    folder = Path(sysconfig.get_path("stdlib")) / "test"
    files = sorted(folder.rglob("*.py"))
    if len(files) < 200:
        pytest.skip("this Python comes without its tests")
    checker = Checker(Options(report_guarded=True, deprecations=True, unclosed=True))
    checked = 0
    for file in random.Random(4).sample(files, 170):
        try:
            with tokenize.open(file) as lines:
                text = lines.read()
            source = Source.parse(f"{text}\n# weaviate\n", str(file), file)  # else it would not be worth a look
        except (SyntaxError, ValueError, RecursionError):
            continue
        assert checker.check(source) == [], file
        checked += 1
    assert checked >= 140


def test_a_fault_of_ours_is_a_finding(app: Path) -> None:
    """What must not happen does not look like a clean file."""
    (app / "sitecustomize.py").write_text(
        "import flake8_weaviate_v4.check as c\n\n\ndef fail(*_): raise KeyError\n\n\nc.Checker.check = fail\n"
    )
    code = (
        "import sys; sys.path.insert(0, ''); import sitecustomize; from flake8.main.cli import main; sys.exit(main())"
    )
    (app / "sitecustomize.py").rename(app / "broken.py")
    run = python(app, "-c", code.replace("sitecustomize", "broken"), "-j1", "--isolated", "--select=WV", "app.py")
    assert (run.found, run.err) == ([(1, 1, "WV000")], "")
    assert "(KeyError): please report it" in run.out


# -- what the documentation promises -----------------------------------------------------------------------------------


def _block(language: str, number: int = 0) -> str:
    blocks: list[str] = re.findall(rf"^```{language}\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    return blocks[number]


def test_readme_before_and_after(tmp_path: Path) -> None:
    """The README's v3 code gives the lines that it shows, and is fixed to its v4 code, which gives none."""
    (tmp_path / "search.py").write_text(_block("python", 0))
    assert flake8(tmp_path, "--select=WV", "search.py").out == _block("text", 0)
    assert main(["fix", str(tmp_path)]) == 0
    assert (tmp_path / "search.py").read_text() == _block("python", 1)
    assert flake8(tmp_path, "--select=WV", "--weaviate-deprecations", "search.py").out == ""


def test_readme_table_of_codes() -> None:
    table = {area: int(rules) for area, rules in re.findall(r"^\| (WV\d) \|.*\| (\d+) \|$", README, re.MULTILINE)}
    assert table == Counter(code[:3] for code in registry.load().rules)


def test_readme_config(app: Path) -> None:
    """The config that the README recommends is accepted as it stands."""
    (app / ".flake8").write_text(_block("ini", 0))
    (app / "legacy").mkdir()
    (app / "legacy" / "old.py").write_text(V3)
    run = flake8(app, ".", config=True)
    assert (run.err, run.places) == ("", [("./app.py", *found) for found in V3_FOUND])


def test_commands_of_the_readme_are_those_of_ci() -> None:
    ci = (ROOT / ".ci" / "run").read_text("utf-8")
    tests = "python3 -m venv .venv && .venv/bin/pip install '.[test]' && .venv/bin/python -m pytest"
    assert tests in README
    assert tests in ci


def test_examples() -> None:
    """``examples/`` has as many findings as its README says, by file and area, and the dual-version file none."""
    table = (ROOT / "examples" / "README.md").read_text("utf-8")
    head, *rows = [
        [cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines() if line.startswith("|")
    ]
    expected = {
        (row[0].strip("`"), area): int(cell)
        for row in rows[1:-1]
        for area, cell in zip(head[1:-1], row[1:-1], strict=True)
        if cell
    }
    run = flake8(ROOT / "examples", "--select=WV", ".")
    assert Counter((path.removeprefix("./"), code[:3]) for path, _, _, code in run.places) == expected
    assert int(rows[-1][-1]) == len(run.places)


def test_example_notebook() -> None:
    """The notebook is a notebook; its cells are v3 code."""
    notebook = json.loads((ROOT / "examples" / "notebooks" / "explore.ipynb").read_text("utf-8"))
    assert (notebook["nbformat"], {cell["cell_type"] for cell in notebook["cells"]}) == (4, {"markdown", "code"})
    cells = ["".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "code"]
    text = "\n".join(cells).replace("%%time\n", "")
    assert {"WV100", "WV501", "WV700"} <= {f.code for f in Checker().check(Source.parse(text))}
