"""How much of what the typed engine finds do ruff and ast-grep find with the exported rules, and what do they flag besides?

``python benchmarks/exports.py FOLDER [--truth FILE]``, where FOLDER has the folders ``v3``, ``v4`` and ``other`` of Python files.

By the engine: a line of it counts as found where a finding of the other tool lies on it; a finding off all lines of the engine
counts as flagged besides. By the truth: JSON lines of places that were resolved without this project (``file`` in FOLDER, ``stmt``
and ``stmt_end`` as lines of the statement, ``tier``, ``kind``, ``exists_in_v4``); a statement counts as found where a finding
lies in it.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any, NamedTuple

TIERS = ("resolved", "likely", "response")
TOOL = [sys.executable, "-m", "flake8_weaviate_v4"]


class Place(NamedTuple):
    """A finding."""

    file: str
    first: int
    last: int
    code: str


def output(*command: str) -> str:
    """What a command prints; its exit code may tell of findings."""
    return subprocess.run(command, check=False, capture_output=True, text=True).stdout


def engine(folder: Path) -> list[Place]:
    """What `check` finds."""
    found = json.loads(output(*TOOL, "check", "--isolated", "--ignore=WV0", "--no-respect-gitignore", "--output-format=json", str(folder)))
    return _of_json(found, folder)


def ruff(folder: Path, scratch: Path) -> list[Place]:
    """What ruff finds with the export."""
    config = scratch / "w.toml"
    output(*TOOL, "export", "ruff", "--output", str(config))
    found = output(
        sys.executable, "-m", "ruff", "check", "--no-cache", "--no-respect-gitignore", "--select=TID251", f"--config={config}",
        "--output-format=json", str(folder),
    )  # fmt: skip
    return _of_json([each for each in json.loads(found) if each["code"] == "TID251"], folder)


def ast_grep(folder: Path, scratch: Path) -> list[Place]:
    """What ast-grep finds with the export."""
    output(*TOOL, "export", "ast-grep", str(scratch / "sg"))
    command = str(Path(sys.executable).with_name("ast-grep"))
    found = output(command, "scan", "-c", str(scratch / "sg/sgconfig.yml"), "--no-ignore=vcs", "--no-ignore=hidden", "--json=stream", str(folder))
    rows = [json.loads(line) for line in found.splitlines()]
    return [
        Place(_within(r["file"], folder), r["range"]["start"]["line"] + 1, r["range"]["end"]["line"] + 1, r["ruleId"]) for r in rows
    ]


def _of_json(found: list[dict[str, Any]], folder: Path) -> list[Place]:
    rows = ((each, each["location"]["row"]) for each in found)
    return [Place(_within(each["filename"], folder), row, row, each["code"]) for each, row in rows]


def _within(path: str, folder: Path) -> str:
    return Path(path).relative_to(folder).as_posix()


def by_engine(found: dict[str, list[Place]]) -> list[Place]:
    """A table of what tools find of the engine's lines. Returns what they flag besides."""
    lines: dict[str, set[int]] = defaultdict(set)
    for place in found["engine"]:
        lines[place.file].add(place.first)
    total = sum(len(rows) for file, rows in lines.items() if file.startswith("v3/"))
    besides = []
    print("| | of the engine's lines | flagged off them: v3 files | v4 files | unrelated files |\n|---|---|---|---|---|")
    for name, places in found.items():
        hit: set[tuple[str, int]] = set()
        off = Counter[str]()
        for place in places:
            near = {(place.file, line) for line in lines[place.file] if place.first <= line <= place.last}
            hit |= {each for each in near if each[0].startswith("v3/")}
            if not near:
                off[place.file.partition("/")[0]] += 1
                besides.append(place)
        print(f"| {name} | {100 * len(hit) / total:.1f}% ({len(hit)} of {total}) | {off['v3']} | {off['v4']} | {off['other']} |")
    return besides


def by_truth(found: dict[str, list[Place]], truth: Path, folder: Path) -> None:
    """A table of what tools find of the statements that truly hold v3."""
    statements: dict[tuple[str, int, int], str] = {}
    for row in map(json.loads, truth.read_text("utf-8").splitlines()):
        if row["exists_in_v4"] or row["tier"] not in TIERS or row["private"] or row["ctx"] == "mock" or not (folder / row["file"]).is_file():
            continue
        tier = "response" if row["kind"] == "subscript" else row["tier"]
        key = (row["file"], row["stmt"], row["stmt_end"])
        statements[key] = min(statements.get(key, tier), tier, key=TIERS.index)
    print("\n| | resolved by a type checker | told by its name | shape of a response |\n|---|---|---|---|")
    for name, places in found.items():
        starts: dict[str, set[int]] = defaultdict(set)
        for place in places:
            starts[place.file].add(place.first)
        cells = []
        for tier in TIERS:
            those = [key for key, its in statements.items() if its == tier]
            hit = sum(any(first <= line <= last for line in starts[file]) for file, first, last in those)
            cells.append(f"{100 * hit / len(those):.1f}% ({hit} of {len(those)})")
        print(f"| {name} | {' | '.join(cells)} |")


def main() -> None:
    """Print tables in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--truth", type=Path)
    parser.add_argument("--besides", action="store_true", help="list what is flagged off the engine's lines")
    args = parser.parse_args()
    folder = args.folder.resolve()
    with tempfile.TemporaryDirectory() as scratch:
        found = {"engine": engine(folder), "ast-grep": ast_grep(folder, Path(scratch)), "ruff": ruff(folder, Path(scratch))}
    besides = by_engine(found)
    if args.truth:
        by_truth(found, args.truth, folder)
    if args.besides:
        print("\n" + "\n".join(f"{place.file}:{place.first}-{place.last} {place.code}" for place in besides))


if __name__ == "__main__":
    main()
