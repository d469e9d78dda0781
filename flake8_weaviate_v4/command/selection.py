"""Which codes a run is about: ``--select``, ``--ignore`` and ``--extend-select``, as in flake8 and ruff."""

from __future__ import annotations

from collections.abc import Iterable

from ..records import record, replace
from .paths import Patterns, ignored

TYPE_CHECKING = False  # as in typing
if TYPE_CHECKING:
    from ..registry import Registry


@record(frozen=True)
class Selection:
    """Prefixes of codes; of two that fit a code the longer one decides, and of equal ones ``ignore``.

    ``per_file`` holds prefixes that are off in the files that match a pattern, and ``never`` those that are off in the one
    file that the selection is for, whatever is selected.
    """

    select: tuple[str, ...] = ("",)
    ignore: tuple[str, ...] = ()
    per_file: tuple[tuple[tuple[Patterns, ...], tuple[str, ...]], ...] = ()
    never: tuple[str, ...] = ()

    @classmethod
    def of(cls, select: Iterable[str], ignore: Iterable[str], extend: Iterable[str]) -> Selection:
        """The selection of a command line; without ``select`` it is of all codes."""
        chosen = tuple(_prefix(s) for s in select) or ("",)
        return cls((*chosen, *(_prefix(s) for s in extend)), tuple(_prefix(s) for s in ignore))

    def per_file_ignoring(self, base: str, entries: Iterable[tuple[str, Iterable[str]]]) -> Selection:
        """The selection with more prefixes that are off in the files that match a pattern, relative to ``base``."""
        more = ((Patterns.of(base, [pattern]), tuple(map(_prefix, codes))) for pattern, codes in entries)
        return replace(self, per_file=(*self.per_file, *more))

    def at(self, real: str) -> Selection:
        """The selection for one file, by its path on disk."""
        never = [code for patterns, codes in self.per_file if real and ignored(patterns, real) for code in codes]
        return replace(self, never=tuple(never), per_file=()) if never else self

    def __contains__(self, code: str) -> bool:
        if code.startswith(self.never):
            return False
        chosen = max((len(p) for p in self.select if code.startswith(p)), default=-1)
        return chosen > max((len(p) for p in self.ignore if code.startswith(p)), default=-1)

    @property
    def is_everything(self) -> bool:
        """Whether no code is left out."""
        return "" in self.select and not self.ignore and not self.never

    def unknown(self, rules: Registry) -> list[str]:
        """The prefixes that no code starts with."""
        per_file = [code for _, codes in self.per_file for code in codes]
        return [p for p in (*self.select, *self.ignore, *per_file) if not any(code.startswith(p) for code in rules.rules)]

    def options(self, rules: Registry) -> set[str]:
        """The options of rules that are asked for by name: ``--select WV9`` would find nothing without them."""
        wanted = set()
        for prefix in self.select:
            optional = {rule.optional for code, rule in rules.rules.items() if code.startswith(prefix)}
            if "" not in optional:
                wanted |= optional
        return wanted


def _prefix(text: str) -> str:
    return "" if text == "ALL" else text
