"""Files -> Seen*: what checking and fixing each of them does, held against what must never happen."""

from __future__ import annotations

import contextlib
import signal
import time
import warnings
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from types import FrameType
from typing import NamedTuple

from flake8_weaviate_v4.check import Checker
from flake8_weaviate_v4.command.files import Document, Unusable, read
from flake8_weaviate_v4.command.paths import Found
from flake8_weaviate_v4.options import Options
from flake8_weaviate_v4.rewrite.fix import fix, parsed

LIMIT = 60  # seconds a file
_CHUNK = 40


class Seen(NamedTuple):
    """One file: ``findings`` as ``line:column code message``; how many are left after each kind of fix; ``problem`` is a
    fault of ours, empty where there is none; ``skipped`` says why the file is no code."""

    name: str
    lines: int = 0
    seconds: float = 0.0
    findings: tuple[str, ...] = ()
    safe: int = 0
    unsafe: int = 0
    problem: str = ""
    skipped: str = ""

    @property
    def codes(self) -> list[str]:
        """The codes of the findings."""
        return [finding.split()[1] for finding in self.findings]


class _Late(BaseException):
    """The time for a file is over."""


def examine(folder: Path, files: Sequence[Path], deep: bool) -> list[Seen]:
    """Each of these files below ``folder``. With ``deep`` also those are inferred that a look at their text would leave out."""
    checker = Checker(Options())
    return [_examined(checker, file, file.relative_to(folder).as_posix(), deep) for file in files]


def examined(folder: Path, files: Sequence[Path], deep: bool, pool: ProcessPoolExecutor | None = None) -> list[Seen]:
    """The same in the pool's processes; neighbours stay together, for they import the same files."""
    if pool is None:
        return examine(folder, files, deep)
    chunks = [files[start : start + _CHUNK] for start in range(0, len(files), _CHUNK)]
    times = len(chunks)
    return [seen for part in pool.map(examine, [folder] * times, chunks, [deep] * times) for seen in part]


def _examined(checker: Checker, file: Path, name: str, deep: bool) -> Seen:
    seen, began = Seen(name), time.perf_counter()
    try:
        with _limited(), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            found = Found(name, str(file))
            text = Document.of(found, read(found)).text
            seen = seen._replace(lines=text.count("\n"))
            seen = _judged(checker, seen, text, file, deep)
    except (Unusable, SyntaxError) as error:
        seen = seen._replace(skipped=f"{type(error).__name__}: {error}")
    except _Late:
        seen = seen._replace(problem=f"takes more than {LIMIT} s")
    except Exception as error:  # noqa: BLE001 - a fault, whatever it is
        seen = seen._replace(problem=f"{type(error).__name__}: {error}")
    return seen._replace(seconds=time.perf_counter() - began)


def _judged(checker: Checker, seen: Seen, text: str, file: Path, deep: bool) -> Seen:
    worth = checker.is_worth_a_look(text, str(file))
    if not (worth or deep):
        return seen
    try:
        source = parsed(text, seen.name, file)
    except (ValueError, RecursionError, MemoryError) as error:  # null bytes, or nested too deeply: the command skips it too
        return seen._replace(skipped=f"{type(error).__name__}: {error}")
    inspection = checker.inspect(source)
    found = inspection.findings
    inspection.module.memo.clear()
    seen = seen._replace(findings=tuple(f"{f.line}:{f.column + 1} {f.code} {f.message}" for f in found))
    if found and not worth:
        return seen._replace(problem=f"a look at the text leaves out {found[0].code} in line {found[0].line}")
    left = []
    for unsafe in (False, True) if found else ():
        fixed = fix(checker, source, unsafe)
        again = fix(checker, parsed(fixed.text, seen.name, file), unsafe)
        left.append(len(fixed.after))
        if fixed.faults:
            seen = seen._replace(problem=f"a rewrite fails: {fixed.faults[0]}")
        elif fixed.before != found:
            seen = seen._replace(problem="the fixer does not see what the checker finds")
        elif again.text != fixed.text:
            seen = seen._replace(problem=f"a second run of the {'unsafe' if unsafe else 'safe'} fixes changes more")
    return seen._replace(safe=left[0], unsafe=left[1]) if left else seen


@contextlib.contextmanager
def _limited() -> Iterator[None]:
    """Ends what takes too long, where the system can."""
    if not hasattr(signal, "setitimer"):
        yield
        return

    def late(number: int, frame: FrameType | None) -> None:
        raise _Late

    before = signal.signal(signal.SIGALRM, late)
    signal.setitimer(signal.ITIMER_REAL, LIMIT)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
