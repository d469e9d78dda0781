"""Comments in the code, and those that ``fix --markers`` leaves: ``# TODO(weaviate-v4)`` for what is to be done by hand."""

from __future__ import annotations

import io
import tokenize
from collections import defaultdict
from collections.abc import Iterable

from ..lines import lines_of
from ..patterns import pattern

TYPE_CHECKING = False  # as in typing
if TYPE_CHECKING:
    from ..finding import Finding

_MARKER = pattern(r"[ \t\f]*# TODO\(weaviate-v4\): WV\d{3} ")


def with_markers(text: str, findings: Iterable[Finding]) -> str:
    """The text with a marker above each statement that findings stand in: one a code. Markers of earlier runs are gone
    where there is nothing to do any more. ``findings`` are those of ``text``."""
    lines = lines_of(text)
    starts, comments = _statements(text)
    wanted: dict[int, dict[str, Finding]] = defaultdict(dict)
    for finding in findings:
        wanted[starts.get(finding.line, finding.line)].setdefault(finding.code, finding)
    out = []
    for number, line in enumerate(lines, 1):
        if number in comments and _MARKER.match(line):
            continue
        body = line.lstrip(" \t\f")
        for code, finding in wanted.get(number, {}).items():
            end = line[len(line.rstrip("\r\n")) :] or "\n"
            link = f" {finding.url}" if finding.url else ""
            indent = line[: len(line) - len(body)].replace("\f", "")
            out.append(f"{indent}# TODO(weaviate-v4): {code} {finding.message}{link}{end}")
        out.append(line)
    return "".join(out)


def _statements(text: str) -> tuple[dict[int, int], set[int]]:
    """The first line of the statement that each line is a part of, and the lines that are nothing but a comment."""
    starts: dict[int, int] = {}
    comments: set[int] = set()
    first = 0
    for token in tokens_of(text):
        if token.type == tokenize.COMMENT and not token.line[: token.start[1]].strip():
            comments.add(token.start[0])
        if token.type in (tokenize.COMMENT, tokenize.NL, tokenize.INDENT, tokenize.DEDENT, tokenize.ENCODING):
            continue
        first = first or token.start[0]
        if token.type in (tokenize.NEWLINE, tokenize.ENDMARKER):
            starts.update(dict.fromkeys(range(first, token.end[0] + 1), first))
            first = 0
    return starts, comments


def tokens_of(text: str) -> list[tokenize.TokenInfo]:
    """The tokens of a text that parses; none where Python's tokenizer, stricter than its parser, gives up."""
    try:
        return list(tokenize.generate_tokens(io.StringIO(text, newline=None).readline))  # it knows no lone "\r"
    except (tokenize.TokenError, SyntaxError):
        return []
