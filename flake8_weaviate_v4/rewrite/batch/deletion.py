"""``client.batch.delete_objects`` -> ``collection.data.delete_many``."""

from __future__ import annotations

import ast

from ...records import record
from ..code import Code, Group, Item, call, call_of, each, join
from ..literal import constant
from ..objects.object_views import named
from ..objects.operands import collection_name, is_none
from ..results import consumed
from ..search.filters import filtered
from ..site import Site, rewrites
from ..unit import Refusal, Unlike
from ..views import View
from .batches import BATCH, Batches, Opening
from .receivers import given_batch
from .settings import sure_of_level

DELETE = f"{BATCH}delete_objects"


@rewrites(DELETE)
def delete(site: Site) -> Code:
    """DELETE /batch/objects -> a gRPC request with the same filter."""
    given = site.arguments()
    if "where" not in given:
        raise Refusal("an argument is missing")
    name = collection_name(site, given)
    tenant = given.get("tenant")
    client, level = _client(site)
    collection = call(join(client, f".collections.{'use' if site.options.target >= (4, 16) else 'get'}"), name)
    if not is_none(tenant):
        collection = call(join(collection, ".with_tenant"), given["tenant"])
    if level is not None and not is_none(level):
        collection = call(join(collection, ".with_consistency_level"), site.consistency(level))
    items = [Item(filtered(site, given["where"]), "where=", given["where"])]
    verbose = _verbose(site, given.get("output"))
    if verbose is not None:
        items.append(Item(verbose, "verbose=", given["output"]))
    dry_run = given.get("dry_run")
    if dry_run is not None and constant(dry_run) is not False:
        items.append(Item(dry_run, "dry_run="))
    return consumed(site, site.call, call_of(join(collection, ".data.delete_many"), items), Deleted(site, given, verbose))


def _verbose(site: Site, node: ast.expr | None) -> Code | None:
    """``verbose`` for ``output``, where it is not the default."""
    value = constant(node)
    if node is None or value == "minimal":
        return None
    if isinstance(value, str):
        return "True"
    return join(site.atom(node) if not isinstance(node, ast.Name) else node, f" == {site.string('verbose')}")


def _client(site: Site) -> tuple[Code, ast.expr | None]:
    """The client of the batch, and the consistency level that is set on that."""
    batches = Batches.of(site.planner)
    receiver = site.usage.receiver
    if receiver is None:
        raise Refusal("the batch can't be seen")
    opening: Opening | None
    client = batches.client(receiver)
    if client is not None:
        opening = batches.around(site.call, receiver) or Opening(site.statement(), receiver)
    else:
        named = given_batch(site, batches, receiver)
        opening = batches.entered(named) if isinstance(named, ast.Name) else None
        client = batches.client(opening.batch) if opening is not None else None
    if client is None or opening is None:
        raise Refusal("the client of the batch can't be seen")
    try:
        values, made = batches.settings(opening, {"consistency_level"})
    except Refusal as refusal:
        if any(a.attribute == "consistency_level" for a in batches.actions):
            raise
        site.unit.doubt(f"no consistency level is taken to be set: {refusal}")
        return site.atom(client), None
    later = [a for a in batches.actions if a.attribute == "consistency_level" and a not in made]
    if any(outer is opening.statement for a in later for outer in site.module.ancestors(a.statement)):
        raise Refusal("the consistency level of the batch changes")
    sure_of_level(site, batches, opening, values.get("consistency_level"))
    return site.atom(client), values.get("consistency_level")


_ASKED: dict[str, tuple[str, object]] = {"output": ("output", "minimal"), "dryRun": ("dry_run", False)}  # with v3's defaults


@record(eq=False)
class Deleted(View):
    """``{"match": ..., "output": ..., "dryRun": ..., "results": {"matches": ..., "successful": ..., ...}}``."""

    site: Site
    given: dict[str, ast.expr]
    verbose: Code | None
    level: int = 0

    def item(self, key: object, shown: Code, code: Code) -> tuple[Code, View | None]:
        if not self.level:
            if key in _ASKED:
                return self._asked(str(key)), None
            if key != "results":
                raise Unlike
            return code, Deleted(self.site, self.given, self.verbose, 1)
        if key in ("matches", "successful", "failed"):
            return join(code, f".{key}"), None
        if key == "objects" and self.verbose == "True":
            return join(code, ".objects"), DeletedObjects(self.site, self.given)
        raise Unlike

    def rebuilt(self, code: Code) -> Code:
        self.site.unit.doubt("of what v3 returned, v4 has the outcome alone")
        name = named(self.site, code, "deleted")
        string = self.site.string
        items = [Item(join(name, f".{key}"), f"{string(key)}: ") for key in ("matches", "successful", "failed")]
        if self.verbose == "True":
            items.append(Item(DeletedObjects(self.site, self.given).rebuilt(join(name, ".objects")), f"{string('objects')}: "))
        elif self.verbose is not None:
            raise Refusal("whether the objects are part of the result can't be seen")
        made: Code = Group("", "{", tuple(items), "}")
        if self.level:
            return made
        asked = [Item(self._asked(key), f"{string(key)}: ") for key in _ASKED if self._is_seen(key)]
        return Group("", "{", (*asked, Item(made, f"{string('results')}: ")), "}")

    def _is_seen(self, key: str) -> bool:
        return isinstance(self.given.get(_ASKED[key][0]), (ast.Constant, type(None)))

    def _asked(self, key: str) -> Code:
        """What the answer repeats of the request."""
        if not self._is_seen(key):
            raise Unlike
        name, default = _ASKED[key]
        value = constant(self.given[name]) if name in self.given else default
        return self.site.string(value) if isinstance(value, str) else repr(value)


@record(eq=False)
class DeletedObjects(View):
    """A list of ``{"id": ..., "status": "SUCCESS" | "FAILED" | "DRYRUN", "errors": ...}``."""

    site: Site
    given: dict[str, ast.expr]
    listed = True

    def item(self, key: object, shown: Code, code: Code) -> tuple[Code, View | None]:
        return join(code, "[", shown, "]"), DeletedObject(self.site, self.given)

    def element(self) -> View:
        return DeletedObject(self.site, self.given)

    def rebuilt(self, code: Code) -> Code:
        one = DeletedObject(self.site, self.given)
        string = self.site.string
        items = (Item(one.item(key, "", "obj")[0], f"{string(key)}: ") for key in ("id", "status"))
        return each(Group("", "{", tuple(items), "}"), "obj", code)


@record(eq=False)
class DeletedObject(View):
    """One of them."""

    site: Site
    given: dict[str, ast.expr]

    def item(self, key: object, shown: Code, code: Code) -> tuple[Code, View | None]:
        if key == "id":
            return call("str", join(code, ".uuid")), None
        string = self.site.string
        if key == "status" and constant(self.given.get("dry_run")) is True:
            return string("DRYRUN"), None
        if key == "status" and ("dry_run" not in self.given or constant(self.given["dry_run"]) is False):
            return join(f"({string('SUCCESS')} if ", code, f".successful else {string('FAILED')})"), None
        raise Refusal("a part of the result that v4 has not")
