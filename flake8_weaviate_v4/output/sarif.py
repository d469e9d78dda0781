"""Findings as SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/), as code scanning services read it."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from .. import __version__, registry
from ..command.paths import Problem
from ..registry import Rule
from .diagnostic import Change, Diagnostic, Place
from .rules import fix_sentence, markdown, readable

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
HOME = "https://pypi.org/project/flake8-weaviate-v4/"


def as_sarif(found: Sequence[Diagnostic], problems: Iterable[Problem]) -> str:
    """One run: the rules that were broken, the results, and what could not be checked as notifications."""
    rules = registry.load().rules
    codes = sorted({each.code for each in found})
    index = {code: number for number, code in enumerate(codes)}
    root = Path.cwd().as_uri() + "/"
    notes = [_notification(problem) for problem in problems]
    run = {
        "tool": {
            "driver": {
                "name": "flake8-weaviate-v4",
                "version": __version__,
                "semanticVersion": __version__,
                "informationUri": HOME,
                "rules": [_rule(rules[code]) for code in codes],
            }
        },
        "invocations": [{"executionSuccessful": not notes, "toolExecutionNotifications": notes}],
        "originalUriBaseIds": {"SRCROOT": {"uri": root}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(each, index[each.code]) for each in found],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2)


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": "".join(word.title() for word in rule.name.split("-")),
        "shortDescription": {"text": readable(rule.message)},
        "fullDescription": {"text": rule.note.strip()},
        "help": {"text": f"{rule.note.strip()}\n\n{rule.url}", "markdown": markdown(rule)},
        "helpUri": rule.url,
        "defaultConfiguration": {"enabled": not rule.optional, "level": "note" if rule.severity == "hint" else "error"},
        "properties": {
            "id": rule.code, "kind": "problem", "name": rule.name, "precision": "high",
            "problem.severity": "recommendation" if rule.severity == "hint" else "error", "tags": ["migration", "weaviate"],
            "fix": fix_sentence(rule),
        },
    }  # fmt: skip


def _result(each: Diagnostic, index: int) -> dict[str, Any]:
    where = {"physicalLocation": {"artifactLocation": _artifact(each.filename), "region": _region(each.start, each.end)}}
    result: dict[str, Any] = {
        "ruleId": each.code,
        "ruleIndex": index,
        "level": "note" if each.severity == "warning" else "error",
        "message": {"text": each.message},
        "locations": [where],
        "partialFingerprints": {"flake8WeaviateV4/v1": each.fingerprint},
    }
    if each.cell is not None:  # a region can't name a cell
        result["message"]["text"] = f"cell {each.cell}, line {each.start.row}: {each.message}"
        del where["physicalLocation"]["region"]
    elif each.fix is not None:
        result["fixes"] = [_fix(each, each.fix)]
    return result


def _fix(each: Diagnostic, fix: Change) -> dict[str, Any]:
    replacements = [
        {"deletedRegion": _region(edit.start, edit.end), "insertedContent": {"text": edit.content}} for edit in fix.edits
    ]
    text = fix.message if fix.applicability == "safe" else f"{fix.message}; unsafe, because {'; '.join(fix.doubts)}"
    changes = [{"artifactLocation": _artifact(each.filename), "replacements": replacements}]
    return {"description": {"text": text}, "artifactChanges": changes}


def _artifact(path: str) -> dict[str, str]:
    """Relative to the working folder where it lies in it, as services want it that have a checkout of their own."""
    relative = os.path.relpath(path) if os.path.isabs(path) and not os.path.relpath(path).startswith("..") else path
    if os.path.isabs(relative):
        return {"uri": "file://" + quote(os.fsencode(relative.replace(os.sep, "/")))}
    return {"uri": quote(os.fsencode(relative.replace(os.sep, "/"))), "uriBaseId": "SRCROOT"}


def _region(start: Place, end: Place) -> dict[str, int]:
    return {"startLine": start.row, "startColumn": start.column, "endLine": end.row, "endColumn": end.column}


def _notification(problem: Problem) -> dict[str, Any]:
    location = {"physicalLocation": {"artifactLocation": _artifact(os.path.abspath(problem.path))}}
    return {"level": "error", "message": {"text": str(problem)}, "locations": [location]}
