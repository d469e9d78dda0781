"""``# noqa`` as flake8 reads it: with its own code, so that both always agree."""

from __future__ import annotations

import argparse
from functools import cached_property

from ..check import Finding
from ..rewrite.text import lines_of


class Noqa:
    """The ``noqa`` comments of one text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._any = "noqa" in text.lower()

    @cached_property
    def _flake8(self) -> tuple[object, bool]:
        from flake8.processor import FileProcessor  # late: few files have such a comment

        options = argparse.Namespace(
            disable_noqa=False, hang_closing=False, indent_size=4, max_doc_length=None, max_line_length=79, verbose=0
        )
        text = self._text.replace("\r\n", "\n").replace("\r", "\n")
        processor = FileProcessor("-", options, lines_of(text))
        return processor, processor.should_ignore_file()

    def silences(self, finding: Finding) -> bool:
        """Whether a finding of this text is not to be reported."""
        if not self._any:
            return False
        from flake8.violation import Violation

        processor, whole_file = self._flake8
        line = processor.noqa_line_for(finding.line) or ""  # type: ignore[attr-defined]
        violation = Violation(finding.code, "-", finding.line, finding.column + 1, finding.message, line)
        return whole_file or bool(violation.is_inline_ignored(False))
