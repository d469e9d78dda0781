"""Results of a batch that are given to a function, as in ``check(client.batch.create_objects())`` -> what failed, behind the block."""

from __future__ import annotations

import ast

from ...inference.names import terminal
from ...inference.values import Function
from ..changing import CHANGING
from ..site import Site, names, pure
from ..unit import Refusal
from .callbacks import callback, check_names, shown
from .failures import failure_name, told

_USED = "the results of the batch are used"
_READ = ("error", "errors", "status")
_NAMED = ("check", "error", "fail", "handle", "result")


def given(site: Site, call: ast.Call, results: ast.expr, batch: ast.expr, references: bool, block: list[ast.stmt]) -> list[str]:
    """The lines behind the ``block`` for a call that is given v3's results: what a function of the file does with them, or a call
    with those that failed. Raises Refusal where neither can be said."""
    try:
        if call.args != [results] or call.keywords:
            raise Refusal(_USED)
        called = callback(site, call.func)
        check_names(site, called, block)
        return told(site, called.loop, batch, references, {name: shown(site, value) for name, value in called.bound.items()})
    except Refusal:
        return _handed(site, call, results, batch, references, block)


def _handed(site: Site, call: ast.Call, results: ast.expr, batch: ast.expr, references: bool, block: list[ast.stmt]) -> list[str]:
    others = [a for a in [*call.args, *(keyword.value for keyword in call.keywords)] if a is not results]
    bound = {n.id for part in block for n in ast.walk(part) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
    place = call.args.index(results) if results in call.args else -1
    if place or not isinstance(call.func, (ast.Name, ast.Attribute)) or any(isinstance(a, ast.Starred) for a in others):
        raise Refusal(_USED)
    if not all(pure(part) for part in [call.func, *others]) or names([call.func, *others]) & bound or not looks_for_errors(site, call.func):
        raise Refusal(_USED)
    check_unread(site, call.func, block)
    segment = site.module.source.segment
    more = [segment(a) for a in call.args[1:]] + [f"{k.arg}={segment(k.value)}" for k in call.keywords]
    return with_failures(site, segment(call.func), more, batch, references)


def looks_for_errors(site: Site, function: ast.expr) -> bool:
    """Whether a function that gets results first does something about what failed alone; by its name, where it can't be seen."""
    found = [v.node for v in site.engine.values(site.module, function) if isinstance(v, Function)]
    if not found:
        return any(word in (terminal(function) or "").lower() for word in _NAMED)
    return all(isinstance(node, ast.FunctionDef) and _is_about_failures(node, isinstance(function, ast.Attribute)) for node in found)


def _is_about_failures(function: ast.FunctionDef, is_method: bool) -> bool:
    parameters = [a.arg for a in function.args.args[is_method:]]
    nodes = list(ast.walk(function))
    if not parameters or function.args.vararg or (function.decorator_list and is_method):
        return False
    name = parameters[0]
    loops = [n for n in nodes if isinstance(n, ast.For) and _is_of(n.iter, name)]
    rounds = [n for n in nodes if isinstance(n, ast.comprehension) and _is_of(n.iter, name)]
    asked = [n for n in nodes if isinstance(n, (ast.If, ast.IfExp, ast.While))]
    tested = {part for n in asked for part in ast.walk(n.test)}
    held = {part for iterated in [*(n.iter for n in loops), *(n.iter for n in rounds)] for part in ast.walk(iterated)}
    reads = [n for n in nodes if isinstance(n, ast.Name) and n.id == name]
    counted = [n for n in nodes if isinstance(n, ast.Call) and any(n is part for part in tested) and any(_is_of(a, name) for a in n.args)]
    if counted or not all(isinstance(n.ctx, ast.Load) and (n in held or n in tested) for n in reads):
        return False
    return bool(loops or rounds) and all(_skips(each.body) for each in loops) and all(any(map(_asks, each.ifs)) for each in rounds)


def _is_of(node: ast.expr, name: str) -> bool:
    """Whether it is the variable, or the variable or an empty list."""
    node = node.values[0] if isinstance(node, ast.BoolOp) and isinstance(node.op, ast.Or) else node
    return isinstance(node, ast.Name) and node.id == name


def _asks(test: ast.expr, for_none: bool = False) -> bool:
    """Whether a test asks for an error, or that there is none."""
    about = any(isinstance(n, ast.Constant) and n.value in _READ for n in ast.walk(test))
    return about and for_none == any(_denies(n) for n in ast.walk(test)) and not (for_none and isinstance(test, ast.BoolOp))


def _denies(node: ast.AST) -> bool:
    if isinstance(node, ast.Compare):
        said = {n.value for n in node.comparators if isinstance(n, ast.Constant)}
        is_status = isinstance(node.ops[0], (ast.Eq, ast.NotEq)) and bool(said & {"SUCCESS", "FAILED"})
        if is_status:
            return isinstance(node.ops[0], ast.Eq) is ("SUCCESS" in said)
        return not isinstance(node.ops[0], (ast.In, ast.IsNot, ast.NotEq, ast.Gt))
    return isinstance(node, ast.Not)


def _skips(body: list[ast.stmt]) -> bool:
    """Whether the statements of a loop over results do nothing for one without errors."""
    for statement in body:
        if isinstance(statement, ast.If) and not statement.orelse and _asks(statement.test, for_none=True):
            return isinstance(statement.body[0], ast.Continue)
        if isinstance(statement, ast.If) and not statement.orelse and _asks(statement.test):
            continue
        targets = statement.targets if isinstance(statement, ast.Assign) else [getattr(statement, "target", None)]
        if not isinstance(statement, ast.Pass) and not (isinstance(statement, (ast.Assign, ast.AnnAssign)) and isinstance(targets[0], ast.Name)):
            return False
    return True


def check_unread(site: Site, function: ast.expr, block: list[ast.stmt]) -> None:
    """Raise Refusal where the statements that fill the batch read what a function of the file that gets the results changes."""
    own = {v.node for v in site.engine.values(site.module, function) if isinstance(v, Function)}
    changed: set[str | None] = set()
    for node in (n for each in own for n in ast.walk(each)):
        if isinstance(node, (ast.Name, ast.Attribute)) and isinstance(node.ctx, ast.Store):
            changed.add(terminal(node))
        elif (isinstance(node, ast.Subscript) and not isinstance(node.ctx, ast.Load)) or (isinstance(node, ast.Attribute) and node.attr in CHANGING):
            changed.add(terminal(node.value))
    inside = {n for each in own for n in ast.walk(each)}
    read = [n for part in block for n in ast.walk(part) if isinstance(n, (ast.Name, ast.Attribute)) and n not in inside]
    if any(isinstance(n.ctx, ast.Load) and terminal(n) in changed for n in read):
        raise Refusal("the batch's block reads what its callback collects")


def with_failures(site: Site, function: str, more: list[str], batch: ast.expr, references: bool) -> list[str]:
    """The lines for a call with v3's results of what failed, and more arguments."""
    indent, string = site.style.indent, site.string
    name, source = failure_name(site, batch), site.module.source.segment(batch)
    error = f"{{{string('errors')}: {{{string('error')}: [{{{string('message')}: {name}.message}}]}}, {string('status')}: {string('FAILED')}}}"
    parts = [(string("result"), error)]
    if not references:
        parts = [
            (string("class"), f"{name}.object_.collection"), (string("id"), f"str({name}.object_.uuid)"),
            (string("properties"), f"{name}.object_.properties"), *parts,
        ]  # fmt: skip
    failed = f"[*{source}.failed_objects, *{source}.failed_references]" if references else f"{source}.failed_objects"
    site.unit.doubt(f"`{function}` is given what failed alone, behind the block")
    entries = [f"{{{parts[0][0]}: {error}}}"] if len(parts) == 1 else ["{", *(f"{indent}{key}: {value}," for key, value in parts), "}"]
    inner = [indent + line for line in [*entries, f"for {name} in {failed}"]]
    if not more:
        return [f"{function}([", *inner, "])"]
    return [f"{function}(", *(indent + line for line in ["[", *inner, "],", *(f"{each}," for each in more)]), ")"]
