"""The tests, run inside this process: which lines each reaches, and whether one of them notices a mutant."""

from __future__ import annotations
import __future__

import ast
import gc
import mmap
import os
import pickle
import resource
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import _lru_cache_wrapper, cached_property, partial
from importlib import import_module
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

import pytest

from .mutants import Function, Mutant

TESTS = (
    "tests/inference",
    "tests/rewrite",
    "tests/test_rules.py",
    "tests/test_traps.py",
    "tests/test_examples.py",
    "tests/cli/test_cache.py",
    "tests/corpus",
    "tests/requests/test_requests.py::test_fix_writes_the_rewrite",
)
_OPTIONS = ("-q", "-s", "--continue-on-collection-errors", "-p", "no:cacheprovider", "-p", "no:asyncio", "-W", "ignore")
_MEMORY = 4 * 2**30
_START = 5  # seconds of processor time that a test has in any case
_NOTICED: Counter[str] = Counter()  # how many mutants each test has noticed: those are asked first
_who = mmap.mmap(-1, 8)  # shared with the copies: the number of the test that noticed
KILLED, SURVIVED, TIMEOUT, UNTESTED = "killed", "survived", "timeout", "untested"
ERROR = "error"  # a fault of this tool
_FAULT = 70


@dataclass
class Reach:
    """How long each test takes, and which tests run which line of which file."""

    seconds: dict[str, float] = field(default_factory=dict)
    tests: dict[str, dict[int, frozenset[int]]] = field(default_factory=dict)
    names: list[str] = field(default_factory=list)
    most: int = 0  # tests asked for one mutant; 0: all

    @cached_property
    def numbers(self) -> dict[str, int]:
        """Test -> its place in ``names``."""
        return {name: number for number, name in enumerate(self.names)}

    def of(self, mutant: Mutant) -> list[str]:
        """The tests that can notice a mutant: those that noticed most so far, its area's own, the others; of each the fastest."""
        lines = self.tests.get(mutant.path, {})
        wanted = mutant.lines if mutant.function and not mutant.imported else lines
        numbers = frozenset[int]().union(*(lines.get(line, ()) for line in wanted))
        names = sorted((self.names[number] for number in numbers), key=lambda name: self.seconds[name])
        own = "tests/rewrite/" if "/rewrite/" in mutant.path else "tests/inference/"
        turn: Counter[str] = Counter()
        order = {}
        for name in names:
            test = name.partition("[")[0]
            turn[test] += 1
            order[name] = -_NOTICED[name], not name.startswith(own), turn[test]
        return sorted(names, key=lambda name: order[name])[: self.most or None]


class _Loop:
    """A pytest plugin that does something else with the collected tests than running them in order."""

    def __init__(self, body: Callable[[pytest.Session], None], only: frozenset[str] | None = None) -> None:
        self.body, self.only = body, only

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        if self.only is not None:
            items[:] = [item for item in items if item.nodeid in self.only]

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        self.body(session)
        return True


def _pytest(loop: _Loop, tests: Iterable[str]) -> int:
    # Tests of the mutants themselves print nothing: what is told goes to the caller's own stream.
    sys.stdout = open(os.devnull, "w")  # noqa: SIM115
    folder = Path(os.environ.get("TMPDIR", "/tmp")) / f"mutation-{os.getuid()}"
    return int(pytest.main([*_OPTIONS, f"--basetemp={folder}", *tests], plugins=[loop]))


def apart(work: Callable[[], int], seconds: float = 0) -> int:
    """Do something in a copy of this process; its exit code, or minus the signal that ended it."""
    _who[:] = bytes(8)
    pid = os.fork()
    if pid == 0:
        code = _FAULT
        try:
            _limit(seconds)
            code = work()
        except BaseException as error:  # noqa: BLE001 - the copy must never return into the caller's code
            if os.environ.get("MUTATION_DEBUG"):
                print(repr(error), file=sys.stderr)
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def measure(root: Path, package: Iterable[str], file: Path) -> None:
    """Run all tests once, and write what they reach to a file. Those that fail are named and left out."""
    import coverage

    paths = {str(root / path): path for path in package}
    reach = Reach()

    def body(session: pytest.Session) -> None:
        watch = coverage.Coverage(data_file=None, include=list(paths), config_file=False)
        watch.start()
        for item, following in zip(session.items, [*session.items[1:], None], strict=True):
            watch.switch_context(item.nodeid)
            began = time.perf_counter()
            if _passes(item, following):
                reach.seconds[item.nodeid] = time.perf_counter() - began
            else:
                print(f"left out, for it fails without any mutant: {item.nodeid}", file=sys.stderr)
        watch.stop()
        reach.names = list(reach.seconds)
        data = watch.get_data()
        for full, path in paths.items():
            lines = data.contexts_by_lineno(full)
            reach.tests[path] = {
                line: frozenset(reach.numbers[name] for name in names if name in reach.numbers)
                for line, names in lines.items()
            }
        file.write_bytes(pickle.dumps(reach))

    if apart(lambda: _pytest(_Loop(body), TESTS)) or not file.exists():
        raise SystemExit("the tests could not be run: python -m pytest " + " ".join(TESTS))


def judge_in_place(
    root: Path,
    package: Iterable[str],
    mutants: list[Mutant],
    reach: Reach,
    until: float,
    tell: Callable[[Mutant, str], None],
) -> None:
    """Judge mutants of functions and tables: in one process that has collected all tests, each in a copy of it.

    There the function gets the mutant's code, or the name its value, so that nothing is imported or collected again.
    """

    def body(session: pytest.Session) -> None:
        items = {item.nodeid: item for item in session.items}
        for path in package:
            import_module(_module(path))
        functions = _live(root)
        wrappers = (each for each in gc.get_objects() if isinstance(each, _lru_cache_wrapper))
        caches = [each for each in wrappers if str(each.__module__).startswith("flake8_weaviate_v4.")]
        gc.collect()
        gc.freeze()
        for mutant in mutants:
            if time.monotonic() > until:
                break
            tests = [items[name] for name in reach.of(mutant)]
            work = partial(_run, root, mutant, functions.get(_key(root, mutant), []), caches, tests, reach)
            tell(mutant, _verdict(apart(work), reach) if tests else UNTESTED)

    apart(lambda: _pytest(_Loop(body), TESTS))


def judge_anew(root: Path, mutant: Mutant, reach: Reach) -> str:
    """Judge any other mutant of what runs at import: in a copy of this process, which must not have imported the package."""
    tests = reach.of(mutant)
    if not tests:
        return UNTESTED

    def work() -> int:
        _swap_file(str(root / mutant.path), mutant.source)
        result: list[int] = []

        def body(session: pytest.Session) -> None:
            by_name = {item.nodeid: item for item in session.items}
            items = [by_name[name] for name in tests if name in by_name]
            # Tests that are made from the mutated data have other names.
            result.append(1 if len(items) < len(tests) else _noticed(items, reach))

        files = sorted({name.split("::")[0] for name in tests})
        _pytest(_Loop(body, frozenset(tests)), files)
        return result[0] if result else 1

    return _verdict(apart(work, seconds=120), reach)


def _verdict(code: int, reach: Reach) -> str:
    if number := int.from_bytes(_who[:8], "little"):
        _NOTICED[reach.names[number - 1]] += 1
    return {0: SURVIVED, -signal.SIGPROF: TIMEOUT, _FAULT: ERROR}.get(code, KILLED)


def _run(
    root: Path, mutant: Mutant, targets: list[FunctionType], caches: list[Any], items: list[pytest.Item], reach: Reach
) -> int:
    """Give the functions the mutant's code, then ask the tests."""
    sys.stderr = open(os.devnull, "w")  # noqa: SIM115
    if mutant.function is not None:
        code = _find(compile(mutant.source, str(root / mutant.path), "exec", dont_inherit=True), mutant.function)
        if not targets:
            raise LookupError(f"nothing has the code of {mutant.function.name}")
        for function in targets:
            function.__code__ = code
    elif not _assign(mutant):
        return 1
    for cache in caches:
        cache.cache_clear()
    return _noticed(items, reach)


def _noticed(items: list[pytest.Item], reach: Reach) -> int:
    """1 as soon as a test fails, else 0."""
    for item, following in zip(items, [*items[1:], None], strict=True):
        _limit(_START + 10 * reach.seconds[item.nodeid])
        if not _passes(item, following):
            _who[:] = (reach.numbers[item.nodeid] + 1).to_bytes(8, "little")
            return 1
    return 0


def _limit(seconds: float) -> None:
    """End this process after some processor time (0: never), or when it wants too much memory."""
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, resource.getrlimit(resource.RLIMIT_AS)[1]))


def _passes(item: pytest.Item, following: pytest.Item | None) -> bool:
    from _pytest.runner import runtestprotocol

    try:
        return not any(report.failed for report in runtestprotocol(item, log=False, nextitem=following))
    except BaseException:  # noqa: BLE001 - a mutant may raise anything, also what ends pytest
        return False


def _live(root: Path) -> dict[tuple[str, str, int], list[FunctionType]]:
    """The functions of the package that there are now, by file, name and first line."""
    found: dict[tuple[str, str, int], list[FunctionType]] = {}
    for each in gc.get_objects():
        if isinstance(each, FunctionType) and each.__code__.co_filename.startswith(str(root)):
            code = each.__code__
            found.setdefault((code.co_filename, code.co_name, code.co_firstlineno), []).append(each)
    return found


def _key(root: Path, mutant: Mutant) -> tuple[str, str, int]:
    function = mutant.function or Function("", 0, range(0))
    return str(root / mutant.path), function.name, function.first


def _assign(mutant: Mutant) -> bool:
    """Make the assignment of a mutant, and those that rest on it, in the module and wherever the name is imported.

    False where they raise something: the module could not be imported.
    """
    module = sys.modules[_module(mutant.path)]
    new: set[str] = set()
    for node in ast.parse(mutant.source).body:
        if not isinstance(node, (ast.Assign, ast.AnnAssign)):
            continue
        names = [each for each in ast.walk(node) if isinstance(each, ast.Name)]
        if mutant.lines.start != node.lineno and not new & {each.id for each in names}:
            continue
        for name in (each.id for each in names if isinstance(each.ctx, ast.Store)):
            new.add(name)
        before = dict(vars(module))
        flags = __future__.annotations.compiler_flag
        code = compile(ast.Module([node], []), mutant.path, "exec", flags, dont_inherit=True)
        try:
            exec(code, vars(module))  # noqa: S102
        except Exception:  # noqa: BLE001
            return False
        for other in [each for key, each in sys.modules.items() if key.startswith("flake8_weaviate_v4.")]:
            for name in new & vars(other).keys():
                if vars(other)[name] is before.get(name):
                    setattr(other, name, vars(module)[name])
    return True


def _module(path: str) -> str:
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def _find(code: CodeType, function: Function) -> CodeType:
    for each in code.co_consts:
        if isinstance(each, CodeType):
            if (each.co_name, each.co_firstlineno) == (function.name, function.first):
                return each
            if "\n" not in each.co_name and each.co_flags & 1 == 0:  # a class
                try:
                    return _find(each, function)
                except LookupError:
                    continue
    raise LookupError(function.name)


def _swap_file(path: str, text: str) -> None:
    """From now on, an import of this file reads this text."""
    original: Any = SourceFileLoader.get_code

    def get_code(self: SourceFileLoader, fullname: str) -> Any:
        if os.path.realpath(self.path) == os.path.realpath(path):
            return compile(text, self.path, "exec", dont_inherit=True)
        return original(self, fullname)

    SourceFileLoader.get_code = get_code  # type: ignore[assignment, method-assign]
