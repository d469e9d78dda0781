"""What v3 code does with the errors of a batch -> the same with ``client.batch.failed_objects``, after the block.

v3 hands the server's answer to each request to the callback, and returns it from ``create_objects``: a list with
``["result"]["errors"]`` in what failed. v4 collects what failed, and has it ready when the block ends.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

from ...inference.flow import TRIES
from ...inference.scopes import COMPREHENSIONS, FUNCTIONS
from ...inference.values import Ref
from ...records import record
from ..literal import constant
from ..objects.operands import is_none
from ..order import joined
from ..site import Site
from ..unit import Refusal

_NOTHING: Mapping[str, str] = {}
SWALLOWED = "v4 raises no exception where a batch fails: see `client.batch.failed_objects`"
_OTHER = "what becomes of the batch's errors can't be said in v4"
_PARTS = {"properties": "properties", "id": "uuid", "class": "collection"}  # of an object that failed
_MESSAGE = ["result", "errors", "error", 0, "message"]
_LOGS = {"print", "debug", "info", "warning", "warn", "error", "exception", "critical", "log"}


def told(site: Site, loop: ast.For, batch: ast.expr, references: bool, bound: Mapping[str, str] = _NOTHING) -> list[str]:
    """The lines that do with what failed as the loop over v3's results does; ``bound`` is what is written for names in it. Raises
    Refusal where it can't be said in v4."""
    if not isinstance(loop.target, ast.Name) or loop.orelse:
        raise Refusal(_OTHER)
    name = failure_name(site, batch)
    shown = site.module.source.segment(batch)
    failed = f"[*{shown}.failed_objects, *{shown}.failed_references]" if references else f"{shown}.failed_objects"
    lines = _Loop(site, loop, name, references, {loop.target.id: []}, bound).block(loop.body, False)
    return [f"for {name} in {failed}:", *(site.style.indent + line for line in lines or ["pass"])]


def failure_name(site: Site, batch: ast.expr) -> str:
    """What one of those that failed is called: the same in all of a function."""
    if "failed" not in site.module.names:
        return "failed"
    memo, key = site.planner.memo, f"failure {id(site.scope(batch))}"
    if not isinstance(found := memo.get(key), str):
        found = memo[key] = site.free_name("failure", batch)
    return found


@record()
class _Loop:
    """A loop over v3's results on its way to one over what failed."""

    site: Site
    loop: ast.For
    failed: str  # the new name
    references: bool
    known: dict[str, list[ast.expr]]  # the names for parts of a result, with the keys that lead there
    bound: Mapping[str, str]

    def block(self, statements: list[ast.stmt], certain: bool) -> list[str]:
        """The lines for statements; ``certain`` where v3 runs them for nothing but failures."""
        lines: list[str] = []
        for statement in statements:
            if isinstance(statement, ast.If):
                proof = self._holds(statement.test)
                skipped = _negated(statement.test)
                if proof is not None and not statement.orelse:
                    lines += self.block(statement.body, certain or proof)
                elif skipped is not None and _is_continue(statement) and (proof := self._holds(skipped)) is not None:
                    certain = certain or proof
                elif certain and self._holds(statement.test) is None:
                    if any(_values(self._path(part) or [])[:1] == ["result"] for part, _ in self._parts(statement.test)):
                        self.site.unit.doubt("the message of an error is looked into: where all objects fail v4 has another text")
                    lines += [f"if {self._text(statement.test, False)[0]}:", *self._indented(statement.body)]
                    lines += ["else:", *self._indented(statement.orelse)] if statement.orelse else []
                else:
                    raise Refusal(_OTHER)
            elif isinstance(statement, ast.For):
                keys = self._path(statement.iter)
                if keys is None or _values(keys) != _MESSAGE[:3] or statement.orelse:
                    raise Refusal(_OTHER)
                self._name(statement.target, [*keys, ast.Constant(0)])
                lines += self.block(statement.body, True)
            elif isinstance(statement, ast.Assign) and (keys := self._path(statement.value)) is not None:
                if len(statement.targets) != 1:
                    raise Refusal(_OTHER)
                self._name(statement.targets[0], keys)
            elif not isinstance(statement, ast.Pass):
                lines.append(self._statement(statement, certain))
        return lines

    def _indented(self, statements: list[ast.stmt]) -> list[str]:
        return [self.site.style.indent + line for line in self.block(statements, True) or ["pass"]]

    def _name(self, target: ast.expr, keys: list[ast.expr]) -> None:
        """Take a name for a part of a result. Raises Refusal where it is more than that."""
        inside = {n for n in ast.walk(self.loop) if isinstance(n, ast.Name)}
        if not isinstance(target, ast.Name) or target.id in self.known:
            raise Refusal(_OTHER)
        bindings = self.site.module.bindings_of(target)
        if len(bindings) != 1 or any(
            n not in inside and self.site.module.bindings_of(n) is bindings for n in self.site.module.names[target.id]
        ):
            raise Refusal(_OTHER)
        self.known[target.id] = keys

    def _statement(self, statement: ast.stmt, certain: bool) -> str:
        """A statement that tells, raises, counts or collects, with what failed in the place of v3's result."""
        logs = False
        if isinstance(statement, ast.Raise) and statement.cause is None and isinstance(statement.exc, ast.Call):
            self.site.unit.doubt("the exception is raised after the block: v4 has sent the rest of the batch by then")
            logs = True
        elif isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call):
            function = statement.value.func
            logs = (function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")) in _LOGS
        elif not isinstance(statement, ast.AugAssign):
            raise Refusal(_OTHER)
        text, proves = self._text(statement, logs)
        if not certain and not proves:
            raise Refusal("the batch's results are looked through for more than errors")
        return text

    def _text(self, node: ast.stmt | ast.expr, logs: bool) -> tuple[str, bool]:
        """The text of code in the loop, and whether it reads the errors. Raises Refusal where v4 has not what it reads."""
        text, start = self.site.module.source.segment(node), self.site.planner.text.span(node)[0]
        if "\n" in text:
            raise Refusal(_OTHER)
        proves = False
        for part, direct in reversed(list(self._parts(node))):
            _segment(self.site, part)
            low, high = self.site.planner.text.span(part)
            if text[high - start :].lstrip().startswith("=") and not text[high - start :].lstrip().startswith("=="):
                raise Refusal(_OTHER)  # ``f"{result=}"`` shows what it is called
            if isinstance(part, ast.Name) and part.id in self.bound:
                before, after, new = text[: low - start], text[high - start :], self._bound(part)
                plain = new[1:-1] if part in joined(self.site.module) and new[:1] in "'\"" else "{"
                if before.endswith("{") and after.startswith("}") and not set(plain) & set("{}\\\n"):  # a text in an f-string
                    before, after, new = before[:-1], after[1:], plain
                text = before + new + after
                continue
            keys = self._path(part) or []
            reads = isinstance(part, ast.Subscript) and not any(isinstance(n, ast.Call) for n in ast.walk(part))
            proves = proves or (reads and _values(keys)[:2] == _MESSAGE[:2])  # v3 raises KeyError for what has none
            text = text[: low - start] + self._failed(keys, logs, logs and direct) + text[high - start :]
        return text, proves

    def _bound(self, name: ast.Name) -> str:
        """What is written for a name; in an f-string with other quotes than that."""
        text, string = self.bound[name.id], joined(self.site.module).get(name)
        quote = self.site.module.source.segment(string).lstrip("rRfFbBuU")[:1] if string is not None else ""
        if not quote or quote not in text:
            return text
        if "\\" in text or "'" in text.strip(quote) or '"' in text.strip(quote):
            raise Refusal(_OTHER)
        return text.replace(quote, "'" if quote == '"' else '"')

    def _parts(self, node: ast.AST, parent: ast.AST | None = None) -> Iterator[tuple[ast.expr, bool]]:
        """The parts of results that code reads, in the order of the text; and whether each is only shown there."""
        if isinstance(node, ast.expr) and (self._path(node) is not None or (isinstance(node, ast.Name) and node.id in self.bound)):
            shown = isinstance(parent, ast.Call) or (isinstance(parent, ast.FormattedValue) and parent.conversion == -1)
            yield node, shown
            return
        if isinstance(node, ast.FormattedValue) and node.format_spec is not None and self._speaks(node):
            raise Refusal(_OTHER)
        if isinstance(node, (ast.Lambda, *COMPREHENSIONS)) and self._speaks(node):
            raise Refusal(_OTHER)
        for child in ast.iter_child_nodes(node):
            yield from self._parts(child, node)

    def _speaks(self, node: ast.AST) -> bool:
        return any(isinstance(n, ast.Name) and (n.id in self.known or n.id in self.bound) for n in ast.walk(node))

    def _path(self, node: ast.expr) -> list[ast.expr] | None:
        """The keys that lead from a result to a part of it: ``r["a"]["b"]``, or ``r.get("a", {})``."""
        if isinstance(node, ast.Name):
            return self.known.get(node.id)
        if isinstance(node, ast.Subscript):
            keys = self._path(node.value)
            return None if keys is None else [*keys, node.slice]
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "get":
            keys = self._path(node.func.value)
            if keys is not None and not node.keywords and node.args and constant(node.args[0]) in _MESSAGE:
                if all(is_none(default) or constant(default) in ([], {}, "") for default in node.args[1:]):
                    return [*keys, node.args[0]]
        return None

    def _failed(self, keys: list[ast.expr], logs: bool, shown: bool) -> str:
        """What v4 has for a part of a v3 result: ``result["result"]["errors"]`` and all in it is the message."""
        values = _values(keys)
        if not keys or values[0] == "result":
            if values != _MESSAGE:
                if not logs or values[1:2] not in ([], ["errors"]):
                    raise Refusal(_OTHER)
                self.site.unit.doubt("of an error v4 has the message")
            return f"{self.failed}.message"
        first = values[0]
        if not isinstance(first, str) or first not in _PARTS or self.references:
            raise Refusal(_OTHER)
        if first == "id" and not shown:
            return f"str({self.failed}.object_.uuid)"
        return f"{self.failed}.object_.{_PARTS[first]}" + "".join(f"[{_segment(self.site, key)}]" for key in keys[1:])

    def _holds(self, test: ast.expr) -> bool | None:
        """Whether a test that holds for all that failed holds for nothing else; None where it is another test."""
        if isinstance(test, ast.BoolOp) and isinstance(test.op, ast.And):
            found = [self._holds(value) for value in test.values]
            return None if None in found else any(found)
        keys = self._path(test)
        if isinstance(test, ast.Compare) and len(test.ops) == 1:
            operator, right = test.ops[0], test.comparators[0]
            keys = self._path(test.left)
            if isinstance(operator, ast.In):
                keys = self._path(right)
                keys = None if keys is None else [*keys, test.left]
            elif keys is not None and _values(keys) == ["result", "status"]:
                said = (type(operator), constant(right))
                return True if said in ((ast.Eq, "FAILED"), (ast.NotEq, "SUCCESS")) else None
            elif isinstance(operator, ast.NotEq) and constant(right) == {} and keys is not None and _values(keys) == ["result"]:
                self.site.unit.doubt("a result that is not empty is taken for an error, as it was for older servers")
                return True
            elif not isinstance(operator, (ast.IsNot, ast.NotEq)) or not is_none(right):
                return None
        if keys is None or _values(keys) != _MESSAGE[: len(keys)]:
            return None
        return len(keys) > 1


def _values(keys: list[ast.expr]) -> list[object]:
    return [constant(key) for key in keys]


def _negated(test: ast.expr) -> ast.expr | None:
    """The test that says the opposite of one that skips a result."""
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        return test.operand
    if isinstance(test, ast.Compare) and len(test.ops) == 1:
        opposite = {ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq}.get(type(test.ops[0]))
        return ast.Compare(test.left, [opposite()], test.comparators) if opposite is not None else None
    return None


def _is_continue(statement: ast.If) -> bool:
    return len(statement.body) == 1 and isinstance(statement.body[0], ast.Continue) and not statement.orelse


def _segment(site: Site, node: ast.expr) -> str:
    """The text of a node. Raises Refusal where its place is not told right: before Python 3.12 in some f-strings."""
    text = site.module.source.segment(node)
    try:
        if ast.dump(ast.parse(f"({text})", mode="eval").body) == ast.dump(node):
            return text
    except SyntaxError:
        pass
    raise Refusal(_OTHER)


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
