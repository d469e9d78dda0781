"""``python benchmarks/linear.py [SHAPE ...]``: how the linter's and the fixer's time grows with the size of a file or checkout.

Each shape of ``shapes.py`` at a number of units, at twice, four and eight times as many; the exponent is the slope of time
over size in a double logarithmic plot: 1 is linear, 2 quadratic. Times are those of the processor.
"""

from __future__ import annotations

import argparse
import gc
import json
import math
import sys
import tempfile
import time
import warnings
from collections.abc import Callable
from functools import partial
from pathlib import Path

from shapes import SHAPES, TREES, functions, named

from flake8_weaviate_v4.check import Checker
from flake8_weaviate_v4.rewrite.fix import fix, parsed
from flake8_weaviate_v4.source import Source

TARGET = 1.15


class TooDeep(Exception):
    """Python itself does not parse a text: it is nested too deep."""


def tree_of(text: str, parse: Callable[[str], Source]) -> Source:
    """A parsed file. Raises TooDeep."""
    try:
        return parse(text)
    except RecursionError as error:
        raise TooDeep from error


def check_text(text: str) -> Callable[[], object]:
    """The check of a parsed file."""
    source = tree_of(text, Source.parse)
    return lambda: Checker().check(source)


def fix_text(text: str) -> Callable[[], object]:
    """The fix of a file, unsafe fixes with it."""
    source = tree_of(text, parsed)
    return lambda: fix(Checker(), source, unsafe=True)


def check_files(folder: Path) -> object:
    """The check of all files of a folder."""
    checker = Checker()
    return [checker.check(Source.parse(path.read_text("utf-8"), str(path), path)) for path in sorted(folder.glob("*.py"))]


def fix_files(folder: Path) -> object:
    """The fix of all files of a folder; nothing is written."""
    checker = Checker()
    return [fix(checker, parsed(path.read_text("utf-8"), str(path), path), unsafe=True) for path in sorted(folder.glob("*.py"))]


def seconds(call: Callable[[], object]) -> float:
    """Processor time of a call without the garbage collector's; the best of three where it is short."""
    best = math.inf
    for _ in range(3):
        gc.collect()
        gc.disable()
        try:
            start = time.process_time()
            call()
            best = min(best, time.process_time() - start)
        finally:
            gc.enable()
        if best > 0.3:
            break
    return best


def measured(name: str, face: str, units: int) -> float:
    """Seconds for a shape of that size."""
    if name in SHAPES:
        return seconds((check_text if face == "check" else fix_text)(SHAPES[name](units)))
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made).resolve()
        (folder / "pyproject.toml").touch()
        for file, text in TREES[name](units).items():
            (folder / file).write_text(text, "utf-8")
        return seconds(partial(check_files if face == "check" else fix_files, folder))


def slope(points: list[tuple[int, float]]) -> float:
    """The exponent of growth, by least squares."""
    logs = [(math.log(units), math.log(spent)) for units, spent in points]
    x, y = (sum(each) / len(logs) for each in zip(*logs, strict=True))
    return float(sum((a - x) * (b - y) for a, b in logs) / sum((a - x) ** 2 for a, _ in logs))


def grown(name: str, face: str, units: int, budget: float) -> list[tuple[int, float]]:
    """Times at more and more units, until the next would take more than the budget."""
    points: list[tuple[int, float]] = []
    for factor in (1, 2, 4, 8):
        try:
            points.append((units * factor, measured(name, face, units * factor)))
        except TooDeep:
            break
        if points[-1][1] > budget / 3:
            break
    return points


def main() -> int:
    """Print a table; 1 where something grows faster than it should."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shapes", nargs="*", metavar="SHAPE", help=", ".join([*SHAPES, *TREES]))
    parser.add_argument("--units", type=int, default=250, help="of the smallest")
    parser.add_argument("--face", choices=("check", "fix"))
    parser.add_argument("--budget", type=float, default=20.0, help="seconds for one size")
    parser.add_argument("--json", type=Path, help="where to write the figures")
    arguments = parser.parse_args()
    warnings.simplefilter("ignore")
    for loaded in (check_text, fix_text):
        loaded(functions(3))()  # loads rules and surfaces
    figures: dict[str, dict[str, list[tuple[int, float]]]] = {}
    steep = []
    print(f"{'':20} {'':5} exponent  us a unit, at units")
    for name in named(arguments.shapes):
        for face in (arguments.face,) if arguments.face else ("check", "fix"):
            try:
                points = grown(name, face, arguments.units, arguments.budget)
            except RecursionError:
                print(f"{name:20} {face:5} RecursionError", flush=True)
                steep.append(name)
                continue
            figures.setdefault(name, {})[face] = points
            exponent = slope(points[-3:]) if len(points) > 1 else math.nan
            if exponent > TARGET and points[-1][1] > 0.05:
                steep.append(name)
            each = "  ".join(f"{spent / units * 1e6:9.1f} at {units:5}" for units, spent in points)
            print(f"{name:20} {face:5} {exponent:7.2f} {'*' if exponent > TARGET else ' '} {each}", flush=True)
    if arguments.json:
        arguments.json.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")
    print(f"\nsteeper than {TARGET}: {', '.join(dict.fromkeys(steep)) or 'none'}")
    return bool(steep)


if __name__ == "__main__":
    sys.exit(main())
