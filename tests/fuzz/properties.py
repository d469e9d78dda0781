"""What has to hold for every text: each function gives a line for each thing that does not, that begins with its kind."""

from __future__ import annotations

import ast
import io
import traceback
import warnings
from collections import Counter
from collections.abc import Iterator

from flake8_weaviate_v4 import check_source, fix_source
from flake8_weaviate_v4.check import Checker
from flake8_weaviate_v4.finding import Finding
from flake8_weaviate_v4.lines import lines_of
from flake8_weaviate_v4.options import Options
from flake8_weaviate_v4.plugin import Plugin
from flake8_weaviate_v4.rewrite.edits import apply
from flake8_weaviate_v4.rewrite.fix import fix, parsed
from flake8_weaviate_v4.rewrite.plan import Planner
from flake8_weaviate_v4.rewrite.text import Text

EVERYTHING = Options(report_guarded=True, deprecations=True, unclosed=True)


def faults(text: str) -> list[str]:
    """All that does not hold for a text."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return [*_checked(text), *_as_plugin(text), *_fixed(text)]


def _told(kind: str, error: BaseException) -> str:
    where = traceback.extract_tb(error.__traceback__)[-1]
    return f"{kind}: {type(error).__name__} in {where.name}: {error}"


def is_code(text: str) -> bool:
    """Whether Python can parse a text."""
    try:
        ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True


def _compiles(text: str) -> bool:
    try:
        compile(text, "<fuzz>", "exec", dont_inherit=True)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True


def _checked(text: str) -> Iterator[str]:
    """``check_source`` never raises, says of all code what it holds, and points at characters that are there."""
    lines = lines_of(text.removeprefix("\ufeff"))
    for everything in (False, True):
        try:
            found = check_source(text, report_guarded=everything, deprecations=everything, unclosed=everything)
        except Exception as error:  # noqa: BLE001
            yield _told("check raises", error)
            continue
        if found != sorted(found):
            yield "check: not in order of place"
        for finding in found:
            if finding.code == "WV000":
                if "please report" in finding.message:
                    yield f"check faults: {finding.message}"
                elif is_code(text.removeprefix("\ufeff")):
                    yield f"check refuses code: {finding.message}"
            else:
                yield from _placed(finding, lines)


def _placed(finding: Finding, lines: list[str]) -> Iterator[str]:
    if not 1 <= finding.line <= len(lines):
        yield f"place: no line {finding.line}: {finding.code}"
    elif not 0 <= finding.column <= finding.column + finding.length <= len(lines[finding.line - 1].rstrip("\r\n")):
        yield f"place: no columns {finding.column}+{finding.length} in line {finding.line}: {finding.code}"
    elif "\n" in finding.message or "\r" in finding.message or not finding.url:
        yield f"message: not one line, or no link: {finding}"


def _as_plugin(text: str) -> Iterator[str]:
    """The flake8 plugin finds what ``check_source`` finds."""
    text = text.removeprefix("\ufeff")
    if not is_code(text):
        return
    lines = io.StringIO(text, newline=None).readlines()  # as flake8 reads a file
    try:
        found = list(Plugin(ast.parse("".join(lines)), "<fuzz>", lines).run())
    except Exception as error:  # noqa: BLE001
        yield _told("plugin raises", error)
        return
    expected = [(f.line, f.column, f"{f.code} {f.message} {f.url}") for f in check_source(text, noqa=False)]
    if [each[:3] for each in found] != expected:
        yield f"plugin differs: {[each[:3] for each in found]} is not {expected}"


def _fixed(text: str) -> Iterator[str]:
    """``fix`` never raises, gives code for code, keeps comments, and is done after one run."""
    if not is_code(text):
        return
    texts = {}
    for unsafe in (False, True):
        kind = "unsafe" if unsafe else "safe"
        try:
            source = parsed(text)
            done = fix(Checker(), source, unsafe)
        except Exception as error:  # noqa: BLE001
            yield _told(f"fix ({kind}) raises", error)
            return
        yield from (f"fix ({kind}) faults: {fault}" for fault in done.faults)
        yield from _edited(text, kind)
        yield from _rested(text, done.text, unsafe, kind)
        texts[unsafe] = done.text
    yield from _rested(texts[False], fix_source(texts[False], unsafe=True), True, "unsafe after safe")
    if fix_source(texts[True]) != texts[True]:
        yield "fix (safe after unsafe): changes something"


def _edited(text: str, kind: str) -> Iterator[str]:
    """The edits of each fix lie in the text and apart from each other."""
    planner = Planner(Checker(), parsed(text))
    for each in planner.fixes():
        for edit in each.edits:
            if not 0 <= edit.start <= edit.end <= len(text):
                yield f"edit: not in the text: {edit}"
        try:
            apply(text, each.edits)
        except ValueError as error:
            yield f"edit: {error}"
    yield from (f"edit faults: {fault}" for fault in planner.faults)


def _rested(text: str, fixed: str, unsafe: bool, kind: str) -> Iterator[str]:
    if not is_code(fixed):
        yield f"fix ({kind}): does not parse"
        return
    if _compiles(text) and not _compiles(fixed):
        yield f"fix ({kind}): does not compile"
    if fixed != text and (lost := Counter(_comments(text)) - Counter(_comments(fixed))):
        yield f"fix ({kind}): loses comments {list(lost)}"
    try:
        again = fix_source(fixed, unsafe=unsafe)
    except Exception as error:  # noqa: BLE001
        yield _told(f"second fix ({kind}) raises", error)
        return
    if again != fixed:
        yield f"second fix ({kind}): changes something"


def _comments(text: str) -> list[str]:
    return [comment.text.strip() for comment in Text(parsed(text)).comments]
