"""Names that can be imported from v3 and not from v4, and the rule that speaks of each: what a tool without types can be told."""

from __future__ import annotations

from collections import defaultdict

from .. import registry, surface
from ..registry import Registry, Rule

_KINDS = ("class", "function", "module")


def gone() -> dict[str, Rule]:
    """Dotted path of a v3 name that v4 does not have -> its rule.

    Every path by which v3 can import the name is there, except below a module that is gone as a whole.
    """
    v3, rules = surface.load("v3"), registry.load()
    paths: dict[str, list[str]] = defaultdict(list)
    for alias, symbol in v3.aliases.items():
        paths[symbol].append(alias)
    found: dict[str, Rule] = {}
    for symbol, entry in v3.symbols.items():
        if entry.get("kind") not in _KINDS or "._" in symbol:
            continue
        for path in [symbol, *paths[symbol]]:
            if "._" not in path and not _stays(path, symbol) and (rule := _rule(path, symbol, rules)) is not None:
                found[path] = rule
    modules = {path for path in found if v3.kind(path) == "module"}
    return {path: rule for path, rule in found.items() if not _parents(path) & modules or _own(path, rules)}


def _stays(path: str, symbol: str) -> bool:
    """Whether v4 has a name under this path that does the same."""
    state = surface.load("v3").symbols[symbol].get("v4_alias", {}).get(path)
    if state is not None:
        return bool(state == "same")
    return surface.load("v4").canonical(path) is not None and surface.load("v3").symbols[symbol].get("v4") not in ("leftover", "gone")


def _rule(path: str, symbol: str, rules: Registry) -> Rule | None:
    """The rule for a name: its own, else that of the nearest module around it."""
    for name in (path, symbol, *sorted(_parents(path), key=len, reverse=True)):
        rule = rules.by_symbol.get(name)
        if rule is not None and not rule.optional and name != "weaviate":
            return rule
    return None


def _own(path: str, rules: Registry) -> bool:
    """Whether a rule speaks of the name itself, so that its message is better than that of its module."""
    symbol = surface.load("v3").canonical(path) or path
    return path in rules.by_symbol or symbol in rules.by_symbol


def _parents(path: str) -> set[str]:
    parts = path.split(".")
    return {".".join(parts[:end]) for end in range(2, len(parts))}
