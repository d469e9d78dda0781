"""What v3's ``cluster`` and ``backup`` returned as the server's JSON, on v4's objects."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ...records import NamedTuple, record
from ..code import Code, Group, Item, each, join
from ..graphql.figures import named
from ..site import Site
from ..unit import Refusal, Unlike
from ..views import View

TYPE_CHECKING = False  # as in typing
if TYPE_CHECKING:
    from typing import TypeAlias


class Field(NamedTuple):
    """How a v4 object has what is under a key of the JSON: what follows its code, and the view of it where it has parts."""

    access: str
    view: Callable[[Result], View] | None = None


Fields: TypeAlias = Mapping[str, Field]
_MORE = "what the server says besides is not in v4's object"


@record(eq=False)
class Result:
    """One answer of the server: ``fixed`` holds keys that v4 leaves out and whose values are known; ``foreign`` where a key
    was asked for that v4 does not have."""

    site: Site
    fixed: Mapping[str, Code]
    foreign: bool = False


@record(eq=False)
class Record(View):
    """A JSON object."""

    result: Result
    fields: Fields

    def item(self, key: object, shown: Code, code: Code) -> tuple[Code, View | None]:
        if isinstance(key, str) and key in self.result.fixed:
            return self.result.fixed[key], None
        if not isinstance(key, str) or key not in self.fields:
            self.result.foreign = True
            raise Unlike
        field = self.fields[key]
        return join(code, field.access), field.view(self.result) if field.view is not None else None

    def rebuilt(self, code: Code) -> Code:
        site = self.result.site
        if self.result.foreign:
            raise Refusal("a part of the result that v4 does not keep")
        site.unit.doubt(_MORE)
        code = named(site, code, several=True)
        items = []
        for key, field in self.fields.items():
            value = join(code, field.access)
            built = field.view(self.result).rebuilt(value) if field.view is not None else value
            items.append(Item(built, f"{site.string(key)}: "))
        items += [Item(value, f"{site.string(key)}: ") for key, value in self.result.fixed.items()]
        return Group("", "{", tuple(items), "}")


@record(eq=False)
class Records(View):
    """A list of JSON objects, each called ``name`` where the list is built anew."""

    result: Result
    fields: Fields
    name: str
    listed = True

    def item(self, key: object, shown: Code, code: Code) -> tuple[Code, View | None]:
        return join(code, "[", shown, "]"), self.element()

    def element(self) -> View:
        return Record(self.result, self.fields)

    def rebuilt(self, code: Code) -> Code:
        return each(self.element().rebuilt(self.name), self.name, code)


_SHARD: Fields = {
    "class": Field(".collection"),
    "name": Field(".name"),
    "objectCount": Field(".object_count"),
    "vectorIndexingStatus": Field(".vector_indexing_status"),
    "vectorQueueLength": Field(".vector_queue_length"),
    "compressed": Field(".compressed"),
    "loaded": Field(".loaded"),
}
_STATS: Fields = {"objectCount": Field(".object_count"), "shardCount": Field(".shard_count")}
_NODE: Fields = {"gitHash": Field(".git_hash"), "name": Field(".name"), "status": Field(".status"), "version": Field(".version")}
_VERBOSE: Fields = {
    **_NODE,
    "shards": Field(".shards", lambda result: Records(result, _SHARD, "shard")),
    "stats": Field(".stats", lambda result: Record(result, _STATS)),
}
_STATUS: Fields = {"id": Field(".backup_id"), "path": Field(".path"), "status": Field(".status.value"), "error": Field(".error")}
_BACKUP: Fields = {**_STATUS, "classes": Field(".collections")}


def nodes(site: Site, verbose: bool) -> View:
    """The list of nodes; without "verbose" output the server sends no shards and statistics."""
    return Records(Result(site, {}), _VERBOSE if verbose else {**_NODE, "shards": Field(".shards")}, "node")


def backup(site: Site, backend: Code | None, with_classes: bool) -> View:
    """The state of a backup; ``backend`` is the name that the server says again."""
    return Record(Result(site, {} if backend is None else {"backend": backend}), _BACKUP if with_classes else _STATUS)
