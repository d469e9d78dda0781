"""``rules/`` -> Rule, looked up by code, by symbol and by shape."""

from __future__ import annotations

import sys
from collections import defaultdict
from functools import cache, lru_cache

from . import data
from .records import record

TYPE_CHECKING = False  # as in typing, which takes longer to import than the rules to read
if TYPE_CHECKING:
    from typing import Any

    if sys.version_info >= (3, 11):
        from importlib.resources.abc import Traversable
    else:
        from importlib.abc import Traversable


@record(frozen=True, eq=False)
class Rule:
    """One rule file: what is wrong, what replaces it, where the docs say so.

    ``message`` holds variables (``$RECEIVER``, ``$CLASS_NAME``) that ``messages.render`` fills. ``optional`` names the
    option that switches the rule on, empty for rules that always hold. ``link`` rules speak inside a builder chain too.
    What only those who explain rules need is read when it is asked for.
    """

    code: str
    name: str
    message: str
    url: str
    severity: str
    fixable: str
    symbols: tuple[str, ...]
    shapes: tuple[str, ...]
    replacements: tuple[str, ...]
    optional: str
    link: bool
    query: str
    older: tuple[tuple[tuple[int, int], str], ...] = ()

    def hint(self, target: tuple[int, int]) -> str:
        """The message for a v4 client of this version; empty where the rule has nothing to say to it."""
        return next((message for before, message in self.older if target < before), self.message)

    @property
    def note(self) -> str:
        """What changed, why, and what to watch for."""
        return str(_details(self.code)["note"])

    @property
    def examples(self) -> tuple[dict[str, Any], ...]:
        """Code that is reported (``v3``) and what replaces it (``v4``)."""
        return tuple(_details(self.code)["metadata"].get("examples") or ())

    @property
    def clean(self) -> tuple[str, ...]:
        """Code that looks alike and is not reported."""
        return tuple(_details(self.code)["metadata"].get("clean") or ())

    @property
    def pattern(self) -> dict[str, Any]:
        """The rule as ast-grep reads it, empty where it has no words for it."""
        found: dict[str, Any] = _details(self.code).get("rule", {})
        return found

    @property
    def fix(self) -> str | None:
        """What ast-grep puts in the place of ``pattern``."""
        return _details(self.code).get("fix")

    @property
    def syntax(self) -> dict[str, Any]:
        """What else ast-grep reads beside ``pattern``."""
        return {key: _details(self.code).get(key) for key in ("constraints", "utils", "transform")}

    @classmethod
    def read(cls, written: dict[str, Any]) -> Rule:
        """A rule of its parsed YAML. Raises KeyError where a field is missing."""
        meta = written["metadata"]
        return cls(
            code=written["id"], name=meta["name"], message=written["message"], url=written["url"], severity=written["severity"],
            fixable=meta["fixable"], symbols=tuple(meta.get("symbols") or ()), shapes=tuple(meta.get("shapes") or ()),
            replacements=tuple(meta.get("replacements") or ()), optional=meta.get("optional", ""), link=bool(meta.get("link")),
            query=meta.get("query", ""), older=tuple((version(o["before"]), o["message"]) for o in meta.get("older") or ()),
        )  # fmt: skip


# What of a rule file is read only by who asks for it: most of its text.
_DETAILS = frozenset({"note", "rule", "fix", "constraints", "utils", "transform"})
_DETAILS_OF_METADATA = frozenset({"examples", "clean"})


def parts(written: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """A parsed rule file as what findings need of it and the details, for a wheel to hold in two files."""
    lean, details = ({key: value for key, value in written.items() if (key in _DETAILS) is is_detail} for is_detail in (False, True))
    for part, is_detail in ((lean, False), (details, True)):
        part["metadata"] = {k: v for k, v in written["metadata"].items() if (k in _DETAILS_OF_METADATA) is is_detail}
    return lean, details


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
                called, is_parameter, name = symbol.rstrip(")").partition("(")
                if is_parameter:
                    self.parameters[called].append(Parameter(name.removeprefix("-"), name.startswith("-"), rule))
                else:
                    self.by_symbol[symbol] = rule
        symbols = [*self.by_symbol, *self.parameters]
        self.names = frozenset(symbol.rpartition(".")[2] for symbol in symbols)
        self.external = frozenset(symbol.split(".")[0] for symbol in symbols) - {"weaviate"}


def rules_folder() -> Traversable:
    """Where the rules lie: in the package (a wheel, zipped or not), else beside it (a checkout, an editable install)."""
    from importlib.resources import files  # late, as pathlib is: a run that finds something has no need of the folder
    from pathlib import Path

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
    return Registry([rule(code) for code in _written()])


@cache
def rule(code: str) -> Rule:
    """One rule, for who has no need of all. Raises KeyError."""
    return Rule.read(_written()[code])


@lru_cache(maxsize=1)
def _written() -> dict[str, dict[str, Any]]:
    """Code -> what findings need of a rule as it is written."""
    built = data.read("rules.json")
    return {rule["id"]: rule for rule in (_lying() if built is None else built)}


@lru_cache(maxsize=512)
def _details(code: str) -> dict[str, Any]:
    """What is known of a rule beside what findings need of it."""
    built = _built_details()
    if built is None:
        return next(rule for rule in _lying() if rule["id"] == code)
    import json

    start = built.index(f'{{"id":"{code}",'.encode())
    found: dict[str, Any] = json.loads(built[start : built.index(b"\n", start)])
    return found


@lru_cache(maxsize=1)
def _built_details() -> bytes | None:
    """A line of JSON for each rule: who asks for one has no need to read the others."""
    return data.raw("details.jsonl")


@lru_cache(maxsize=1)
def _lying() -> list[dict[str, Any]]:
    return parsed(rules_folder())
