"""``# noqa`` as flake8 reads it: with its own code, so that both always agree."""

from __future__ import annotations

import re
import tokenize
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

from ..lines import lines_of
from ..patterns import pattern
from ..records import record
from ..rewrite.edits import Edit, apply
from .comments import tokens_of

TYPE_CHECKING = False  # as in typing
if TYPE_CHECKING:
    from ..finding import Finding

_CODES = pattern(r"[A-Za-z]+[0-9]+")
_OURS = pattern(r"WV\d+")


@record(frozen=True)
class Unused:
    """A code of ours in a ``# noqa`` that silences nothing: its 1-based ``line`` and 0-based ``column``, and the edit that
    takes it out."""

    line: int
    column: int
    code: str
    edit: Edit


class Noqa:
    """The ``noqa`` comments of one text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._any = "noqa" in text.lower()

    @cached_property
    def _flake8(self) -> tuple[object, bool]:
        from argparse import Namespace

        from flake8.defaults import NOQA_FILE  # late: few files have such a comment
        from flake8.processor import FileProcessor

        options = Namespace(
            disable_noqa=False, hang_closing=False, indent_size=4, max_doc_length=None, max_line_length=79, verbose=0
        )
        text = self._text.replace("\r\n", "\n").replace("\r", "\n")
        processor = FileProcessor("-", options, lines_of(text))
        # as its `should_ignore_file`, which also looks within lines to warn, in the square of their length
        return processor, any(NOQA_FILE.match(line) for line in processor.lines)

    def silences(self, finding: Finding) -> bool:
        """Whether a finding of this text is not to be reported."""
        if not self._any:
            return False
        from flake8.violation import Violation

        processor, whole_file = self._flake8
        line = processor.noqa_line_for(finding.line) or ""  # type: ignore[attr-defined]
        violation = Violation(finding.code, "-", finding.line, finding.column + 1, finding.message, line)
        return whole_file or bool(violation.is_inline_ignored(False))

    def row(self, line: int) -> int:
        """The line at whose end flake8 looks for the ``noqa`` of a finding: itself, or the end of a string that it begins."""
        return self._ranges.get(line, (line, line))[1]

    # -- comments that are to be written ------------------------------------------------------------------------------

    @cached_property
    def _lines(self) -> list[str]:
        return lines_of(self._text)

    @cached_property
    def _ranges(self) -> dict[int, tuple[int, int]]:
        """Line -> first and last of the lines among which flake8 looks for a ``noqa`` of it: those of one long string."""
        found: dict[int, tuple[int, int]] = {}
        first = 0
        for token in tokens_of(self._text):
            if token.type in (tokenize.ENDMARKER, tokenize.DEDENT):
                continue
            first = first or token.start[0]
            if token.type in (tokenize.NL, tokenize.NEWLINE):
                last = token.start[0]
                found.update(dict.fromkeys(range(first, last + 1), (first, last)))
                first = 0
        return found

    def silenced(self, findings: Iterable[Finding]) -> str:
        """The text with a ``# noqa`` for each finding, in the comment that its line already has if there is one.

        Where a string in front of it holds the word too, which flake8 takes for the comment, nothing helps: ``silences``
        tells of the new text.
        """
        codes: dict[int, dict[str, None]] = defaultdict(dict)
        for finding in findings:
            if not self.silences(finding):
                codes[self.row(finding.line)][finding.code] = None
        lines = list(self._lines)
        for number, wanted in codes.items():
            lines[number - 1] = self._with_codes(number, lines[number - 1], list(wanted))
        return "".join(lines)

    def _with_codes(self, number: int, line: str, codes: list[str]) -> str:
        body = line.rstrip("\r\n")
        comment = self._comments.get(number)
        if comment is not None and (match := _inline().search(body, comment.start[1])) and match["codes"]:
            known = _CODES.findall(match["codes"])
            space = " " if body[match.start("codes") - 1].isspace() else ""
            new = f"{body[: match.start('codes')].rstrip()}{space}{','.join([*known, *codes])}"
            rest = body[match.start("codes") + len(match["codes"].rstrip(", \t")) :]
            return new + rest + line[len(body) :]
        return f"{body.rstrip()}  # noqa: {','.join(codes)}{line[len(body) :]}"

    @cached_property
    def _comments(self) -> dict[int, tokenize.TokenInfo]:
        """The comments by line, as far as the text speaks of ``noqa`` at all."""
        if not self._any:
            return {}
        return {token.start[0]: token for token in tokens_of(self._text) if token.type == tokenize.COMMENT}

    # -- comments that have outlived their finding --------------------------------------------------------------------

    def unused(self, findings: Iterable[Finding], judged: Callable[[str], bool]) -> Iterator[Unused]:
        """The codes of ours that silence none of ``findings`` (those of the text, silenced or not).

        ``judged`` tells whether a prefix of codes was checked at all: of what was not, nothing can be said.
        """
        at: dict[tuple[int, int], set[str]] = defaultdict(set)
        for finding in findings:
            at[self._ranges.get(finding.line, (finding.line, finding.line))].add(finding.code)
        start = 0
        for number, line in enumerate(self._lines, 1):
            if (comment := self._comments.get(number)) is not None:
                match = _inline().search(line, comment.start[1])
                if match is not None and match["codes"]:
                    present = at[self._ranges.get(number, (number, number))]
                    yield from _unused_in(match, number, start, present, judged)
            start += len(line)


def _unused_in(
    match: re.Match[str], number: int, start: int, present: set[str], judged: Callable[[str], bool]
) -> Iterator[Unused]:
    """The unused codes in a ``# noqa`` of the line that begins at character ``start``."""
    line = match.string
    codes = list(_CODES.finditer(line, match.start("codes"), match.end("codes")))
    stale = [
        each for each in codes
        if _OURS.fullmatch(each[0]) and judged(each[0]) and not any(code.startswith(each[0]) for code in present)
    ]  # fmt: skip
    if not stale:
        return
    first, last = codes[0].start(), codes[-1].end()
    kept = [each[0] for each in codes if each not in stale]
    if kept:
        edit = Edit(start + first, start + last, (", " if ", " in match["codes"] else ",").join(kept))
    elif line[last:].strip():  # words behind it stay
        rest = line[last:].lstrip()
        edit = Edit(start + match.start(), start + len(line) - len(rest), "" if rest.startswith("#") else "# ")
    else:
        edit = Edit(start + len(line[: match.start()].rstrip()), start + len(line.rstrip("\r\n")), "")
    for each in stale:
        yield Unused(number, each.start(), each[0], edit)


def _inline() -> re.Pattern[str]:
    from flake8.defaults import NOQA_INLINE_REGEXP

    return NOQA_INLINE_REGEXP  # type: ignore[no-any-return]


def without(text: str, unused: Iterable[Unused]) -> str:
    """The text without these codes."""
    return apply(text, {each.edit for each in unused})
