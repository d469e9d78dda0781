"""Several versions' offers made one: canonical paths, aliases, and since/until of everything."""

from __future__ import annotations

from typing import Any

from tools.surface.extract import Offer, Symbol
from tools.surface.package import is_public

FIELDS = {
    "attribute": ("type", "alias", "items"),
    "method": ("returns", "items"),
    "function": ("returns", "items"),
}


class Groups:
    """Which import paths, over all versions, stand for the same definition."""

    def __init__(self, offers: list[Offer]) -> None:
        self.offers = offers
        self.parent: dict[str, str] = {}
        self.keys: dict[str, dict[int, str]] = {}
        for offer in offers:
            for key in sorted(offer.symbols):
                paths = self.paths_of(offer, key)
                for path in paths:
                    self._join(paths[0], path)
        for number, offer in enumerate(offers):
            for key in sorted(offer.symbols):
                self.keys.setdefault(self.find(self.paths_of(offer, key)[0]), {}).setdefault(number, key)

    @staticmethod
    def paths_of(offer: Offer, key: str) -> list[str]:
        """Return a definition's import paths; the path of its module and name where there is none."""
        return offer.paths.get(key) or [key.replace(":", ".")]

    def find(self, path: str) -> str:
        """Return the representative of a path's group."""
        self.parent.setdefault(path, path)
        while self.parent[path] != path:
            path = self.parent[path]
        return path

    def _join(self, one: str, other: str) -> None:
        one, other = self.find(one), self.find(other)
        if one != other:
            self.parent[other] = one

    def join_moved(self) -> None:
        """Join classes that moved to another module: one class of that name in each version, never two at once."""
        named: dict[str, set[str]] = {}
        for group, keys in self.keys.items():
            for number, key in keys.items():
                if self.offers[number].symbols[key]["kind"] == "class":
                    named.setdefault(key.split(":")[1], set()).add(group)
        for found in named.values():
            groups = sorted(found)
            versions = [number for group in groups for number in self.keys[group]]
            if len(groups) > 1 and len(versions) == len(set(versions)):
                for group in groups[1:]:
                    self._join(groups[0], group)
                    self.keys[groups[0]].update(self.keys.pop(group))

    def join_structure(self) -> None:
        """Join classes that moved between versions, when they are the type of the same member of the same class."""
        changed = True
        while changed:
            changed = False
            for group in sorted(self.keys):
                if group in self.keys and self.find(group) == group:
                    changed = self._join_members(group) or changed

    def _join_members(self, group: str) -> bool:
        known: dict[str, tuple[str, str]] = {}
        joined = False
        for number, key in sorted(self.keys[group].items()):
            offer = self.offers[number]
            names = {name for ancestor in offer.symbols[key].get("mro", ())
                     for name in offer.symbols.get(ancestor, {}).get("members", {})}  # fmt: skip
            for name in sorted(names):
                member = offer.member(key, name) or {}
                for field in ("type", "returns"):
                    refs = [item[1:] for item in member.get(field, ()) if item.startswith("@")]
                    if len(refs) != 1 or refs[0] not in offer.symbols:
                        continue
                    here = self.find(self.paths_of(offer, refs[0])[0])
                    there = known.get(f"{name}.{field}", (here, ""))[0]
                    there = self.find(there)
                    known[f"{name}.{field}"] = (here, "")
                    last = {group_.split(".")[-1].rstrip("_") for group_ in (here, there)}
                    if here != there and len(last) == 1 and not set(self.keys[here]) & set(self.keys[there]):
                        self._join(there, here)
                        self.keys[there].update(self.keys.pop(here))
                        joined = True
        return joined


def merge(offers: list[Offer], newest_paths: bool = False) -> dict[str, Any]:
    """Make one surface of several versions' offers, oldest first.

    `newest_paths`: a canonical path is one that the newest version having the definition offers, and classes that
    moved between versions are followed; aliases are that version's too. Returns the JSON's content: versions, aliases,
    symbols.
    """
    groups = Groups(offers)
    if newest_paths:
        groups.join_moved()
        groups.join_structure()
    canonical: dict[str, str] = {}
    aliases: dict[str, str] = {}
    for group, keys in sorted(groups.keys.items()):
        numbers = [max(keys)] if newest_paths else list(keys)
        able = {path for number in numbers for path in groups.paths_of(offers[number], keys[number])
                if path not in offers[number].late}  # fmt: skip
        paths = sorted(able, key=_rank)
        canonical[group] = paths[0]
        for number in numbers:
            for path in groups.paths_of(offers[number], keys[number]):
                if path != paths[0]:
                    aliases[path] = paths[0]
    names: list[dict[str, str]] = []
    for offer in offers:
        names.append({key: canonical[groups.find(groups.paths_of(offer, key)[0])] for key in offer.symbols})
    symbols: dict[str, Symbol] = {}
    for module in sorted({module for offer in offers for module in offer.modules}):
        present = [offer.package.minor for offer in offers if module in offer.modules]
        symbols[module] = {"kind": "module", "since": present[0], "until": present[-1]}
    for group, keys in sorted(groups.keys.items()):
        versions = [(number, offers[number].symbols[key]) for number, key in sorted(keys.items())]
        path = canonical[group]
        symbols[path] = _merged(versions, offers, names)
        members = {name for _, symbol in versions for name in symbol.get("members", {})}
        for name in sorted(members):
            found = [(number, offers[number].member(key, name)) for number, key in sorted(keys.items())]
            symbols[f"{path}.{name}"] = _merged([(n, s) for n, s in found if s is not None], offers, names)
    symbols = dict(sorted(symbols.items()))
    aliases = {path: target for path, target in sorted(aliases.items()) if target in symbols and path not in symbols}
    return {"versions": [offer.package.version for offer in offers], "aliases": aliases, "symbols": symbols}


def _rank(path: str) -> tuple[bool, int, str]:
    return (not is_public(path), path.count("."), path)


def _merged(versions: list[tuple[int, Symbol]], offers: list[Offer], names: list[dict[str, str]]) -> Symbol:
    newest = versions[-1][1]
    symbol: Symbol = {"kind": newest["kind"]}
    if "bases" in newest:
        symbol["bases"] = _named(newest["bases"], names[versions[-1][0]])
    for name in FIELDS.get(newest["kind"], ()):
        for number, version in reversed(versions):
            if version.get(name):
                symbol[name] = _named(version[name], names[number])
                break
    if newest.get("async"):
        symbol["async"] = True
    if newest["kind"] != "attribute" and any("params" in version for _, version in versions):
        symbol["params"] = _parameters(versions, offers)
    symbol["since"] = offers[versions[0][0]].package.minor
    symbol["until"] = offers[versions[-1][0]].package.minor
    return symbol


def _named(found: list[str], names: dict[str, str]) -> list[str]:
    result = []
    for item in found:
        name = names.get(item[1:], item[1:].replace(":", ".")) if item.startswith("@") else item
        if name not in result:
            result.append(name)
    return result


def _parameters(versions: list[tuple[int, Symbol]], offers: list[Offer]) -> list[Symbol]:
    order: list[str] = []
    for _, version in reversed(versions):
        order += [param["name"] for param in version.get("params", ()) if param["name"] not in order]
    found = []
    for name in order:
        having = [(number, param) for number, version in versions for param in version.get("params", ())
                  if param["name"] == name]  # fmt: skip
        since, until = offers[having[0][0]].package.minor, offers[having[-1][0]].package.minor
        found.append({**having[-1][1], "since": since, "until": until})
    return found
