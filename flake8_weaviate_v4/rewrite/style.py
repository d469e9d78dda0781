"""How a file is written: its quotes, width and indentation, which new code follows."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Collection, Iterable

from ..inference.scopes import FORMATTED
from ..patterns import pattern
from ..records import record
from ..source import Source

_NARROW, _WIDE = 88, 120
_STRING = pattern(r"(?<![\w\"'])[rbfuRBFU]{0,2}(\"\"\"|'''|\"|')")


@record(frozen=True)
class Style:
    """``width`` in characters, ``quote`` for new strings, ``indent`` of one level."""

    width: int = _NARROW
    quote: str = '"'
    indent: str = "    "

    @classmethod
    def of(cls, source: Source, nodes: Collection[ast.AST]) -> Style:
        """What most of a file with these nodes does: Black's where it says nothing."""
        lines = source.lines
        quotes = Counter(match[1] for line in lines for match in _STRING.finditer(line) if len(match[1]) == 1)
        texts = [n for n in nodes if isinstance(n, (ast.Constant, FORMATTED)) and n.end_lineno != n.lineno]
        inside = {line for text in texts for line in range(text.lineno, text.end_lineno or text.lineno)}  # 0-based
        lines = [line for number, line in enumerate(lines) if number not in inside]
        code = sorted(len(line.rstrip()) for line in lines if line.strip() and not line.lstrip().startswith("#"))
        wide = sum(_NARROW < size <= _WIDE for size in code) * 20 > len(code)
        quote = "'" if quotes["'"] > quotes['"'] else '"'
        return cls(_WIDE if wide else _NARROW, quote, _indent(source, nodes, lines))

    def string(self, text: str) -> str:
        """A string literal."""
        shown = repr(text)
        if shown[0] == self.quote or self.quote in text or "\\" in shown:
            return shown
        return f"{self.quote}{shown[1:-1]}{self.quote}"

    def interpolated(self, node: ast.JoinedStr) -> str:
        """An f-string that Python before 3.12 reads too: its quotes are not among those inside the braces."""
        inside = {part: ast.unparse(ast.JoinedStr([part]))[2:-1] for part in node.values if not isinstance(part, ast.Constant)}
        within = "".join(inside.values())
        quote = next((q for q in (self.quote, '"', "'") if q not in within), None)
        if quote is None:
            return ast.unparse(node)
        parts = (inside[p] if p in inside else _literal(str(getattr(p, "value", "")), quote) for p in node.values)
        return f"f{quote}{''.join(parts)}{quote}"


def _literal(text: str, quote: str) -> str:
    """A text as it stands between these quotes of an f-string."""
    escaped = repr(f'"{text}')[2:-1]  # between single quotes, as there is a double one
    if quote == '"':
        escaped = escaped.replace("\\'", "'").replace('"', '\\"')
    return escaped.replace("{", "{{").replace("}", "}}")


def _indent(source: Source, nodes: Iterable[ast.AST], lines: list[str]) -> str:
    """One level: that of the blocks, else that of what stands in brackets."""
    if blocks := _blocks(source, nodes):
        return blocks.most_common(1)[0][0]
    indents = Counter(line[: len(line) - len(line.lstrip())] for line in lines if line[:1] in " \t" and line.strip())
    one = min((i for i in indents if i in ("\t", "  ", "    ")), key=len, default="    ")
    return "    " if one == "  " and indents["  "] * 20 < indents["    "] else one  # odd lines


def _blocks(source: Source, nodes: Iterable[ast.AST]) -> Counter[str]:
    """By how much the blocks of the file are indented."""
    found: Counter[str] = Counter()
    for node in nodes:
        body = getattr(node, "body", None)
        if not isinstance(body, list) or not isinstance(node, (ast.stmt, ast.ExceptHandler)) or body[0].lineno == node.lineno:
            continue
        outer, inner = (source.lines[n.lineno - 1][: n.col_offset] for n in (node, body[0]))
        if inner.startswith(outer) and not outer.strip() and not inner.strip() and inner != outer:
            found[inner.removeprefix(outer)] += 1
    return found
