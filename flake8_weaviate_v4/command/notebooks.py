"""Jupyter notebooks: their code cells as one program, and back without touching another byte."""

from __future__ import annotations

import bisect
import itertools
import json
import re
from collections.abc import Iterator

from ..lines import lines_of
from ..patterns import pattern
from ..records import field, record
from .files import Document, Unusable
from .magics import is_foreign, neutral, parses
from .paths import Found

_SPACE = pattern(r"[ \t\r\n]*")
_BOM = "\ufeff"
_CLOSING = {"{": "}", "[": "]"}
_MOST = 20_000_000  # commas: about as many values may be in outputs, and each takes some memory while it is gone through

TYPE_CHECKING = False  # as in typing
if TYPE_CHECKING:
    from typing import Any


@record()
class _Cell:
    """A code cell: its number among all cells (from 1), where its source stands in the JSON text, and that source."""

    number: int
    span: tuple[int, int]
    source: str
    code: str = ""  # the source as it stands in the program


@record(eq=False)
class Notebook(Document):
    """A notebook. ``text`` is the program: before each cell a line that marks it, and lines in the place of magics."""

    has_cells = True

    json: str = ""
    token: str = ""
    cells: list[_Cell] = field(default_factory=list)
    magics: dict[str, str] = field(default_factory=dict)  # line of the program -> line of the cell
    starts: tuple[str, list[int]] | None = None  # a text, and where its cells begin

    @classmethod
    def of(cls, found: Found, raw: bytes) -> Notebook:
        """The notebook that these bytes are. Raises Unusable."""
        if (count := raw.count(b",")) > _MOST:
            raise Unusable(f"too many values ({count / 1e6:.0f} million; up to {_MOST / 1e6:.0f} million are read)")
        try:
            text = raw.decode("utf-8")
            metadata, cells = _read(text) if text.strip() else (None, [])
        except UnicodeDecodeError as error:
            raise Unusable("not UTF-8, so no notebook") from error
        except (ValueError, RecursionError) as error:
            raise Unusable(f"no notebook: {error}") from error
        self = cls(found, raw, "", json=text)
        if not _is_python(metadata):
            return self
        if cells is None:
            raise Unusable("no notebook of format 4: it has no list of cells")
        self.cells = list(_code_cells(cells))
        self.token = next(t for n in itertools.count() if (t := f"notebook-cell-{n}") not in text)
        numbers = itertools.count(1)
        program = []
        for cell in self.cells:
            cell.code, replaced = neutral(cell.source, self.token, numbers)
            self.magics |= replaced
            program += [self._mark(cell), _whole(cell.code)]
        self.text = "".join(program)
        return self

    def _mark(self, cell: _Cell) -> str:
        return f"# {self.token} cell {cell.number}\n"

    def cell(self, text: str, line: int) -> tuple[int | None, int]:
        """The cell of a line, and how many lines of the program are before its first."""
        if self.starts is None or self.starts[0] != text:
            mark = f"# {self.token} cell "
            self.starts = text, [i for i, each in enumerate(lines_of(text), 1) if each.startswith(mark)]
        starts = self.starts[1]
        index = bisect.bisect_left(starts, line) - 1
        return (self.cells[index].number, starts[index]) if 0 <= index < len(self.cells) else (None, 0)

    def shown(self, line: str) -> str:
        """A line with the magic that it stands for."""
        return self.magics.get(line, line)

    def keeps(self, text: str) -> bool:
        """Whether each cell is still a cell, and Python where it was, with all its magics."""
        codes = self._split(text)
        if codes is None:
            return False
        for cell, code in zip(self.cells, codes, strict=True):
            if code != cell.code:
                if self._magics_of(code) != self._magics_of(cell.code) or (parses(cell.code) and not parses(code)):
                    return False
        return True

    def data(self, text: str) -> bytes:
        """The bytes of the notebook with another program. Raises Unusable."""
        out = self.json
        for cell, source in reversed(self._changes(text)):
            start, end = cell.span
            out = out[:start] + _written(out[start:end], source, self.json.isascii()) + out[end:]
        return out.encode("utf-8")

    def parts(self, text: str) -> list[tuple[str, bytes, bytes]]:
        """The cells that change with another program: name, old and new source."""
        changes = self._changes(text)
        return [(f"{self.path}:cell {cell.number}", _bytes(cell.source), _bytes(source)) for cell, source in changes]

    def _changes(self, text: str) -> list[tuple[_Cell, str]]:
        codes = self._split(text)
        if codes is None or not self.keeps(text):
            raise Unusable("not written: a change would reach over several cells")
        changed = [(cell, code) for cell, code in zip(self.cells, codes, strict=True) if code != cell.code]
        return [(cell, "".join(map(self._restored, lines_of(code)))) for cell, code in changed]

    def _restored(self, line: str) -> str:
        body = line.rstrip("\r\n")
        return self.magics.get(body, body) + line[len(body) :]

    def _magics_of(self, code: str) -> list[str]:
        """The lines that stand for magics, as they are; a line that was changed in any way counts as a new one."""
        return [line.rstrip("\r\n") for line in lines_of(code) if self.token in line]

    def _split(self, text: str) -> list[str] | None:
        """The program's cells; None where a mark between them is gone."""
        parts = re.split(rf"^# {self.token} cell (\d+)\n", text, flags=re.MULTILINE)
        if parts[0] or [int(number) for number in parts[1::2]] != [cell.number for cell in self.cells]:
            return None
        return [
            code.removesuffix("\n") if _whole(cell.code) != cell.code else code
            for cell, code in zip(self.cells, parts[2::2], strict=True)
        ]


def _bytes(source: str) -> bytes:
    return source.encode("utf-8", "surrogatepass")


def _whole(code: str) -> str:
    return code if not code or code.endswith(("\n", "\r")) else code + "\n"


def _is_python(metadata: object) -> bool:
    """Whether the notebook says that it is one of Python, or says nothing."""
    for name, key in (("language_info", "name"), ("kernelspec", "language")):
        part = metadata.get(name) if isinstance(metadata, dict) else None
        if isinstance(part, dict) and isinstance(part.get(key), str):
            return str(part[key]).lower() in ("python", "ipython", "python3")
    return True


def _code_cells(cells: list[tuple[Any, tuple[int, int] | None]]) -> Iterator[_Cell]:
    """The Python cells of a notebook."""
    for number, (cell, span) in enumerate(cells, 1):
        if not isinstance(cell, dict) or cell.get("cell_type") != "code" or not _speaks_python(cell):
            continue
        source = cell.get("source", "")
        lines = source if isinstance(source, list) else [source]
        if span is None or not all(isinstance(line, str) for line in lines):
            raise Unusable(f"no notebook: cell {number} has no source")
        joined = "".join(lines)
        if not is_foreign(joined):
            yield _Cell(number, span, joined)


def _speaks_python(cell: dict[str, object]) -> bool:
    metadata = cell.get("metadata")
    editor = metadata.get("vscode") if isinstance(metadata, dict) else None
    language = editor.get("languageId") if isinstance(editor, dict) else None
    return language in (None, "python")


_DECODER = json.JSONDecoder()


class _Reader:
    """Goes through JSON, each value once, so that what is of no interest is not held. Raises ValueError where it is none."""

    def __init__(self, text: str, place: int = 0) -> None:
        self.text, self.place = text, place
        self.char()

    def char(self) -> str:
        """The next character that is no white space; its place is the reader's then."""
        match = _SPACE.match(self.text, self.place)
        self.place = match.end() if match else self.place
        return self.text[self.place : self.place + 1]

    def value(self) -> Any:
        """The value here; the reader is behind it then."""
        value, self.place = _DECODER.raw_decode(self.text, self.place)
        return value

    def items(self) -> Iterator[Any]:
        """The keys or indices of the object or list here, the reader at the value of each, which is to be read before the next."""
        opening = self.char()
        self.place += 1
        if self.char() != _CLOSING[opening]:
            for index in itertools.count():
                key = self.value() if opening == "{" else index
                if opening == "{":
                    if not isinstance(key, str):
                        raise json.JSONDecodeError("Expecting property name enclosed in double quotes", self.text, self.place)
                    self._expect(":")
                yield key
                if self.char() == _CLOSING[opening]:
                    break
                self._expect(",")
        self.place += 1

    def _expect(self, char: str) -> None:
        if self.char() != char:
            raise json.JSONDecodeError(f"Expecting {char!r} delimiter", self.text, self.place)
        self.place += 1
        self.char()


def _read(text: str) -> tuple[Any, list[tuple[Any, tuple[int, int] | None]] | None]:
    """The metadata of a notebook, and its cells without their outputs, each with the place of its source; None where there is no
    list of them. Raises ValueError, RecursionError or Unusable."""
    reader = _Reader(text, 1 if text.startswith(_BOM) else 0)
    if reader.char() != "{":
        reader.value()
        raise Unusable("no notebook: it is no JSON object")
    metadata, cells = None, None
    for key in reader.items():
        if key == "cells" and reader.char() == "[":
            cells = [_read_cell(reader) for _ in reader.items()]
        elif key == "metadata":
            metadata = reader.value()
        else:
            reader.value()
    if reader.char():
        raise json.JSONDecodeError("Extra data", text, reader.place)
    return metadata, cells


def _read_cell(reader: _Reader) -> tuple[Any, tuple[int, int] | None]:
    if reader.char() != "{":
        return reader.value(), None
    cell, span = {}, None
    for key in reader.items():
        start = reader.place
        value = reader.value()
        if key == "source":
            span = start, reader.place
        if key != "outputs":
            cell[key] = value
    return cell, span


def _written(old: str, source: str, is_ascii: bool) -> str:
    """The JSON of a source in the form of the one that stood there: a string or a list, its white space and escapes."""
    if not old.startswith("["):
        return json.dumps(source, ensure_ascii=is_ascii)
    reader = _Reader(old)
    spans = [(reader.place, (reader.value(), reader.place)[1]) for _ in reader.items()]
    if not spans:
        return json.dumps(lines_of(source), ensure_ascii=is_ascii)
    known = {json.loads(old[start:end]): old[start:end] for start, end in spans}
    first, last = spans[0][0], spans[-1][1]
    between = old[spans[0][1] : spans[1][0]] if len(spans) > 1 else "," + (old[1:first] if "\n" in old[1:first] else " ")
    lines = [known.get(line) or json.dumps(line, ensure_ascii=is_ascii) for line in lines_of(source)]
    return old[:first] + between.join(lines) + old[last:]
