"""``python benchmarks/memory.py [--sizes N ...]``: the peak memory of ``check`` over made trees (``tree.py``) of so many files.

The peak is that of the largest process of a run. ``quiet`` is a run without findings, over the same number of files.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from tree import make

# Runs a command and prints the peak of all that it has started: in a process of its own, which remembers no earlier run.
MEASURED = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def peak(folder: Path, *words: str) -> float:
    """Megabytes."""
    command = [sys.executable, "-m", "flake8_weaviate_v4", "check", "--quiet", *words, "."]
    done = subprocess.run([sys.executable, "-c", MEASURED, *command], cwd=folder, capture_output=True, text=True, check=True)
    return int(done.stdout) / (1e6 if sys.platform == "darwin" else 1e3)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 25_000, 50_000])
    sizes = parser.parse_args().sizes
    print(f"{'files':>7} {'quiet':>6} {'1% v3':>6} {'-j1':>6} {'json':>6} {'warm':>6}  MB (target 150)")
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            tree, silent = Path(folder, f"tree{size}"), Path(folder, f"silent{size}")
            make(tree, size)
            make(silent, size, 0)
            runs = [
                peak(silent), peak(tree, "--no-cache"), peak(tree, "--no-cache", "-j1"),
                peak(tree, "--output-format", "json"), peak(tree, "--output-format", "json"),
            ]  # fmt: skip
            print(f"{size:7} " + " ".join(f"{each:6.0f}" for each in runs))


if __name__ == "__main__":
    main()
