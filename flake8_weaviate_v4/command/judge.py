"""Which findings of a document are reported, and which fixes are made."""

from __future__ import annotations

from collections.abc import Iterable

from .files import Document
from .noqa import Noqa, without
from .selection import Selection

TYPE_CHECKING = False  # as in typing
if TYPE_CHECKING:
    from ..finding import Finding
    from ..rewrite.change import Fix
    from ..source import Source

UNUSED = "WV090"


def _is_looked_for(prefix: str) -> bool:
    """Whether all codes that start so are looked for in every run."""
    from .. import registry

    return not any(rule.optional for code, rule in registry.load().rules.items() if code.startswith(prefix))


class Judge:
    """Which findings of a document are reported, and which fixes are made: what is selected and has no ``noqa``.

    With ``unused`` a ``noqa`` of ours that silences nothing is a finding too.
    """

    def __init__(self, document: Document, selection: Selection, unused: bool = False) -> None:
        self._document, self._selection = document, selection
        self._unused = unused and UNUSED in selection
        self._source: Source | None = None
        self._noqa = Noqa("")

    def _noqa_of(self, source: Source) -> Noqa:
        if source is not self._source:
            self._source, self._noqa = source, Noqa(source.text)
        return self._noqa

    def _is_ours(self, source: Source, finding: Finding) -> bool:
        return finding.code in self._selection and not self._noqa_of(source).silences(finding)

    def reported(self, source: Source, findings: Iterable[Finding]) -> list[Finding]:
        """Those of the source's findings that are to be reported."""
        findings = list(findings)
        found = [finding for finding in findings if self._is_ours(source, finding)]
        if self._unused:
            from .. import registry
            from ..finding import Finding

            rule = registry.load().rules[UNUSED]
            for each in self._noqa_of(source).unused(findings, _is_looked_for):
                found.append(Finding(each.line, each.column, UNUSED, rule.message, rule.url, len(each.code)))
        return sorted(found)

    def tidied(self, source: Source, findings: list[Finding]) -> str:
        """The source's text without codes in a ``noqa`` that silence none of the findings, if that is wanted."""
        if not self._unused:
            return source.text
        return without(source.text, self._noqa_of(source).unused(findings, _is_looked_for))

    def wants(self, source: Source, fix: Fix) -> bool:
        """Whether a fix of the source may be made."""
        if not all(self._is_ours(source, finding) for finding in fix.findings):
            return False
        if not fix.findings and not self._selection.is_everything:
            return False
        if not self._document.has_cells:
            return True
        from ..rewrite.edits import Overlap, apply

        try:
            return self._document.keeps(apply(source.text, fix.edits))
        except Overlap:
            return False
