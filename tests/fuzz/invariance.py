"""Ways to write the same program otherwise: the same has to be found in it, in the same order.

What is not kept by design, and so is left alone here: names that are evidence of their own (``client``, and all that v3, v4,
Python or a framework gives a meaning), names that a string holds too (``getattr``, patches and fixtures go by them), and
``# noqa``, which belongs to a line and is not looked at.
"""

from __future__ import annotations

import ast
import builtins
import io
import keyword
import re
import subprocess
import sys
import tokenize
import warnings
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from random import Random

import black
from black.parsing import InvalidInput

import flake8_weaviate_v4
from flake8_weaviate_v4 import surface
from flake8_weaviate_v4.check import Checker
from flake8_weaviate_v4.finding import Finding
from flake8_weaviate_v4.lines import lines_of
from flake8_weaviate_v4.options import Options
from flake8_weaviate_v4.rewrite.edits import Edit, apply
from flake8_weaviate_v4.rewrite.fix import parsed
from flake8_weaviate_v4.rewrite.text import Text, frozen

Rewriting = Callable[[str, Random], str]
_WORD = re.compile(r"[^\W\d]\w*")
_CLIENTS = re.compile("client|weaviate|wv|conn", re.IGNORECASE)  # as in inference/evidence.py


def differences(text: str, random: Random) -> list[str]:
    """What is found in a program, and not in the same program written otherwise, or the other way round."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        expected = list(found(text))
        told = []
        for rewriting in REWRITINGS:
            try:
                other = rewriting(text, random)
                ast.parse(other)
            except (SyntaxError, ValueError, RecursionError, InvalidInput, tokenize.TokenError):
                continue  # not every rewriting fits every program
            if other != text and (seen := list(found(other))) != expected:
                told.append(f"{rewriting.__name__}: {_difference(expected, seen)}")
        return told


def found(text: str) -> Iterator[tuple[str, str, bool]]:
    """What is found in a text, without its place."""
    findings: list[Finding] = Checker(Options(report_guarded=True)).check(parsed(text))
    return ((f.code, f.symbol, f.guarded) for f in findings)


def _difference(expected: list[tuple[str, str, bool]], seen: list[tuple[str, str, bool]]) -> str:
    lost, more = list(expected), []
    for each in seen:
        if each in lost:
            lost.remove(each)
        else:
            more.append(each)
    return f"lost {lost}, more {more}" if lost or more else "another order"


# -- formatters -------------------------------------------------------------------------------------------------------


def black_40(text: str, random: Random) -> str:
    return black.format_str(text, mode=black.Mode(line_length=40))


def black_88(text: str, random: Random) -> str:
    return black.format_str(text, mode=black.Mode())


def black_200(text: str, random: Random) -> str:
    return black.format_str(text, mode=black.Mode(line_length=200, magic_trailing_comma=False))


def ruff_format(text: str, random: Random) -> str:
    command = [str(Path(sys.executable).with_name("ruff")), "format", "--isolated", "--stdin-filename", "a.py"]
    options = ["--line-length", random.choice(["40", "88", "200"])]
    done = subprocess.run([*command, *options, "-"], input=text.encode(), capture_output=True, check=False)
    if done.returncode:
        raise ValueError(done.stderr.decode())
    return done.stdout.decode()


# -- by hand ----------------------------------------------------------------------------------------------------------


def other_quotes(text: str, random: Random) -> str:
    def turned(match: re.Match[str]) -> str:
        return f"""{match[1]}{"'" if match[2] == '"' else '"'}{match[3]}{"'" if match[2] == '"' else '"'}"""

    edits = []
    for start, end, token in _tokens(text):
        if token.type == tokenize.STRING:
            new = re.sub(r"""^([bBrRuU]*)(["'])(?!\2\2)([^"'\\]*)\2$""", turned, token.string)
            edits.append(Edit(start, end, new))
    return apply(text, edits)


def comments_and_blanks(text: str, random: Random) -> str:
    held = frozen(tokenize.generate_tokens(io.StringIO(text, newline="").readline))
    lines = lines_of(text)
    continued = {number + 1 for number, line in enumerate(lines, 1) if line.rstrip("\r\n").endswith("\\")}
    out = []
    for number, line in enumerate(lines, 1):
        if number not in held and number not in continued and random.random() < 0.3:
            out.append(random.choice(["# a note\n", "\n", "        # client = Client()\n", "\x0c\n"]))
        out.append(line)
    return "".join(out)


def passes(text: str, random: Random) -> str:
    """``pass`` and strings between statements."""
    source = parsed(text)
    places = Text(source)
    edits = []
    for node in ast.walk(source.tree):
        if isinstance(node, ast.stmt) and random.random() < 0.3 and places.is_alone(node) and not _is_first(node, source.tree):
            line = min([node.lineno, *(d.lineno for d in getattr(node, "decorator_list", ()))])
            start, indent = places.starts[line - 1], places.indent_of(places.span(node)[0])
            edits.append(Edit(start, start, f"{indent}pass\n"))
    return apply(text, edits)


def _is_first(node: ast.stmt, tree: ast.Module) -> bool:
    """Whether nothing can stand before a statement: docstrings and imports from the future, and ``elif``."""
    if isinstance(node, ast.ImportFrom) and node.module == "__future__":
        return True
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return True
    return isinstance(node, ast.If)  # may be an elif


def under_if_true(text: str, random: Random) -> str:
    return _indented(text, "if True:")


def in_a_function(text: str, random: Random) -> str:
    if re.search(r"\b(global|nonlocal|__all__|import \*)", text) or "import *" in text:
        raise ValueError("a function can't hold it")
    return _indented(text, "def whole_module():")


def _indented(text: str, head: str) -> str:
    if "from __future__" in text:
        raise ValueError("an import from the future has to come first")
    held = frozen(tokenize.generate_tokens(io.StringIO(text, newline="").readline))
    lines = lines_of(text)
    return "".join([f"{head}\n", *(line if n in held else f"    {line}" for n, line in enumerate(lines, 1)), "\n    pass\n"])


def parenthesised(text: str, random: Random) -> str:
    source = parsed(text)
    places = Text(source)
    spans = {places.span(node) for node in _values(source.tree) if random.random() < 0.4}
    return _inserted(text, [(start, "(") for start, _ in spans] + [(end, ")") for _, end in spans])


def _values(tree: ast.Module) -> Iterator[ast.expr]:
    """Expressions that can stand in parentheses, but for those in f-strings: before Python 3.12 their place is not known."""
    todo: list[ast.AST] = [tree]
    while todo:
        node = todo.pop()
        if isinstance(node, ast.JoinedStr):
            continue
        todo += ast.iter_child_nodes(node)
        if not isinstance(node, (ast.arguments, ast.Starred, ast.Match)):
            inner = [getattr(node, name, None) for name in ("value", "func", "test", "iter", "context_expr")]
            inner += node.args if isinstance(node, ast.Call) else []
            yield from (each for each in inner if isinstance(each, (ast.Name, ast.Attribute, ast.Call, ast.Subscript, ast.Dict)))


def _inserted(text: str, pieces: list[tuple[int, str]]) -> str:
    out, last = [], 0
    for place, piece in sorted(pieces, key=lambda each: (each[0], each[1] == "(")):
        out += [text[last:place], piece]
        last = place
    return "".join([*out, text[last:]])


# -- names ------------------------------------------------------------------------------------------------------------


def renamed(text: str, random: Random) -> str:
    """The user's own names are others."""
    own = own_names(text)
    chosen = {name: f"{name}_{random.choice(['x', 'two', 'ö'])}" for name in own if random.random() < 0.7}
    edits = [Edit(start, end, chosen[token.string]) for start, end, token in _tokens(text) if token.string in chosen]
    return apply(text, edits)


def own_names(text: str) -> list[str]:
    """Names that a file gives to things of its own, and that mean nothing to anybody else."""
    tree = ast.parse(text)
    bound, foreign = set[str](), set[str]()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            bound.add(node.id)
        elif isinstance(node, ast.arg):
            bound.add(node.arg)
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            bound.add(node.name)
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            if isinstance(node.value, ast.Name) and node.value.id == "self":
                bound.add(node.attr)
        elif isinstance(node, ast.alias):
            foreign |= set(_WORD.findall(f"{node.name} {node.asname or ''}"))
        elif isinstance(node, ast.ImportFrom):
            foreign |= set(_WORD.findall(node.module or ""))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            foreign |= set(_WORD.findall(node.value))
    for _, _, token in _tokens(text):
        if token.type == tokenize.STRING:
            foreign |= set(_WORD.findall(token.string))
    return sorted(name for name in bound - foreign - _meaningful() if not _CLIENTS.search(name) and not name.startswith(("_", "test")))


@cache
def _meaningful() -> frozenset[str]:
    """Names that mean something to Python, to a client, or to the code that judges."""
    words = {*vars(builtins), *keyword.kwlist, "self", "cls", "setUp", "tearDown", "match", "case", "type"}
    for version in ("v3", "v4"):
        for symbol in surface.load(version).symbols:
            words |= set(symbol.split("."))
            words |= set(surface.load(version).parameters(symbol))
    for path in Path(flake8_weaviate_v4.__file__).parent.rglob("inference/*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and "\n" not in node.value[:200]:
                words |= set(_WORD.findall(node.value))
    return frozenset(words)


def _tokens(text: str) -> Iterator[tuple[int, int, tokenize.TokenInfo]]:
    starts, place = [], 0
    for line in lines_of(text):
        starts.append(place)
        place += len(line)
    for token in tokenize.generate_tokens(io.StringIO(text, newline="").readline):
        if token.type in (tokenize.NAME, tokenize.STRING):
            (row, column), (end, end_column) = token.start, token.end
            yield starts[row - 1] + column, starts[end - 1] + end_column, token


REWRITINGS: tuple[Rewriting, ...] = (
    black_40, black_88, black_200, ruff_format, other_quotes, comments_and_blanks, passes, under_if_true, in_a_function, parenthesised, renamed,
)  # fmt: skip
