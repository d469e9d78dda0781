"""The job over many checkouts, run for real on Ray in processes of this machine, and the report of what it wrote."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from pyarrow import parquet

ROOT = Path(__file__).parents[1]
JOB = [sys.executable, str(ROOT / "examples" / "fleet" / "fleet.py")]
REPORT = [sys.executable, "-m", "flake8_weaviate_v4", "report"]
HEAD = 'import weaviate\n\nclient = weaviate.Client("http://localhost:8080")\n'
STAYS = 'client.contextionary.get_concept_vector("x")\n'


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three repositories, one of them without findings, and files that can't be read."""
    folder = tmp_path_factory.mktemp("fleet")
    for name, text in (
        ("one/app/a.py", HEAD + 'client.schema.delete_class("A")\n'), ("one/app/b.py", HEAD + STAYS), ("two/c.py", HEAD),
        ("two/.venv/lib/d.py", HEAD), ("two/README.md", HEAD), ("three/e.py", "x = 1\n"), ("three/latin.py", "# coding: latin-1\n" + HEAD + "x = 'é'\n"),
    ):  # fmt: skip
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "latin-1")
    (folder / "three" / "binary.py").write_bytes(b"\xff\0weaviate")
    (folder / "three" / "broken.py").write_text(HEAD + "def")
    (folder / "empty").mkdir()
    (folder / "three" / "link.py").symlink_to("/etc/passwd")
    command = [*JOB, "--out", str(folder / "out"), *(str(folder / name) for name in ("one", "two", "three", "empty"))]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == f"11 findings in 4 checkouts, written to {folder / 'out'}"
    return folder


def test_the_rows(written: Path) -> None:
    rows = [row for file in (written / "out").glob("*.parquet") for row in parquet.read_table(file).to_pylist()]
    assert sorted((row["repository"], row["path"], row["line"], row["column"], row["code"], row["how"]) for row in rows) == [
        ("one", "app/a.py", 3, 19, "WV100", "safe"), ("one", "app/a.py", 3, 26, "WV101", "safe"), ("one", "app/a.py", 4, 8, "WV203", "safe"),
        ("one", "app/b.py", 3, 19, "WV100", "safe"), ("one", "app/b.py", 3, 26, "WV101", "safe"), ("one", "app/b.py", 4, 8, "WV843", "by hand"),
        ("three", "broken.py", 4, 4, "WV000", "by hand"), ("three", "latin.py", 4, 19, "WV100", "safe"), ("three", "latin.py", 4, 26, "WV101", "safe"),
        ("two", "c.py", 3, 19, "WV100", "safe"), ("two", "c.py", 3, 26, "WV101", "safe"),
    ]  # fmt: skip
    assert all(row["url"].startswith("https://docs.weaviate.io/") for row in rows if row["code"] != "WV000")


def test_the_report_reads_them(written: Path) -> None:
    done = subprocess.run([*REPORT, "--from", str(written / "out"), "--markdown", "-"], cwd=written, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "| `one/app/b.py` | 3 | 2 | 0 | 1 |" in done.stdout
    page = subprocess.run([*REPORT, "--from", str(written / "out"), "--html", "-"], cwd=written, check=True, capture_output=True, text=True).stdout
    assert '"name":"two"' in page


def test_what_can_not_be_read(written: Path, tmp_path: Path) -> None:
    for words, said in (
        (["--from", "missing"], "missing: no such file or directory"),
        (["--from", str(written / "two" / "c.py")], "c.py: no Parquet: "),
        (["--from", str(written / "out"), "."], "--from goes with neither paths nor --history"),
    ):
        done = subprocess.run([*REPORT, *words, "--markdown", "-"], cwd=tmp_path, check=False, capture_output=True, text=True)
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
        assert said in done.stderr


def test_wrong_words(written: Path, tmp_path: Path) -> None:
    for words, said in (
        (["--out", str(tmp_path / "x"), str(tmp_path / "missing")], "missing: no such folder"),
        (["--out", str(written / "out"), str(written / "one")], "holds files already"),
    ):
        done = subprocess.run([*JOB, *words], check=False, capture_output=True, text=True, timeout=100)
        assert (done.returncode, done.stdout) == (2, "")
        assert said in done.stderr
