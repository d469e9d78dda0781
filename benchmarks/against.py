"""``python benchmarks/against.py FOLDER...``: `check` beside `ruff check` over the same folders, and starts beside ``python -c pass``.

The commands take turns, so that whatever else the machine does hits all alike. Run it with the Python of an environment that has
this project as a wheel (not editable: that reads the rules as YAML) and ruff.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

BIN = Path(sys.executable).parent
CHECK = [str(BIN / "flake8-weaviate-v4"), "check", "--isolated"]
RUFF = [str(BIN / "ruff"), "check", "--isolated", "--no-cache", "--select", "TID251", "."]
SMALL = 'import weaviate\n\nclient = weaviate.Client("http://localhost:8080")\nclient.schema.delete_class("Article")\n'


def timed(command: list[str], folder: Path) -> tuple[float, float]:
    """Seconds on the wall, and of the processor, that a command takes."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, cwd=folder, check=False, capture_output=True)
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def compare(commands: dict[str, list[str]], folder: Path, rounds: int) -> None:
    """Print the best and median times of commands, and their ratio to the last one's."""
    seen: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            seen[name].append(timed(command, folder))
    best = {name: min(wall for wall, _ in times) for name, times in seen.items()}
    for name, times in seen.items():
        median, processor = statistics.median(wall for wall, _ in times), min(cpu for _, cpu in times)
        ratio = best[name] / best[list(commands)[-1]]
        print(f"  {name:24} {best[name]:7.3f} s (median {median:.3f}, processor {processor:.3f}), {ratio:.2f} of the last")


def main() -> None:
    """Compare over each folder, then starts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, help="trees, such as Django's source or one of benchmarks/tree.py")
    parser.add_argument("--rounds", type=int, default=7)
    args = parser.parse_args()
    for folder in args.folders:
        print(folder)
        compare({"check": [*CHECK, "--no-cache", "."], "ruff": RUFF}, folder, args.rounds)
    with tempfile.TemporaryDirectory() as place:
        Path(place, "small.py").write_text(SMALL)
        print("starts")
        starts = {
            "--version": [CHECK[0], "--version"], "rule WV101": [CHECK[0], "rule", "WV101"],
            "small file, first time": [*CHECK, "--no-cache", "small.py"], "small file, seen before": [*CHECK, "small.py"],
            "python -c pass": [sys.executable, "-c", "pass"],
        }  # fmt: skip
        compare(starts, Path(place), 3 * args.rounds)


if __name__ == "__main__":
    main()
