"""Names that v4 has under another name or in another module."""

from __future__ import annotations

import ast

from ... import surface
from ..code import Code, Group, Item, call_of, join
from ..imports import MOVED
from ..literal import constant
from ..moved import moved, moves, requoted
from ..site import REWRITES, Site, rewrites
from ..unit import Import, Refusal

_EXCEPTIONS = "weaviate.exceptions"
# v3 symbol -> module and name in v4, of the same meaning
_RENAMED = {
    "weaviate.types.NUMBERS": ("weaviate.types", "NUMBER"),
    "weaviate.exceptions.WeaviateEmbeddedInvalidVersion": (_EXCEPTIONS, "WeaviateEmbeddedInvalidVersionError"),
    "weaviate.WeaviateBaseError": (_EXCEPTIONS, "WeaviateBaseError"),
    "weaviate.BackupFailedException": (_EXCEPTIONS, "BackupFailedError"),
    "weaviate.EmptyResponseException": (_EXCEPTIONS, "EmptyResponseError"),
}
# The root's names that v4 still has, deprecated: they move along with what must move.
_ROOT = {
    "weaviate.UnexpectedStatusCodeException": (_EXCEPTIONS, "UnexpectedStatusCodeError"),
    "weaviate.ObjectAlreadyExistsException": (_EXCEPTIONS, "ObjectAlreadyExistsError"),
    "weaviate.AuthenticationFailedException": (_EXCEPTIONS, "AuthenticationFailedError"),
    "weaviate.SchemaValidationException": (_EXCEPTIONS, "SchemaValidationError"),
    "weaviate.WeaviateStartUpError": (_EXCEPTIONS, "WeaviateStartUpError"),
    "weaviate.EmbeddedOptions": ("weaviate.embedded", "EmbeddedOptions"),
    "weaviate.ConnectionConfig": ("weaviate.config", "ConnectionConfig"),
    "weaviate.AuthApiKey": ("weaviate.auth", "AuthApiKey"),
    "weaviate.AuthBearerToken": ("weaviate.auth", "AuthBearerToken"),
    "weaviate.AuthClientCredentials": ("weaviate.auth", "AuthClientCredentials"),
    "weaviate.AuthClientPassword": ("weaviate.auth", "AuthClientPassword"),
}
_NEW = {**_RENAMED, **_ROOT}

moves("weaviate.util.BaseEnum", "weaviate.str_enum", "BaseEnum")
moves("weaviate.util.MetaEnum", "weaviate.str_enum", "MetaEnum")
moves("weaviate.connect.connection.JSONPayload", "weaviate.connect.base", "JSONPayload")
moves("weaviate.connect.connection.TIMEOUT_TYPE_RETURN", "weaviate.connect.base", "TIMEOUT_TYPE_RETURN")


def renames(symbol: str, module: str, name: str) -> None:
    """Register that v4 has the v3 ``symbol`` as ``module.name``, with another name."""
    _NEW[symbol] = (module, name)


@rewrites(*_RENAMED)
def renamed(site: Site) -> Code | None:
    """The new name in the place of the old; an import whose name is the user's own, or is handed on, keeps it."""
    module, name = _NEW[site.usage.symbol]
    node = site.usage.node
    known = surface.load("v3").symbols.get(site.usage.symbol, {}).get("v4_alias", {})
    if known.get(site.usage.accessed) == "same":
        return None
    if isinstance(node, ast.alias):
        bound = node.asname or node.name
        read = bound in site.planner.named_uses
        if node.asname is not None or site.planner.imports.is_exported(bound) or not read:
            site.unit.moved[node] = Import(module, name, bound)
        return None
    if isinstance(node, ast.Constant) or not isinstance(node, (ast.Name, ast.Attribute)):
        raise Refusal("it is named in a string")
    if isinstance(node, ast.Name) and _keeps_name(site, node):
        return None
    quoted = next((a for a in site.module.ancestors(node) if isinstance(a, ast.Constant)), None)
    if quoted is not None:
        site.unit.replaced[quoted] = requoted(site, quoted, node, site.use(module, name))
    elif isinstance(node, ast.Attribute) and site.usage.accessed.rpartition(".")[0] == module:
        site.unit.replaced[node] = join(node.value, f".{name}")
    else:
        site.unit.replaced[node] = site.use(module, name)
    return None


def _keeps_name(site: Site, node: ast.Name) -> bool:
    imports = [b.node for b in site.module.bindings_of(node) if isinstance(b.node, ast.ImportFrom)]
    return any(a.asname == node.id for s in imports for a in s.names) or site.planner.imports.is_exported(node.id)


def root(site: Site) -> Code | None:
    """A deprecated name of the root: left alone where nothing else of the file has to move."""
    if not is_wanted(site):
        return None
    return moved(site) if site.usage.symbol in MOVED else renamed(site)


for _symbol, (_module, _name) in _ROOT.items():
    REWRITES.setdefault(_symbol, root)
    if _symbol.endswith(f".{_name}"):
        MOVED[_symbol] = _module, _name


def is_wanted(site: Site) -> bool:
    """Whether the name itself is reported, or other code of the file moves to v4, where it is deprecated."""
    return any(f.symbol == site.usage.symbol or f.code < "WV9" for f in site.planner.inspection.findings)


# -- helpers that are gone ------------------------------------------------------------------------------------------


@rewrites("weaviate.util.generate_local_beacon")
def beacon(site: Site) -> Code | None:
    """``generate_local_beacon(uuid, class_name)`` -> the dictionary that it returns."""
    if site.usage.call is None:
        if isinstance(site.usage.node, ast.alias) and site.module.names.get(site.usage.node.asname or site.usage.node.name):
            return None
        raise Refusal("it is handed on without a call")
    given = site.arguments()
    uuid, name = given.get("to_uuid"), given.get("class_name")
    if uuid is None:
        raise Refusal("no uuid is given")
    if isinstance(name, ast.Constant) and name.value is None:
        name = None
    parts = [_beacon_part(site, node) for node in (name, uuid) if node is not None]
    if name is not None and not isinstance(name, ast.Constant):
        site.unit.doubt("the class name is taken to begin with a capital letter")
    elif name is not None:
        parts[0] = parts[0][:1].upper() + parts[0][1:]
    address = "weaviate://localhost/" + "/".join(parts)
    text = site.string(address) if not any("{" in p for p in parts) else f"f{site.style.quote}{address}{site.style.quote}"
    return Group("", "{", (Item(text, f"{site.string('beacon')}: "),), "}")


def _beacon_part(site: Site, node: ast.expr) -> str:
    value = constant(node)
    source = value if isinstance(value, str) else site.module.source.segment(node)
    if any(c in source for c in "\"'\\\n{}#"):
        raise Refusal("the uuid of the beacon is not a plain name")
    return source if isinstance(value, str) else f"{{{source}}}"


@rewrites("weaviate.UnexpectedStatusCodeException.json")
def body(site: Site) -> Code:
    """``error.json`` -> ``error.error``."""
    if not isinstance(site.usage.node, ast.Attribute):
        raise Refusal("it is named in a string")
    site.unit.doubt("the error of a gRPC call holds a text there")
    return join(site.atom(site.usage.node.value), ".error")


@rewrites("weaviate.util.deprecation")
def deprecation(site: Site) -> Code | None:
    """``deprecation(text)`` -> ``warnings.warn(text, DeprecationWarning, stacklevel=2)``."""
    if site.usage.call is None:
        return None
    given = [*site.call.args, *(k.value for k in site.call.keywords)]
    if len(given) != 1:
        raise Refusal("it is called with other arguments")
    items = [Item(given[0]), Item("DeprecationWarning"), Item("2", "stacklevel=")]
    return call_of(site.use("warnings", "warn"), items)


# -- other packages -------------------------------------------------------------------------------------------------

_AIRFLOW = "airflow.providers.weaviate.operators.weaviate"


@rewrites(f"{_AIRFLOW}.WeaviateIngestOperator", f"{_AIRFLOW}.WeaviateDocumentIngestOperator")
def operator(site: Site) -> Code | None:
    """``class_name=`` of Airflow's operators -> ``collection_name=``."""
    for keyword in site.usage.call.keywords if site.usage.call is not None else ():
        if keyword.arg == "class_name":
            site.unit.replaced[keyword] = join("collection_name=", keyword.value)
    return None
