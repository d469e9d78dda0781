"""The baseline: findings that a team has put off, as counts by file and code, so that a run fails only on what is new.

Counts survive moved lines and edits elsewhere in a file. Where a file holds more of a code than its count, all of that code
in it are reported: which of them is the new one, no count can tell.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from .. import disk
from ..records import field, record
from .files import Unusable, write
from .paths import reason, shown
from .told import Wrong, counted

TYPE_CHECKING = False  # as in typing
if TYPE_CHECKING:
    from typing import Any

    from ..finding import Finding

_VERSION = 1
LARGEST = 100_000_000  # bytes

Counts = dict[str, dict[str, int]]  # file -> code -> how many


@record()
class Excess:
    """A code of which a file holds more than the baseline allows."""

    file: str
    code: str
    allowed: int
    found: int


@record()
class Baseline:
    """What a baseline file says. ``history`` holds its totals by day, oldest first, from which the burn-down is told."""

    path: str
    counts: Counts = field(default_factory=dict)
    history: list[tuple[str, int]] = field(default_factory=list)
    exceeded: list[Excess] = field(default_factory=list)
    held: int = 0
    seen: Counts = field(default_factory=dict)

    @property
    def total(self) -> int:
        """How many findings it holds."""
        return _total(self.counts)

    def key(self, real: str) -> str:
        """The name of a file in the baseline: relative to it, with ``/``."""
        return os.path.relpath(real, os.path.dirname(os.path.abspath(self.path))).replace(os.sep, "/")

    def reported(self, real: str, findings: list[Finding]) -> list[Finding]:
        """Those of a file's findings that the baseline does not hold. Takes note of what it saw."""
        key = self.key(real)
        found = Counter(finding.code for finding in findings)
        self.seen[key] = dict(found)
        allowed = self.counts.get(key, {})
        more = {code for code, count in found.items() if count > allowed.get(code, 0)}
        self.exceeded += [Excess(key, code, allowed[code], found[code]) for code in sorted(more) if code in allowed]
        self.held += sum(count for code, count in found.items() if code not in more)
        return [finding for finding in findings if finding.code in more]

    def gone(self, looked_at: Iterable[str], is_about: Callable[[str, str], bool]) -> Counts:
        """What the baseline holds and the run did not find any more, in the files (by path) that it looked at or that are gone.

        ``is_about`` tells of a path and a code whether the run would have reported it: of others it knows nothing.
        """
        looked = {self.key(real): real for real in looked_at}
        top = os.path.dirname(os.path.abspath(self.path))
        spare: Counts = {}
        for key, codes in self.counts.items():
            if key not in looked and os.path.exists(os.path.join(top, key)):
                continue
            now = self.seen.get(key, {})
            less = {
                code: count - now.get(code, 0) for code, count in codes.items()
                if count > now.get(code, 0) and (key not in looked or is_about(looked[key], code))
            }  # fmt: skip
            if less:
                spare[key] = less
        return spare

    def add(self, spare: Counts) -> None:
        """Hold everything that the run found and nothing that is gone; files and codes that it did not look at stay as they are."""
        self.prune(spare)
        for key, codes in self.seen.items():
            self.counts[key] = self.counts.get(key, {}) | codes

    def prune(self, spare: Counts) -> None:
        """Take out what is gone."""
        for key, codes in spare.items():
            for code, less in codes.items():
                self.counts[key][code] -= less

    def write(self) -> None:
        """Write the file, at once. Raises Wrong."""
        self.counts = {key: left for key, codes in self.counts.items() if (left := {c: n for c, n in codes.items() if n > 0})}
        total = self.total
        if not self.history or self.history[-1][1] != total:
            self.history.append((today(), total))
        data = {
            "version": _VERSION,
            "findings": {key: dict(sorted(codes.items())) for key, codes in sorted(self.counts.items())},
            "history": [{"date": day, "findings": count} for day, count in self.history],
        }
        text = json.dumps(data, indent=2, ensure_ascii=False) + "\n"
        try:
            write(self.path, None, text.encode("utf-8", "surrogateescape"))
        except Unusable as error:
            raise Wrong(f"{shown(os.path.abspath(self.path))}: {error}") from error

    def told(self, spare: Counts, added: bool = False, pruned: bool = False) -> list[str]:
        """What the run has to say of the baseline."""
        name = shown(os.path.abspath(self.path))
        if added:
            return [f"{name} holds {counted(self.total)} now."]
        lines = [
            f"{each.file}: {each.found} x {each.code}, where {name} allows {each.allowed}: all are reported"
            for each in self.exceeded
        ]
        if self.held:
            lines.append(f"{counted(self.held)} not reported, because {name} holds {'it' if self.held == 1 else 'them'}.")
        if less := _total(spare):
            lines.append(
                f"{name}: {counted(less)} less, {counted(self.total)} left." if pruned
                else f"{counted(less)} of {name} gone: take {'it' if less == 1 else 'them'} out with --prune-baseline."
            )  # fmt: skip
        return lines

    def report(self) -> list[str]:
        """The burn-down: what was held on each day that changed it, and what of that the run still found, by area too."""
        held, left = Counter[str](), Counter[str]()
        for key, codes in self.counts.items():
            for code, count in codes.items():
                held[code[:3]] += count
                left[code[:3]] += min(count, self.seen.get(key, {}).get(code, 0))
        days = [*self.history, ("now", left.total())]
        most, wide = max(count for _, count in days), max(len(str(count)) for _, count in days)
        lines = ["Baseline burn-down:"]
        lines += [f"  {day:10}  {count:{wide}}  {'#' * round(40 * count / (most or 1))}".rstrip() for day, count in days]
        return lines + [f"  {area}: {left[area]} of {count} left" for area, count in sorted(held.items())]


def today() -> str:
    """The day, as it stands in a history."""
    from datetime import date  # late: few runs write a baseline

    return date.today().isoformat()


def _total(counts: Mapping[str, Mapping[str, int]]) -> int:
    return sum(sum(codes.values()) for codes in counts.values())


def read(path: str, missing_ok: bool = False) -> Baseline:
    """The baseline in a file. Raises Wrong where it can't be read or is none."""
    name = shown(os.path.abspath(path))
    try:
        raw = disk.read(path, LARGEST)
    except FileNotFoundError as error:
        if missing_ok:
            return Baseline(path)
        raise Wrong(f"{name}: {reason(error)}") from error
    except (OSError, ValueError) as error:
        raise Wrong(f"{name}: {reason(error)}") from error
    try:
        data = json.loads(raw.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise Wrong(f"{name}: no baseline: {error}") from error
    try:
        return Baseline(path, *_parsed(data))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise Wrong(f"{name}: no baseline of version {_VERSION}; write a new one with --add-baseline") from error


def _parsed(data: Any) -> tuple[Counts, list[tuple[str, int]]]:
    """Raises KeyError, TypeError, ValueError or AttributeError for what is no baseline."""
    if data["version"] != _VERSION:
        raise ValueError(data["version"])
    counts = {str(key): {str(code): _count(n) for code, n in codes.items()} for key, codes in data["findings"].items()}
    return counts, [(str(entry["date"]), _count(entry["findings"])) for entry in data.get("history", [])]



def _count(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise ValueError(value)
    return value
