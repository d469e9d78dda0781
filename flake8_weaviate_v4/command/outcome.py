"""What becomes of one file of a run."""

from __future__ import annotations

from collections import Counter

from ..records import field, record

TYPE_CHECKING = False  # as in typing
if TYPE_CHECKING:
    from ..finding import Finding
    from ..rewrite.change import Fix, Left
    from .files import Document


@record(eq=False)
class Outcome:
    """What becomes of one file: its text now, the findings before and after, and what was left and why.

    ``put_off`` are findings that are not reported because a baseline holds them.
    ``fixes`` are those of ``text`` by what they mend: of a run that fixes, what only unsafe ones would. ``to_close`` are v4 clients
    of a fixed file that nothing closes, ``faults`` of ours fixes that were not made. ``held`` says why the file may not be written, ``held_back`` whether it would have been.
    ``is_checked`` says that the findings are there: from an earlier run, or because the process that read the file has found them.
    """

    document: Document
    text: str
    before: list[Finding] = field(default_factory=list)
    after: list[Finding] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    fixes: dict[Finding, Fix] = field(default_factory=dict)
    to_close: list[Finding] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    put_off: set[Finding] = field(default_factory=set)
    held: str = ""
    held_back: bool = False
    failed: bool = False
    is_checked: bool = False

    @property
    def is_changed(self) -> bool:
        """Whether the file gets a new text."""
        return self.text != self.document.text

    @property
    def reported(self) -> list[Finding]:
        """The findings that are left, without those that are put off."""
        return [finding for finding in self.after if finding not in self.put_off] if self.put_off else self.after

    @property
    def fixed(self) -> Counter[str]:
        """How many findings of each code are gone."""
        if not self.is_changed:
            return Counter()
        return Counter(f.code for f in self.before) - Counter(f.code for f in self.after)

    def undo(self) -> None:
        """The file stays as it is."""
        self.text, self.after = self.document.text, self.before
        self.left, self.fixes = [], {}
