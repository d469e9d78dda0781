"""The mutants of a file, made with mutmut's operators."""

from __future__ import annotations

import ast
import random
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import libcst
from libcst.metadata import MetadataWrapper, PositionProvider
from mutmut.mutation.file_mutation import MutationVisitor, deep_replace
from mutmut.mutation.mutators import mutation_operators
from mutmut.mutation.pragma_handling import IgnoredCode


@dataclass(frozen=True)
class Function:
    """A function of a module or class, as its code object tells it: name and first line (of its decorators, if any)."""

    name: str
    first: int
    body: range


@dataclass(frozen=True)
class Mutant:
    """One change to one file.

    ``lines`` are those of the statement (of a compound one: its head) in which it is. ``function`` is the function in
    whose body it is, ``table`` whether it is in an assignment of the module. Neither: a default or a class attribute, which
    only a new import of the file brings in, as it does for a function that is ``imported``: called by a module, which keeps
    what it gives.
    """

    path: str
    number: int
    lines: range
    function: Function | None
    table: bool
    imported: bool
    _change: Any = field(repr=False, compare=False)
    _module: Any = field(repr=False, compare=False)
    _text: str = field(repr=False, compare=False)

    @property
    def is_live(self) -> bool:
        """Whether a running program can be given the change."""
        return (self.function is not None or self.table) and not self.imported

    @cached_property
    def source(self) -> str:
        """The text of the whole file with the change."""
        changed: libcst.Module = deep_replace(self._module, self._change.original_node, self._change.mutated_node)
        code: str = changed.code
        return code

    def told(self) -> tuple[int, str, str]:
        """Line number, what stood there, and what stands there now."""
        before, after = self._text.splitlines(), self.source.splitlines()
        same = next((n for n, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), 0)
        pairs = zip(reversed(before[same:]), reversed(after[same:]), strict=False)
        tail = next((n for n, (a, b) in enumerate(pairs) if a != b), 0)
        return same + 1, _joined(before[same : len(before) - tail]), _joined(after[same : len(after) - tail])


def mutants(root: Path, path: str, imported: Collection[str] = ()) -> list[Mutant]:
    """Every mutant of a file of the checkout, in the order of the file; ``imported`` are names of functions that modules call.

    What mutmut leaves alone stays alone: annotations, decorators, doc strings, calls of ``len`` and ``isinstance``. It
    also leaves alone the bodies of decorated functions, which its own way of running can't replace: ours can.
    """
    text = (root / path).read_text("utf-8")
    tree = ast.parse(text)
    functions, statements = _functions(tree), _statements(tree)
    tables = {line for node in tree.body if isinstance(node, (ast.Assign, ast.AnnAssign)) for line in _lines(node)}
    wrapper = MetadataWrapper(libcst.parse_module(text))
    places = wrapper.resolve(PositionProvider)
    visitor = MutationVisitor(mutation_operators, IgnoredCode(set(), set(), set()))
    skip = visitor._skip_node_and_children
    visitor._skip_node_and_children = lambda node: not isinstance(node, libcst.FunctionDef) and skip(node)
    wrapper.visit(visitor)
    result = []
    for number, change in enumerate(visitor.mutations):
        line = places[change.original_node].start.line if change.original_node in places else 0
        lines = min((each for each in statements if line in each), key=len, default=range(line, line + 1))
        function = next((each for each in functions if line in each.body), None)
        called = function is not None and function.name in imported
        result.append(Mutant(path, number, lines, function, line in tables, called, change, wrapper.module, text))
    return result


def called_by_modules(root: Path, paths: Iterable[str]) -> frozenset[str]:
    """The names of functions that modules of the checkout call when they are imported, decorators among them."""
    found = set()
    waiting = [node for path in paths for node in ast.parse((root / path).read_text("utf-8")).body]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.ClassDef):
            waiting += node.body
        inner = node.decorator_list if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)) else [node]
        for each in (n for part in inner for n in ast.walk(part) if isinstance(n, ast.Call)):
            found.add(each.func.attr if isinstance(each.func, ast.Attribute) else getattr(each.func, "id", ""))
    return frozenset(found)


def sample(every: Sequence[Mutant], size: int, seed: int) -> list[Mutant]:
    """Mutants drawn at random, of each file as many as its share: each ``n``-th of the shuffled mutants of the files."""
    chance = random.Random(seed)
    files: dict[str, list[Mutant]] = {}
    for mutant in every:
        files.setdefault(mutant.path, []).append(mutant)
    line = [mutant for path in sorted(files) for mutant in chance.sample(files[path], len(files[path]))]
    if size >= len(line):
        return line
    step, start = len(line) / size, chance.random()
    return [line[int((start + number) * step)] for number in range(size)]


def _joined(lines: Iterable[str]) -> str:
    return " ".join(line.strip() for line in lines)


def _functions(tree: ast.Module) -> list[Function]:
    """Functions of the module and of its classes; those inside functions are part of them."""
    result = []
    waiting: list[ast.AST] = [tree]
    while waiting:
        for node in ast.iter_child_nodes(waiting.pop()):
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                first = min([node.lineno, *(each.lineno for each in node.decorator_list)])
                result.append(Function(node.name, first, range(node.body[0].lineno, (node.end_lineno or 0) + 1)))
            elif isinstance(node, (ast.ClassDef, ast.If, ast.Try)):
                waiting.append(node)
    return result


def _lines(node: ast.stmt) -> range:
    return range(node.lineno, (node.end_lineno or node.lineno) + 1)


def _statements(tree: ast.Module) -> list[range]:
    result = []
    for node in ast.walk(tree):
        if isinstance(node, (ast.stmt, ast.match_case, ast.ExceptHandler)):
            start = node.pattern.lineno if isinstance(node, ast.match_case) else node.lineno
            body = getattr(node, "body", None) or getattr(node, "cases", None)
            if isinstance(body, list):
                inner = body[0].pattern.lineno if isinstance(body[0], ast.match_case) else body[0].lineno
                result.append(range(start, max(start + 1, inner)))
            elif isinstance(node, ast.stmt):
                result.append(_lines(node))
    return result
