"""What v3 code does with the errors of a batch -> the same with ``client.batch.failed_objects``, after the block.

v3 hands the server's answer to each request to the callback, and returns it from ``create_objects``: a list with
``["result"]["errors"]`` in what failed. v4 collects what failed, and has it ready when the block ends.
"""

from __future__ import annotations

import ast

from ...inference.flow import TRIES
from ...inference.scopes import FUNCTIONS
from ...inference.values import Ref
from ..literal import constant
from ..site import Site
from ..unit import Refusal

SWALLOWED = "v4 raises no exception where a batch fails: see `client.batch.failed_objects`"
_OTHER = "what becomes of the batch's errors can't be said in v4"
_PARTS = {"properties": "properties", "id": "uuid", "class": "collection"}  # of an object that failed


def told(site: Site, loop: ast.For, batch: ast.expr, references: bool) -> list[str]:
    """The lines that tell of failures as the loop over v3's results does. Raises Refusal where it does other things."""
    if not isinstance(loop.target, ast.Name) or loop.orelse:
        raise Refusal(_OTHER)
    name = loop.target.id
    block: list[ast.stmt] = loop.body
    while len(block) == 1 and isinstance(block[0], ast.If) and not block[0].orelse and _speaks_of(block[0].test, {name}):
        block = block[0].body
    shown = site.module.source.segment(batch)
    failed = f"[*{shown}.failed_objects, *{shown}.failed_references]" if references else f"{shown}.failed_objects"
    return [f"for failed in {failed}:", *(f"{site.style.indent}{_statement(site, statement, name, references)}" for statement in block)]


def _statement(site: Site, statement: ast.stmt, name: str, references: bool) -> str:
    """A statement that prints, logs or raises, with what failed in the place of v3's result."""
    raised = isinstance(statement, ast.Raise) and statement.cause is None
    call = statement.exc if raised else getattr(statement, "value", None)  # type: ignore[attr-defined]
    if not isinstance(statement, (ast.Expr, ast.Raise)) or not isinstance(call, ast.Call):
        raise Refusal(_OTHER)
    if raised:
        site.unit.doubt("the exception is raised after the block: v4 has sent the rest of the batch by then")
    text, start = site.module.source.segment(call), site.planner.text.span(call)[0]
    if "\n" in text or _speaks_of(call.func, {name}):
        raise Refusal(_OTHER)
    for argument in reversed([part for a in (*call.args, *(k.value for k in call.keywords)) for part in _parts(a)]):
        if not _speaks_of(argument, {name}):
            continue
        _segment(site, argument)
        low, high = site.planner.text.span(argument)
        if text[high - start :].lstrip().startswith("="):  # ``f"{result=}"`` shows what it is called
            raise Refusal(_OTHER)
        text = text[: low - start] + _failed(site, argument, name, references) + text[high - start :]
    return f"raise {text}" if raised else text


def _parts(argument: ast.expr) -> list[ast.expr]:
    """The expressions of an f-string, or the argument itself."""
    if not isinstance(argument, ast.JoinedStr) or any(isinstance(v, ast.FormattedValue) and v.format_spec for v in argument.values):
        return [argument]
    return [value.value for value in argument.values if isinstance(value, ast.FormattedValue)]


def _segment(site: Site, node: ast.expr) -> str:
    """The text of a node. Raises Refusal where its place is not told right: before Python 3.12 in some f-strings."""
    text = site.module.source.segment(node)
    try:
        if ast.dump(ast.parse(f"({text})", mode="eval").body) == ast.dump(node):
            return text
    except SyntaxError:
        pass
    raise Refusal(_OTHER)


def _failed(site: Site, node: ast.expr, name: str, references: bool) -> str:
    """What v4 has for a part of a v3 result: ``result["result"]["errors"]`` and all in it is the message."""
    keys: list[ast.expr] = []
    while isinstance(node, ast.Subscript):
        keys.insert(0, node.slice)
        node = node.value
    if not isinstance(node, ast.Name) or node.id != name:
        raise Refusal(_OTHER)
    first = constant(keys[0]) if keys else "result"
    if first == "result":
        if [constant(key) for key in keys] != ["result", "errors", "error", 0, "message"]:
            site.unit.doubt("of an error v4 has the message")
        return "failed.message"
    if not isinstance(first, str) or first not in _PARTS or references:
        raise Refusal(_OTHER)
    return "failed.object_." + _PARTS[first] + "".join(f"[{_segment(site, key)}]" for key in keys[1:])


def _speaks_of(node: ast.AST, names: set[str]) -> bool:
    return any(isinstance(n, ast.Name) and n.id in names for n in ast.walk(node))


def callback(site: Site, node: ast.expr) -> tuple[ast.FunctionDef, ast.For]:
    """The function of the file that is the callback, and its loop. Raises Refusal where it does other things."""
    function = next((n for n in _functions(site, node)), None)
    if function is None or len(function.args.args) != 1 or function.args.posonlyargs or function.args.kwonlyargs or function.decorator_list:
        raise Refusal("a batch callback has no v4 equivalent")
    name = function.args.args[0].arg
    block = function.body[1:] if ast.get_docstring(function, clean=False) is not None else function.body
    while len(block) == 1 and isinstance(block[0], ast.If) and not block[0].orelse and _speaks_of(block[0].test, {name}):
        block = block[0].body
    if len(block) != 1 or not isinstance(block[0], ast.For) or not _goes_through(block[0].iter, name):
        raise Refusal("a batch callback has no v4 equivalent")
    return function, block[0]


def _goes_through(node: ast.expr, name: str) -> bool:
    """Whether a loop is over the results, or over ``results or []``."""
    if isinstance(node, ast.BoolOp) and isinstance(node.op, ast.Or) and constant(node.values[-1]) == [] and len(node.values) == 2:
        node = node.values[0]
    return isinstance(node, ast.Name) and node.id == name


def _functions(site: Site, node: ast.expr) -> list[ast.FunctionDef]:
    if not isinstance(node, ast.Name):
        return []
    bindings = site.module.bindings_of(node)
    return [b.node for b in bindings if isinstance(b.node, ast.FunctionDef)] if len(bindings) == 1 else []


def is_caught(site: Site, statement: ast.stmt) -> bool:
    """Whether a ``try`` of the function waits for an exception that v3's requests raise."""
    inner: ast.AST = statement
    for outer in site.module.ancestors(statement):
        if isinstance(outer, FUNCTIONS):
            break
        if isinstance(outer, TRIES) and inner in outer.body:  # type: ignore[attr-defined]
            kinds = [n for h in outer.handlers if h.type is not None for n in ast.walk(h.type)]  # type: ignore[attr-defined]
            values = [v for n in kinds if isinstance(n, ast.expr) for v in site.engine.values(site.module, n)]
            if any(isinstance(v, Ref) and v.path.split(".")[0] in ("weaviate", "requests") and "." in v.path for v in values):
                return True
        inner = outer
    return False
