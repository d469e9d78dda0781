"""What a report tells of a run: how much is left and how much of it ``fix`` does, by area, folder and file."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from ..records import as_dict, field, record
from .diagnostic import Diagnostic
from .rules import AREAS
from .visible import part

SAFE, UNSAFE, HAND = "safe", "unsafe", "by hand"
# A finding that is left to people counts more: reading the call, its arguments and its result, writing the new one.
_WORK = {SAFE: 1, UNSAFE: 2, HAND: 5}


@record()
class Counts:
    """How many findings fixes mend safely, unsafely, and how many are left to people."""

    safe: int = 0
    unsafe: int = 0
    hand: int = 0

    def add(self, how: str) -> None:
        """Count one more."""
        name = "hand" if how == HAND else how
        setattr(self, name, getattr(self, name) + 1)

    @property
    def total(self) -> int:
        """All of them."""
        return self.safe + self.unsafe + self.hand

    @property
    def work(self) -> int:
        """A measure of the work: an unsafe fix to look at counts twice a safe one, a finding without a fix five times."""
        return self.safe * _WORK[SAFE] + self.unsafe * _WORK[UNSAFE] + self.hand * _WORK[HAND]


@record()
class Summary:
    """The counts of a run; ``history`` are totals by day and commit, oldest first."""

    total: Counts = field(default_factory=Counts)
    areas: dict[str, Counts] = field(default_factory=lambda: defaultdict(Counts))
    folders: dict[str, Counts] = field(default_factory=lambda: defaultdict(Counts))
    files: dict[str, Counts] = field(default_factory=lambda: defaultdict(Counts))
    codes: Counter[str] = field(default_factory=Counter)
    history: list[tuple[str, str, int]] = field(default_factory=list)


Gone = dict[tuple[str, str], int]  # path and code -> how many findings fixes took away


def how_fixed(found: Sequence[Diagnostic], safe: Gone, unsafe: Gone) -> list[str]:
    """Of each finding whether it is mended safely, unsafely, or by hand, as runs that fixed saw it.

    A finding may go with the fix of another (a link with its chain), so counts by file and code decide; of those, the ones
    that have a fix of their own come first.
    """
    hows = [HAND] * len(found)
    by_code: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, each in enumerate(found):
        by_code[each.path, each.code].append(number)
    rank = {SAFE: 0, UNSAFE: 1, HAND: 2}
    for key, numbers in by_code.items():
        numbers.sort(key=lambda number: rank[fix.applicability if (fix := found[number].fix) else HAND])
        mended, more = safe.get(key, 0), max(unsafe.get(key, 0), safe.get(key, 0))
        for place, number in enumerate(numbers):
            hows[number] = SAFE if place < mended else UNSAFE if place < more else HAND
    return hows


def summed_up(found: Iterable[Diagnostic], hows: Iterable[str], history: Sequence[tuple[str, str, int]] = ()) -> Summary:
    """The summary of some findings, and of how each is mended."""
    summary = Summary(history=list(history))
    for each, how in zip(found, hows, strict=True):
        folder = each.path.replace("\\", "/").rpartition("/")[0] or "."
        for counts in (summary.total, summary.areas[each.code[:3]], summary.folders[folder], summary.files[each.path]):
            counts.add(how)
        summary.codes[each.code] += 1
    return summary


def as_data(found: Sequence[Diagnostic], hows: Sequence[str], summary: Summary, title: str, version: str, day: str) -> dict[str, Any]:
    """All that the page shows, as JSON has it."""

    def rows(counts: dict[str, Counts], names: dict[str, str] | None = None) -> list[dict[str, Any]]:
        ranked = sorted(counts.items(), key=lambda item: (-item[1].work, item[0]))
        return [{"name": name, "title": (names or {}).get(name, ""), **as_dict(each), "work": each.work} for name, each in ranked]

    return {
        "title": title, "version": version, "day": day, "total": as_dict(summary.total), "areas": rows(dict(summary.areas), AREAS),
        "folders": rows(dict(summary.folders)), "files": rows(dict(summary.files)),
        "history": [{"day": day, "commit": commit, "count": count} for day, commit, count in summary.history],
        "findings": [
            {
                "path": each.path, "place": each.place.removeprefix(f"{each.path}:"), "code": each.code, "name": each.name,
                "message": each.message, "url": each.url, "how": how, "doubts": list(each.fix.doubts) if each.fix else [],
                "lines": [[line.row, line.mark if line.row != each.start.row else "!", part(line.text, each.start.column - 1 if line.row == each.start.row else 0)[0]] for line in each.lines],
                "diff": [[line.row, line.mark, line.text] for hunk in each.fix.lines for line in hunk] if each.fix else [],
            }
            for each, how in zip(found, hows, strict=True)
        ],
    }  # fmt: skip


def as_markdown(summary: Summary, title: str, most: int = 20) -> str:
    """A comment for a pull request: the totals, a table by area, and the files with the most work."""
    total = summary.total
    if not total.total:
        return f"### {_cell(title)}\n\nNo weaviate-client v3 code is left.\n"
    told = f"{total.safe} fixed by `fix`, {total.unsafe} more with `--unsafe-fixes`, {total.hand} to do by hand"
    lines = [
        f"### {_cell(title)}", "", f"**{total.total} finding{'s' * (total.total != 1)}** of weaviate-client v3 code: {told}.", "", "| area | findings | safe | unsafe | by hand |", "|---|---|---|---|---|",
    ]  # fmt: skip
    for area, counts in sorted(summary.areas.items()):
        lines.append(f"| {area} {AREAS[area]} | {counts.total} | {counts.safe} | {counts.unsafe} | {counts.hand} |")
    ranked = sorted(summary.files.items(), key=lambda item: (-item[1].work, item[0]))
    lines += ["", "<details><summary>Files by work</summary>", "", "| file | findings | safe | unsafe | by hand |", "|---|---|---|---|---|"]
    lines += [f"| `{_cell(path)}` | {each.total} | {each.safe} | {each.unsafe} | {each.hand} |" for path, each in ranked[:most]]
    if len(ranked) > most:
        lines.append(f"| {len(ranked) - most} more | {sum(each.total for _, each in ranked[most:])} | | | |")
    lines += ["", "</details>"]
    if len(summary.history) > 1:
        first, last = summary.history[0], summary.history[-1]
        lines += ["", f"From {first[2]} on {first[0]} to {last[2]} on {last[0]}."]
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    """A text that a table can hold and that is no markup."""
    for old, new in (("\\", "/"), ("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("|", "\\|"), ("`", "'"), ("\n", " "), ("\r", " ")):
        text = text.replace(old, new)
    return text
