"""``python -m tests.ecosystem --cache FOLDER``: everything, each file checked and fixed in memory. See docs/robustness.md.

Exit 1 where a file is a fault of ours, or where a tree's findings are not the expected ones.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from corpus.releases import fetch

from .examine import Seen, examined
from .trees import Tree, corpus, expect, libraries, pythons, releases

_SLOWEST = 10
_HEAD = f"{'tree':52} {'kind':9} {'files':>6} {'lines':>9} {'s':>6} {'no code':>7} {'found':>6} {'safe':>5} {'unsafe':>6}"


def main(arguments: list[str]) -> int:
    """Fetch what is missing, look at all that was asked for, print the table and what is wrong."""
    args = _arguments(arguments)
    os.environ["FLAKE8_WEAVIATE_CORPUS"] = str(args.cache)
    trees = [*libraries(pythons()), *releases(), *(corpus(args.corpus) if args.corpus else ())]
    if args.only:
        trees = [tree for tree in trees if any(only in (tree.kind, tree.name, tree.name.split("==")[0]) for only in args.only)]
    errors = fetch([tree.release for tree in trees if tree.release is not None])
    wrong = [f"{release}: not fetched: {error}" for release, error in errors.items()]
    trees = [tree for tree in trees if tree.release not in errors or tree.release is None]
    seen: dict[Tree, list[Seen]] = {}
    print(_HEAD, flush=True)
    with ProcessPoolExecutor(args.jobs) as pool:
        for tree in trees:
            began = time.perf_counter()
            seen[tree] = examined(tree.folder, tree.files(), not args.quick, pool)
            print(_row(tree.name, tree.kind, seen[tree], time.perf_counter() - began), flush=True)
            if args.show:
                _show(tree, seen[tree])
    everything = [each for found in seen.values() for each in found]
    print(_row("all", "", everything, sum(each.seconds for each in everything)))
    _slowest(seen)
    if args.update:
        expect({tree.name: _codes(found) for tree, found in seen.items() if not tree.is_reviewed})
    wrong += [line for tree, found in seen.items() for line in differences(tree, found)]
    print("\n".join(["", *wrong]) if wrong else f"\nas expected: {len(trees)} trees")
    return 1 if wrong or not trees else 0


def _arguments(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.ecosystem", description=__doc__)
    parser.add_argument("--cache", type=Path, required=True, help="the folder that releases are kept in; brought once, by pip")
    parser.add_argument("--corpus", type=Path, help="a folder of folders of Python files to look at as well")
    parser.add_argument("--only", nargs="+", default=[], metavar="NAME", help="names of packages, or kinds (see the table)")
    parser.add_argument("--quick", action="store_true", help="infer those files alone that check would")
    parser.add_argument("--show", action="store_true", help="print each finding, and what could not be read as code")
    parser.add_argument("--update", action="store_true", help="take the findings for the expected ones; read each before")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="processes")
    return parser.parse_args(arguments)


def differences(tree: Tree, seen: list[Seen]) -> list[str]:
    """What is wrong with a tree, a line each."""
    wrong = [f"{tree.name}: {each.name}: {each.problem}" for each in seen if each.problem]
    found, expected = _codes(seen), tree.expected()
    wrong += [
        f"{tree.name}: {code}: found {found[code]}, expected {expected[code]}"
        for code in sorted(found | expected) if found[code] != expected[code]
    ]  # fmt: skip
    return wrong


def _codes(seen: list[Seen]) -> Counter[str]:
    return Counter(code for each in seen for code in each.codes)


def _row(name: str, kind: str, seen: list[Seen], seconds: float) -> str:
    skipped = sum(bool(each.skipped) for each in seen)
    found = sum(len(each.findings) for each in seen)
    safe, unsafe = sum(each.safe for each in seen), sum(each.unsafe for each in seen)
    lines = sum(each.lines for each in seen)
    return f"{name:52} {kind:9} {len(seen):6} {lines:9} {seconds:6.1f} {skipped:7} {found:6} {found - safe:5} {found - unsafe:6}"


def _show(tree: Tree, seen: list[Seen]) -> None:
    for each in seen:
        for finding in each.findings:
            print(f"{tree.folder / each.name}:{finding}")
        if each.skipped:
            print(f"{tree.folder / each.name}: no code: {each.skipped}")


def _slowest(seen: dict[Tree, list[Seen]]) -> None:
    print("\nthe slowest files")
    every = ((each.seconds, tree.name, each) for tree, found in seen.items() for each in found)
    for seconds, name, each in sorted(every, key=lambda one: -one[0])[:_SLOWEST]:
        print(f"{seconds:6.2f} s {each.lines:7} lines  {name}: {each.name}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
