"""The pairs of programs/AREA/NAME.v3.py and NAME.v4.py."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "programs"
UNSAFE = "# fix: --unsafe-fixes"
RAISES = "# run: raises"


@dataclass(frozen=True)
class Pair:
    """A program and its rewrite."""

    v3: Path
    v4: Path

    def __str__(self) -> str:
        return f"{self.v3.parent.name}/{self.v3.name.removesuffix('.v3.py')}"

    @property
    def texts(self) -> tuple[str, str]:
        """Both programs."""
        return self.v3.read_text("utf-8"), self.v4.read_text("utf-8")

    @property
    def unsafe(self) -> bool:
        """Whether the rewrite needs --unsafe-fixes."""
        return UNSAFE in _marks(self.texts[0])

    @property
    def raises(self) -> bool:
        """Whether both programs are to end in an exception."""
        return RAISES in _marks(self.texts[0])

    @property
    def marks(self) -> tuple[list[str], list[str]]:
        """The marks in the first comments of both programs."""
        first, second = (_marks(text) for text in self.texts)
        return first, second


def _marks(text: str) -> list[str]:
    start = itertools.takewhile(lambda line: line.startswith("#"), text.splitlines())
    return [line for line in start if line in (UNSAFE, RAISES)]


def of(path: Path) -> Pair:
    """The pair of which ``path`` is one half."""
    stem = path.name.removesuffix(".py").removesuffix(".v3").removesuffix(".v4")
    return Pair(path.with_name(f"{stem}.v3.py"), path.with_name(f"{stem}.v4.py"))


def find(path: Path = FOLDER) -> list[Pair]:
    """All pairs below ``path``, by name."""
    return [of(one) for one in sorted(path.rglob("*.v3.py"))]
