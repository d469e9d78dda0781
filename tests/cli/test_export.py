"""``export``: what it writes is taken by ruff and ast-grep as it is, and finds what it says."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from session import Session

from flake8_weaviate_v4 import registry, surface
from flake8_weaviate_v4.export import ast_grep, ruff

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
    anchors = {line.split("\t")[0] for line in (Path(__file__).parents[1] / "data" / "docs-anchors.tsv").read_text("utf-8").splitlines()}
    for message in bans.values():
        assert re.search(r" \(WV\d{3}\) (https://docs\.weaviate\.io/[^#]+)#?\S*$", message)
        assert message.rpartition(" ")[2].partition("#")[0] in anchors


def test_all_rules_as_ruffs(run: Run) -> None:
    ours = json.loads(run("export", "ruff", "--rules", select="").out)
    assert ours == json.loads(run("rule", "--all", "--output-format", "json", select="").out)
    theirs = json.loads(subprocess.run([sys.executable, "-m", "ruff", "rule", "--all", "--output-format", "json"], check=True, capture_output=True).stdout)
    assert {key: type(value) for key, value in ours[0].items()} == {key: type(value) for key, value in theirs[0].items()}


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

SG = [str(Path(sys.executable).with_name("ast-grep"))]


@pytest.fixture
def exported(run: Run, tmp_path: Path) -> Path:
    result = run("export", "ast-grep", "sg", select="")
    assert result.out == f"Wrote {len(ast_grep.exported())} rules. Try: ast-grep scan -c sg/sgconfig.yml .\n"
    return tmp_path / "sg"


def test_ast_grep_test_passes(exported: Path) -> None:
    done = subprocess.run([*SG, "test", "--skip-snapshot-tests"], cwd=exported, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
    assert f"test result: ok. {len(ast_grep.exported())} passed; 0 failed" in done.stdout


def test_examples_that_only_types_can_tell_are_just_those(exported: Path) -> None:
    """Marked `typed` is what syntax does not find: an example that it does find belongs to the tests."""
    wrong = []
    for rule in ast_grep.exported():
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


def test_an_export_is_replaced_and_nothing_else_is(run: Run, exported: Path) -> None:
    (exported / "rules" / "WV100.yml").unlink()
    (exported / "rule-tests" / "__snapshots__").mkdir()
    (exported / "rule-tests" / "__snapshots__" / "a.yml").write_text("")
    assert run("export", "ast-grep", "sg", select="").code == 0
    assert (exported / "rules" / "WV100.yml").exists()
    (exported / "own.yml").write_text("id: own\n")
    result = run("export", "ast-grep", "sg", select="")
    assert result.code == 2
    assert (exported / "own.yml").exists()
    assert not list(exported.parent.glob(".flake8*"))


def test_the_language_server_of_ast_grep_offers_the_fix(exported: Path, write: Write) -> None:
    path = write("sg/app.py", V3)
    with closing(Session([*SG, "lsp", "-c", "sgconfig.yml"], exported)) as session:
        (delete,) = [each for each in session.diagnostics(path, V3) if each["code"] == "WV203"]
        assert delete["codeDescription"]["href"] == registry.load().rules["WV203"].url
        asked = {"textDocument": {"uri": path.as_uri()}, "range": delete["range"], "context": {"diagnostics": [delete]}}
        assert 'client.collections.delete("A")' in json.dumps(session.ask("textDocument/codeAction", asked)).replace('\\"', '"')


def test_ast_grep_is_there() -> None:
    assert shutil.which(SG[0]), "the test extra installs it"
