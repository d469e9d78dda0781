"""Findings for people: ``full``, ``concise`` and ``grouped``, as ruff's users know them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from itertools import groupby

from .diagnostic import Change, Diagnostic, Line
from .visible import part, visible


class Paint:
    """Colours, where they are wanted."""

    def __init__(self, wanted: bool) -> None:
        self._wanted = wanted

    def __call__(self, text: str, *styles: str) -> str:
        codes = {"bold": "1", "red": "31", "green": "32", "cyan": "36", "blue": "94", "dim": "2"}
        if not self._wanted or not text:
            return text
        return f"\x1b[{';'.join(codes[style] for style in styles)}m{text}\x1b[0m"


def mark(fix: Change | None, unsafe: bool, paint: Paint) -> str:
    """``[*] `` before the message of what the fixes that are wanted mend."""
    if fix is None or (fix.applicability != "safe" and not unsafe):
        return ""
    return f"[{paint('*', 'cyan')}] "


def concise(found: Iterable[Diagnostic], unsafe: bool, paint: Paint) -> Iterator[str]:
    """A line each, as flake8 writes them; where a fix was not made, a second with the reason."""
    for each in found:
        place = paint(visible(each.path), "bold") + visible(each.place)[len(visible(each.path)) :]
        yield f"{place}: {paint(each.code, 'bold', 'red')} {visible(each.message)} {each.url}".rstrip()
        if each.why:
            yield f"    not fixed: {visible(each.why)}"


def grouped(found: Iterable[Diagnostic], unsafe: bool, paint: Paint) -> Iterator[str]:
    """The findings of each file below its name, in columns."""
    for path, several in groupby(found, key=lambda each: each.path):
        group = list(several)
        places = [each.place.removeprefix(f"{each.path}:") for each in group]
        wide = max(map(len, places))
        yield paint(visible(path), "bold", "blue") + ":"
        for place, each in zip(places, group, strict=True):
            code = paint(each.code, "bold", "red")
            yield f"  {place:{wide}} {code} {mark(each.fix, unsafe, paint)}{visible(each.message)}"
            if each.why:
                yield f"  {'':{wide}}     not fixed: {visible(each.why)}"
        yield ""


def full(found: Iterable[Diagnostic], unsafe: bool, paint: Paint) -> Iterator[str]:
    """Each finding with its lines, a mark below the name, the link, and what a fix would make of it: once, if it mends several."""
    shown: dict[int, Diagnostic] = {}
    for each in found:
        yield f"{paint(each.code, 'bold', 'red')} {mark(each.fix, unsafe, paint)}{paint(visible(each.message), 'bold')}"
        numbers = [line.row for line in each.lines] + [line.row for hunk in (each.fix.lines if each.fix else ()) for line in hunk]
        wide = len(str(max(numbers, default=1)))
        yield f"{paint(' ' * wide + '-->', 'blue')} {visible(each.place)}"
        bar = paint(f"{'':{wide}} |", "blue")
        yield bar
        for line in each.lines:
            text, column = part(line.text, each.start.column - 1 if line.row == each.start.row else 0)
            yield f"{paint(f'{line.row:{wide}} |', 'blue')} {visible(text)}".rstrip()
            if line.row == each.start.row:
                yield f"{bar} {_carets(text, column, each.end.column - each.start.column, paint)}"
        yield bar
        if each.url:
            yield f"{paint('docs:', 'cyan')} {each.url}"
        if each.why:
            yield f"{paint('note:', 'cyan')} not fixed: {visible(each.why)}"
        if each.fix is not None and not each.why:
            if (first := shown.setdefault(id(each.fix), each)) is each:
                yield from _change(each.fix, wide, paint)
            else:
                yield f"{paint('fix:', 'cyan')} that of {visible(first.place)}"
        yield ""


def _carets(text: str, start: int, length: int, paint: Paint) -> str:
    before, name = text[:start], text[start : start + max(length, 1)]
    if text.isascii() and text.isprintable():  # as most lines
        return " " * len(before) + paint("^" * max(len(name), 1), "bold", "red")
    space = "".join("\t" if c == "\t" else " " * _width(visible(c)) for c in before)
    return space + paint("^" * max(_width(visible(name)), 1), "bold", "red")


def _width(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _change(fix: Change, wide: int, paint: Paint) -> Iterator[str]:
    bar = paint(f"{'':{wide}} |", "blue")
    yield f"{paint('fix:', 'cyan')} {fix.message}"
    for number, hunk in enumerate(fix.lines):
        yield bar if not number else paint(f"{'':{wide}} :", "blue")
        for line in hunk:
            yield _changed(line, wide, paint)
    yield bar
    if fix.doubts:
        yield f"{paint('note:', 'cyan')} unsafe, because {visible('; '.join(fix.doubts))}"


def _changed(line: Line, wide: int, paint: Paint) -> str:
    colour = {"-": "red", "+": "green"}.get(line.mark)
    text = f"{line.row or '':{wide}} {line.mark if line.mark != ' ' else '|'} {visible(line.text)}".rstrip()
    return paint(text, colour) if colour else text
