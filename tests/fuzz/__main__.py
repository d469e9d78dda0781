"""``python -m tests.fuzz --minutes N``: make texts and hold the properties to them until the time is over.

Each new failure is reduced and written as a file, beside a ``.txt`` that says what does not hold.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

from . import command, invariance, properties, sources
from .reduce import reduced

_VARYING = re.compile(r"""\d+|"[^"]*"|'[^']*'|`[^`]*`|/\S+""")
_SLOW = 20  # seconds of processor time for one text


def main() -> int:
    """Returns 1 where something did not hold."""
    parser = argparse.ArgumentParser("python -m tests.fuzz", description=__doc__)
    parser.add_argument("--minutes", type=float, default=5)
    parser.add_argument("--seed", type=int, default=None, help="the same texts again (default: others each time)")
    parser.add_argument("--corpus", type=Path, metavar="FOLDER", help="spoil the Python files of a folder, not this project's own")
    parser.add_argument("--out", type=Path, default=Path("fuzz-failures"), metavar="FOLDER", help="where failures are written")
    args = parser.parse_args()
    random = Random(args.seed)
    files = sources.real(args.corpus)
    end, made, code, seen = time.monotonic() + args.minutes * 60, 0, 0, Counter[str]()
    while time.monotonic() < end:
        text, faults = _tried(random, sources.mutated(files))
        made += 1
        code += properties.is_code(text)
        told = faults(text)
        if (new := next((fault for fault in told if kind_of(fault) not in seen), None)) is not None:
            _write(args.out, f"{len(seen) + 1:03}.py", text, faults, new)
        seen.update(map(kind_of, told))
    print(f"{made} texts, {code} of them code, {len(seen)} kinds of failures")
    for kind, count in seen.most_common():
        print(f"{count:5} {kind}")
    return int(bool(seen))


def _tried(random: Random, mutated: sources.Texts) -> tuple[str, Callable[[str], list[str]]]:
    """A text, and what is to be asked of it."""
    seed = random.getrandbits(64)
    kind = random.choice(["grammar", "grammar", "file", "file", "same", "command"])
    if kind == "same":
        return sources.mutated_program(random), lambda text: invariance.differences(text, Random(seed)) if properties.is_code(text) else []
    text = mutated(random) if kind != "grammar" else sources.mutated_program(random)
    if kind == "command":
        return text, lambda text: command.faults(command.encoded(_encodable(text), Random(seed)))
    return text, _timed


def _timed(text: str) -> list[str]:
    before = time.process_time()
    found = properties.faults(text)
    took = time.process_time() - before
    return [*found, f"slow: {took:.0f} s"] if took > _SLOW else found


def _encodable(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")


def kind_of(fault: str) -> str:
    """What a fault has in common with others of its kind."""
    return _VARYING.sub("_", fault)[:80]


def _write(folder: Path, name: str, text: str, faults: Callable[[str], list[str]], fault: str) -> None:
    kind = kind_of(fault)
    small = text if kind.startswith("slow") else reduced(text, lambda other: any(kind_of(each) == kind for each in faults(other)))
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(small.encode("utf-8", "surrogatepass"))
    (folder / name).with_suffix(".txt").write_text(fault + "\n", "utf-8", "backslashreplace")
    print(f"{folder / name}: {fault[:300]}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
