"""A run over many files: read, checked or fixed together, and written at the end.

All files are planned against the same tree and change together, so that it makes no difference which comes first: what a
file imports from another is what the other holds now. The next round plans against the tree as it will be then, until
nothing changes any more. Only then is anything written.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain, islice

from ..options import Options
from . import files, pool, sieve
from .files import Document, Unusable
from .outcome import Outcome
from .paths import Found, Problem
from .progress import Progress
from .selection import Selection
from .worker import FAULT, Step, Taken, Worker

_ROUNDS = 5
_CHUNK, _LARGE = 250, 24  # files that a process reads at a time, and how many times as many it takes to share them out


class Run:
    """One run. ``problems`` are files that could not be read, checked, fixed or written.

    ``jobs`` is how many processes to work in; 0 leaves it to what there is to do.
    """

    def __init__(self, options: Options, selection: Selection, unsafe: bool = False, jobs: int = 1, quiet: bool = True) -> None:
        self.options, self.selection, self.jobs, self.quiet = options, selection, jobs, quiet
        self.worker = Worker(options, selection, unsafe)
        self.outcomes: list[Outcome] = []
        self.looked_at: list[str] | None = None  # paths on disk of all files of the run, if somebody wants to know
        self.problems: list[Problem] = []
        self._late: list[Problem] = []  # of checking, which the processes that read have done already
        self._tree: dict[str, str] = {}  # the texts that files have now, where they are not those on disk
        self._together: frozenset[str] | None = None  # the files that are fixed
        self._pool: pool.Pool | None = None

    # -- reading ------------------------------------------------------------------------------------------------------

    def read(self, found: Iterable[Found], check: bool = False) -> int:
        """Take in files; of those that can't hold v3 code nothing is kept. Returns how many there were.

        A large tree is read in several processes; with ``check`` they find at once what is to be reported.
        """
        progress = Progress("Reading", None, not self.quiet)
        chunks = _chunks(found)
        first = list(islice(chunks, _LARGE))
        count = pool.processes(self.jobs, _LARGE * _CHUNK, pool.WORTH_IT) if len(first) == _LARGE else 1
        all_paths = self.looked_at is not None
        taken: Iterator[Taken]
        if count < 2:
            few = list(chain.from_iterable(first))
            if len(few) >= sieve.WORTH_IT and sieve.is_possible() and pool.processes(self.jobs, len(few), pool.WORTH_IT) > 1:
                taken = self._sieved(few, all_paths)
            else:
                taken = (self.worker.read([each], all_paths=all_paths) for each in chain(few, chain.from_iterable(chunks)))
        else:
            work = partial(Worker.read, check=check, all_paths=all_paths)
            taken = self._workers(count).each(work, chain(first, chunks))
        for outcomes, problems, late, looked_at, done in taken:
            self.outcomes += outcomes
            self.problems += problems
            self._late += late
            if self.looked_at is not None:
                self.looked_at += looked_at
            progress.step(done)
        progress.end()
        return progress.done

    def _sieved(self, found: list[Found], all_paths: bool) -> Iterator[Taken]:
        """Read files while another process looks which of the others are worth it: every second, as large files lie together."""
        other = sieve.Sieve(found[1::2], self.worker.passes)
        taken = [self.worker.read([each], all_paths=all_paths) for each in found[::2]]
        passed = {2 * place + 1 for place in other.passed()}
        for place, each in enumerate(found):
            if not place % 2:
                yield taken[place // 2]
            elif place in passed:
                yield self.worker.read([each], all_paths=all_paths)
            else:
                yield Taken([], [], [], [each.real], 1)

    def take(self, found: Found, raw: bytes) -> None:
        """Take in the bytes of a file, if they are worth a look. Raises Unusable."""
        outcome = self.worker.taken(found, raw)
        if self.looked_at is not None and found.real:
            self.looked_at.append(found.real)
        if outcome is not None:
            self.outcomes.append(outcome)

    def is_about(self, real: str, code: str) -> bool:
        """Whether the run would report a code in a file."""
        from .. import registry

        rule = registry.load().rules.get(code)
        return (rule is None or self.options.enabled(rule)) and code in self.selection.at(real)

    # -- checking and fixing ------------------------------------------------------------------------------------------

    def check(self) -> None:
        """Find what is to be reported, and how much of it could be fixed."""
        self.problems += self._late
        for outcome in self.outcomes:
            self.worker.recall(outcome)
        self._each("Checking", Worker.check)
        if self.worker.cache is not None:
            self.worker.cache.prune()

    def find(self) -> None:
        """Find what is to be reported, without a thought of fixes: what an editor asks with each letter."""
        self._each("Checking", Worker.find)

    def overlay(self, texts: Mapping[str, str]) -> None:
        """Files of the checkout, by path, whose text is not the one on disk, as in an editor."""
        self.worker.checker.project.checkout.overlay(texts, alone=True)

    def _each(self, what: str, step: Step) -> None:
        """Take a step with each file, in as many processes as pay."""
        todo = [outcome for outcome in self.outcomes if not outcome.failed and not outcome.is_checked]
        progress = Progress(what, len(todo), not self.quiet)
        count = pool.processes(self.jobs, len(todo), sum(len(outcome.text) for outcome in todo))
        if count < 2:
            for outcome in todo:
                self.worker.guarded(outcome, step)
                progress.step()
            self.problems += self.worker.told()
        else:
            self._shared(count, step, todo, progress)
        progress.end()

    def _shared(self, count: int, step: Step, todo: list[Outcome], progress: Progress) -> None:
        done: list[Outcome] = []
        for outcomes, problems in self._workers(count).map(partial(_work, step, self._tree, self._together), todo):
            done += outcomes
            self.problems += problems
            progress.step(len(outcomes))
        changed = dict(zip(map(id, todo), done, strict=True))
        self.outcomes = [changed.get(id(outcome), outcome) for outcome in self.outcomes]

    def _workers(self, count: int) -> pool.Pool:
        worker = self.worker
        self._pool = self._pool or pool.Pool(count, partial(Worker, worker.options, worker.selection, worker.unsafe, worker.cache))
        return self._pool

    def close(self) -> None:
        """End the processes that the run has started."""
        if self._pool is not None:
            self._pool.close()

    def fix(self, writes: bool, markers: bool = False) -> None:
        """Rewrite all texts until nothing changes. Nothing is written yet; ``writes`` tells whether it is to be.

        With ``markers`` a comment is left above each statement that findings are left in.
        """
        if writes:
            self._hold()
        self._together = frozenset(outcome.document.found.real for outcome in self.outcomes if not outcome.held)
        self.worker.checker.project.checkout.together = self._together
        for number in range(_ROUNDS):
            texts = [outcome.text for outcome in self.outcomes]
            self._each("Fixing", partial(Worker.fix, first=not number))
            if len(texts) == 1 or texts == [outcome.text for outcome in self.outcomes]:
                break
            self._tree = {
                outcome.document.found.real: outcome.text for outcome in self.outcomes
                if (outcome.is_changed or outcome.document.found.real in self._tree) and type(outcome.document) is Document
            }  # fmt: skip
            self.worker.checker.project.checkout.overlay(self._tree)
        for outcome in self.outcomes:
            if not outcome.failed and outcome.document.is_code:
                if markers and not outcome.held:
                    self.worker.guarded(outcome, Worker.mark)
                if outcome.is_changed and not self.options.unclosed:
                    outcome.to_close = self.worker.unclosed(outcome)
            for fault in outcome.faults:
                self._problem(outcome.document.found, f"{fault}: {FAULT}")
        self.problems += self.worker.told()

    def add_noqa(self) -> None:
        """Give each finding that is reported a ``# noqa``; what no comment can silence is left."""
        self._hold()
        for outcome in self.outcomes:
            if not outcome.failed:
                self.worker.guarded(outcome, Worker.add_noqa)
        self.problems += self.worker.told()

    def _hold(self) -> None:
        """Take note of what may not be written."""
        for outcome in self.outcomes:
            if outcome.document.found.outside:
                outcome.held = "a link that leads out of the given paths"
            elif outcome.document.found.real and files.is_read_only(outcome.document.found.real):
                outcome.held = "read-only"

    # -- writing ------------------------------------------------------------------------------------------------------

    def write(self) -> None:
        """Write what has changed, each file at once; what can't be written stays as it is."""
        for folder in {os.path.dirname(outcome.document.found.real) for outcome in self.outcomes}:
            files.sweep(folder)
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

    def _problem(self, found: Found, why: str) -> None:
        self.problems.append(Problem(found.shown, why))


def _work(
    step: Step, tree: dict[str, str], together: frozenset[str] | None, worker: Worker, outcomes: Sequence[Outcome]
) -> tuple[list[Outcome], list[Problem]]:
    """What one process does with its share of the files."""
    worker.checker.project.checkout.overlay(tree)
    worker.checker.project.checkout.together = together
    for outcome in outcomes:
        worker.guarded(outcome, step)
    return list(outcomes), worker.told()


def _chunks(found: Iterable[Found]) -> Iterator[list[Found]]:
    """Neighbours together: they import each other."""
    found = iter(found)
    while chunk := list(islice(found, _CHUNK)):
        yield chunk
