"""What is done with one file: it is read, checked, fixed or marked; each process of a run has a worker of its own."""

from __future__ import annotations

import contextlib
import warnings
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from ..first_look import can_hold_v3, can_use_imported
from ..manifests.names import kind_of
from ..options import Options
from ..records import NamedTuple, replace
from . import files
from .files import Document, Unusable
from .outcome import Outcome
from .paths import Found, Problem
from .selection import Selection

TYPE_CHECKING = False  # as in typing
if TYPE_CHECKING:
    from typing import Any

    from ..check import Checker
    from ..finding import Finding
    from ..reparse import Reparser
    from ..source import Source
    from .cache import Cache
    from .judge import Judge
    from .manifest import ProjectFile

FAULT = "a fault of flake8-weaviate-v4, please report it"


class Taken(NamedTuple):
    """What was read of ``done`` files: those worth a look, problems of reading and of checking, and the paths on disk of all."""

    outcomes: list[Outcome]
    problems: list[Problem]
    late: list[Problem]
    looked_at: list[str]
    done: int


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Python's warnings of what it parses, such as an invalid escape, are not for us to tell."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


class Worker:
    """Takes steps with one file after the other; a step changes nothing but the outcome that it gets.

    ``cache`` is what ``check`` may take findings from that an earlier run has found. ``reparser`` is that of an editor, where the
    same text comes again and again, a little changed.
    """

    def __init__(self, options: Options, selection: Selection, unsafe: bool = False, cache: Cache | None = None) -> None:
        self.options, self.selection, self.unsafe, self.cache = options, selection, unsafe, cache
        self.reparser: Reparser | None = None
        self._problems: list[Problem] = []

    @cached_property
    def checker(self) -> Checker:
        """The engine: loaded when a file is worth it, which in most trees few are."""
        from ..check import Checker

        return Checker(self.options)

    def told(self) -> list[Problem]:
        """The problems since it was last asked."""
        problems, self._problems = self._problems, []
        return problems

    def _problem(self, found: Found, why: str) -> None:
        self._problems.append(Problem(found.shown, why))

    # -- reading ------------------------------------------------------------------------------------------------------

    def read(self, found: Sequence[Found], check: bool = False, all_paths: bool = False) -> Taken:
        """Take in files, and with ``check`` find what is to be reported in them; ``all_paths`` are of interest only to some."""
        outcomes: list[Outcome] = []
        looked_at: list[str] = []
        for each in found:
            try:
                outcome = self.taken(each, files.read(each))
            except Unusable as error:
                self._problem(each, str(error))
                continue
            if all_paths and each.real:
                looked_at.append(each.real)
            if outcome is not None:
                outcomes.append(outcome)
        problems = self.told()
        for outcome in outcomes if check else ():
            self.recall(outcome)
            if not outcome.is_checked:
                self.guarded(outcome, Worker.check)
                outcome.is_checked = True
        return Taken(outcomes, problems, self.told(), looked_at, len(found))

    def taken(self, found: Found, raw: bytes) -> Outcome | None:
        """What is to become of a file with these bytes; None if it is not worth a look. Raises Unusable.

        What is given by name is always read; what was found in a folder only if it may have to do with Weaviate.
        """
        document = self._document(found, raw)
        return None if document is None else Outcome(document, document.text)

    def passes(self, found: Found) -> bool:
        """Whether ``read`` would take a file in, or tell why it can't."""
        try:
            return self._is_worth_it(found, files.read(found))
        except Unusable:
            return True

    def _is_worth_it(self, found: Found, raw: bytes) -> bool:
        shape = raw.decode("latin-1")
        if kind_of(found.shown):
            return "eaviate" in shape
        return can_hold_v3(shape) or can_use_imported(shape) or (self.options.unused_noqa and "WV" in shape) or found.named

    def _document(self, found: Found, raw: bytes) -> Document | None:
        if not self._is_worth_it(found, raw):
            return None
        if kind_of(found.shown):
            from .manifest import ProjectFile  # late, like all that most files of a tree have no need of

            return ProjectFile.of(found, raw)
        if found.shown.endswith(".ipynb"):
            from .notebooks import Notebook

            return Notebook.of(found, raw)
        return Document.of(found, raw)

    def _judge(self, outcome: Outcome) -> Judge:
        from .judge import Judge

        document = outcome.document
        return Judge(document, self.selection.at(document.found.real), self.options.unused_noqa)

    def _source(self, outcome: Outcome) -> Source:
        document = outcome.document
        from ..rewrite.fix import parsed

        try:
            with _quiet():
                tree = self.reparser.parse(outcome.text) if self.reparser is not None else None
                return parsed(outcome.text, document.path, document.found.real or None, tree)
        except SyntaxError as error:
            place = document.place(outcome.text, error.lineno or 1, error.offset or 1).removeprefix(document.path)
            raise Unusable(f"can't be parsed: {error.msg} ({place.lstrip(':')})") from error
        except (ValueError, RecursionError, MemoryError) as error:
            raise Unusable(f"can't be parsed: {str(error) or 'it is nested too deeply'}") from error

    def _worthy(self, outcome: Outcome) -> Source | None:
        """The file as code; None where it can't have findings, which most files tell unparsed. Raises Unusable."""
        real, named = outcome.document.found.real, outcome.document.found.named
        worth = self.checker.is_worth_a_look(outcome.text, real or None)
        worth = worth or (self.options.unused_noqa and "WV" in outcome.text)
        source = self._source(outcome) if worth or named else None  # what was named and can't be parsed is told
        return source if worth else None

    # -- checking -----------------------------------------------------------------------------------------------------

    def recall(self, outcome: Outcome) -> None:
        """Fill in what an earlier run has found in a file."""
        if self.cache is not None and not outcome.is_checked:
            outcome.is_checked = self.cache.load(outcome, self.selection.at(outcome.document.found.real))

    def find(self, outcome: Outcome) -> None:
        """Find what is to be reported in a file, and no fixes."""
        if not outcome.document.is_code:
            self.check(outcome)
            return
        if (source := self._worthy(outcome)) is not None:
            outcome.before = outcome.after = self._judge(outcome).reported(source, self.checker.check(source))

    def check(self, outcome: Outcome) -> None:
        """Find what is to be reported in a file, and how much of it could be fixed."""
        if self.cache is not None:
            self.cache.begin(self.checker.project if outcome.document.is_code else None)
        if self._find_all(outcome) and self.cache is not None:
            self.cache.store(outcome, self.selection.at(outcome.document.found.real))

    def _find_all(self, outcome: Outcome) -> bool:
        """Find what is to be reported and what would mend it; whether the file was worth it, and nothing went wrong."""
        if (project_file := _as_project_file(outcome.document)) is not None:
            outcome.before = outcome.after = self._read(outcome, project_file)
            return True
        if (source := self._worthy(outcome)) is None:
            return False
        from ..rewrite.change import Applicability
        from ..rewrite.fix import step
        from ..rewrite.plan import Planner

        judge = self._judge(outcome)
        try:
            planner = Planner(self.checker, source)
            found = planner.inspection.findings
            for each in step(planner, False, judge.wants, quick=True).fixes if found else ():
                for finding in each.findings if each.applicability >= Applicability.UNSAFE else ():
                    known = outcome.fixes.get(finding)  # where there are several, the surest one
                    if known is None or known.applicability < each.applicability:
                        outcome.fixes[finding] = each
            is_whole = not planner.faults
        except Exception as error:  # noqa: BLE001  # a fault in a rewrite hides no finding
            found, is_whole = self.checker.check(source), False
            if not isinstance(error, (RecursionError, MemoryError)):  # no fault of ours: code can be deeper than any stack
                self._problem(outcome.document.found, f"its fixes are not known ({type(error).__name__}: {error}): {FAULT}")
        outcome.before = outcome.after = judge.reported(source, found)
        return is_whole

    def _read(self, outcome: Outcome, document: ProjectFile) -> list[Finding]:
        """The findings in a project file; takes note of the fixes."""
        found = document.inspect(outcome.text, self.options.target)
        from .manifest import LineNoqa

        selection, noqa = self.selection.at(document.found.real), LineNoqa(outcome.text)
        ours = [finding for finding in found if finding.code in selection and not noqa.silences(finding)]
        outcome.fixes = {finding: fix for finding in ours if (fix := found[finding]) is not None}
        return ours

    # -- changing -----------------------------------------------------------------------------------------------------

    def fix(self, outcome: Outcome, *, first: bool) -> None:
        """Rewrite a file once; ``first`` says that it is the file as it was found."""
        if (project_file := _as_project_file(outcome.document)) is not None:
            self._fix_project_file(outcome, project_file, first)
            return
        if (source := self._worthy(outcome)) is None:
            return
        from ..rewrite.fix import fix, parsed

        judge = self._judge(outcome)
        fixed = fix(self.checker, source, self.unsafe, judge.wants)
        before = judge.reported(source, fixed.before)
        if first:
            outcome.before = before
        text = judge.tidied(parsed(fixed.text, source.path, source.file), fixed.after)
        if outcome.held and text != outcome.text:
            outcome.held_back, outcome.after = True, before
            return
        if text != outcome.text:
            source = parsed(text, source.path, source.file)
        outcome.text, outcome.left, outcome.fixes, outcome.faults = text, fixed.left, fixed.unsafe, fixed.faults
        outcome.after = judge.reported(source, fixed.after)

    def _fix_project_file(self, outcome: Outcome, document: ProjectFile, first: bool) -> None:
        found = self._read(outcome, document)
        if first:
            outcome.before = found
        edits = {edit for fix in outcome.fixes.values() if self.unsafe or not fix.doubts for edit in fix.edits}
        outcome.held_back = bool(edits and outcome.held)
        if edits and not outcome.held:
            from ..rewrite.edits import apply

            outcome.text = apply(outcome.text, edits)
            found = self._read(outcome, document)
        outcome.after = found

    def mark(self, outcome: Outcome) -> None:
        """Leave a comment above each statement that findings are left in."""
        from .comments import with_markers

        text = with_markers(outcome.text, outcome.after)
        if text != outcome.text and outcome.document.keeps(text):
            outcome.text = text
            self.fix(outcome, first=False)  # changes nothing more, but all places are others now

    def unclosed(self, outcome: Outcome) -> list[Finding]:
        """The v4 clients in a file that nothing closes."""
        from ..check import Checker

        checker = Checker(replace(self.options, unclosed=True))
        with _quiet():
            found = checker.inspect(self._source(outcome)).findings
        return [finding for finding in found if finding.code == "WV150"]

    def add_noqa(self, outcome: Outcome) -> None:
        """Give each finding in a file that is reported a ``# noqa``."""
        if not outcome.document.is_code:
            return  # where a comment can stand is another matter in each of them
        from .noqa import Noqa

        text = Noqa(outcome.text).silenced(outcome.reported)
        if text == outcome.text or not outcome.document.keeps(text):
            return
        if outcome.held:
            outcome.held_back = True
            return
        outcome.text = text
        source = self._source(outcome)
        outcome.after = self._judge(outcome).reported(source, self.checker.check(source))

    def guarded(self, outcome: Outcome, step: Step) -> None:
        """Do a step; where it fails, the file stays as it is and the others go on."""
        found = outcome.document.found
        try:
            with _quiet():
                step(self, outcome)
            return
        except Unusable as error:
            self._problem(found, str(error))
        except (RecursionError, MemoryError) as error:  # no fault of ours: code can be deeper than any stack
            why = "it is nested too deeply" if isinstance(error, RecursionError) else "there is not enough memory"
            self._problem(found, f"could not be checked: {why}")
        except Exception as error:  # noqa: BLE001  # one file's fault stops no run
            from ..rewrite.fix import Broken

            broken = isinstance(error, Broken)
            why = f"nothing written, {error}" if broken else f"could not be checked ({type(error).__name__}: {error})"
            self._problem(found, f"{why}: {FAULT}")
        outcome.failed = True
        if not outcome.before:
            with contextlib.suppress(Exception):  # at least say what there is to do
                source = self._source(outcome)
                outcome.before = self._judge(outcome).reported(source, self.checker.check(source))
        outcome.undo()


def _as_project_file(document: Document) -> ProjectFile | None:
    """The document if it is a project file: few runs meet one, so its class is not imported to ask."""
    found: Any = None if document.is_code else document
    return found  # type: ignore[no-any-return]


Step = Callable[[Worker, Outcome], None]
