"""``check_source`` and ``fix_source``: pure functions, with the command's results."""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import pytest

from flake8_weaviate_v4 import Finding, check_source, fix_source, registry

V3 = 'import weaviate\n\nclient = weaviate.Client("http://localhost:8080")\nclient.schema.delete_class("A")\n'
ENGINE = [rule for code, rule in registry.load().rules.items() if not code.startswith("WV0")]


def test_a_finding() -> None:
    found = check_source(V3, "app.py")
    assert [(each.line, each.column, each.code, each.length, each.symbol, each.guarded) for each in found] == [
        (3, 18, "WV100", 6, "weaviate.Client", False),
        (3, 25, "WV101", 23, "weaviate.Client", False),
        (4, 7, "WV203", 6, "weaviate.schema.Schema.delete_class", False),
    ]
    assert isinstance(found[0], Finding)
    assert Finding._fields[:5] == ("line", "column", "code", "message", "url")


def test_the_same_as_the_command_on_a_file_by_itself(tmp_path: Path) -> None:
    """Over the examples of all rules."""
    texts = {f"{rule.code}_{number}.py": example["v3"] for rule in ENGINE for number, example in enumerate(rule.examples)}
    for name, text in texts.items():
        (tmp_path / name).write_text(text)
    command = [sys.executable, "-m", "flake8_weaviate_v4", "check", "--isolated", "--output-format=json", "."]
    told = json.loads(subprocess.run(command, cwd=tmp_path, check=False, capture_output=True, text=True).stdout)
    theirs = sorted((Path(each["filename"]).name, each["location"]["row"], each["location"]["column"], each["code"]) for each in told)
    ours = sorted((name, f.line, f.column + 1, f.code) for name, text in texts.items() for f in check_source(text, name))
    assert ours == theirs
    assert len(ours) > 500


def test_options() -> None:
    guarded = "import weaviate\nclient = weaviate.connect_to_local()\nif not hasattr(client, 'collections'):\n    client.schema.delete_all()\n"
    assert check_source(guarded) == []
    assert [each.code for each in check_source(guarded, report_guarded=True)] == ["WV204"]
    text = V3.replace('("A")', '("A")  # noqa: WV203')
    assert "WV203" not in [each.code for each in check_source(text)]
    assert "WV203" in [each.code for each in check_source(text, noqa=False)]
    use = "import weaviate\n\ndef f(c: weaviate.Client):\n    return c.query.get('A', ['t']).do()\n"
    assert "collections.use(" in next(each.message for each in check_source(use) if each.code == "WV501")
    assert "collections.get(" in next(each.message for each in check_source(use, target_client="4.9") if each.code == "WV501")
    with pytest.raises(ValueError, match="no version of weaviate-client v4"):
        check_source(use, target_client="3.2")


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("", []), ("x = 1\n", []), ("def", []), ("import weaviate\ndef", ["WV000"]), ("weaviate\0", ["WV000"]),
        ("import weaviate\nx = " + "(" * 5000 + ")" * 5000, ["WV000"]), ("\ufeff" + V3, ["WV100", "WV101", "WV203"]),
        (V3.replace("\n", "\r\n"), ["WV100", "WV101", "WV203"]), ("import weaviate; x = '\ud800'", ["WV000"]),
    ],
)  # fmt: skip
def test_any_text_has_an_answer(text: str, codes: list[str]) -> None:
    assert [each.code for each in check_source(text)] == codes


def test_it_reads_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An import of another file is not followed, whatever the path says."""
    (tmp_path / "db.py").write_text(V3)
    monkeypatch.chdir(tmp_path)
    assert check_source("from db import client\nclient.schema.delete_all()\n", str(tmp_path / "app.py")) == []


def test_threads_and_processes() -> None:
    texts = [V3 + f"x = {number}\n" for number in range(40)]
    expected = [check_source(text) for text in texts]
    assert pickle.loads(pickle.dumps(expected)) == expected
    assert pickle.loads(pickle.dumps(check_source)) is check_source
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(check_source, texts)) == expected
    with ProcessPoolExecutor(2) as processes:
        assert list(processes.map(check_source, texts, chunksize=10)) == expected


def test_fixes() -> None:
    assert fix_source(V3) == "import weaviate\n\nclient = weaviate.connect_to_local()\nclient.collections.delete(\"A\")\n"
    text = V3 + "client.data_object.delete('0d2a5b2c-8d5e-4b7a-9d3f-1c2b3a4d5e6f', class_name='A')\n"
    assert "data_object" in fix_source(text)
    assert "data_object" not in fix_source(text, unsafe=True)
    assert fix_source("x = 1\n") == "x = 1\n"
    with pytest.raises(SyntaxError):
        fix_source("import weaviate\ndef")


def test_an_import_of_the_package_loads_nothing_of_it() -> None:
    code = "import sys, flake8_weaviate_v4; print([m for m in sys.modules if m.startswith('flake8_weaviate_v4.')])"
    assert subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout == "[]\n"
    with pytest.raises(ImportError):
        from flake8_weaviate_v4 import nothing  # noqa: F401
