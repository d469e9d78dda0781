"""What the two clients offer, as data: ``v3.json`` (3.0 to 3.26) and ``v4.json`` (4.x), written by ``tools/surface``."""

from __future__ import annotations

from functools import cached_property, lru_cache

from .. import data
from ..records import NamedTuple

TYPE_CHECKING = False  # as in typing
if TYPE_CHECKING:
    from typing import Any, TypeAlias

Symbol: TypeAlias = "dict[str, Any]"

# The object that does a v3 object's work in v4, where it is reached by the same attribute or call.
_SAME_ATTRIBUTE = ("batch", "cluster", "backup", "_connection")
# What an attribute is whose class only the heirs of its class name.
_MADE_BY_HEIRS = {"weaviate.client_executor._WeaviateClientExecutor._connection": ["weaviate.connect.ConnectionV4"]}


class Surface:
    """One client generation: ``symbols`` by canonical dotted path, ``aliases`` from other import paths to it."""

    def __init__(self, name: str) -> None:
        written = data.read(f"surface/{name}.json")
        self.versions: list[str] = written["versions"]
        self.symbols: dict[str, Symbol] = written["symbols"]
        self.aliases: dict[str, str] = written["aliases"]
        self._name = name

    def canonical(self, path: str) -> str | None:
        """The canonical path of what ``path`` leads to (``weaviate.client.Client`` -> ``weaviate.Client``), or None."""
        if path in self.symbols:
            return path
        if (known := self.aliases.get(path)) is not None:
            return known
        owner, _, name = path.rpartition(".")
        if owner and (cls := self.canonical(owner)) is not None and self.symbols.get(cls, {}).get("kind") == "class":
            return self.member(cls, name)
        return None

    def member(self, cls: str, name: str) -> str | None:
        """The symbol of member ``name`` of the class at canonical path ``cls``, its bases included, or None."""
        seen = set()
        todo = [cls]
        while todo:
            owner = todo.pop(0)
            if owner in seen:
                continue
            seen.add(owner)
            if (path := f"{owner}.{name}") in self.symbols:
                return path
            bases = self.symbols.get(owner, {}).get("bases", ())
            todo.extend(self.aliases.get(base, base) for base in bases)
        return None

    def kind(self, path: str) -> str:
        """module, class, function, method or attribute; empty for what is not known."""
        return str(self.symbols.get(path, {}).get("kind", ""))

    def types(self, path: str) -> list[str]:
        """Classes an attribute can be, or a function or method returns."""
        symbol = self.symbols.get(path, {})
        return list(symbol.get("returns") or symbol.get("type") or _MADE_BY_HEIRS.get(path) or ())

    def parameters(self, path: str) -> list[str]:
        """Names of a callable's parameters in order, without ``self``; stars are left out."""
        return [p["name"] for p in self.params(path) if not p["kind"].startswith("var")]

    def params(self, path: str) -> list[dict[str, Any]]:
        """A callable's parameters in order, without ``self``: name, kind, since and until which version."""
        found = self._params.get(path) if self._params else self.symbols.get(path, {}).get("params")
        return list(found or ())

    @cached_property
    def _params(self) -> dict[str, list[dict[str, Any]]]:
        """Where they are in a file of their own, as in a wheel: half of all that is known of a client, and few ask for it."""
        return data.read(f"surface/{self._name}.params.json") or {}


@lru_cache(maxsize=2)
def load(name: str) -> Surface:
    """The surface ``v3`` or ``v4``, read once."""
    return Surface(name)


class Found(NamedTuple):
    """A member or name that was looked up: ``symbol`` (canonical), and its ``client`` ("v3" or "v4")."""

    symbol: str
    client: str


@lru_cache(maxsize=1)
def counterparts() -> dict[str, str]:
    """v4 class -> the v3 class that was reached in the same way: a v3 member asked of the former is a mistake."""
    v3, v4 = load("v3"), load("v4")
    pairs: dict[str, str] = {}
    for client in ("weaviate.WeaviateClient", "weaviate.WeaviateAsyncClient"):
        pairs[client] = "weaviate.Client"
        for name in _SAME_ATTRIBUTE:
            new, old = v4.member(client, name), v3.member("weaviate.Client", name)
            if new and old:
                pairs.update(dict.fromkeys(v4.types(new), v3.types(old)[0]))
                if name == "batch":
                    pairs.update(dict.fromkeys(_opened(v4, v4.types(new)), v3.types(old)[0]))
    return pairs


def _opened(v4: Surface, wrappers: list[str]) -> list[str]:
    """What ``with client.batch.dynamic() as batch`` binds, for each of the wrapper's methods."""
    managers = [v4.types(opener) for cls in wrappers for name in ("dynamic", "fixed_size") if (opener := v4.member(cls, name))]
    entered = [v4.member(manager, "__enter__") for types in managers for manager in types]
    return [cls for symbol in entered if symbol for cls in v4.types(symbol)]


@lru_cache(maxsize=4096)
def find(path: str) -> Found | None:
    """What an absolute dotted path under ``weaviate`` leads to; v3 first, as v3 is what is looked for."""
    for client in ("v3", "v4"):
        if (symbol := load(client).canonical(path)) is not None:
            return Found(symbol, client)
    return None


@lru_cache(maxsize=4096)
def find_member(cls: str, name: str) -> Found | None:
    """Member ``name`` of an instance of ``cls``; a v4 object answers with v3's member where v4 has none."""
    v3 = load("v3")
    if cls in v3.symbols and not cls.startswith("weaviate.classes."):
        if (symbol := v3.member(cls, name)) is not None:
            return Found(symbol, "v3")
        if v3.symbols[cls].get("v4") != "same":
            return None
    v4 = load("v4")
    if cls in v4.symbols and (symbol := v4.member(cls, name)) is not None:
        return Found(symbol, "v4")
    old = counterparts().get(cls)
    if old is not None and (symbol := v3.member(old, name)) is not None:
        return Found(symbol, "v3")
    return None
