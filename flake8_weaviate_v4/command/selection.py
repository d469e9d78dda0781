"""Which codes a run is about: ``--select``, ``--ignore`` and ``--extend-select``, as in flake8 and ruff."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..registry import Registry


@dataclass(frozen=True, slots=True)
class Selection:
    """Prefixes of codes; of two that fit a code the longer one decides, and of equal ones ``ignore``."""

    select: tuple[str, ...] = ("",)
    ignore: tuple[str, ...] = ()

    @classmethod
    def of(cls, select: Iterable[str], ignore: Iterable[str], extend: Iterable[str]) -> Selection:
        """The selection of a command line; without ``select`` it is of all codes."""
        chosen = tuple(_prefix(s) for s in select) or ("",)
        return cls((*chosen, *(_prefix(s) for s in extend)), tuple(_prefix(s) for s in ignore))

    def __contains__(self, code: str) -> bool:
        chosen = max((len(p) for p in self.select if code.startswith(p)), default=-1)
        return chosen > max((len(p) for p in self.ignore if code.startswith(p)), default=-1)

    @property
    def is_everything(self) -> bool:
        """Whether no code is left out."""
        return "" in self.select and not self.ignore

    def unknown(self, rules: Registry) -> list[str]:
        """The prefixes that no code starts with."""
        return [p for p in (*self.select, *self.ignore) if not any(code.startswith(p) for code in rules.rules)]

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
