"""A run over many files: read, checked or fixed together, and written at the end.

All files are planned against the same tree and change together, so that it makes no difference which comes first: what a
file imports from another is what the other holds now. The next round plans against the tree as it will be then, until
nothing changes any more. Only then is anything written.
"""

from __future__ import annotations

import contextlib
import warnings
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from ..check import Checker, Finding
from ..first_look import can_hold_v3, can_use_imported
from ..rewrite.edits import Overlap, apply
from ..rewrite.fix import Broken, fix, parsed
from ..rewrite.plan import Fix, Left, Planner
from ..rewrite.unit import Applicability
from ..source import Source
from . import files
from .files import Document, Unusable
from .noqa import Noqa
from .notebooks import Notebook
from .paths import Found, Problem
from .selection import Selection

_ROUNDS = 5
_FAULT = "a fault of flake8-weaviate-v4, please report it"


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Python's warnings of what it parses, such as an invalid escape, are not for us to tell."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


@dataclass(slots=True, eq=False)
class Outcome:
    """What becomes of one file: its text now, the findings before and after, and what was left and why.

    ``fixable`` are findings that a fix would mend (of a run that only checks), ``unsafe`` those that only an unsafe one
    would, with its doubts. ``to_close`` are v4 clients of a fixed file that nothing closes. ``held`` says why the file may not be written, ``held_back`` whether it would have been.
    """

    document: Document
    text: str
    before: list[Finding] = field(default_factory=list)
    after: list[Finding] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    fixable: set[Finding] = field(default_factory=set)
    unsafe: dict[Finding, tuple[str, ...]] = field(default_factory=dict)
    to_close: list[Finding] = field(default_factory=list)
    held: str = ""
    held_back: bool = False
    failed: bool = False

    @property
    def is_changed(self) -> bool:
        """Whether the file gets a new text."""
        return self.text != self.document.text

    @property
    def fixed(self) -> Counter[str]:
        """How many findings of each code are gone."""
        if not self.is_changed:
            return Counter()
        return Counter(f.code for f in self.before) - Counter(f.code for f in self.after)

    def undo(self) -> None:
        """The file stays as it is."""
        self.text, self.after = self.document.text, self.before
        self.left, self.unsafe = [], {}


class Run:
    """One run. ``problems`` are files that could not be read, checked, fixed or written."""

    def __init__(self, checker: Checker, selection: Selection, unsafe: bool = False) -> None:
        self.checker, self.selection, self.unsafe = checker, selection, unsafe
        self.outcomes: list[Outcome] = []
        self.problems: list[Problem] = []

    # -- reading ------------------------------------------------------------------------------------------------------

    def read(self, found: Iterable[Found]) -> None:
        """Take in files; of those that can't hold v3 code nothing is kept."""
        for each in found:
            try:
                self.take(each, files.read(each.real))
            except Unusable as error:
                self._problem(each, str(error))

    def take(self, found: Found, raw: bytes) -> Outcome | None:
        """Take in the bytes of a file, if they are worth a look. Raises Unusable.

        What is given by name is always read; what was found in a folder only if it may have to do with Weaviate.
        """
        shape = raw.decode("latin-1")
        worth = can_hold_v3(shape) or can_use_imported(shape)
        if not worth and not found.named:
            return None
        kind = Notebook if found.shown.endswith(".ipynb") else Document
        document = kind.of(found, raw)
        outcome = Outcome(document, document.text)
        if not self.checker.is_worth_a_look(self._source(outcome)):
            return None
        self.outcomes.append(outcome)
        return outcome

    def _source(self, outcome: Outcome) -> Source:
        document = outcome.document
        file = Path(document.found.real) if document.found.real else None
        try:
            with _quiet():
                return parsed(outcome.text, document.path, file)
        except SyntaxError as error:
            place = document.place(outcome.text, error.lineno or 1, error.offset or 1).removeprefix(document.path)
            raise Unusable(f"can't be parsed: {error.msg} ({place.lstrip(':')})") from error
        except (ValueError, RecursionError, MemoryError) as error:
            raise Unusable(f"can't be parsed: {error or 'it is nested too deeply'}") from error

    def _problem(self, found: Found, why: str) -> None:
        self.problems.append(Problem(found.shown, why))

    # -- checking and fixing ------------------------------------------------------------------------------------------

    def check(self) -> None:
        """Find what is to be reported, and how much of it could be fixed."""
        for outcome in self.outcomes:
            self._guarded(outcome, self._check)

    def _check(self, outcome: Outcome) -> None:
        source = self._source(outcome)
        judge = _Judge(outcome.document, self.selection)
        try:
            planner = Planner(self.checker, source)
            found = planner.inspection.findings
            for each in planner.fixes() if found else ():
                if not judge.wants(source, each):
                    continue
                if each.applicability == Applicability.SAFE:
                    outcome.fixable.update(each.findings)
                elif each.applicability == Applicability.UNSAFE:
                    outcome.unsafe.update(dict.fromkeys(each.findings, each.doubts))
        except Exception:  # noqa: BLE001  # a fault in a rewrite hides no finding
            found = self.checker.check(source)
        outcome.before = outcome.after = judge.reported(source, found)

    def fix(self, writes: bool) -> None:
        """Rewrite all texts until nothing changes. Nothing is written yet; ``writes`` tells whether it is to be."""
        for outcome in self.outcomes if writes else ():
            if outcome.document.found.outside:
                outcome.held = "a link that leads out of the given paths"
            elif outcome.document.found.real and files.is_read_only(outcome.document.found.real):
                outcome.held = "read-only"
        for number in range(_ROUNDS):
            texts = [outcome.text for outcome in self.outcomes]
            for outcome in self.outcomes:
                if not outcome.failed:
                    self._guarded(outcome, partial(self._fix, first=not number))
            if len(texts) == 1 or texts == [outcome.text for outcome in self.outcomes]:
                break
            tree = {o.document.found.real: o.text for o in self.outcomes if not isinstance(o.document, Notebook)}
            self.checker.project.overlay(tree)

        checker = Checker(replace(self.checker.options, unclosed=True))
        for outcome in self.outcomes if not self.checker.options.unclosed else ():
            if outcome.is_changed and not outcome.failed:
                with _quiet():
                    found = checker.inspect(self._source(outcome)).findings
                outcome.to_close = [finding for finding in found if finding.code == "WV150"]

    def _fix(self, outcome: Outcome, *, first: bool) -> None:
        source = self._source(outcome)
        judge = _Judge(outcome.document, self.selection)
        fixed = fix(self.checker, source, self.unsafe, judge.wants)
        before = judge.reported(source, fixed.before)
        if first:
            outcome.before = before
        if outcome.held and fixed.text != outcome.text:
            outcome.held_back, outcome.after = True, before
            return
        if fixed.text != outcome.text:
            source = parsed(fixed.text, source.path, source.file)
        outcome.text, outcome.left, outcome.unsafe = fixed.text, fixed.left, fixed.unsafe
        for fault in fixed.faults if first else ():
            self._problem(outcome.document.found, f"{fault}: {_FAULT}")
        outcome.after = judge.reported(source, fixed.after)

    def _guarded(self, outcome: Outcome, step: Callable[[Outcome], None]) -> None:
        """Do a step; where it fails, the file stays as it is and the others go on."""
        found = outcome.document.found
        try:
            with _quiet():
                step(outcome)
            return
        except Broken as error:
            self._problem(found, f"nothing written, {error}: {_FAULT}")
        except Unusable as error:
            self._problem(found, str(error))
        except Exception as error:  # noqa: BLE001  # one file's fault stops no run
            self._problem(found, f"could not be checked ({type(error).__name__}: {error}): {_FAULT}")
        outcome.failed = True
        if not outcome.before:
            with contextlib.suppress(Exception):  # at least say what there is to do
                source = self._source(outcome)
                outcome.before = _Judge(outcome.document, self.selection).reported(source, self.checker.check(source))
        outcome.undo()

    # -- writing ------------------------------------------------------------------------------------------------------

    def write(self) -> None:
        """Write what has changed, each file at once; what can't be written stays as it is."""
        ready: list[tuple[Outcome, bytes]] = []
        for outcome in self.outcomes:
            found = outcome.document.found
            if outcome.held_back:
                self._problem(found, f"not written: {outcome.held}")
            if outcome.is_changed and (data := self.data(outcome)) is not None:
                ready.append((outcome, data))
        for outcome, data in ready:
            try:
                files.write(outcome.document.found.real, outcome.document.raw, data)
            except Unusable as error:
                self._problem(outcome.document.found, str(error))
                outcome.undo()

    def data(self, outcome: Outcome) -> bytes | None:
        """The new bytes of a file; None, and the file stays as it is, where its encoding can't hold them."""
        try:
            return outcome.document.data(outcome.text)
        except Unusable as error:
            self._problem(outcome.document.found, str(error))
            outcome.undo()
            return None


class _Judge:
    """Which findings of a document are reported, and which fixes are made: what is selected and has no ``noqa``."""

    def __init__(self, document: Document, selection: Selection) -> None:
        self._document, self._selection = document, selection
        self._source: Source | None = None
        self._noqa = Noqa("")

    def _is_ours(self, source: Source, finding: Finding) -> bool:
        if source is not self._source:
            self._source, self._noqa = source, Noqa(source.text)
        return finding.code in self._selection and not self._noqa.silences(finding)

    def reported(self, source: Source, findings: Iterable[Finding]) -> list[Finding]:
        """Those of the source's findings that are to be reported."""
        return [finding for finding in findings if self._is_ours(source, finding)]

    def wants(self, source: Source, fix: Fix) -> bool:
        """Whether a fix of the source may be made."""
        if not all(self._is_ours(source, finding) for finding in fix.findings):
            return False
        if not fix.findings and not self._selection.is_everything:
            return False
        if not isinstance(self._document, Notebook):
            return True
        try:
            return self._document.keeps(apply(source.text, fix.edits))
        except Overlap:
            return False
