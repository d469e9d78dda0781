"""Findings as CI services and review bots read them: ``github``, ``azure``, ``gitlab``, ``junit`` and ``rdjson``."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any
from xml.etree import ElementTree

from ..command.paths import Problem
from .diagnostic import Change, Diagnostic, Line, Place
from .visible import visible

_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def as_github(found: Iterable[Diagnostic], problems: Iterable[Problem]) -> str:
    """Workflow commands, which annotate the lines of a pull request; escaped as GitHub's own toolkit does.

    Files that could not be checked are annotated as a whole.
    """
    lines = []
    for each in found:
        fields: dict[str, object] = {"title": f"flake8-weaviate-v4 ({each.code})", "file": visible(_relative(each))}
        if each.cell is None:  # an annotation can't name a cell
            fields |= {"line": each.start.row, "col": each.start.column, "endLine": each.end.row, "endColumn": each.end.column}
        level = "error" if each.severity == "error" else "warning"
        named = ",".join(f"{key}={_property(str(value))}" for key, value in fields.items())
        lines.append(f"::{level} {named}::{_data(f'{visible(each.place)}: {each.code} {visible(each.message)}' + (each.url and chr(10) + each.url))}")
    for problem in problems:
        path = problem.path.replace(os.sep, "/")
        lines.append(f"::error title=flake8-weaviate-v4,file={_property(visible(path))}::{_data(visible(str(problem)))}")
    return "\n".join(lines)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_azure(found: Iterable[Diagnostic], problems: Iterable[Problem]) -> str:
    """Logging commands of Azure Pipelines; escaped as its agent unescapes."""
    lines = []
    for each in found:
        kind = "error" if each.severity == "error" else "warning"
        fields = {
            "type": kind, "sourcepath": visible(each.filename), "linenumber": each.start.row, "columnnumber": each.start.column,
            "code": each.code,
        }  # fmt: skip
        named = "".join(f"{key}={_azure(str(value), True)};" for key, value in fields.items())
        where = "" if each.cell is None else f"cell {each.cell}: "
        lines.append(f"##vso[task.logissue {named}]{_azure(f'{where}{visible(each.message)} {each.url}'.rstrip())}")
    for problem in problems:
        path = _azure(visible(os.path.abspath(problem.path)), True)
        lines.append(f"##vso[task.logissue type=error;sourcepath={path};]{_azure(visible(str(problem)))}")
    return "\n".join(lines)


def _azure(text: str, is_property: bool = False) -> str:
    text = text.replace("%", "%AZP25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace("]", "%5D").replace(";", "%3B") if is_property else text


def as_gitlab(found: Iterable[Diagnostic]) -> str:
    """A GitLab Code Quality report."""
    report = [
        {
            "check_name": each.code,
            "description": f"{each.code}: {each.message} {each.url}".rstrip(),
            "severity": "major" if each.severity == "error" else "minor",
            "fingerprint": each.fingerprint,
            "location": {"path": _relative(each), "positions": {"begin": _at(each.start), "end": _at(each.end)}},
        }
        for each in found
    ]
    return json.dumps(report, indent=2)


def as_rdjson(found: Iterable[Diagnostic]) -> str:
    """reviewdog's Diagnostic Format, with the safe fixes of one block of lines as suggestions.

    Columns count bytes of UTF-8 there. reviewdog offers each suggestion by itself, and half a fix would break the code.
    """
    diagnostics = []
    for each in found:
        told: dict[str, Any] = {
            "message": each.message,
            "location": {"path": _relative(each), "range": _range(_in_bytes(each, each.start), _in_bytes(each, each.end))},
            "severity": each.severity.upper(),
            "code": {"value": each.code, **({"url": each.url} if each.url else {})},
        }
        if each.cell is not None:  # rows would be those of a cell
            told["location"] = {"path": _relative(each)}
            told["message"] = f"cell {each.cell}, line {each.start.row}: {each.message}"
        elif each.fix is not None and each.fix.applicability == "safe" and len(each.fix.lines) == 1:
            told["suggestions"] = [_suggestion(each.fix, *each.fix.lines)]
        diagnostics.append(told)
    source = {"name": "flake8-weaviate-v4", "url": "https://pypi.org/project/flake8-weaviate-v4/"}
    return json.dumps({"source": source, "severity": "WARNING", "diagnostics": diagnostics}, indent=2)


def _suggestion(fix: Change, hunk: tuple[Line, ...]) -> dict[str, Any]:
    """A change of one block, as whole lines."""
    before, after = hunk[0], hunk[-1]
    top = before.row + 1 if before.mark == " " else 1
    old, new = ([line.text for line in hunk if line.mark == mark] for mark in "-+")
    if not old or not new:  # lines that only come have no place of their own, those that go would leave an empty one
        if after.mark == " " and after is not before:
            old, new = [*old, after.text], [*new, after.text]
        elif before.mark == " ":
            old, new, top = [before.text, *old], [before.text, *new], top - 1
    last = Place(top + len(old) - 1, _bytes(old[-1]) + 1)
    return {"range": _range(Place(top, 1), last), "text": fix.line_end.join(new)}


def _in_bytes(each: Diagnostic, place: Place) -> Place:
    """A place in the line of a finding, its column counted in bytes of UTF-8."""
    line = next((line.text for line in each.lines if line.row == place.row), "")
    return Place(place.row, place.column + _bytes(line[: place.column - 1]) - len(line[: place.column - 1]))


def _bytes(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


def as_junit(found: Sequence[Diagnostic], problems: Sequence[Problem]) -> str:
    """A test suite a file, a failed case a finding; what could not be checked is an error."""
    suites = _element(None, "testsuites", name="flake8-weaviate-v4", tests=len(found) + len(problems) or 1,
                      failures=len(found), errors=len(problems))  # fmt: skip
    for _, several in groupby(found, key=lambda each: each.path):
        group = list(several)
        path = _relative(group[0])
        suite = _suite(suites, path, len(group), failures=len(group))
        for each in group:
            case = _element(
                suite, "testcase", name=f"flake8_weaviate_v4.{each.code}", classname=os.path.splitext(path)[0], file=path,
                line=each.start.row, column=each.start.column,
            )  # fmt: skip
            failure = _element(case, "failure", message=each.message, type=each.code)
            failure.text = _text(f"{each.place}: {each.code} {each.message} {each.url}".rstrip())
    for problem in problems:
        suite = _suite(suites, problem.path, 1, errors=1)
        case = _element(suite, "testcase", name="flake8_weaviate_v4", classname=os.path.splitext(problem.path)[0])
        _element(case, "error", message=problem.why).text = _text(str(problem))
    if not found and not problems:
        _element(_suite(suites, "flake8-weaviate-v4", 1), "testcase", name="No v3 code found", classname="flake8_weaviate_v4")
    ElementTree.indent(suites)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(suites, encoding="unicode")


def _suite(suites: ElementTree.Element, name: str, tests: int, failures: int = 0, errors: int = 0) -> ElementTree.Element:
    return _element(suites, "testsuite", name=name, tests=tests, failures=failures, errors=errors, skipped=0)


def _element(parent: ElementTree.Element | None, tag: str, **attributes: object) -> ElementTree.Element:
    given = {key: _text(str(value)) for key, value in attributes.items()}
    return ElementTree.Element(tag, given) if parent is None else ElementTree.SubElement(parent, tag, given)


def _text(text: str) -> str:
    """What XML can hold of a text."""
    return _NO_XML.sub("\ufffd", text)


def _relative(each: Diagnostic) -> str:
    """The path as a service with a checkout of its own knows it."""
    if not os.path.isabs(each.filename):
        return each.filename
    relative = os.path.relpath(each.filename)
    return (each.filename if relative.startswith("..") else relative).replace(os.sep, "/")


def _at(place: Place) -> dict[str, int]:
    return {"line": place.row, "column": place.column}


def _range(start: Place, end: Place) -> dict[str, dict[str, int]]:
    return {"start": _at(start), "end": _at(end)}
