"""Findings of many repositories, as ``examples/fleet`` writes them: Parquet -> Diagnostic*."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from . import registry
from .command.told import Wrong
from .output.diagnostic import Diagnostic, Place

COLUMNS = frozenset({"repository", "path", "line", "column", "code", "message", "url", "how"})


def read_findings(path: str) -> list[dict[str, Any]]:
    """The rows of a Parquet file, or of all in a folder, in order of place. Raises Wrong."""
    if not Path(path).exists():
        raise Wrong(f"{path}: no such file or directory")
    try:
        from pyarrow import parquet
    except ImportError as error:
        raise Wrong("--from needs pyarrow: pip install 'flake8-weaviate-v4[fleet]'") from error
    files = sorted(Path(path).glob("*.parquet")) if Path(path).is_dir() else [Path(path)]
    rows: list[dict[str, Any]] = []
    for file in files:
        try:
            table = parquet.read_table(file)
        except (OSError, ValueError) as error:
            raise Wrong(f"{file}: no Parquet: {str(error).splitlines()[0]}") from error
        if missing := COLUMNS - set(table.column_names):
            raise Wrong(f"{file}: has no column {min(missing)!r}")
        rows += table.to_pylist()
    return sorted(rows, key=lambda row: (row["repository"], row["path"], row["line"], row["column"], row["code"]))


def as_diagnostics(rows: list[dict[str, Any]]) -> list[Diagnostic]:
    """The rows as diagnostics; the repository is the first folder of the path."""
    rules = registry.load().rules
    return [
        Diagnostic(
            path=f"{row['repository']}/{row['path']}", filename="", cell=None, start=Place(row["line"], row["column"]),
            end=Place(row["line"], row["column"]), code=row["code"], name=rules[row["code"]].name if row["code"] in rules else "",
            message=row["message"], url=row["url"], severity="error", noqa_row=None, fix=None, why="", lines=(),
        )
        for row in rows
    ]  # fmt: skip
