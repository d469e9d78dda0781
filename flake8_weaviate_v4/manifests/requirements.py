"""Requirements that keep the v3 client (WV001): pip's files, ``pyproject.toml``, ``setup.cfg``, ``Pipfile``, conda environments."""

from __future__ import annotations

import configparser
import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import Any

from .. import toml
from ..patterns import pattern
from ..rewrite.edits import Edit
from .nodes import Node, items, pairs, scalars, values, yaml_documents
from .spot import Spot, Unreadable
from .versions import allows_v4, is_client, requirement_for

CODE = "WV001"
MOST = 200  # of the client in a file that are looked at: to compare versions takes its time
DOUBT = "all code has to be on v4 before the requirement is, and which v4 to take is yours to say"
# A requirement as PEP 508 has it, as far as it can name the client: name, extras, specifiers; a marker may follow.
_REQUIREMENT = pattern(
    r"(?P<name>weaviate[-_.]+client)[ \t]*(?P<extras>\[[^\]]*\])?[ \t]*"
    r"(?P<specifiers>\(?[ \t]*(?:(?:===|==|~=|!=|<=|>=|<|>)[ \t]*[\w.*+!-]+[ \t]*,?[ \t]*)*\)?)",
    re.IGNORECASE,
)
_MARKER = pattern(r"[ \t]*;")
_LINE = pattern(r"[ \t]*")
_CONDA = pattern(r"(?:[\w.-]+::)?(?P<name>weaviate[-_.]+client)[ \t]*(?P<specifiers>[^#\s\[][^#\[]*?)?(?:\[.*)?[ \t]*$", re.IGNORECASE)
_POETRY_KEY = pattern(
    r"""^[ \t]*(?P<quote>["']?)weaviate[-_.]+client(?P=quote)(?:\.version)?[ \t]*=[ \t]*(?P<value>.*)$"""
    r"""|^\[tool\.poetry\.[\w.-]*dependencies\.["']?weaviate[-_.]+client["']?\][ \t]*(?P<table>(?:\r?\n(?!\[).*)*)""",
    re.IGNORECASE | re.MULTILINE,
)
_VERSION = pattern(r"""\bversion[ \t]*=[ \t]*(?P<quote>["'])(?P<text>[^"']*)(?P=quote)""")
# What may hold quotes in a TOML file: with all of it each quote finds its end, and a long line takes no longer than short ones.
_PIECE = pattern(r"""#[^\n]*|\"{3}(?:[^\\]|\\.)*?\"{3}|'{3}.*?'{3}|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'""", re.DOTALL)
_STRING = pattern(r""""(?:[^"\\\n]|\\.)*"|'[^'\n]*'""")


def pip_file(text: str, target: tuple[int, int]) -> Iterator[Spot]:
    """``requirements.txt``, ``constraints.txt`` and what pip-tools compiles them of. A line that goes on is one requirement."""
    place = 0
    for line in re.split(r"(?<!\\)(?<!\\\r)\n", text):
        match = _REQUIREMENT.match(line, _LINE.match(line).end())  # type: ignore[union-attr]
        if match is not None:
            yield from _spot(match, place, target, text, hashed="--hash" in line)
        place += len(line) + 1


def setup_cfg(text: str, target: tuple[int, int]) -> Iterator[Spot]:
    """``install_requires``, ``setup_requires``, ``tests_require`` and all extras of a ``setup.cfg``."""
    parser = configparser.RawConfigParser(strict=False)
    try:
        parser.read_string(text)
    except configparser.Error as error:
        raise Unreadable(str(error).splitlines()[0], getattr(error, "lineno", 1) or 1) from error
    section, key, place = "", "", 0
    for line in text.splitlines(keepends=True):
        head = re.match(r"\[(?P<section>[^\]]+)\]", line)
        named = re.match(r"(?P<key>[\w.-]+)[ \t]*[=:]", line)
        start = 0
        if head is not None:
            section, key = head["section"].strip(), ""
        elif named is not None:
            key, start = named["key"].lower().replace("-", "_"), named.end()
        wanted = section == "options.extras_require" or (
            section == "options" and key in ("install_requires", "setup_requires", "tests_require")
        )
        if wanted and (match := _REQUIREMENT.match(line, _LINE.match(line, start).end())):  # type: ignore[union-attr]
            yield from _spot(match, place, target, text)
        place += len(line)


def pyproject(text: str, target: tuple[int, int]) -> Iterator[Spot]:
    """PEP 621 and 735 dependencies, those of Poetry, PDM, uv, Hatch and build requirements, wherever the table is."""
    data = _toml(text)
    listed = {text for text in _requirement_lists(data) if _REQUIREMENT.match(text)}
    for match in _PIECE.finditer(text):
        inner = _REQUIREMENT.match(match[0][1:-1])
        if inner is not None and match[0][1:-1] in listed:
            yield from _spot(inner, match.start() + 1, target, text)
    yield from _keyed(text, _poetry_tables(data), target)


def pipfile(text: str, target: tuple[int, int]) -> Iterator[Spot]:
    """The tables of a ``Pipfile``."""
    data = _toml(text)
    yield from _keyed(text, [table for table in data.values() if isinstance(table, dict)], target)


def conda(text: str, target: tuple[int, int]) -> Iterator[Spot]:
    """``dependencies`` of an ``environment.yml``, and those under ``pip``."""
    for document in yaml_documents(text):
        for dependency in items(values(document).get("dependencies")):
            for node in scalars(dependency):
                if (match := _CONDA.match(node.value)) and not _below_pip(dependency):
                    yield from _conda_spot(match, node, target)
            for node in items(values(dependency).get("pip")):
                for scalar in scalars(node):
                    if match := _REQUIREMENT.match(scalar.value):
                        yield from _spot(match, _inside(scalar), target, text)


def _below_pip(node: Node) -> bool:
    return bool(pairs(node))


def _spot(match: re.Match[str], place: int, target: tuple[int, int], text: str, hashed: bool = False) -> Iterator[Spot]:
    """The requirement that matched, if it allows no v4. ``place`` is where the text begins that it matched in.

    One with a marker is for some Pythons or platforms only: where another of the file's allows v4, it is meant so.
    """
    specifiers = match["specifiers"].strip()
    after = match.string[match.end() : match.end() + 100].lstrip()
    if after[:1] not in ("", ";", "#", "\n", "\r", "\\", "-", ",") and not specifiers.endswith(")"):
        return  # goes on in a way that is no specifier: ``weaviate-client-foo``, ``@ url``
    if not specifiers or _allows(specifiers.strip("() \t")):
        return
    if after.startswith(";") and _marked_allow_v4(text):
        return
    start, end = match.start("specifiers"), match.start("specifiers") + len(match["specifiers"].rstrip())
    written = f"({requirement_for(target)})" if specifiers.startswith("(") else requirement_for(target)
    edit = None if hashed else Edit(place + start, place + end, written)
    whole = match.string[match.start() : end].strip()
    yield Spot(place + match.start(), place + end, CODE, {"REQUIREMENT": whole, "V4": f"weaviate-client{requirement_for(target)}"}, edit, DOUBT)


@lru_cache(1)
def _marked_allow_v4(text: str) -> bool:
    """Whether a requirement of the file that has a marker allows v4."""
    marked = (each["specifiers"] for each in islice(_REQUIREMENT.finditer(text), MOST) if _MARKER.match(text, each.end()))
    return any(_allows(specifiers.strip("() \t")) for specifiers in marked)


@lru_cache(1000)
def _allows(specifiers: str) -> bool:
    try:
        return allows_v4(specifiers)
    except ValueError:
        return True  # whoever installs it will say so


def _conda_spot(match: re.Match[str], node: Node, target: tuple[int, int]) -> Iterator[Spot]:
    """A conda match specification: ``=3.26`` is any 3.26, ``==3.26.7`` that one, ``3.*`` and ``>=3,<4`` as they read."""
    text = (match["specifiers"] or "").strip()
    version = text.split(" ")[0].split("=", 2 if not text.startswith("==") else 3)
    plain = "=".join(version[:2]) if re.fullmatch(r"=[^=]+=[^=]+", text.split(" ")[0]) else text.split(" ")[0]
    if re.fullmatch(r"=[\w.]+", plain):
        plain = f"=={plain[1:].rstrip('.*')}.*"
    elif re.fullmatch(r"[\d.]+\*?", plain):
        plain = f"=={plain}"
    if not text or any(_allows(part) for part in plain.split("|")):
        return
    start = _inside(node)
    low, high = start + match.start("specifiers"), start + match.start("specifiers") + len(match["specifiers"].rstrip())
    quoted = node.style in ("'", '"')
    spaced = " " if match["specifiers"] and match.string[match.start("specifiers") - 1] == " " else ""
    edit = Edit(low, high, requirement_for(target)) if quoted or not spaced or "," in text or text[0] in "<>=" else None
    written = {"REQUIREMENT": node.value.strip(), "V4": f"weaviate-client{requirement_for(target)}"}
    yield Spot(start + match.start("name"), high, CODE, written, edit, DOUBT)


def _inside(node: Node) -> int:
    """Where a scalar's text begins, behind its quote."""
    return int(node.start_mark.index) + (1 if node.style in ("'", '"') else 0)


# -- TOML -------------------------------------------------------------------------------------------------------------


def _toml(text: str) -> dict[str, Any]:
    try:
        return toml.loads(text)
    except ValueError as error:
        where = re.search(r" \(at line (\d+), column (\d+)\)| \(at end of document\)", str(error))
        line, column = (int(where[1]), int(where[2])) if where and where[1] else (text.count("\n") + 1, 1)
        raise Unreadable(f"no TOML: {str(error)[: where.start()] if where else error}", line, column) from error


def _requirement_lists(data: Any) -> Iterator[str]:
    """All texts in lists of the file: a requirement of the client in one is one, whatever tool the table belongs to."""
    if isinstance(data, dict):
        for value in data.values():
            yield from _requirement_lists(value)
    elif isinstance(data, list):
        for value in data:
            if isinstance(value, str):
                yield value
            else:
                yield from _requirement_lists(value)


def _poetry_tables(data: dict[str, Any]) -> list[dict[str, Any]]:
    poetry = data.get("tool", {}).get("poetry", {}) if isinstance(data.get("tool", {}), dict) else {}
    if not isinstance(poetry, dict):
        return []
    groups = poetry.get("group", {})
    tables = [poetry.get("dependencies"), poetry.get("dev-dependencies")]
    tables += [group.get("dependencies") for group in groups.values() if isinstance(group, dict)] if isinstance(groups, dict) else []
    return [table for table in tables if isinstance(table, dict)]


def _keyed(text: str, tables: list[dict[str, Any]], target: tuple[int, int]) -> Iterator[Spot]:
    """``weaviate-client = "^3.26"`` or ``= {version = "^3.26", ...}`` in one of these tables."""
    known = {}
    for table in tables:
        for name, value in table.items():
            if is_client(name):
                for each in value if isinstance(value, list) else [value]:
                    version = each.get("version") if isinstance(each, dict) else each
                    if isinstance(version, str):
                        known[version] = _poetry_allows(version)
    for match in _POETRY_KEY.finditer(text):
        value, base = (match["table"], match.start("table")) if match["value"] is None else (match["value"], match.start("value"))
        plain = _STRING.match(value)
        span = (plain.start() + 1, plain.end() - 1) if plain else next((v.span("text") for v in _VERSION.finditer(value)), None)
        version = value[slice(*span)] if span is not None else ""
        if span is None or known.get(version, True):
            continue
        new = f"^{requirement_for(target)[2:].split(',')[0]}" if version.strip().startswith("^") else requirement_for(target)
        written = re.search(r"weaviate[-_.]+client", match[0], re.IGNORECASE)
        assert written is not None
        yield Spot(
            match.start() + written.start(), base + span[1] + 1, CODE,
            {"REQUIREMENT": f'{written[0]} = "{version}"', "V4": f"weaviate-client{requirement_for(target)}"},
            Edit(base + span[0], base + span[1], new), DOUBT,
        )  # fmt: skip


def _poetry_allows(version: str) -> bool:
    """Whether a constraint of Poetry or Pipenv allows any v4: ``^3.26``, ``~3``, ``3.*``, ``3.26.7``, PEP 440, ``|``."""
    for part in version.split("||") if "||" in version else version.split("|"):
        pieces = [_pep440(piece.strip()) for piece in part.split(",")]
        if all(piece is not None for piece in pieces) and not _allows(",".join(piece for piece in pieces if piece)):
            continue
        return True
    return False


def _pep440(piece: str) -> str | None:
    """A piece of a constraint in terms of PEP 440; None for what is none."""
    if match := re.fullmatch(r"([~^])\s*(\d+)(?:\.(\d+))?(?:\.(\d+))?\S*", piece):
        major, minor = int(match[2]), match[3]
        if match[1] == "^" or minor is None:
            return f">={piece[1:].strip()},<{major + 1}" if match[1] == "^" else f"=={major}.*"
        return f"=={major}.{minor}.*"
    if re.fullmatch(r"\d[\w.]*(\.\*)?", piece):
        return f"=={piece}"
    return "" if piece in ("*", "") else piece
