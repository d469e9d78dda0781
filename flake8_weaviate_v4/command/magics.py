"""What stands in notebook cells beside Python: magics, shell lines and questions, by lines that Python can read."""

from __future__ import annotations

import ast
import tokenize
import warnings
from collections.abc import Iterator

from ..lines import lines_of
from ..patterns import pattern

_PYTHON = frozenset("capture debug ipytest prun time timeit".split())  # %%magics whose cell is Python of this notebook
_LONGEST = 2000  # lines of a cell with magics
_CELL = pattern(r"\s*%%(\w+)")
_SPACES = pattern(r"[ \t\f]+")
_STATEMENT = pattern(r"(?P<indent>[ \t]*)(?:[%!]|\?{1,2}[\w.%]|%{0,2}[\w.*]+(?:\[[^\]]*\])?\?{1,2}[ \t]*\r?$)")
_VALUE = pattern(r"(?P<indent>[ \t]*)(?P<target>[\w.,\[\]'\"()*][\w.,\[\]'\" \t()*]{0,500}?)[ \t]{0,20}=[ \t]{0,20}[%!]")


def is_foreign(cell: str) -> bool:
    """Whether a cell is none of the notebook's Python: ``%%bash``, ``%%html``."""
    match = _CELL.match(cell)
    return match is not None and match[1] not in _PYTHON


def neutral(cell: str, token: str, number: Iterator[int]) -> tuple[str, dict[str, str]]:
    """A cell as Python with as many lines, and for each line that stands in the place of another which one that is.

    Such a line holds ``token`` and a number.
    """
    lines = lines_of(cell)
    if parses(cell) or len(lines) > _LONGEST:
        return cell, {}
    out: list[str] = []
    replaced: dict[str, str] = {}
    continued = False
    begun = 0  # where in `out` the statement begins that may be open
    for line in lines:
        match = _STATEMENT.match(line)
        value = None if match else _VALUE.match(line)
        found = match or value
        if continued:
            code = f"# {token} {next(number)}"
        elif found is not None and not _is_open("".join(each.lstrip(" \t") for each in out[begun:])):
            begun = len(out)
            kind = "pass" if value is None else f"{value['target']} = None"
            code = f"{found['indent']}{kind}  # {token} {next(number)}"
        else:
            out.append(line)
            continue
        body = line.rstrip("\r\n")
        continued = body.endswith("\\")
        replaced[code] = body
        out.append(code + line[len(body) :])
    return "".join(out), replaced


def parses(code: str) -> bool:
    """Whether this is Python."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            ast.parse(code)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True


def _is_open(code: str) -> bool:
    """Whether a string or bracket goes on behind the code."""
    try:
        plain = _SPACES.sub(" ", code)  # over many before what is no Python tokenize takes the square of their number
        for _ in tokenize.generate_tokens(iter(lines_of(plain)).__next__):
            pass
    except tokenize.TokenError:
        return True
    except SyntaxError:
        return False
    return code.rstrip("\r\n").endswith("\\")
