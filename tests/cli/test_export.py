"""``export``: what it writes is taken by ruff and ast-grep as it is, and finds what it says."""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from session import Session

from flake8_weaviate_v4 import registry, surface
from flake8_weaviate_v4.check import Checker
from flake8_weaviate_v4.export import ast_grep, ruff, syntax
from flake8_weaviate_v4.source import Source

from .conftest import V3, Run

Write = Callable[..., Path]
RUFFS = ("0.4.10", "0.12.12", "")  # the last is the newest, of the test's own environment
CODE = """\
import weaviate
import weaviate as wv
import weaviate.batch
from weaviate import Client
from weaviate.client import Client as C2
from weaviate.gql.get import LinkTo
from typing import TYPE_CHECKING
if TYPE_CHECKING:
    from weaviate.schema import Schema

def f(client: "weaviate.Client") -> None:
    isinstance(client, wv.Client)
    client.schema.delete_all()  # noqa: WV204
    try:
        pass
    except weaviate.WeaviateBaseError:
        pass

weaviate.Client("http://localhost:8080")
weaviate.data.replication.ConsistencyLevel
"""
FOUND = [3, 4, 5, 6, 9, 11, 12, 16, 19, 20]
V4 = """\
import weaviate
import weaviate.classes as wvc
from weaviate import WeaviateClient
from weaviate.classes.query import Filter, MetadataQuery
from weaviate.exceptions import WeaviateBaseError
from weaviate.util import generate_uuid5

with weaviate.connect_to_local() as client:
    client.collections.use("A").query.fetch_objects(filters=Filter.by_property("a").equal(1))
    weaviate.auth.AuthApiKey("x")
"""


@pytest.fixture(scope="session", params=RUFFS, ids=lambda version: version or "newest")
def ruff_command(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """ruff of a version, installed for the tests."""
    if not request.param:
        return [sys.executable, "-m", "ruff"]
    folder = tmp_path_factory.mktemp("ruff")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--target", str(folder)]
    subprocess.run([*pip, f"ruff=={request.param}"], check=True)
    command = next(folder.glob("bin/ruff*"))
    told = subprocess.run([command, "--version"], check=True, capture_output=True, text=True).stdout
    assert told == f"ruff {request.param}\n"
    return [str(command)]


def rows(command: list[str], folder: Path, *words: str, code: str = "TID251") -> list[int]:
    done = subprocess.run([*command, "check", "--no-cache", "--output-format", "json", *words, "."], cwd=folder, check=False, capture_output=True, text=True)
    assert done.returncode in (0, 1), done.stderr
    return sorted({each["location"]["row"] for each in json.loads(done.stdout) if each["code"] == code})


# -- ruff -------------------------------------------------------------------------------------------------------------


def test_a_file_to_extend_from(run: Run, write: Write, tmp_path: Path, ruff_command: list[str]) -> None:
    write("app.py", CODE)
    assert run("export", "ruff", "--output", "weaviate-v4.ruff.toml", select="").code == 0
    assert rows(ruff_command, tmp_path, "--config", "weaviate-v4.ruff.toml") == FOUND
    write("ruff.toml", 'extend = "weaviate-v4.ruff.toml"\nline-length = 100\n')
    assert rows(ruff_command, tmp_path) == FOUND
    write("ruff.toml", 'extend = "weaviate-v4.ruff.toml"\n[lint]\nselect = ["F"]\n')
    assert rows(ruff_command, tmp_path) == []  # as the text says
    write("ruff.toml", 'extend = "weaviate-v4.ruff.toml"\n[lint]\nselect = ["F", "TID251"]\n')
    assert rows(ruff_command, tmp_path) == FOUND
    write("app.py", V4)
    assert rows(ruff_command, tmp_path) == []


def test_names_of_both_versions_stay(run: Run, write: Write, tmp_path: Path, ruff_command: list[str]) -> None:
    """No ban of a module reaches what v4 still has in it."""
    v3, v4 = surface.load("v3"), surface.load("v4")
    symbols = [symbol for symbol, entry in v3.symbols.items() if entry["kind"] in ("class", "function") and entry.get("v4") == "same"]
    paths = [path for path in symbols if v4.canonical(path) is not None and "._" not in path]
    assert len(paths) > 10
    write("app.py", "".join("from {0} import {2}\n".format(*path.rpartition(".")) for path in paths))
    run("export", "ruff", "--output", "w.toml", select="")
    assert rows(ruff_command, tmp_path, "--config", "w.toml") == []


def test_a_block_to_paste(run: Run, write: Write, tmp_path: Path, ruff_command: list[str]) -> None:
    write("app.py", CODE)
    write("pyproject.toml", '[project]\nname = "x"\nversion = "1"\n\n' + run("export", "ruff", "--paste", select="").out)
    assert rows(ruff_command, tmp_path) == FOUND


def test_bans_of_ones_own_take_their_place(run: Run, write: Write, tmp_path: Path, ruff_command: list[str]) -> None:
    """What the text says of merging is so."""
    write("app.py", "import os\n" + CODE)
    run("export", "ruff", "--output", "weaviate-v4.ruff.toml", select="")
    write("ruff.toml", 'extend = "weaviate-v4.ruff.toml"\n[lint.flake8-tidy-imports.banned-api]\n"os".msg = "no"\n')
    assert rows(ruff_command, tmp_path) == [1]
    if ruff_command[0] == sys.executable:  # 0.17 and newer
        write("ruff.toml", 'extend = "weaviate-v4.ruff.toml"\n[lint.flake8-tidy-imports.extend-banned-api]\n"os".msg = "no"\n')
        assert rows(ruff_command, tmp_path) == [1, *(row + 1 for row in FOUND)]


def test_ruff_keeps_our_noqa(run: Run, write: Write, tmp_path: Path, ruff_command: list[str]) -> None:
    write("app.py", "x = 1  # noqa: WV204\n")
    run("export", "ruff", "--output", "w.toml", select="")
    codes = ["RUF100", "RUF102"] if ruff_command[0] == sys.executable else ["RUF100"]  # the other is younger
    for code in codes:
        assert rows(ruff_command, tmp_path, "--config", "w.toml", f"--extend-select={code}", code=code) == []
    assert rows(ruff_command, tmp_path, f"--extend-select={codes[-1]}", "--isolated", code=codes[-1]) == [1]  # without the export


def test_every_name_that_v4_lost_is_banned() -> None:
    """By itself or with its module, under each path that v3 has for it; nothing that v4 has is."""
    v3, v4, bans = surface.load("v3"), surface.load("v4"), ruff.banned()
    paths = {path for path in v3.symbols if v3.kind(path) in ("class", "function", "module")}
    paths |= {alias for alias, symbol in v3.aliases.items() if symbol in paths}
    lost = {path for path in paths if v4.canonical(path) is None and "._" not in path}
    assert len(lost) > 80
    covered = {path for path in lost if any(path == ban or path.startswith(f"{ban}.") for ban in bans)}
    assert lost == covered
    kept = [v3.canonical(ban) or ban for ban in bans if v4.canonical(ban) is not None]
    assert kept  # still there, and of no use any more
    assert {v3.symbols[symbol]["v4"] for symbol in kept} == {"leftover"}
    anchors = {line.split("\t")[0] for line in (Path(__file__).parents[1] / "data" / "docs-anchors.tsv").read_text("utf-8").splitlines()}
    for message in bans.values():
        assert re.search(r" \(WV\d{3}\) (https://docs\.weaviate\.io/[^#]+)#?\S*$", message)
        assert message.rpartition(" ")[2].partition("#")[0] in anchors


def test_all_rules_as_ruffs(run: Run) -> None:
    ours = json.loads(run("export", "ruff", "--rules", select="").out)
    assert ours == json.loads(run("rule", "--all", "--output-format", "json", select="").out)
    theirs = json.loads(subprocess.run([sys.executable, "-m", "ruff", "rule", "--all", "--output-format", "json"], check=True, capture_output=True).stdout)
    kinds: dict[str, set[type]] = defaultdict(set)
    for rule in theirs:
        for key, value in rule.items():
            kinds[key].add(type(value))
    assert len(ours) == len(registry.load().rules)
    for rule in ours:
        assert list(rule) == list(theirs[0])
        assert {key for key, value in rule.items() if type(value) not in kinds[key]} == set()
    for key in ("category", "fix", "fix_availability"):
        assert {rule[key] for rule in ours} <= {rule[key] for rule in theirs}
    assert {tuple(rule["status"]) for rule in ours} == {("Stable",)}
    assert {tuple(rule["source_location"]) for rule in ours} == {tuple(theirs[0]["source_location"])}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("ruff", "--paste", "--rules"), "--rules and --paste are two things"),
        (("ruff", "--output", "missing/x.toml"), "missing/x.toml: not written: no such file or directory"),
        (("ast-grep", "app.py"), "app.py: not a folder"),
        (("ast-grep", "."), ".: holds other files (app.py); name a new folder, or an earlier export"),
    ],
)
def test_what_can_not_be_exported(run: Run, write: Write, tmp_path: Path, words: tuple[str, ...], said: str) -> None:
    path = write("app.py")
    result = run("export", *words, select="")
    assert (result.code, result.out) == (2, "")
    assert result.err.endswith(f"{said}\n".replace(".: holds", f"{tmp_path}: holds"))
    assert path.read_text() == V3


# -- ast-grep ---------------------------------------------------------------------------------------------------------

PROGRAMS = Path(__file__).parents[1] / "requests" / "programs"
SG = [str(Path(sys.executable).with_name("ast-grep"))]


@pytest.fixture
def exported(run: Run, tmp_path: Path) -> Path:
    result = run("export", "ast-grep", "sg", select="")
    assert result.out == f"Wrote {len(syntax.exported())} rules. Try: ast-grep scan -c sg/sgconfig.yml .\n"
    return tmp_path / "sg"


def test_ast_grep_test_passes(exported: Path) -> None:
    done = subprocess.run([*SG, "test", "--skip-snapshot-tests"], cwd=exported, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
    assert f"test result: ok. {len(syntax.exported())} passed; 0 failed" in done.stdout


def test_examples_that_only_types_can_tell_are_just_those(exported: Path) -> None:
    """Marked `typed` is what syntax does not find: an example that it does find belongs to the tests."""
    wrong = []
    for rule in syntax.exported():
        for number, example in enumerate(rule.examples):
            if example.get("typed"):
                (exported / f"{rule.code}_{number}.py").write_text(example["v3"])
    done = subprocess.run([*SG, "scan", "--json=stream", "."], cwd=exported, check=False, capture_output=True, text=True)
    for line in done.stdout.splitlines():
        found = json.loads(line)
        if found["ruleId"] == Path(found["file"]).name.partition("_")[0]:
            wrong.append(found["file"])
    assert wrong == []


def test_ast_grep_scan_and_fix(exported: Path, write: Write, tmp_path: Path) -> None:
    path = write("src/app.py", V3)
    write("src/other.py", "client = object()\nclient.schema.delete_class('A')\n")  # imports no weaviate
    write("src/v4.py", V4)
    command = [*SG, "scan", "-c", "sg/sgconfig.yml", "src"]
    done = subprocess.run([*command, "--json=stream"], cwd=tmp_path, check=True, capture_output=True, text=True)
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert sorted((each["file"], each["ruleId"]) for each in found) == [
        ("src/app.py", "WV100"), ("src/app.py", "WV101"), ("src/app.py", "WV203"),
    ]  # fmt: skip
    subprocess.run([*command, "-U"], cwd=tmp_path, check=True, capture_output=True)
    assert path.read_text() == V3.replace("schema.delete_class", "collections.delete")


@pytest.fixture(scope="session")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[dict[str, Any]]]:
    """What ast-grep finds in the programs that are run against servers: name of a file -> findings."""
    folder = tmp_path_factory.mktemp("seen")
    ast_grep.write(str(folder))
    command = [*SG, "scan", "-c", str(folder / "sgconfig.yml"), "--json=stream", str(PROGRAMS)]
    done = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True)
    found = defaultdict(list)
    for line in done.stdout.splitlines():
        each = json.loads(line)
        found[each["file"]].append(each)
    return found


def lines(path: str | Path) -> set[int]:
    """Where the typed engine has findings."""
    return {finding.line for finding in Checker().check(Source.parse(Path(path).read_text("utf-8"), str(path)))}


def off(path: str, found: list[dict[str, Any]]) -> list[str]:
    """The findings of ast-grep that are on no line of the engine's."""
    engine = lines(path)
    ranges = [(each["ruleId"], each["range"]["start"]["line"] + 1, each["range"]["end"]["line"] + 1) for each in found]
    return [f"{path}:{first} {code}" for code, first, last in ranges if not engine & set(range(first, last + 1))]


def test_ast_grep_is_silent_on_v4_programs(seen: dict[str, list[dict[str, Any]]]) -> None:
    assert len(list(PROGRAMS.rglob("*.v4.py"))) > 400
    assert [each for path, found in seen.items() if path.endswith(".v4.py") for each in off(path, found)] == []


def test_ast_grep_finds_most_of_v3_programs(seen: dict[str, list[dict[str, Any]]]) -> None:
    found = total = 0
    for path in PROGRAMS.rglob("*.v3.py"):
        engine = lines(path)
        spans = [range(each["range"]["start"]["line"] + 1, each["range"]["end"]["line"] + 2) for each in seen.get(str(path), [])]
        total += len(engine)
        found += sum(any(line in span for span in spans) for line in engine)
    assert found / total > 0.95, (found, total)


def test_the_fixes_of_ast_grep_are_those_of_the_engine(seen: dict[str, list[dict[str, Any]]]) -> None:
    """What it would write stands in the program that the fixer makes, which sends the same requests."""
    fixes = [(path, each) for path, found in seen.items() if path.endswith(".v3.py") for each in found if "replacement" in each]
    assert {each["ruleId"] for _, each in fixes} == {rule.code for rule in syntax.exported() if rule.fix}
    wrong = [each["text"] for path, each in fixes if bare(each["replacement"]) not in bare(Path(path.replace(".v3.", ".v4.")).read_text("utf-8"))]
    assert wrong == []


def bare(code: str) -> str:
    """Code without its layout."""
    return re.sub(r"\s+", "", code).replace(",)", ")")


def test_calls_that_a_fix_would_break_are_told_without_one(exported: Path, write: Write, tmp_path: Path) -> None:
    calls = ["delete_class(**which)", "delete_class(*which)", "delete_class(\n    # the old one\n    'A'\n)", "exists(class_name='A', **more)"]
    path = write("src/app.py", "import weaviate\n" + "".join(f"client.schema.{call}\n" for call in calls))
    before = path.read_text()
    done = subprocess.run([*SG, "scan", "-c", "sg/sgconfig.yml", "--json", "src"], cwd=tmp_path, check=True, capture_output=True, text=True)
    assert {each["ruleId"] for each in json.loads(done.stdout)} == {"WV203-by-hand"}
    subprocess.run([*SG, "scan", "-c", "sg/sgconfig.yml", "-U", "src"], cwd=tmp_path, check=True, capture_output=True)
    assert path.read_text() == before


def test_an_export_is_replaced_and_nothing_else_is(run: Run, exported: Path) -> None:
    (exported / "rules" / "WV100.yml").unlink()
    (exported / "rule-tests" / "__snapshots__").mkdir()
    (exported / "rule-tests" / "__snapshots__" / "a.yml").write_text("")
    assert run("export", "ast-grep", "sg", select="").code == 0
    assert (exported / "rules" / "WV100.yml").exists()
    (exported / "rules" / "own.yml").write_text("id: own\n")
    result = run("export", "ast-grep", "sg", select="")
    assert (result.code, result.out) == (2, "")
    assert result.err.endswith("sg: holds other files (rules/own.yml); name a new folder, or an earlier export\n")
    assert (exported / "rules" / "own.yml").exists()
    assert sorted(path.name for path in exported.iterdir()) == ["rule-tests", "rules", "sgconfig.yml", "utils"]


@pytest.mark.parametrize("name", ["__snapshots__/snap.yml", "rule-tests/__snapshots__/snap.yml", "sub/empty"])
def test_a_folder_of_something_else_stays(run: Run, tmp_path: Path, name: str) -> None:
    """Also where all that it holds looks like parts of an export."""
    path = tmp_path / "__snapshots__" / name
    path.parent.mkdir(parents=True)
    path.write_text("id: WV100\n")
    assert run("export", "ast-grep", "__snapshots__", select="").code == 2
    assert path.read_text() == "id: WV100\n"


def test_a_failure_leaves_what_was_there(run: Run, exported: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (exported / "rules" / "WV100.yml").unlink()
    rename = Path.rename

    def fails(path: Path, target: Path) -> Path:
        if path.parent.name == "new" and target == exported / "utils":
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", fails)
    result = run("export", "ast-grep", "sg", select="")
    assert (result.code, result.out) == (2, "")
    assert result.err.endswith("sg: not written: no space left on device\n")
    assert sorted(path.name for path in exported.iterdir()) == ["rule-tests", "rules", "sgconfig.yml", "utils"]
    assert not (exported / "rules" / "WV100.yml").exists()
    assert (exported / "rules" / "WV101.yml").exists()


def test_a_link_to_an_export_stays_one(run: Run, exported: Path, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(exported, target_is_directory=True)
    (exported / "rules" / "WV100.yml").unlink()
    assert run("export", "ast-grep", "link", select="").code == 0
    assert link.is_symlink()
    assert (exported / "rules" / "WV100.yml").exists()


def test_the_language_server_of_ast_grep_offers_the_fix(exported: Path, write: Write) -> None:
    path = write("sg/app.py", V3)
    with closing(Session([*SG, "lsp", "-c", "sgconfig.yml"], exported)) as session:
        (delete,) = [each for each in session.diagnostics(path, V3) if each["code"] == "WV203"]
        assert delete["codeDescription"]["href"] == registry.load().rules["WV203"].url
        asked = {"textDocument": {"uri": path.as_uri()}, "range": delete["range"], "context": {"diagnostics": [delete]}}
        assert 'client.collections.delete("A")' in json.dumps(session.ask("textDocument/codeAction", asked)).replace('\\"', '"')


def test_ast_grep_is_there() -> None:
    assert shutil.which(SG[0]), "the test extra installs it"
