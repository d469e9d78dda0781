"""What ``schema.get()`` gave as JSON, on the config objects of v4.

``to_dict()`` of a v4 config is close to that JSON, but not the same: it spells ``distance`` as ``distanceMetric``, leaves out
quantizers that are off and modules it doesn't know, and lists references behind the other properties.
"""

from __future__ import annotations

import ast

from ...records import record
from ..code import Code, Group, Item, each, join
from ..site import Site
from ..unit import Refusal, Unlike
from ..views import View

TYPE_CHECKING = False  # as in typing
if TYPE_CHECKING:
    from typing import TypeAlias

_WHOLE = "`to_dict()` of a v4 config is not the v3 dictionary in every key"
_ORDER = "v4 lists references behind the other properties"
_ENUM = "enum"
# Key -> attribute of the v4 config, and what it is: the same value (""), an enumeration, or a config of its own.
Keys: TypeAlias = "dict[str, tuple[str, str | Keys]]"

_INVERTED: Keys = {
    "bm25": ("bm25", {"b": ("b", ""), "k1": ("k1", "")}),
    "cleanupIntervalSeconds": ("cleanup_interval_seconds", ""),
    "indexNullState": ("index_null_state", ""),
    "indexPropertyLength": ("index_property_length", ""),
    "indexTimestamps": ("index_timestamps", ""),
    "stopwords": ("stopwords", {"preset": ("preset", _ENUM), "additions": ("additions", ""), "removals": ("removals", "")}),
}
_REPLICATION: Keys = {
    "factor": ("factor", ""),
    "asyncEnabled": ("async_enabled", ""),
    "deletionStrategy": ("deletion_strategy", _ENUM),
}
_TENANCY: Keys = {
    "enabled": ("enabled", ""),
    "autoTenantCreation": ("auto_tenant_creation", ""),
    "autoTenantActivation": ("auto_tenant_activation", ""),
}
# Settings that a v4 config may not have, by their key in ``to_dict()``, which a type checker lets pass.
_PLAIN: dict[str, dict[str, str]] = {
    "shardingConfig": {
        key: key
        for key in "virtualPerPhysical desiredCount actualCount desiredVirtualCount actualVirtualCount key strategy function".split()
    },
    "vectorIndexConfig": {
        "distance": "distanceMetric",
        **{
            key: key
            for key in """cleanupIntervalSeconds maxConnections efConstruction ef dynamicEfMin dynamicEfMax dynamicEfFactor
            flatSearchCutoff vectorCacheMaxObjects filterStrategy skip""".split()
        },
    },
}
_CONFIG: Keys = {
    "class": ("name", ""),
    "description": ("description", ""),
    "vectorizer": ("vectorizer", _ENUM),
    "vectorIndexType": ("vector_index_type", _ENUM),
    "invertedIndexConfig": ("inverted_index_config", _INVERTED),
    "multiTenancyConfig": ("multi_tenancy_config", _TENANCY),
    "replicationConfig": ("replication_config", _REPLICATION),
}
_SIMPLE = frozenset({"class", "description", "vectorizer"})  # what ``list_all()`` gives without ``simple=False``


@record(eq=False)
class Reading:
    """What is read of a schema: whether it takes more than a simple config has (``full``), and whether something is read
    that v4 has nowhere (``lost``), or under another key in its dictionary (``renamed``)."""

    site: Site
    full: bool = False
    lost: bool = False
    renamed: bool = False

    def whole(self, code: Code, holder: Code = "") -> Code:
        """The dictionary of a config, in the place of ``holder`` where that is what holds the config."""
        self.check(holder)
        self.full = True
        self.site.unit.doubt(_WHOLE)
        return join(code, ".to_dict()")

    def check(self, holder: Code) -> None:
        """Refuse a dictionary in the place of a result that has a key of v3 read which it has not."""
        held = not isinstance(holder, (str, ast.Name))  # else one reader of several gets it
        if self.lost or (held and self.renamed):
            raise Refusal("a part of the schema is read that v4 has not")

    def plain(self, key: str, code: Code) -> Code:
        """A part of the dictionary of a config, which is the same as in v3."""
        self.full = True
        return join(code, f".to_dict()[{self.site.string(key)}]")

    def lose(self) -> Unlike:
        """Note that something is read that v4 has nowhere."""
        self.lost = True
        return Unlike()


@record(eq=False)
class Schema(View):
    """``{"classes": [...]}``: in v4 a dictionary of name and config."""

    reading: Reading

    def item(self, key: object, shown: Code, code: Code) -> tuple[Code, View | None]:
        if key != "classes":
            raise self.reading.lose()
        return join(code, ".values()"), Classes(self.reading)

    def rebuilt(self, code: Code) -> Code:
        string = self.reading.site.string("classes")
        return Group("", "{", (Item(Classes(self.reading).rebuilt(join(code, ".values()")), f"{string}: "),), "}")


@record(eq=False)
class Classes(View):
    """The configs of all classes."""

    reading: Reading
    listed = True
    sliced = False

    def item(self, key: object, shown: Code, code: Code) -> tuple[Code, View | None]:
        return join("list(", code, ")[", shown, "]"), Config(self.reading)

    def element(self) -> View:
        return Config(self.reading)

    def rebuilt(self, code: Code) -> Code:
        return each(self.reading.whole("config", code), "config", code)


@record(eq=False)
class Config(View):
    """One class."""

    reading: Reading

    def item(self, key: object, shown: Code, code: Code) -> tuple[Code, View | None]:
        if key == "properties":
            return self._properties(code)
        if key == "moduleConfig":
            return join(self.reading.whole(code), "[", shown, "]"), None
        if isinstance(key, str) and key in _PLAIN:
            if key == "shardingConfig":
                self.reading.site.unit.doubt("v4 tells nothing of the shards of a class with tenants")
            return self.reading.plain(key, code), Settings(self.reading, _PLAIN[key])
        if not isinstance(key, str) or key not in _CONFIG:
            raise Unlike
        if key not in _SIMPLE:
            self.reading.full = True
        return Part(self.reading, _CONFIG).item(key, shown, code)

    def _properties(self, code: Code) -> tuple[Code, View | None]:
        if isinstance(code, (str, ast.Name)):
            return join(code, ".properties + ", code, ".references"), Properties(self.reading)
        return self.reading.plain("properties", code), Properties(self.reading, True)

    def rebuilt(self, code: Code) -> Code:
        return self.reading.whole(code, code)


@record(eq=False)
class Part(View):
    """A part of a class that is an object in v4."""

    reading: Reading
    keys: Keys

    def item(self, key: object, shown: Code, code: Code) -> tuple[Code, View | None]:
        entry = self.keys.get(key) if isinstance(key, str) else None
        if entry is None:
            raise self.reading.lose()
        found = join(code, f".{entry[0]}")
        if isinstance(entry[1], dict):
            return found, Part(self.reading, entry[1])
        if entry[1] == _ENUM and not self._is_compared(shown):
            optional = self.keys is _CONFIG  # ... or a plain text
            return self.reading.plain(str(key), code) if optional else join(found, ".value"), None
        return found, None

    def _is_compared(self, shown: Code) -> bool:
        """Whether a value is only compared: v4's enumerations are texts as well, but print otherwise."""
        site = self.reading.site
        reader = site.parent(shown) if isinstance(shown, ast.AST) else None
        while isinstance(reader, (ast.Attribute, ast.Call)) and not isinstance(site.parent(reader), ast.Compare):
            reader = site.parent(reader)
        return isinstance(reader, (ast.Subscript, ast.Call)) and isinstance(site.parent(reader), ast.Compare)

    def rebuilt(self, code: Code) -> Code:
        return self.reading.whole(code)


@record(eq=False)
class Settings(View):
    """Settings in ``to_dict()``, by the keys that they have there."""

    reading: Reading
    keys: dict[str, str]

    def item(self, key: object, shown: Code, code: Code) -> tuple[Code, View | None]:
        if not isinstance(key, str) or key not in self.keys:
            raise self.reading.lose()
        self.reading.renamed |= self.keys[key] != key
        return join(code, f"[{self.reading.site.string(self.keys[key])}]"), None

    def rebuilt(self, code: Code) -> Code:
        self.reading.check(code)
        self.reading.site.unit.doubt(_WHOLE)
        return code


@record(eq=False)
class Properties(View):
    """The properties of a class, references among them: objects, or their dictionaries (``plain``)."""

    reading: Reading
    plain: bool = False
    listed = True
    sliced = False

    def item(self, key: object, shown: Code, code: Code) -> tuple[Code, View | None]:
        self.reading.site.unit.doubt(_ORDER)
        whole = code if self.plain or isinstance(code, (str, ast.Name)) else join("(", code, ")")
        return join(whole, "[", shown, "]"), Property(self.reading, self.plain)

    def element(self) -> View:
        self.reading.site.unit.doubt(_ORDER)
        return Property(self.reading, self.plain)

    def rebuilt(self, code: Code) -> Code:
        if self.plain:
            self.reading.site.unit.doubt(_WHOLE)
            return code
        return each(self.reading.whole("prop"), "prop", code)


@record(eq=False)
class Property(View):
    """A property of a class."""

    reading: Reading
    plain: bool

    def item(self, key: object, shown: Code, code: Code) -> tuple[Code, View | None]:
        if self.plain:
            if key not in ("name", "dataType"):
                self.reading.site.unit.doubt(_WHOLE)
            return join(code, "[", shown, "]"), None
        if key in ("name", "description"):
            return join(code, f".{key}"), None
        if key == "dataType":
            return join(code, ".to_dict()[", shown, "]"), None
        raise Unlike

    def rebuilt(self, code: Code) -> Code:
        return code if self.plain else self.reading.whole(code)
