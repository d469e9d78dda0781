"""The state of the server: classes, objects and tenants, changed by what the programs ask."""

from __future__ import annotations

import copy
from dataclasses import dataclass, field
from typing import Any

from ..canonical.values import MADE_UP, Schema
from . import fixture

CREATED = 1_700_000_000_000


@dataclass
class Stored:
    """An object."""

    cls: str
    uuid: str
    properties: dict[str, Any]
    vector: list[float]
    tenant: str | None = None
    created: int = CREATED
    updated: int = CREATED
    vectors: dict[str, list[float]] = field(default_factory=dict)


class Failure(Exception):
    """A request that the server refuses: a status and a message."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


class State:
    """Everything that the server holds."""

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """Back to the fixture."""
        self.classes = {one["class"]: one for one in copy.deepcopy(fixture.CLASSES)}
        self.tenants = copy.deepcopy(fixture.TENANTS)
        self.objects: list[Stored] = []
        self.backups: dict[str, dict[str, Any]] = {}
        self.made = 0
        for cls, uuid, properties in copy.deepcopy(fixture.OBJECTS):
            self._place(Stored(cls, uuid, properties, self.vector()))
        for cls, tenant, uuid, properties in copy.deepcopy(fixture.TENANT_OBJECTS):
            self._place(Stored(cls, uuid, properties, self.vector(), tenant))

    def vector(self) -> list[float]:
        """A vector for an object that came without one; exact in 32 bits."""
        return [(len(self.objects) + 1) / 8, 0.25, -0.5]

    def _place(self, made: Stored) -> None:
        made.created = made.updated = CREATED + 1000 * len(self.objects)
        self.objects.append(made)

    def schema(self) -> Schema:
        """Data types of each property of each class."""
        return {
            name: {one["name"]: list(one["dataType"]) for one in cls["properties"]}
            for name, cls in self.classes.items()
        }

    def make_id(self) -> str:
        """An id for an object that came without one."""
        self.made += 1
        return f"{MADE_UP}5e{self.made:010x}"

    def cls(self, name: str, status: int = 404) -> dict[str, Any]:
        """A class, or a failure."""
        if name not in self.classes:
            raise Failure(status, f"class {name!r} not found in schema")
        return self.classes[name]

    def of(self, name: str, tenant: str | None) -> list[Stored]:
        """The objects of a class (and tenant), in the order in which they were put in."""
        cls = self.cls(name, 422)
        if cls["multiTenancyConfig"]["enabled"]:
            if tenant is None:
                raise Failure(422, f"class {name} has multi-tenancy enabled, but request was without tenant")
            if tenant not in [one["name"] for one in self.tenants.get(name, [])]:
                raise Failure(422, f"tenant not found: {tenant!r}")
        elif tenant is not None:
            raise Failure(422, f"class {name} has multi-tenancy disabled, but request was with tenant")
        return [one for one in self.objects if one.cls == name and one.tenant == tenant]

    def find(self, name: str, uuid: str, tenant: str | None = None) -> Stored | None:
        """An object by its id."""
        return next((one for one in self.of(name, tenant) if one.uuid == uuid.lower()), None)

    def anywhere(self, uuid: str) -> Stored | None:
        """An object by its id, whatever its class and tenant: what a beacon points to."""
        return next((one for one in self.objects if one.uuid == uuid.lower()), None)

    def put(self, body: dict[str, Any], *, replace: bool = True) -> Stored:
        """Stores an object given as JSON."""
        name, tenant, uuid = body.get("class", ""), body.get("tenant"), (body.get("id") or self.make_id()).lower()
        if name not in self.classes:
            self.classes[name] = fixture.make_class(name, [])  # as the server's auto-schema does
        old = self.find(name, uuid, tenant)
        if old is not None and not replace:
            raise Failure(422, f"id '{uuid}' already exists")
        vector = [float(one) for one in body.get("vector") or []] or self.vector()
        properties = {key: value for key, value in (body.get("properties") or {}).items() if value is not None}
        if old is not None:
            old.properties, old.vector, old.updated = properties, vector, old.updated + 500
            return old
        made = Stored(name, uuid, properties, vector, tenant, vectors=body.get("vectors") or {})
        self._place(made)
        return made

    def remove(self, stored: Stored) -> None:
        """Forgets an object."""
        self.objects = [one for one in self.objects if one is not stored]

    def as_json(self, stored: Stored, include: str = "") -> dict[str, Any]:
        """An object as REST returns it."""
        found: dict[str, Any] = {
            "class": stored.cls,
            "creationTimeUnix": stored.created,
            "id": stored.uuid,
            "lastUpdateTimeUnix": stored.updated,
            "properties": copy.deepcopy(stored.properties),
            "vectorWeights": None,
        }
        if "vector" in include.split(","):
            found["vector"] = stored.vector
        if stored.tenant is not None:
            found["tenant"] = stored.tenant
        return found
