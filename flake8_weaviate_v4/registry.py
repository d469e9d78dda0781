"""``rules/`` -> Rule, looked up by code, by symbol and by shape."""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .records import field, record

if TYPE_CHECKING:
    if sys.version_info >= (3, 11):
        from importlib.resources.abc import Traversable
    else:
        from importlib.abc import Traversable

_PARAMETER = re.compile(r"(?P<symbol>[\w.]+)\((?P<absent>-?)(?P<name>\w+)\)$")


@record(frozen=True, eq=False)
class Rule:
    """One rule file: what is wrong, what replaces it, where the docs say so.

    ``message`` holds variables (``$RECEIVER``, ``$CLASS_NAME``) that ``messages.render`` fills. ``optional`` names the
    option that switches the rule on, empty for rules that always hold. ``link`` rules speak inside a builder chain too.
    ``pattern`` and ``syntax`` are what ast-grep reads.
    """

    code: str
    name: str
    message: str
    note: str
    url: str
    severity: str
    fixable: str
    symbols: tuple[str, ...]
    shapes: tuple[str, ...]
    replacements: tuple[str, ...]
    optional: str
    link: bool
    query: str
    examples: tuple[dict[str, Any], ...]
    clean: tuple[str, ...]
    pattern: dict[str, Any]
    fix: str | None
    older: tuple[tuple[tuple[int, int], str], ...] = ()
    syntax: dict[str, Any] = field(default_factory=dict)

    def hint(self, target: tuple[int, int]) -> str:
        """The message for a v4 client of this version; empty where the rule has nothing to say to it."""
        return next((message for before, message in self.older if target < before), self.message)

    @classmethod
    def read(cls, data: dict[str, Any]) -> Rule:
        """A rule of its parsed YAML. Raises KeyError where a field is missing."""
        meta = data["metadata"]
        return cls(
            code=data["id"], name=meta["name"], message=data["message"], note=data["note"], url=data["url"],
            severity=data["severity"], fixable=meta["fixable"], symbols=tuple(meta.get("symbols") or ()),
            shapes=tuple(meta.get("shapes") or ()), replacements=tuple(meta.get("replacements") or ()),
            optional=meta.get("optional", ""), link=bool(meta.get("link")), query=meta.get("query", ""),
            examples=tuple(meta.get("examples") or ()), clean=tuple(meta.get("clean") or ()),
            pattern=data.get("rule", {}), fix=data.get("fix"),
            older=tuple((version(o["before"]), o["message"]) for o in meta.get("older") or ()),
            syntax={key: data.get(key) for key in ("constraints", "utils", "transform")},
        )  # fmt: skip


def version(text: str) -> tuple[int, int]:
    """``4.16`` -> (4, 16). Raises ValueError where it is no such text."""
    major, minor = text.split(".")
    return int(major), int(minor)


@record(frozen=True)
class Parameter:
    """A rule that speaks of one argument of a call: passed, or ``absent``."""

    name: str
    absent: bool
    rule: Rule


class Registry:
    """All rules."""

    def __init__(self, rules: list[Rule]) -> None:
        self.rules = {rule.code: rule for rule in rules}
        self.by_shape = {shape: rule for rule in rules for shape in rule.shapes}
        self.by_symbol: dict[str, Rule] = {}
        self.parameters: dict[str, list[Parameter]] = defaultdict(list)
        for rule in rules:
            for symbol in rule.symbols:
                if match := _PARAMETER.match(symbol):
                    self.parameters[match["symbol"]].append(Parameter(match["name"], bool(match["absent"]), rule))
                else:
                    self.by_symbol[symbol] = rule
        called = [*self.by_symbol, *self.parameters]
        self.names = frozenset(symbol.rpartition(".")[2] for symbol in called)
        self.external = frozenset(s.split(".")[0] for s in called) - {"weaviate"}


def rules_folder() -> Traversable:
    """Where the rules lie: in the package (a wheel, zipped or not), else beside it (a checkout, an editable install)."""
    inside = files(__package__).joinpath("rules")
    return inside if inside.is_dir() else Path(__file__).parents[1] / "rules"


def parsed(folder: Traversable) -> list[dict[str, Any]]:
    """What the rule files of a folder say, area by area."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    areas = sorted((area for area in folder.iterdir() if area.is_dir()), key=lambda p: p.name)
    rules = [file for area in areas for file in sorted(area.iterdir(), key=lambda p: p.name) if file.name.endswith(".yml")]
    return [yaml.load(file.read_text("utf-8"), loader) for file in rules]


@lru_cache(maxsize=1)
def load() -> Registry:
    """The rules that this version ships, read once: of the one file that a wheel has of them, else as they lie."""
    built = files(__package__).joinpath("rules.json")
    rules = json.loads(built.read_text("utf-8")) if built.is_file() else parsed(rules_folder())
    return Registry([Rule.read(rule) for rule in rules])
