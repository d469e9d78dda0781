"""Unified diffs. ``difflib`` alone takes the square of a file's length; long files are taken apart first at the lines that stand once in both."""

from __future__ import annotations

import difflib
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

_LONG = 5000  # lines of both together
_AROUND = 3  # lines


def unified(old: Sequence[bytes], new: Sequence[bytes], label: bytes) -> Iterator[bytes]:
    """The lines of a unified diff, with their ends: no end where the file has none."""
    if len(old) + len(new) < _LONG:
        yield from difflib.diff_bytes(difflib.unified_diff, old, new, label, label)
        return
    yield from (b"--- " + label + b"\n", b"+++ " + label + b"\n")
    for group in _Apart(None, old, new).get_grouped_opcodes(_AROUND):
        first, last = group[0], group[-1]
        yield f"@@ -{_range(first[1], last[2])} +{_range(first[3], last[4])} @@\n".encode()
        for tag, start, end, new_start, new_end in group:
            if tag == "equal":
                yield from (b" " + line for line in old[start:end])
                continue
            yield from (b"-" + line for line in old[start:end])
            yield from (b"+" + line for line in new[new_start:new_end])


def _range(start: int, end: int) -> str:
    """Lines as a diff counts them."""
    if end - start == 1:
        return str(start + 1)
    return f"{start + (end > start)},{end - start}"


class _Apart(difflib.SequenceMatcher[bytes]):
    """Compares what is between the lines that stand once in both, where these come in the same order."""

    a: Sequence[bytes]  # the old lines
    b: Sequence[bytes]  # the new ones

    def get_matching_blocks(self) -> list[difflib.Match]:
        """Where both are the same, in order, with an empty block at the end."""
        blocks: list[difflib.Match] = []
        low, new_low = 0, 0
        for place, new_place in [*_once_in_both(self.a, self.b), (len(self.a), len(self.b))]:
            inner = difflib.SequenceMatcher(None, self.a[low:place], self.b[new_low:new_place]).get_matching_blocks()
            found = [difflib.Match(low + each.a, new_low + each.b, each.size) for each in inner if each.size]
            if place < len(self.a):
                found.append(difflib.Match(place, new_place, 1))
            for each in found:
                if blocks and blocks[-1].a + blocks[-1].size == each.a and blocks[-1].b + blocks[-1].size == each.b:
                    each = difflib.Match(blocks[-1].a, blocks[-1].b, blocks.pop().size + each.size)
                blocks.append(each)
            low, new_low = place + 1, new_place + 1
        return [*blocks, difflib.Match(len(self.a), len(self.b), 0)]


def _once_in_both(old: Sequence[bytes], new: Sequence[bytes]) -> list[tuple[int, int]]:
    """The places of lines that stand once in both: as many as come in the same order."""
    counts, new_counts = Counter(old), Counter(new)
    places = {line: place for place, line in enumerate(new)}
    pairs = [(place, places[line]) for place, line in enumerate(old) if counts[line] == 1 and new_counts[line] == 1]
    ends: list[int] = []  # the least end of an increasing row of each length
    last: list[int] = []  # the pair that has it
    before: list[int] = []
    for number, (_, new_place) in enumerate(pairs):
        length = bisect_left(ends, new_place)
        ends[length:length + 1] = [new_place]
        before.append(last[length - 1] if length else -1)
        last[length:length + 1] = [number]
    row, number = [], last[-1] if last else -1
    while number >= 0:
        row.append(pairs[number])
        number = before[number]
    return row[::-1]
