"""``python benchmarks/warm.py FOLDER``: a second run of ``check`` against the first, cold start included.

FOLDER is copied, so that nothing is left in it. Each round begins without a cache.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = (("without", ("--no-cache",)), ("first", ()), ("second", ()))


def timed(folder: Path, words: tuple[str, ...]) -> tuple[float, float, bytes]:
    """Wall time and processor time of a run in seconds, and what it printed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    command = [sys.executable, "-m", "flake8_weaviate_v4", "check", *words, "."]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in (0, 1):
        sys.exit(done.stderr.decode())
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, done.stdout


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--words", nargs="*", default=[], help="more words of the command line, such as -j1")
    arguments = parser.parse_args()
    times: dict[str, list[tuple[float, float]]] = {name: [] for name, _ in RUNS}
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made, "copy")
        shutil.copytree(arguments.folder, folder)
        for number in range(arguments.rounds + 1):
            cache = folder / "cache"
            shutil.rmtree(cache, ignore_errors=True)
            os.environ["WEAVIATE_V4_CACHE_DIR"] = str(cache)
            said = set()
            for name, words in RUNS:
                wall, spent, out = timed(folder, (*words, *arguments.words))
                said.add(out)
                if number:  # the first round warms the disk's cache
                    times[name].append((wall, spent))
            if len(said) > 1:
                sys.exit("the runs do not say the same")
    for index, what in ((0, "time"), (1, "processor time")):
        best = {name: min(each[index] for each in times[name]) for name, _ in RUNS}
        ratio = statistics.median(a[index] / b[index] for a, b in zip(times["first"], times["second"], strict=True))
        told = ", ".join(f"{name} {spent:.2f} s" for name, spent in best.items())
        print(f"{what}, best: {told}; first / second, median: {ratio:.1f} (target 5)")


if __name__ == "__main__":
    main()
