"""Which of an organisation's repositories still hold weaviate-client v3 code? A Ray Data job over many checkouts.

    python fleet.py --out findings CHECKOUT [CHECKOUT ...]
    flake8-weaviate-v4 report --from findings --html fleet.html

Reads the Python files of all checkouts, maps ``check_source`` over them, and writes a row for each finding as Parquet. On a
laptop Ray runs in processes of this machine; with ``--address auto`` on a cluster, where the checkouts have to be on a file
system that all nodes see.
"""

from __future__ import annotations

import argparse
import os
import sys
import tokenize
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import ray
import ray.data

from flake8_weaviate_v4 import check_source, fix_source

LEFT_OUT = {".git", ".hg", ".venv", "venv", "node_modules", "site-packages", "build", "dist", "__pycache__"}
LARGEST = 4_000_000  # bytes
COLUMNS = ("repository", "path", "line", "column", "code", "message", "url", "how")


def files(row: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The Python files of a checkout. No link is followed out of it."""
    root = row["root"]
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if name not in LEFT_OUT)
        for name in sorted(names):
            path = os.path.join(folder, name)
            if name.endswith(".py") and not os.path.islink(path) and os.path.getsize(path) <= LARGEST:
                yield {"repository": row["repository"], "file": path, "path": os.path.relpath(path, root).replace(os.sep, "/")}


def findings(row: dict[str, Any]) -> list[dict[str, Any]]:
    """The findings of a file, each with how it is mended. A file that can't be read holds none."""
    try:
        with tokenize.open(row["file"]) as stream:
            text = stream.read()
    except (OSError, SyntaxError, UnicodeDecodeError):
        return []
    found = check_source(text, row["path"])
    left = {how: Counter(f.code for f in check_source(_fixed(text, how == "unsafe"))) for how in ("safe", "unsafe")} if found else {}
    told = []
    for finding in found:
        how = "by hand"
        for kind in ("unsafe", "safe"):  # counted by code: what a fix leaves is told as left
            if left[kind][finding.code] > 0:
                left[kind][finding.code] -= 1
            else:
                how = kind
        told.append({
            "repository": row["repository"], "path": row["path"], "line": finding.line, "column": finding.column + 1,
            "code": finding.code, "message": finding.message, "url": finding.url, "how": how,
        })  # fmt: skip
    return told


def _fixed(text: str, unsafe: bool) -> str:
    try:
        return fix_source(text, unsafe=unsafe)
    except Exception:  # noqa: BLE001  # what can't be fixed is left
        return text


def job(checkouts: list[Path], out: Path) -> int:
    """Write the findings of all checkouts as Parquet; returns how many there are."""
    rows = [{"repository": path.resolve().name, "root": str(path.resolve())} for path in checkouts]
    found = ray.data.from_items(rows).flat_map(files).repartition(max(1, len(rows))).flat_map(findings)
    count = int(found.count())
    out.mkdir(parents=True, exist_ok=True)
    if count:
        found.select_columns(list(COLUMNS)).write_parquet(str(out))
    return count


def main(argv: list[str] | None = None) -> int:
    """Run the job; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkouts", nargs="+", type=Path, metavar="CHECKOUT")
    parser.add_argument("--out", type=Path, required=True, metavar="FOLDER", help="where to write the Parquet files: a new folder")
    parser.add_argument("--address", help="a Ray cluster, such as auto (default: processes of this machine)")
    args = parser.parse_args(argv)
    missing = [str(path) for path in args.checkouts if not path.is_dir()]
    if missing or (args.out.exists() and any(args.out.iterdir())):
        print(f"error: {', '.join(missing)}: no such folder" if missing else f"error: {args.out}: holds files already", file=sys.stderr)
        return 2
    ray.init(address=args.address, log_to_driver=False, logging_level="ERROR")
    ray.data.DataContext.get_current().enable_progress_bars = False
    try:
        count = job(args.checkouts, args.out)
    finally:
        ray.shutdown()
    print(f"{count} findings in {len(args.checkouts)} checkouts, written to {args.out}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
