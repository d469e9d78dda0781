"""``python benchmarks/run.py [--corpus FOLDER] [--only NAME ...]``: what the plugin costs, as ratios within one run.

Needs flake8 and this project installed; fetches Django's pinned sdist into the user's cache, unpacked only.
"""

from __future__ import annotations

import argparse
import ast
import gc
import hashlib
import importlib
import io
import os
import resource
import statistics
import subprocess
import sys
import tarfile
import tempfile
import time
import tokenize
import urllib.request
import warnings
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path, PurePosixPath

from flake8_weaviate_v4.check import Checker
from flake8_weaviate_v4.first_look import can_hold_v3
from flake8_weaviate_v4.source import Source

DJANGO = (
    "https://files.pythonhosted.org/packages/ac/10/0d546258772b8f31398e67c85e52c66ebc2b13a647193c3eef8ee433f1a8/"
    "django-5.2.1.tar.gz"
)
DIGEST = "57fe1f1b59462caed092c80b3dd324fd92161b620d59a9ba9181c34746c97284"

# Runs flake8; with "without" as first argument as if this project weren't installed.
FLAKE8 = """
import importlib.metadata, sys
if sys.argv.pop(1) == "without":
    installed = importlib.metadata.distributions
    importlib.metadata.distributions = lambda **k: (d for d in installed(**k) if d.name != "flake8-weaviate-v4")
from flake8.main.cli import main
sys.exit(main(sys.argv[1:]))
"""


def django() -> Path:
    """Django's source."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "flake8-weaviate-v4"
    folder = cache / "django-5.2.1"
    if not folder.is_dir():
        data = urllib.request.urlopen(DJANGO, timeout=120).read()
        if hashlib.sha256(data).hexdigest() != DIGEST:
            sys.exit("Django's sdist is not the pinned one")
        cache.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=cache) as new, tarfile.open(fileobj=io.BytesIO(data)) as archive:
            for member in archive.getmembers():
                if member.isfile() and ".." not in PurePosixPath(member.name).parts:
                    target = Path(new, member.name)
                    target.parent.mkdir(parents=True, exist_ok=True)
                    content = archive.extractfile(member)
                    target.write_bytes(content.read() if content else b"")
            Path(new, "django-5.2.1").rename(folder)
    return folder


def sources(folder: Path) -> list[Source]:
    """The files that Python can parse, parsed."""
    found = []
    for file in sorted(folder.rglob("*.py")):
        try:
            with tokenize.open(file) as stream:
                lines = stream.readlines()
            found.append(Source(str(file), lines, ast.parse("".join(lines)), str(file.absolute())))
        except (SyntaxError, ValueError):
            continue
    return found


def timed(call: Callable[[], object]) -> float:
    """Seconds of one call, without the garbage collector's."""
    gc.collect()
    gc.disable()
    try:
        start = time.perf_counter()
        call()
        return time.perf_counter() - start
    finally:
        gc.enable()


def fresh(items: Iterable[Source]) -> list[Source]:
    """The same files as flake8 hands them over: as lines."""
    return [Source(s.path, s.lines, s.tree, s.file) for s in items]


def flake8(rounds: int) -> None:
    """(a) flake8 over Django, with the plugin and without, in turn."""
    folder = django()
    times: dict[str, list[tuple[float, float]]] = {"without": [], "with": []}
    for number in range(rounds + 1):
        for which in ("without", "with") if number % 2 else ("with", "without"):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            start = time.perf_counter()
            done = subprocess.run(
                [sys.executable, "-c", FLAKE8, which, "--isolated", "-qq", "."],
                cwd=folder, check=False, capture_output=True, text=True,
            )  # fmt: skip
            if done.returncode not in (0, 1) or "Traceback" in done.stderr:
                sys.exit(done.stderr)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
            if number:  # the first round warms the disk's cache
                times[which].append((time.perf_counter() - start, spent))
    print(f"flake8 over Django, {rounds} rounds, with the plugin / without (target 1.01)")
    for index, what in ((0, "time"), (1, "processor time")):
        own, other = ([each[index] for each in times[which]] for which in ("with", "without"))
        for name, of in (("median", statistics.median), ("best", min)):
            print(f"  {what}, {name}: {of(own):.2f} s / {of(other):.2f} s = {of(own) / of(other):.4f}")


def quiet() -> None:
    """(b) the plugin's own time over files without v3 code."""
    files = sources(django())
    marked = sum(can_hold_v3(file.text) for file in files)
    best: list[float] = [float("inf")] * len(files)
    for _ in range(3):
        checker = Checker()
        for index, file in enumerate(fresh(files)):
            start = time.perf_counter()
            checker.check(file)
            best[index] = min(best[index], time.perf_counter() - start)
    best.sort()
    mean, middle, high = statistics.mean(best), best[len(best) // 2], best[int(len(best) * 0.99)]
    print(f"files without v3 code: {len(files)} of Django, {marked} of them looked at more closely")
    print(f"  mean {mean * 1e6:.1f} us (target 50), median {middle * 1e6:.1f} us, p99 {high * 1e6:.1f} us")


def corpus(folder: Path, rounds: int) -> None:
    """(c) the plugin against pyflakes over v3 code."""
    pyflakes = importlib.import_module("pyflakes.checker")
    files = sources(folder)
    first = timed(lambda: [checker.check(file) for checker in [Checker()] for file in fresh(files)])
    ours, theirs = [], []
    for _ in range(rounds):
        ours.append(timed(lambda: [checker.check(file) for checker in [Checker()] for file in fresh(files)]))
        theirs.append(timed(lambda: [pyflakes.Checker(file.tree, file.path) for file in files]))
    own, other = statistics.median(ours), statistics.median(theirs)
    print(f"v3 code: {len(files)} files, {sum(len(file.lines) for file in files)} lines; pyflakes {other:.3f} s")
    print(f"  plugin {own:.3f} s, ratio {own / other:.2f} (target 1.00)")
    print(f"  with the first load of rules and surfaces {first:.3f} s, ratio {first / other:.2f}")


def generated(lines: int) -> str:
    """A v3 file of about so many lines: functions, classes, builder chains, one name bound anew, nesting, long chains."""
    out = ["import weaviate", "", 'client = weaviate.Client("http://localhost:8080")', ""]
    number = 0
    while len(out) < lines:
        number += 1
        out += [
            f"def search_{number}(db: weaviate.Client, text, limit=10):",
            '    query = db.query.get("Article", ["title"])',
            *(f"    query = query.with_offset({n})" for n in range(4)),
            "    for start in range(limit):",
            "        if start % 2:",
            "            with db.batch as batch:",
            "                while start:",
            "                    try:",
            '                        batch.add_data_object({"title": text}, "Article")',
            "                    finally:",
            "                        start -= 1",
            '    result = query.with_near_text({"concepts": [text]}).with_limit(limit).do()',
            '    return [hit["_additional"]["id"] for hit in result["data"]["Get"]["Article"]]',
            "",
            f"class Store{number}:",
            "    def __init__(self, url):",
            "        self.client = weaviate.Client(url)",
            "        self.names = {}",
            "",
            "    def drop(self, name):",
            "        if self.client.schema.exists(name):",
            "            self.client.schema.delete_class(name)",
            "        self.names[name] = len(self.names)",
            "",
            f"store = Store{number}('http://localhost')",
            "store.client.schema.get()",
            f"q = client.query.get('Article', ['n{number}'])",
            "q = q.with_limit(1)",
            "rows = q.do()['data']['Get']['Article']",
            "",
        ]
    chain = "client.query.get('Article')" + "".join(f"\\\n    .with_offset({n})" for n in range(lines // 50))
    return "\n".join([*out, *(f"q = q.with_limit({n})" for n in range(lines // 10)), f"last = {chain}", ""])


def linear(sizes: Iterable[int] = (5_000, 10_000, 20_000, 40_000)) -> None:
    """(d) time against size."""
    Checker().check(Source.parse(generated(200)))  # loads rules and surfaces
    print("one v3 file:")
    base = 0.0
    for size in sizes:
        source = Source.parse(generated(size))
        spent = timed(partial(Checker().check, source))
        each = spent / len(source.lines) * 1e6
        base = base or each
        print(f"  {len(source.lines):6} lines {spent:6.2f} s {each:6.1f} us a line ({each / base:.2f})")


def main() -> None:
    """All benchmarks, or those that were named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, help="a folder of v3 code")
    parser.add_argument("--only", nargs="+", choices=("flake8", "quiet", "corpus", "linear"), default=())
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    warnings.simplefilter("ignore")
    chosen = arguments.only or ("quiet", "corpus", "linear", "flake8")
    if "quiet" in chosen:
        quiet()
    if "corpus" in chosen and arguments.corpus is not None:
        corpus(arguments.corpus, arguments.rounds)
    if "linear" in chosen:
        linear()
    if "flake8" in chosen:
        flake8(arguments.rounds)


if __name__ == "__main__":
    main()
