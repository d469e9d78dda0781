"""Statements that get a block around them (``with client.batch.dynamic() as batch:``), or lose the one they stand in."""

from __future__ import annotations

import ast
import bisect
import io
import tokenize
from collections.abc import Callable, Iterable

from ..patterns import pattern
from ..records import record
from .code import Code
from .edits import Edit, apply
from .text import Text, frozen
from .unit import Refusal

_ELSE = pattern(r"\belse\b(?=\s*:)")
_COLON = pattern(r"\s*,?[\s)]*:")


@record(frozen=True, eq=False)
class Wrap:
    """Put the statements ``first`` to ``last`` of one block into a new one that begins with ``head``; ``tail`` comes behind."""

    first: ast.stmt
    last: ast.stmt
    head: Code
    tail: list[str]


def reshaped(
    text: Text, edits: list[Edit], wraps: Iterable[Wrap], unwrapped: Iterable[ast.With | ast.If], lay: Callable[[Code, str], str], one: str
) -> list[Edit]:  # fmt: skip
    """The edits, with what they leave of the statements indented by ``one`` level more, or less.

    ``lay`` writes code for a line with an indentation. Raises Refusal where lines are shared with other statements.
    """
    todo = [(*_lines(text, wrap.first, wrap.last), wrap) for wrap in wraps]
    todo += [(*_lines(text, statement, statement), statement) for statement in unwrapped]  # type: ignore[misc]
    edits = sorted(edits)
    for start, end, block in sorted(todo, key=lambda each: (each[1] - each[0])):  # inner ones first
        behind = end if text.source.text[end - 1] == "\n" else end + 1  # what comes behind a last line without an end
        low, high = (bisect.bisect_left(edits, place, key=lambda each: each.start) for place in (start, behind))
        inner = [_cut(text, e, end) for e in edits[low:high]]
        if any(e.end > end for e in inner) or (low and edits[low - 1].end > start):
            raise Refusal("a change reaches over the edge of the block")
        indent = text.indent_of(start)
        if isinstance(block, Wrap):
            body = apply(text.source.text[start:end], [Edit(e.start - start, e.end - start, e.text) for e in inner])
            if not _says_something(body):
                raise Refusal("nothing would be left in the block")
            body = body.lstrip("\r\n")  # of what was taken out
            step = _step(text, block.first) or one
            new = f"{indent}{lay(block.head, indent)}:\n{_shifted(body, indent, indent + step)}"
            if block.tail:
                new = "\n".join([new.rstrip("\n"), *(indent + line for line in block.tail), ""])
        else:
            new = _freed(text, block, start, end, inner)
        edits[low:high] = [Edit(start, end, new)]
    return edits


def heads(block: ast.With | ast.If) -> list[ast.expr]:
    """The expressions in the head of a block."""
    if isinstance(block, ast.If):
        return [block.test]
    return [e for item in block.items for e in (item.context_expr, item.optional_vars) if e is not None]


def reworded(text: Text, block: ast.If, head: str, other: str) -> list[Edit]:
    """Write ``head`` for the ``if ...`` of a block, or take its line out where that is empty, and ``other`` for its ``else``."""
    start, end = text.span(block)[0], text.span(block.test)[1]
    colon = _COLON.match(text.source.text, end)
    if colon is None or not text.is_alone(block) or text.within(start, colon.end() if head else text.starts[text.line_of(colon.end())]):
        raise Refusal("the head of the block can't be written anew")
    line, edits = text.line_of(start), []
    if head:
        comments = []
        while not (above := text.source.lines[line - 2].strip()) or above.startswith("#"):
            comments += [above] * bool(above)
            line -= 1
        edits.append(Edit(text.starts[line - 1], colon.end() - 1, text.indent_of(start) + head))
        body = text.span(block.body[0])[0]
        inner = text.indent_of(body) if text.is_alone(block.body[0]) else ""
        edits.append(Edit(body, body, "".join(f"{comment}\n{inner}" for comment in reversed(comments))))
    else:
        edits.append(Edit(text.starts[line - 1], text.starts[text.line_of(colon.end())], ""))
        if not other:
            below = text.line_of(text.span(block)[1])
            while below < len(text.source.lines) and not text.source.lines[below].strip():
                below += 1
            return [*edits, Edit(text.starts[text.line_of(text.span(block)[1])], text.starts[below], "")]
        low, high = text.span(block.body[-1])[1], text.span(block.orelse[0])[0]
        found = [m for m in _ELSE.finditer(text.source.text, low, high) if not any(c.start <= m.start() < c.start + len(c.text) for c in text.within(low, high))]
        if len(found) != 1:
            raise Refusal("the `else` of the block can't be found")
        edits.append(Edit(found[0].start(), found[0].end(), other))
    return edits


def _cut(text: Text, edit: Edit, end: int) -> Edit:
    """An edit that takes out blank lines behind a block as well, without these."""
    if edit.text or not edit.start < end < edit.end or text.source.text[end : edit.end].strip():
        return edit
    return Edit(edit.start, end, "")


def _lines(text: Text, first: ast.stmt, last: ast.stmt) -> tuple[int, int]:
    """The characters of whole lines."""
    if not text.is_alone(first) or not text.is_alone(last):
        raise Refusal("it shares its line with another statement")
    line = min([first.lineno, *(d.lineno for d in getattr(first, "decorator_list", ()))])
    return text.starts[line - 1], text.starts[last.end_lineno or last.lineno]


def _freed(text: Text, block: ast.With | ast.If, start: int, end: int, inner: list[Edit]) -> str:
    """The body of a ``with`` or ``if`` without it; a comment on its line stays."""
    _, place = text.span(heads(block)[-1])
    match = _COLON.match(text.source.text, place)
    if match is None or text.line_of(match.end()) >= block.body[0].lineno:
        raise Refusal("the block can't be taken apart")
    begin = text.starts[text.line_of(match.end())]
    comments = [c.text for c in text.within(start, begin)]
    inner = [e for e in inner if e.start >= begin]
    body = apply(text.source.text[begin:end], [Edit(e.start - begin, e.end - begin, e.text) for e in inner])
    indent = text.indent_of(start)
    lines = [f"{indent}{comment}\n" for comment in comments]
    return "".join(lines) + _shifted(body, text.indent_of(text.span(block.body[0])[0]), indent)


def _step(text: Text, statement: ast.stmt) -> str:
    """How much deeper the block of a statement stands; empty where it has none."""
    body = getattr(statement, "body", None)
    if not isinstance(body, list) or not body or not text.is_alone(body[0]):
        return ""
    outer, inner = (text.indent_of(text.span(s)[0]) for s in (statement, body[0]))
    return inner.removeprefix(outer) if inner.startswith(outer) else ""


def _says_something(body: str) -> bool:
    return any(line.strip() and not line.strip().startswith("#") for line in body.splitlines())


def _shifted(body: str, old: str, new: str) -> str:
    """The lines with the indentation ``new`` in the place of ``old``, but for those that begin inside a string.

    Where it is deeper, so are the lines that don't begin with the old one."""
    try:
        held = frozen(tokenize.generate_tokens(io.StringIO(body).readline))
    except (tokenize.TokenError, IndentationError, SyntaxError) as error:
        raise Refusal("the block can't be indented") from error
    lines = body.split("\n")
    for number, whole in enumerate(lines, 1):
        cut = whole.rfind("\f", 0, len(whole) - len(whole.lstrip(" \t\f"))) + 1  # after a form feed Python counts anew
        line = whole[cut:]
        if number not in held and line.strip() and (line.startswith(old) or new.startswith(old)):
            lines[number - 1] = whole[:cut] + (new + line[len(old) :] if line.startswith(old) else new[len(old) :] + line)
    return "\n".join(lines)
