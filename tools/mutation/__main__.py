"""``python -m tools.mutation``: how many mutants the tests notice."""

from __future__ import annotations

import argparse
import json
import math
import random
import sys
import time
from collections import Counter
from hashlib import sha256
from pathlib import Path
from pickle import loads
from typing import Any

from . import suite
from .mutants import Mutant, called_by_modules, mutants, sample

ROOT = Path(__file__).parents[2]
PACKAGE = "flake8_weaviate_v4"
STATE = ROOT / ".mutation_cache"
_LEFT = (suite.SURVIVED, suite.UNTESTED, suite.ERROR)
_EQUIVALENT = "equivalent"
AREAS = {
    "inference": (f"{PACKAGE}/inference/**/*.py",),
    "usages": (f"{PACKAGE}/usages.py",),
    "rewrite": (f"{PACKAGE}/rewrite/**/*.py",),
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tools.mutation", description=__doc__)
    parser.add_argument("--sample", type=int, metavar="N", help="at most N mutants of each area, drawn at random")
    parser.add_argument("--tests", type=int, default=0, metavar="N", help="ask at most N tests of each: a lower bound")
    parser.add_argument("--minutes", type=float, default=math.inf, metavar="N", help="judge for N minutes, then sum up")
    parser.add_argument("--seed", type=int, default=1, help="another seed draws another sample")
    parser.add_argument("--only", action="append", metavar="TEXT", help="only files whose path has this text")
    parser.add_argument("--area", action="append", choices=AREAS, help="only these areas")
    parser.add_argument("--survivors", type=Path, metavar="FILE", help="write there what no test notices")
    options = parser.parse_args()
    wanted = {area: _files(area, options.only) for area in options.area or AREAS}
    package = [path for area in AREAS for path in _files(area, None)]
    called = called_by_modules(ROOT, package)
    every = {area: [mutant for path in paths for mutant in mutants(ROOT, path, called)] for area, paths in wanted.items()}
    chosen = {area: sample(each, options.sample or len(each), options.seed) for area, each in every.items()}
    state = STATE / _digest()
    state.mkdir(parents=True, exist_ok=True)
    if not (state / "reach").exists():
        suite.measure(ROOT, package, state / "reach")
    reach: suite.Reach = loads((state / "reach").read_bytes())
    reach.most = options.tests
    results = _Results(state / "results.jsonl", options.tests)
    waiting = [mutant for each in chosen.values() for mutant in each if not results.has(mutant)]
    random.Random(options.seed).shuffle(waiting)  # a run that is cut off has judged a sample of the sample
    waiting.sort(key=lambda mutant: results.key(mutant) not in results.known)
    print(f"{len(reach.names)} tests, {len(waiting)} mutants to judge", file=sys.stderr, flush=True)
    until = time.monotonic() + 60 * options.minutes
    suite.judge_in_place(ROOT, package, [each for each in waiting if each.is_live], reach, until, results.add)
    for mutant in waiting:
        if not mutant.is_live and time.monotonic() < until:
            results.add(mutant, suite.judge_anew(ROOT, mutant, reach))
    same = _equivalents()
    known = {key: {**each, "verdict": _EQUIVALENT} if _is_one(each, same) else each for key, each in results.read().items()}
    for area, each in chosen.items():
        print(
            _figures(
                area, len(every[area]), Counter(known[key]["verdict"] for key in map(results.key, each) if key in known)
            )
        )
    if options.survivors:
        left = [known[key] for each in chosen.values() for key in map(results.key, each) if key in known]
        options.survivors.write_text("".join(map(_told, (each for each in left if each["verdict"] in _LEFT))), "utf-8")
    return 0


class _Results:
    """Verdicts, in a file as soon as they are known: the process that judges is another one than that which sums up."""

    def __init__(self, file: Path, most: int) -> None:
        self.file, self.most = file, most
        self.known = self.read()

    def read(self) -> dict[str, dict[str, Any]]:
        if not self.file.exists():
            return {}
        return {each["key"]: each for each in map(json.loads, self.file.read_text("utf-8").splitlines())}

    def key(self, mutant: Mutant) -> str:
        return f"{mutant.path}#{mutant.number}"

    def has(self, mutant: Mutant) -> bool:
        """Whether the verdict is known: one that fewer tests gave is not, where none of them noticed."""
        entry = self.known.get(self.key(mutant))
        if entry is None or entry["verdict"] == suite.ERROR:
            return False
        return bool(entry["verdict"] != suite.SURVIVED or entry["tests"] == 0 or 0 < self.most <= entry["tests"])

    def add(self, mutant: Mutant, verdict: str) -> None:
        line, before, after = mutant.told()
        told = {"line": line, "before": before, "after": after}
        entry = {"key": self.key(mutant), "verdict": verdict, "tests": self.most, **told}
        with self.file.open("a", encoding="utf-8") as stream:
            stream.write(json.dumps(entry) + "\n")


def _equivalents() -> frozenset[tuple[str, str, str]]:
    """File, line before and line after of the mutants in ``equivalent.txt``, which change nothing that can be seen."""
    lines = [each for each in Path(__file__).with_name("equivalent.txt").read_text("utf-8").splitlines() if each[:1] not in ("", "#")]
    return frozenset(
        (path, before.removeprefix("  - "), after.removeprefix("  + "))
        for path, before, after in zip(lines[::3], lines[1::3], lines[2::3], strict=True)
    )


def _is_one(entry: dict[str, Any], known: frozenset[tuple[str, str, str]]) -> bool:
    return entry["verdict"] in _LEFT and (_path(entry), entry["before"], entry["after"]) in known


def _path(entry: dict[str, Any]) -> str:
    return str(entry["key"].partition("#")[0].removeprefix(f"{PACKAGE}/"))


def _told(entry: dict[str, Any]) -> str:
    return f"{_path(entry)}:{entry['line']} {entry['verdict']}\n  - {entry['before']}\n  + {entry['after']}\n"


def _digest() -> str:
    """Of all that a verdict rests on: an interrupted run goes on with the verdicts it had only where nothing changed."""
    found = sha256()
    for folder in (PACKAGE, "rules", "tests", "examples"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                found.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes())
    return found.hexdigest()[:12]


def _files(area: str, only: list[str] | None) -> list[str]:
    paths = sorted(path.relative_to(ROOT).as_posix() for pattern in AREAS[area] for path in ROOT.glob(pattern))
    return [path for path in paths if not only or any(text in path for text in only)]


def _figures(area: str, every: int, verdicts: Counter[str]) -> str:
    """One line: the share that is killed, with its 95% interval (Wilson); then without those known to change nothing."""
    number = sum(verdicts.values())
    killed = verdicts[suite.KILLED] + verdicts[suite.TIMEOUT]
    if not killed:
        return f"{area}: no mutant killed of {number}"
    told = ", ".join(f"{count} {verdict}" for verdict, count in sorted(verdicts.items()))
    shares = f"{_share(killed, number)} of {every} mutants"
    if same := verdicts[_EQUIVALENT]:
        shares += f"; without those that are known to change nothing {_share(killed, number - same)}"
    return f"{area}: {shares}; {told}"


def _share(killed: int, number: int) -> str:
    share, z = killed / number, 1.96
    middle = (share + z * z / (2 * number)) / (1 + z * z / number)
    half = z * math.sqrt(share * (1 - share) / number + z * z / (4 * number * number)) / (1 + z * z / number)
    return f"{share:.1%} of {number} ({middle - half:.1%} to {middle + half:.1%})"


if __name__ == "__main__":
    began = time.monotonic()
    code = main()
    print(f"{time.monotonic() - began:.0f} s", file=sys.stderr)
    sys.exit(code)
