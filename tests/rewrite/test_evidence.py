"""What tells of v3 code stays as long as the code does: in one file, and where other files rest on it."""

from __future__ import annotations

from pathlib import Path

import pytest

from flake8_weaviate_v4.check import Checker
from flake8_weaviate_v4.rewrite.fix import Fixed, fix, parsed

HEAD = 'import weaviate\n\nclient = weaviate.Client("http://localhost:8080")\n'
DB = "from db import client\n\n"


def fixed(text: str, unsafe: bool, file: Path | None = None) -> Fixed:
    """A file after a run."""
    return fix(Checker(), parsed(text, "program.py" if file is None else file.name, file), unsafe)


@pytest.mark.parametrize("unsafe", [False, True])
@pytest.mark.parametrize(
    "use",
    [
        "client.batch.create([1])",
        'print(client._connection.get(path="/schema").json())',
        'client.backup.create("name", "tape")',
        "kept = client.batch\nfill(kept)",
    ],
)
def test_what_a_v4_client_would_hide_keeps_the_client(use: str, unsafe: bool) -> None:
    result = fixed(HEAD + use + "\n", unsafe)
    assert result.text == HEAD + use + "\n"
    assert result.after == result.before
    assert any("mend line" in left.why for left in result.left if left.symbol == "weaviate.Client")


@pytest.mark.parametrize("unsafe", [False, True])
def test_what_a_v4_client_does_not_hide_is_told_of(unsafe: bool) -> None:
    result = fixed(HEAD + 'client._connection.run_rest("/schema", 0)\n', unsafe)
    assert "connect_to_local()" in result.text
    assert [finding.code for finding in result.after] == ["WV133"]


def test_a_batch_that_is_handed_on_keeps_the_client_until_both_are_mended() -> None:
    text = HEAD + "fill(client.batch)\n"
    result = fixed(text, False)
    assert (result.text, result.after) == (text, result.before)
    assert "with client.batch.dynamic() as batch:\n    fill(batch)" in fixed(text, True).text


def test_the_rest_of_the_file_is_mended() -> None:
    result = fixed(HEAD + 'client.batch.create([])\nclient.schema.delete_class("A")\n', False)
    assert 'client.collections.delete("A")' in result.text and "weaviate.Client(" in result.text


def test_a_batch_by_another_name_is_called() -> None:
    result = fixed(HEAD + 'b = client.batch\nwith b(batch_size=3, dynamic=False) as x:\n    x.add_data_object({}, "A")\n', False)
    assert "with b.fixed_size(batch_size=3, concurrent_requests=1) as x:" in result.text and result.after == []


@pytest.mark.parametrize("unsafe", [False, True])
@pytest.mark.parametrize(
    "files",
    [
        {"use.py": f"{DB}client.batch.create([1])\n"},
        {"__init__.py": "from .db import client\n", "use.py": "from . import client\n\nclient.batch.create([1])\n"},
        {"again.py": "from db import client as c\n", "use.py": "import again\n\nagain.c.batch.create([1])\n"},
    ],
)
def test_what_other_files_would_lose_keeps_the_client(tmp_path: Path, files: dict[str, str], unsafe: bool) -> None:
    (tmp_path / "pyproject.toml").touch()
    for path, text in files.items():
        (tmp_path / path).write_text(text)
    (tmp_path / "db.py").write_text(HEAD)
    assert fixed(HEAD, unsafe, tmp_path / "db.py").text == HEAD


def test_a_fix_of_the_other_file_is_made_along(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").touch()
    (tmp_path / "db.py").write_text(HEAD)
    (tmp_path / "use.py").write_text(f'{DB}def save() -> dict:\n    return client.backup.create("name", "filesystem")\n')
    assert fixed(HEAD, False, tmp_path / "db.py").text == HEAD
    assert "connect_to_local()" in fixed(HEAD, True, tmp_path / "db.py").text


def test_a_fixture_keeps_its_client_for_the_tests_that_would_lose_it(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").touch()
    text = "import pytest\nimport weaviate\n\n\n@pytest.fixture\ndef client():\n    return weaviate.Client('http://localhost:8080')\n"
    (tmp_path / "conftest.py").write_text(text)
    (tmp_path / "test_use.py").write_text("def test_use(client):\n    client.batch.create([1])\n")
    assert fixed(text, True, tmp_path / "conftest.py").text == text
    (tmp_path / "test_use.py").write_text("def test_use(client):\n    client.schema.delete_all()\n")
    assert "connect_to_local()" in fixed(text, True, tmp_path / "conftest.py").text


def test_what_only_a_v3_client_does_makes_its_fix_unsafe() -> None:
    text = HEAD + 'if hasattr(client, "schema"):\n    client.schema.delete_all()\n'
    assert fixed(text, False).text == text
    assert "connect_to_local()" in fixed(text, True).text


def test_the_status_of_a_v4_tenant_is_not_set() -> None:
    text = HEAD + 'tenant = weaviate.Tenant(name="a")\ntenant.activity_status = "HOT"\n'
    assert fixed(text, True).text.endswith(text.removeprefix(HEAD))


def test_a_batch_that_an_imported_file_configures_is_not_safe(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").touch()
    (tmp_path / "db.py").write_text(HEAD + "client.batch.configure(batch_size=5, dynamic=False)\n")
    text = f'{DB}with client.batch as batch:\n    batch.add_data_object({{}}, "A")\n'
    assert "with client.batch as batch:" in fixed(text, False, tmp_path / "use.py").text
    assert "with client.batch.dynamic() as batch:" in fixed(text, True, tmp_path / "use.py").text
