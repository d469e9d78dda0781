"""``python benchmarks/fixes.py FOLDER``: how much of real v3 code is fixed, by area, and why the rest is left.

Every file stands by itself (what it imports from its checkout is followed). A finding is fixed where it is gone after the
run, and new findings count against that. Nothing is written.
"""

from __future__ import annotations

import argparse
import re
import warnings
from collections import Counter
from pathlib import Path

from flake8_weaviate_v4.check import Checker
from flake8_weaviate_v4.finding import Finding
from flake8_weaviate_v4.rewrite.fix import Broken, Fixed, fix, parsed

AREAS = {
    "WV1": "client and connection", "WV2": "collections", "WV3": "objects and references", "WV4": "batch", "WV5": "search",
    "WV6": "filters and sorting", "WV7": "aggregation, GraphQL, responses", "WV8": "services and wrappers",
}  # fmt: skip


def area(finding: Finding) -> str:
    """The first digit of its code."""
    return finding.code[:3]


def fixed(text: str, path: Path, unsafe: bool) -> Fixed:
    """The file after a run, which is asserted to be the last one that changes anything."""
    result = fix(Checker(), parsed(text, str(path), path), unsafe)
    again = fix(Checker(), parsed(result.text, str(path), path), unsafe)
    assert again.text == result.text, f"{path}: a second run changes something"
    return result


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--reasons", type=int, default=25, help="how many reasons to print")
    arguments = parser.parse_args()
    warnings.simplefilter("ignore")
    before, safe, unsafe = Counter[str](), Counter[str](), Counter[str]()
    reasons = Counter[str]()
    files = 0
    for path in sorted(arguments.folder.rglob("*.py")):
        try:
            text = path.read_bytes().decode("utf-8-sig")
            parsed(text)
        except (SyntaxError, ValueError):
            continue
        try:
            careful, bold = fixed(text, path, False), fixed(text, path, True)
        except Broken as error:
            print(f"{path}: {error}")
            continue
        files += 1
        before.update(map(area, careful.before))
        safe.update(map(area, careful.after))
        unsafe.update(map(area, bold.after))
        reasons.update(re.sub(r"`[^`]*`", "`...`", left.why) for left in bold.left)
    print(f"{files} files, {sum(before.values())} findings\n")
    print("| area | findings | fixed safely | and with `--unsafe-fixes` | left |\n|---|---|---|---|---|")
    for code in [*AREAS, ""]:
        total, one, two = ((sum(c.values()) if not code else c[code]) for c in (before, safe, unsafe))
        if total:
            name = f"{code} {AREAS[code]}" if code else "all"
            print(f"| {name} | {total} | {total - one} ({1 - one / total:.1%}) | {total - two} ({1 - two / total:.1%}) | {two} |")
    print("\n| uses left | why |\n|---|---|")
    for why, number in reasons.most_common(arguments.reasons):
        print(f"| {number} | {why} |")


if __name__ == "__main__":
    main()
