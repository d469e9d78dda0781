"""Fixed programs are what linters and type checkers accept where they accepted the original."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from harness import environments
from harness.programs import find

PAIRS = find()
# v4 itself declares what it returns as unions and optional values: code that reads them is right without narrowing. Its
# public `BatchClient` is not the protocol that its own `with client.batch...` gives.
UNIONS = re.compile(
    r'for class "(Aggregate\w+|str|bool|int|float|datetime|UUID|PhoneNumber|PhoneNumberType|GeoCoordinate|Mapping\[.*|Sequence\[.*|list\[.*|Literal\[True\])"'
    r'|WeaviateField|BatchClientProtocol|No overloads for "__getitem__"'
    r"|type \"(str|bool|int|float|datetime|UUID|GeoCoordinate|_?PhoneNumber(Type)?)\"|Literal\['\w+'\]"
)
WANTED = {"reportAttributeAccessIssue", "reportCallIssue", "reportArgumentType", "reportUndefinedVariable", "reportMissingImports", "reportIndexIssue"}


def texts(side: str) -> list[Path]:
    """The programs of one client."""
    return [pair.v3 if side == "v3" else pair.v4 for pair in PAIRS]


def test_imports_are_neither_unused_nor_missing() -> None:
    """``ruff check`` finds no unused import or variable and no undefined name."""
    ruff = shutil.which("ruff", path=str(Path(sys.executable).parent)) or "ruff"
    files = [str(path) for path in texts("v4")]
    done = subprocess.run(
        [ruff, "check", "--isolated", "--no-cache", "--select=F,E9", "--output-format=concise", *files],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def problems(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Counter[str]]:
    """What pyright says of the programs of each client, by program; or a skip that says why it can't be asked."""
    found: dict[str, Counter[str]] = {}
    for client in ("v3", "v4"):
        try:
            python = environments.python(client)
        except environments.Unreachable as error:
            pytest.skip(f"{error}: types are NOT checked")
        folder = tmp_path_factory.mktemp(client)
        for pair in PAIRS:
            path = folder / f"{str(pair).replace('/', '__').replace('-', '_')}.py"
            path.write_text((pair.v3 if client == "v3" else pair.v4).read_text("utf-8"), "utf-8")
        found[client] = _pyright(folder, str(python))
    return found


def _pyright(folder: Path, python: str) -> Counter[str]:
    settings = {"typeCheckingMode": "standard"} | dict.fromkeys(
        ("reportOptionalMemberAccess", "reportOptionalSubscript", "reportOptionalIterable", "reportOptionalOperand"), False
    )
    (folder / "pyrightconfig.json").write_text(json.dumps(settings))
    done = subprocess.run(
        [sys.executable, "-m", "pyright", "--outputjson", "--pythonpath", python, "-p", str(folder)],
        capture_output=True, text=True, check=False, timeout=600,
    )  # fmt: skip
    try:
        diagnostics = json.loads(done.stdout)["generalDiagnostics"]
    except (json.JSONDecodeError, KeyError):
        pytest.skip(f"pyright can't be run here ({(done.stderr or done.stdout).strip()[-200:]}): types are NOT checked")
    return Counter(
        f"{Path(d['file']).stem}: {d['message'].splitlines()[0]}" for d in diagnostics
        if d["severity"] == "error" and d.get("rule") in WANTED and not UNIONS.search(d["message"])
    )  # fmt: skip


def test_types_are_right_where_they_were(problems: dict[str, Counter[str]]) -> None:
    """A program without an error of pyright in v3 has none in v4."""
    wrong = {line.split(":")[0] for line in problems["v3"]}
    new = [line for line in problems["v4"] if line.split(":")[0] not in wrong]
    assert not new, "\n".join(sorted(new))


