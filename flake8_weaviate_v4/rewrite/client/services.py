"""``client.cluster``, ``client.backup`` and what is reached through a v3 client's connection."""

from __future__ import annotations

import ast

from ...inference.values import Instance
from ..code import Code, Item, call_of, join
from ..literal import assigned_once, constant, follow
from ..results import consumed
from ..site import PARTS, Site, pure, rewrites
from ..unit import Refusal
from . import service_views
from .settings import origin

_STORAGES = frozenset({"filesystem", "s3", "gcs", "azure"})
_CLIENTS = frozenset({"weaviate.Client", "weaviate.WeaviateClient"})
_BACKUP = "weaviate.backup.Backup"
_NAMES = {"include_classes": "include_collections", "exclude_classes": "exclude_collections"}


def _given(site: Site) -> dict[str, ast.expr]:
    """The arguments without those that are None, which both clients take for absent."""
    return {name: value for name, value in site.arguments().items() if not (isinstance(value, ast.Constant) and value.value is None)}


def _part(site: Site) -> Code:
    """The part of the client whose method is called: it has the same name in v4."""
    receiver = site.usage.receiver
    made = receiver
    if isinstance(receiver, ast.Name) and (assignment := assigned_once(site, receiver)) is not None:
        made = assignment.value
    if receiver is None or not isinstance(made, ast.Attribute) or made.attr not in PARTS:
        raise Refusal("the client can't be seen")
    return site.atom(receiver)


@rewrites("weaviate.cluster.Cluster.get_nodes_status")
def nodes(site: Site) -> Code:
    """``cluster.get_nodes_status(class_name, output)`` -> ``cluster.nodes(collection=, output=)``: both send GET /nodes."""
    given = _given(site)
    items = [
        Item(given[name], f"{new}=", origin(site, given[name]))
        for name, new in (("class_name", "collection"), ("output", "output"))
        if name in given
    ]
    verbose = "output" in given and constant(given["output"]) != "minimal"
    code = call_of(join(_part(site), ".nodes"), items)
    return consumed(site, site.call, code, service_views.nodes(site, verbose))


@rewrites(*(f"{_BACKUP}.{name}" for name in ("create", "restore", "get_create_status", "get_restore_status")))
def backup(site: Site) -> Code:
    """Backups: the same requests, with other names for the classes, and an object for the answer."""
    given = _given(site)
    method = site.usage.symbol.rpartition(".")[2]
    items = []
    for name, value in given.items():
        code = _storage(site, value) if name == "backend" else value
        items.append(Item(code, f"{_NAMES.get(name, name)}=", origin(site, value)))
    made = call_of(join(_part(site), f".{method}"), items)
    backend = given.get("backend")
    view = service_views.backup(site, _said(backend), method in ("create", "restore"))
    return consumed(site, site.call, made, view)


def _storage(site: Site, node: ast.expr) -> Code:
    """The name of a storage as v4's enum; v3 takes it in small letters alone."""
    if Instance("weaviate.backup.BackupStorage") in site.engine.values(site.module, node):
        raise Refusal("it is written for v4 already")  # only the client is not
    storage = site.use("weaviate.classes.backup", "BackupStorage")
    try:
        name = constant(follow(site, node).node)
    except Refusal:
        name = None
    if name in _STORAGES:
        return f"{storage}.{str(name).upper()}"
    if isinstance(node, ast.Constant):
        raise Refusal("v3 itself has no such storage")
    return join(f"{storage}(", node, ")")


def _said(node: ast.expr | None) -> Code | None:
    """The name of the storage, where it may be written again."""
    return node if node is not None and pure(node) else None


@rewrites("weaviate.embedded.EmbeddedDB.pid")
def pid(site: Site) -> Code:
    """``database.pid`` -> ``database.process.pid``, once there is a process."""
    if not isinstance(site.usage.node, ast.Attribute):
        raise Refusal("it is named in a string")
    site.unit.doubt("before the server is started there is no process in v4, where v3 had 0")
    return join(site.atom(site.usage.node.value), ".process.pid")


# -- the connection -------------------------------------------------------------------------------------------------

_CONNECTION = "weaviate.connect.Connection"


@rewrites(f"{_CONNECTION}.close", f"{_CONNECTION}.get_meta", f"{_CONNECTION}.server_version")
def connection(site: Site) -> Code:
    """``client._connection.close()`` and its kin -> what the client itself has."""
    receiver, name = site.usage.receiver, site.usage.symbol.rpartition(".")[2]
    if not isinstance(receiver, ast.Attribute) or receiver.attr != "_connection":
        raise Refusal("the client of the connection can't be seen")
    values = site.engine.values(site.module, receiver.value)
    if not any(isinstance(v, Instance) and v.cls in _CLIENTS for v in values):
        raise Refusal("the client of the connection can't be seen")
    client = site.atom(receiver.value)
    if name == "server_version":
        site.unit.doubt("the server is asked for its version, which v3 had kept")
        return join(client, f".get_meta()[{site.string('version')}]")
    if site.usage.call is None:
        raise Refusal("it is handed on without a call")
    return join(client, f".{name}()")
