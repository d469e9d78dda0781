"""How much of what the typed engine finds do ruff and ast-grep find with the exported rules, and what do they flag besides?

``python benchmarks/exports.py FOLDER``, where FOLDER has the folders ``v3``, ``v4`` and ``other`` of Python files. By line: a line
counts as found where a finding of the other tool lies on it; a finding off all lines of the engine counts as false.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any


def output(*command: str) -> str:
    """What a command prints; its exit code may tell of findings."""
    return subprocess.run(command, check=False, capture_output=True, text=True).stdout


def main(folder: Path) -> None:
    """Print a table in Markdown."""
    tool = [sys.executable, "-m", "flake8_weaviate_v4"]
    scratch = Path(tempfile.mkdtemp())
    output(*tool, "export", "ruff", "--output", str(scratch / "w.toml"))
    output(*tool, "export", "ast-grep", str(scratch / "sg"))
    typed: dict[Path, set[int]] = defaultdict(set)
    for each in json.loads(output(*tool, "check", "--isolated", "--ignore=WV0", "--no-respect-gitignore", "--output-format=json", str(folder))):
        typed[Path(each["filename"])].add(each["location"]["row"])
    found: dict[str, list[tuple[Path, int, int]]] = {}
    ruff = output(sys.executable, "-m", "ruff", "check", "--no-cache", "--select=TID251", f"--config={scratch / 'w.toml'}", "--output-format=json", str(folder))
    rows: list[dict[str, Any]] = [each for each in json.loads(ruff) if each["code"] == "TID251"]
    found["ruff"] = [(Path(each["filename"]), each["location"]["row"], each["location"]["row"]) for each in rows]
    command = str(Path(sys.executable).with_name("ast-grep"))
    rows = [json.loads(line) for line in output(command, "scan", "-c", str(scratch / "sg/sgconfig.yml"), "--json=stream", str(folder.resolve())).splitlines()]
    found["ast-grep"] = [(Path(r["file"]), r["range"]["start"]["line"] + 1, r["range"]["end"]["line"] + 1) for r in rows]
    total = sum(len(lines) for path, lines in typed.items() if "v3" in path.relative_to(folder.resolve()).parts[:1])
    print("| | of the engine's lines | flagged off them: v3 files | v4 files | unrelated files |\n|---|---|---|---|---|")
    for name, places in found.items():
        hit: set[tuple[Path, int]] = set()
        off = Counter[str]()
        for path, first, last in places:
            near = {(path, line) for line in typed[path] if first <= line <= last}
            hit |= near
            off[path.relative_to(folder.resolve()).parts[0]] += not near
        print(f"| {name} | {100 * len(hit) / total:.1f}% ({len(hit)} of {total}) | {off['v3']} | {off['v4']} | {off['other']} |")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
