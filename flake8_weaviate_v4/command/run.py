"""A run over many files: read, checked or fixed together, and written at the end.

All files are planned against the same tree and change together, so that it makes no difference which comes first: what a
file imports from another is what the other holds now. The next round plans against the tree as it will be then, until
nothing changes any more. Only then is anything written.
"""

from __future__ import annotations

import contextlib
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from .. import registry
from ..first_look import can_hold_v3, can_use_imported
from ..manifests.names import kind_of
from ..options import Options
from ..records import replace
from ..rewrite.edits import apply
from . import files, pool
from .comments import with_markers
from .files import Document, Unusable
from .judge import Judge
from .manifest import LineNoqa, ProjectFile
from .noqa import Noqa
from .notebooks import Notebook
from .outcome import Outcome
from .paths import Found, Problem
from .progress import Progress
from .selection import Selection

if TYPE_CHECKING:
    from ..check import Checker
    from ..finding import Finding
    from ..source import Source
    from .cache import Cache

_ROUNDS = 5
_CHUNK, _LARGE = 250, 24  # files that a process reads at a time, and how many times as many it takes to share them out
_FAULT = "a fault of flake8-weaviate-v4, please report it"


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Python's warnings of what it parses, such as an invalid escape, are not for us to tell."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


class Run:
    """One run. ``problems`` are files that could not be read, checked, fixed or written.

    ``jobs`` is how many processes to work in; 0 leaves it to what there is to do. ``cache`` is what ``check`` may take findings
    from that an earlier run has found.
    """

    def __init__(
        self, options: Options, selection: Selection, unsafe: bool = False, jobs: int = 1, quiet: bool = True, cache: Cache | None = None,
    ) -> None:  # fmt: skip
        self.options, self.selection, self.unsafe, self.jobs, self.quiet = options, selection, unsafe, jobs, quiet
        self.cache = cache
        self.outcomes: list[Outcome] = []
        self.looked_at: list[str] | None = None  # paths on disk of all files of the run, if somebody wants to know
        self.problems: list[Problem] = []
        self._late: list[Problem] = []  # of checking, which the processes that read have done already
        self._tree: dict[str, str] = {}  # the texts that files have now, where they are not those on disk
        self._pool: pool.Pool | None = None

    @cached_property
    def checker(self) -> Checker:
        """The engine: loaded when a file is worth it, which in most trees few are."""
        from ..check import Checker

        return Checker(self.options)

    # -- reading ------------------------------------------------------------------------------------------------------

    def read(self, found: Iterable[Found], check: bool = False) -> int:
        """Take in files; of those that can't hold v3 code nothing is kept. Returns how many there were.

        A large tree is read in several processes; with ``check`` they find at once what is to be reported.
        """
        progress = Progress("Reading", None, not self.quiet)
        chunks = _chunks(found)
        first = list(islice(chunks, _LARGE))
        count = pool.processes(self.jobs, _LARGE * _CHUNK, pool.WORTH_IT) if len(first) == _LARGE else 1
        if count < 2:
            for each in chain.from_iterable(chain(first, chunks)):
                self._take_in(each)
                progress.step()
        else:
            work = partial(_read, check, self.looked_at is not None)
            for outcomes, problems, late, looked_at, done in self._workers(count).each(work, chain(first, chunks)):
                self.outcomes += outcomes
                self.problems += problems
                self._late += late
                if self.looked_at is not None:
                    self.looked_at += looked_at
                progress.step(done)
        progress.end()
        return progress.done

    def _take_in(self, found: Found) -> None:
        try:
            self.take(found, files.read(found.real))
        except Unusable as error:
            self._problem(found, str(error))

    def take(self, found: Found, raw: bytes) -> None:
        """Take in the bytes of a file, if they are worth a look. Raises Unusable.

        What is given by name is always read; what was found in a folder only if it may have to do with Weaviate.
        """
        document = self._document(found, raw)
        if self.looked_at is not None and found.real:
            self.looked_at.append(found.real)
        if document is not None:
            self.outcomes.append(Outcome(document, document.text))

    def _document(self, found: Found, raw: bytes) -> Document | None:
        shape = raw.decode("latin-1")
        if kind_of(found.shown):
            return ProjectFile.of(found, raw) if "eaviate" in shape else None
        worth = can_hold_v3(shape) or can_use_imported(shape) or (self.options.unused_noqa and "WV" in shape)
        if worth or found.named:
            return (Notebook if found.shown.endswith(".ipynb") else Document).of(found, raw)
        return None

    def is_about(self, real: str, code: str) -> bool:
        """Whether the run would report a code in a file."""
        rule = registry.load().rules.get(code)
        return (rule is None or self.options.enabled(rule)) and code in self.selection.at(real)

    def _judge(self, outcome: Outcome) -> Judge:
        document = outcome.document
        return Judge(document, self.selection.at(document.found.real), self.options.unused_noqa)

    def _source(self, outcome: Outcome) -> Source:
        document = outcome.document
        from ..rewrite.fix import parsed

        file = Path(document.found.real) if document.found.real else None
        try:
            with _quiet():
                return parsed(outcome.text, document.path, file)
        except SyntaxError as error:
            place = document.place(outcome.text, error.lineno or 1, error.offset or 1).removeprefix(document.path)
            raise Unusable(f"can't be parsed: {error.msg} ({place.lstrip(':')})") from error
        except (ValueError, RecursionError, MemoryError) as error:
            raise Unusable(f"can't be parsed: {str(error) or 'it is nested too deeply'}") from error

    def _worthy(self, outcome: Outcome) -> Source | None:
        """The file as code; None where it can't have findings, which most files tell unparsed. Raises Unusable."""
        real, named = outcome.document.found.real, outcome.document.found.named
        worth = self.checker.is_worth_a_look(outcome.text, Path(real) if real else None)
        worth = worth or (self.options.unused_noqa and "WV" in outcome.text)
        source = self._source(outcome) if worth or named else None  # what was named and can't be parsed is told
        return source if worth else None

    def _problem(self, found: Found, why: str) -> None:
        self.problems.append(Problem(found.shown, why))

    # -- checking and fixing ------------------------------------------------------------------------------------------

    def check(self) -> None:
        """Find what is to be reported, and how much of it could be fixed."""
        self.problems += self._late
        for outcome in self.outcomes:
            self._recall(outcome)
        self._each("Checking", Run._check)
        if self.cache is not None:
            self.cache.prune()

    def _recall(self, outcome: Outcome) -> None:
        if self.cache is not None and not outcome.is_checked:
            outcome.is_checked = self.cache.load(outcome, self.selection.at(outcome.document.found.real))

    def _each(self, what: str, step: Step) -> None:
        """Take a step with each file, in as many processes as pay. The step changes nothing but the outcome that it gets."""
        todo = [outcome for outcome in self.outcomes if not outcome.failed and not outcome.is_checked]
        progress = Progress(what, len(todo), not self.quiet)
        count = pool.processes(self.jobs, len(todo), sum(len(outcome.text) for outcome in todo))
        if count < 2:
            for outcome in todo:
                self._guarded(outcome, step)
                progress.step()
        else:
            self._shared(count, step, todo, progress)
        progress.end()

    def _shared(self, count: int, step: Step, todo: list[Outcome], progress: Progress) -> None:
        done: list[Outcome] = []
        for outcomes, problems in self._workers(count).map(partial(_work, step, self._tree), todo):
            done += outcomes
            self.problems += problems
            progress.step(len(outcomes))
        changed = dict(zip(map(id, todo), done, strict=True))
        self.outcomes = [changed.get(id(outcome), outcome) for outcome in self.outcomes]

    def _workers(self, count: int) -> pool.Pool:
        self._pool = self._pool or pool.Pool(count, partial(Run, self.options, self.selection, self.unsafe, cache=self.cache))
        return self._pool

    def overlay(self, texts: Mapping[str, str]) -> None:
        """Files of the checkout, by path, whose text is not the one on disk, as in an editor."""
        self.checker.project.overlay(texts, alone=True)

    def find(self) -> None:
        """Find what is to be reported, without a thought of fixes: what an editor asks with each letter."""
        self._each("Checking", Run._find)

    def _find(self, outcome: Outcome) -> None:
        if isinstance(outcome.document, ProjectFile):
            self._check(outcome)
            return
        if (source := self._worthy(outcome)) is not None:
            outcome.before = outcome.after = self._judge(outcome).reported(source, self.checker.check(source))

    def close(self) -> None:
        """End the processes that the run has started."""
        if self._pool is not None:
            self._pool.close()

    def _check(self, outcome: Outcome) -> None:
        if self.cache is not None:
            self.cache.begin(None if isinstance(outcome.document, ProjectFile) else self.checker.project)
        if self._find_all(outcome) and self.cache is not None:
            self.cache.store(outcome, self.selection.at(outcome.document.found.real))

    def _find_all(self, outcome: Outcome) -> bool:
        """Find what is to be reported and what would mend it; whether the file was worth it, and nothing went wrong."""
        if isinstance(outcome.document, ProjectFile):
            outcome.before = outcome.after = self._read(outcome, outcome.document)
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
        except Exception:  # noqa: BLE001  # a fault in a rewrite hides no finding
            found, is_whole = self.checker.check(source), False
        outcome.before = outcome.after = judge.reported(source, found)
        return is_whole

    def fix(self, writes: bool, markers: bool = False) -> None:
        """Rewrite all texts until nothing changes. Nothing is written yet; ``writes`` tells whether it is to be.

        With ``markers`` a comment is left above each statement that findings are left in.
        """
        if writes:
            self._hold()
        for number in range(_ROUNDS):
            texts = [outcome.text for outcome in self.outcomes]
            self._each("Fixing", partial(Run._fix, first=not number))
            if len(texts) == 1 or texts == [outcome.text for outcome in self.outcomes]:
                break
            self._tree = {
                outcome.document.found.real: outcome.text for outcome in self.outcomes
                if (outcome.is_changed or outcome.document.found.real in self._tree) and type(outcome.document) is Document
            }  # fmt: skip
            self.checker.project.overlay(self._tree)
        for outcome in self.outcomes:
            if not outcome.failed and not isinstance(outcome.document, ProjectFile):
                if markers and not outcome.held:
                    self._guarded(outcome, Run._mark)
                if outcome.is_changed and not self.options.unclosed:
                    outcome.to_close = self._unclosed(outcome)

    def _unclosed(self, outcome: Outcome) -> list[Finding]:
        """The v4 clients in a file that nothing closes."""
        from ..check import Checker

        checker = Checker(replace(self.options, unclosed=True))
        with _quiet():
            found = checker.inspect(self._source(outcome)).findings
        return [finding for finding in found if finding.code == "WV150"]

    def _hold(self) -> None:
        """Take note of what may not be written."""
        for outcome in self.outcomes:
            if outcome.document.found.outside:
                outcome.held = "a link that leads out of the given paths"
            elif outcome.document.found.real and files.is_read_only(outcome.document.found.real):
                outcome.held = "read-only"

    def _read(self, outcome: Outcome, document: ProjectFile) -> list[Finding]:
        """The findings in a project file; takes note of the fixes."""
        found = document.inspect(outcome.text, self.options.target)
        selection, noqa = self.selection.at(document.found.real), LineNoqa(outcome.text)
        ours = [finding for finding in found if finding.code in selection and not noqa.silences(finding)]
        outcome.fixes = {finding: fix for finding in ours if (fix := found[finding]) is not None}
        return ours

    def _fix_project_file(self, outcome: Outcome, document: ProjectFile, first: bool) -> None:
        found = self._read(outcome, document)
        if first:
            outcome.before = found
        edits = {edit for fix in outcome.fixes.values() if self.unsafe or not fix.doubts for edit in fix.edits}
        outcome.held_back = bool(edits and outcome.held)
        if edits and not outcome.held:
            outcome.text = apply(outcome.text, edits)
            found = self._read(outcome, document)
        outcome.after = found

    def _fix(self, outcome: Outcome, *, first: bool) -> None:
        if isinstance(outcome.document, ProjectFile):
            self._fix_project_file(outcome, outcome.document, first)
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
        outcome.text, outcome.left, outcome.fixes = text, fixed.left, fixed.unsafe
        for fault in fixed.faults if first else ():
            self._problem(outcome.document.found, f"{fault}: {_FAULT}")
        outcome.after = judge.reported(source, fixed.after)

    def _mark(self, outcome: Outcome) -> None:
        text = with_markers(outcome.text, outcome.after)
        if text != outcome.text and outcome.document.keeps(text):
            outcome.text = text
            self._fix(outcome, first=False)  # changes nothing more, but all places are others now

    def add_noqa(self) -> None:
        """Give each finding that is reported a ``# noqa``; what no comment can silence is left."""
        self._hold()
        for outcome in self.outcomes:
            if not outcome.failed:
                self._guarded(outcome, Run._add_noqa)

    def _add_noqa(self, outcome: Outcome) -> None:
        if isinstance(outcome.document, ProjectFile):
            return  # where a comment can stand is another matter in each of them
        text = Noqa(outcome.text).silenced(outcome.reported)
        if text == outcome.text or not outcome.document.keeps(text):
            return
        if outcome.held:
            outcome.held_back = True
            return
        outcome.text = text
        source = self._source(outcome)
        outcome.after = self._judge(outcome).reported(source, self.checker.check(source))

    def _guarded(self, outcome: Outcome, step: Step) -> None:
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
            self._problem(found, f"{why}: {_FAULT}")
        outcome.failed = True
        if not outcome.before:
            with contextlib.suppress(Exception):  # at least say what there is to do
                source = self._source(outcome)
                outcome.before = self._judge(outcome).reported(source, self.checker.check(source))
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


Step = Callable[[Run, Outcome], None]


def _work(step: Step, tree: dict[str, str], run: Run, outcomes: Sequence[Outcome]) -> tuple[list[Outcome], list[Problem]]:
    """What one process does with its share of the files."""
    run.problems = []
    run.checker.project.overlay(tree)
    for outcome in outcomes:
        run._guarded(outcome, step)
    return list(outcomes), run.problems


def _chunks(found: Iterable[Found]) -> Iterator[list[Found]]:
    """Neighbours together: they import each other."""
    found = iter(found)
    while chunk := list(islice(found, _CHUNK)):
        yield chunk


def _read(
    check: bool, all_paths: bool, run: Run, found: Sequence[Found]
) -> tuple[list[Outcome], list[Problem], list[Problem], list[str], int]:
    """What one process does with a part of a large tree: what it read, problems of reading and of checking, and all paths."""
    run.problems, run.outcomes, run.looked_at = [], [], [] if all_paths else None
    for each in found:
        run._take_in(each)
    problems, run.problems = run.problems, []
    for outcome in run.outcomes if check else ():
        run._recall(outcome)
        if not outcome.is_checked:
            run._guarded(outcome, Run._check)
            outcome.is_checked = True
    return run.outcomes, problems, run.problems, run.looked_at or [], len(found)
