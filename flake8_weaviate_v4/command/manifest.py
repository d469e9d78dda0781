"""Project files in a run: read as text, found in by ``manifests``, fixed like code."""

from __future__ import annotations

import bisect
import re

from .. import registry
from ..lines import lines_of
from ..manifests.spot import Spot, Unreadable
from ..patterns import pattern
from ..records import record
from .files import Document, Unusable
from .paths import Found

TYPE_CHECKING = False  # as in typing
if TYPE_CHECKING:
    from ..finding import Finding
    from ..rewrite.change import Fix

_NOQA = pattern(r"# noqa(?::[\s]?(?P<codes>([A-Z]+[0-9]+(?:[,\s]+)?)+))?", re.IGNORECASE)  # as flake8 has it
_VARIABLE = pattern(r"\$(\w+)")


@record(eq=False)
class ProjectFile(Document):
    """A project file."""

    is_code = False

    @classmethod
    def of(cls, found: Found, raw: bytes) -> ProjectFile:
        """The file that these bytes are. Raises Unusable where they are no UTF-8."""
        try:
            return cls(found, raw, raw.decode("utf-8-sig"), "utf-8-sig" if raw.startswith(b"\xef\xbb\xbf") else "utf-8")
        except UnicodeDecodeError as error:
            line = raw.count(b"\n", 0, error.start) + 1
            raise Unusable(f"not UTF-8 (byte 0x{raw[error.start]:02x} in line {line})") from error

    def inspect(self, text: str, target: tuple[int, int]) -> dict[Finding, Fix | None]:
        """The findings of ``text``, the file's text then or now, with what would mend them. Raises Unusable."""
        from ..manifests.kinds import spots  # late: most runs meet no project file that speaks of Weaviate

        try:
            found = spots(self.path, text, target)
        except Unreadable as error:
            raise Unusable(f"can't be parsed: {error} ({error.line}:{error.column})") from error
        starts = [0]
        for line in lines_of(text):
            starts.append(starts[-1] + len(line))
        return dict(_finding(spot, starts) for spot in found)


def _finding(spot: Spot, starts: list[int]) -> tuple[Finding, Fix | None]:
    from ..finding import Finding  # late: like the readers
    from ..rewrite.change import Applicability, Fix

    row = bisect.bisect_right(starts, spot.start)
    end = min(spot.end, starts[row]) if row < len(starts) else spot.end
    rule = registry.load().rules[spot.code]
    message = _VARIABLE.sub(lambda name: spot.values[name[1]], rule.message)
    finding = Finding(row, spot.start - starts[row - 1], spot.code, message, rule.url, end - spot.start)
    if spot.edit is None:
        return finding, None
    return finding, Fix((spot.edit,), Applicability.UNSAFE, (spot.doubt,), (finding,))


class LineNoqa:
    """``# noqa`` in the line of a finding."""

    def __init__(self, text: str) -> None:
        self._lines = lines_of(text)

    def silences(self, finding: Finding) -> bool:
        """Whether a finding of this text is not to be reported."""
        match = _NOQA.search(self._lines[finding.line - 1])
        if match is None or not match["codes"]:
            return match is not None
        return any(finding.code.startswith(code) for code in re.split(r"[,\s]+", match["codes"].strip()) if code)
