"""Release -> findings as ``path:line code``, and how they differ from the reviewed list."""

from __future__ import annotations

import difflib
import tokenize
import warnings
from pathlib import Path

from flake8_weaviate_v4.check import Checker
from flake8_weaviate_v4.first_look import can_hold_v3, can_use_imported
from flake8_weaviate_v4.options import Options
from flake8_weaviate_v4.source import Source

from .releases import Release


def find(release: Release) -> dict[str, str]:
    """Finding -> its text, of every Python file of a release that is there; several of a kind in a line are counted."""
    checker = Checker(Options())
    result: dict[str, str] = {}
    for file in sorted(release.folder.rglob("*.py")):
        name = file.relative_to(release.folder).as_posix()
        if (source := _source(file, name)) is None:
            continue
        try:
            findings = checker.check(source)
        except Exception as error:  # noqa: BLE001 - what flake8's users would see as WV000
            result[f"{name} raises"] = f"{name}: {type(error).__name__}: {error}"
            continue
        for finding in findings:
            key, times = f"{name}:{finding.line} {finding.code}", 1
            while key in result:
                times += 1
                key = f"{name}:{finding.line} {finding.code} ({times})"
            result[key] = f"{name}:{finding.line}:{finding.column + 1}: {finding.code} {finding.message}"
    return result


def _source(file: Path, name: str) -> Source | None:
    """None for what flake8 would not check either, and for what ``check`` passes over by its text: it isn't parsed."""
    try:
        with tokenize.open(file) as stream:
            text = stream.read()
        if not can_hold_v3(text) and not can_use_imported(text):
            return None
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return Source.parse(text, name, file)
    except (SyntaxError, ValueError):
        return None


def expected(release: Release) -> list[str]:
    """The reviewed findings."""
    return release.list.read_text("utf-8").splitlines() if release.list.is_file() else []


def difference(release: Release, found: dict[str, str]) -> str:
    """A unified diff from the reviewed findings to these, the new ones in full; empty where they are the same."""
    reviewed = expected(release)
    if reviewed == list(found):
        return ""
    lines = difflib.unified_diff(reviewed, list(found), f"reviewed {release}", f"found {release}", lineterm="", n=1)
    known = set(reviewed)
    new = [text for key, text in found.items() if key not in known]
    return "\n".join([*lines, *(["", "new:"] if new else []), *new])
