"""What became of each v3 symbol in the newest v4: the `v4` keys of v3.json."""

from __future__ import annotations

import ast
from typing import Any

from tools.surface.extract import Offer, Symbol
from tools.surface.package import Class, Function, Module, Package, Variable

# v3 class -> where v4 keeps the object that does its work. The first two members of a path are attributes' types.
COUNTERPARTS = {
    "weaviate.Client": ("weaviate.client:WeaviateClient",),
    "weaviate.batch.Batch": ("weaviate.client:WeaviateClient", "batch"),
    "weaviate.cluster.Cluster": ("weaviate.client:WeaviateClient", "cluster"),
    "weaviate.backup.Backup": ("weaviate.client:WeaviateClient", "backup"),
    "weaviate.connect.Connection": ("weaviate.connect.v4:ConnectionSync",),
}

# Packages of v4 to which no v4 object leads: what they hold can be imported and serves nothing.
UNREACHED = ("weaviate.gql",)


class Newest:
    """The newest v4, asked whether a v3 path still leads anywhere."""

    def __init__(self, package: Package, offer: Offer) -> None:
        """`offer` holds what can be reached in this version: from every public module that something leads to."""
        self.package = package
        self.offer = offer
        self.deprecated = root_deprecated(package)

    def definition(self, path: str) -> Class | Function | Variable | Module | None:
        """Find what a dotted path of modules and names stands for, as an import would."""
        if path in self.package.modules:
            return self.package.modules[path]
        module, _, name = path.rpartition(".")
        if path in self.deprecated and self.deprecated[path] is not None:
            return self.definition(str(self.deprecated[path]))
        found = self.package.lookup(module, name)
        return found if isinstance(found, Class | Function | Variable | Module) else None

    def status(self, path: str) -> str:
        """Say what became of a module or of a module's name: same, moved, leftover or gone."""
        if path in self.deprecated:
            return "leftover" if self.deprecated[path] is None else "moved"
        found = self.definition(path)
        if found is None:
            return "gone"
        if isinstance(found, Module):
            return "leftover" if any(f"{found.name}.".startswith(f"{name}.") for name in UNREACHED) else "same"
        if isinstance(found, Class) and _always_raises(found):
            return "leftover"
        return "same" if key_of(found) in self.offer.symbols else "leftover"

    def counterpart(self, steps: tuple[str, ...]) -> str | None:
        """Follow a class and then attributes' types; return the key of the class at the end."""
        key: str | None = steps[0]
        for step in steps[1:]:
            member = self.offer.member(key, step) if key in self.offer.symbols and key else None
            types = [item[1:] for item in (member or {}).get("type", ()) if item.startswith("@")]
            key = types[0] if types else None
        return key if key in self.offer.symbols else None


def key_of(found: Class | Function | Variable) -> str:
    """Return the key under which `extract` files a definition."""
    if isinstance(found, Class):
        return found.key
    name = found.node.name if isinstance(found, Function) else found.name
    return f"{found.scope.module.name}:{name}"


def root_deprecated(package: Package) -> dict[str, str | None]:
    """Read the names that `weaviate.__getattr__` serves: path -> where it takes them from, None where it fails."""
    scope = package.modules["weaviate"].scope
    names, places = scope.names.get("deprs"), scope.names.get("map_")
    if not (isinstance(names, Variable) and isinstance(places, Variable) and names.value and places.value):
        return {}
    served = ast.literal_eval(places.value)
    found: dict[str, str | None] = {}
    for name in ast.literal_eval(names.value):
        module = f"weaviate.{served[name]}"
        works = module in package.modules and package.lookup(module, name) is not None
        found[f"weaviate.{name}"] = f"{module}.{name}" if works else None
    return found


def _always_raises(klass: Class) -> bool:
    made = klass.body.names.get("__init__")
    return isinstance(made, Function) and any(isinstance(node, ast.Raise) for node in made.node.body)


def compare(v3: dict[str, Any], v4: dict[str, Any], newest: Newest) -> None:
    """Add `v4`, `v4_path`, `v4_alias`, `v4_lost_params` and `v4_new_params` to v3's symbols, in place."""
    symbols: dict[str, Symbol] = v3["symbols"]
    other_paths: dict[str, list[str]] = {}
    for alias, target in v3["aliases"].items():
        other_paths.setdefault(target, []).append(alias)
    for path, symbol in symbols.items():
        owner = path.rpartition(".")[0]
        if symbols.get(owner, {}).get("kind") in ("class", "attribute"):
            _member(path, owner, symbols, newest)
            continue
        status = newest.status(path)
        statuses = {alias: newest.status(alias) for alias in sorted(other_paths.get(path, []))}
        if status == "gone" and "same" in statuses.values():
            status = "moved"
        symbol["v4"] = status
        differing = {alias: found for alias, found in statuses.items() if found != status}
        if differing:
            symbol["v4_alias"] = differing
        if symbol["kind"] == "module":
            continue
        place = _place(path, [alias for alias, found in statuses.items() if found == "same"], v4, newest)
        if status in ("moved", "leftover") and place is None:
            place = _namesake(path, symbols, v4)
        if status == "gone":
            place = _namesake(path, symbols, v4)
            symbol["v4"] = "moved" if place else "gone"
        if place is not None and place != path:
            symbol["v4_path"] = place
        found = newest.definition(place or path)
        if symbol["v4"] in ("same", "moved") and isinstance(found, Class | Function | Variable):
            _parameters(symbol, newest.offer.symbols.get(key_of(found), {}))


def _place(path: str, aliases: list[str], v4: dict[str, Any], newest: Newest) -> str | None:
    for candidate in [path, *aliases]:
        target = newest.deprecated.get(candidate, candidate) or candidate
        target = v4["aliases"].get(target, target)
        if target in v4["symbols"]:
            return str(target)
    return None


def _namesake(path: str, symbols: dict[str, Symbol], v4: dict[str, Any]) -> str | None:
    """Find a public v4 class of the same name, under `weaviate.classes`, that has all the v3 class's members."""
    name = path.rpartition(".")[2]
    if symbols[path]["kind"] != "class":
        return None
    members = [member[len(path) + 1 :] for member in symbols if member.startswith(f"{path}.")]
    for candidate in sorted([*v4["symbols"], *v4["aliases"]]):
        if candidate.startswith("weaviate.classes.") and candidate.endswith(f".{name}") and candidate.count(".") <= 3:
            target = v4["aliases"].get(candidate, candidate)
            if members and all(f"{target}.{member}" in v4["symbols"] for member in members):
                return str(target)
    return None


def _member(path: str, owner: str, symbols: dict[str, Symbol], newest: Newest) -> None:
    symbol, name = symbols[path], path.rpartition(".")[2]
    if owner in COUNTERPARTS:
        key, status = newest.counterpart(COUNTERPARTS[owner]), "same"
    else:
        status = symbols[owner]["v4"]
        found = newest.definition(symbols[owner].get("v4_path", owner))
        key = key_of(found) if isinstance(found, Class) else None
        if status == "leftover" and isinstance(found, Class) and found.body.names.get(name) is not None:
            symbol["v4"] = status
            return
        status = "same" if status == "moved" else status
    member = newest.offer.member(key, name) if key in newest.offer.symbols and key else None
    symbol["v4"] = "gone" if member is None or status == "gone" else status
    if symbol["v4"] == "same" and member is not None:
        if {symbol["kind"], member["kind"]} == {"attribute", "method"}:
            symbol["v4"] = "moved"
        _parameters(symbol, member)


def _parameters(symbol: Symbol, new: Symbol) -> None:
    if "params" not in symbol or "params" not in new:
        return
    names = {param["name"] for param in symbol["params"]}
    known = {param["name"] for param in new["params"]}
    kinds = {param["kind"] for param in new["params"]}
    lost = [param["name"] for param in symbol["params"]
            if param["name"] not in known and not param["kind"].startswith("var")]  # fmt: skip
    added = [param["name"] for param in new["params"]
             if param["name"] not in names and "default" not in param and not param["kind"].startswith("var")]  # fmt: skip
    if lost and "var_keyword" not in kinds:
        symbol["v4_lost_params"] = lost
    if added:
        symbol["v4_new_params"] = added
