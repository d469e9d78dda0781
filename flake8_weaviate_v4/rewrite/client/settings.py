"""What a v3 client is given besides its URL: credentials, headers, time limits, proxies and pools, as v4 takes them."""

from __future__ import annotations

import ast

from ...inference.names import dotted
from ...records import field, record
from ..code import Code, Item, call, call_of
from ..literal import assigned_once, bound, constant, follow
from ..site import Site, pure
from ..unit import Refusal
from . import auth
from .headers import GETENV, headers

_READING = GETENV | {"int", "float", "str"}  # the same each time
_WAIT = 5  # seconds that v3 waits for the server unless told otherwise


@record()
class Settings:
    """Arguments for v4, each as an item that keeps its comments; ``grpc_port`` where v3's configuration names one."""

    auth: Item | None = None
    headers: Item | None = None
    config: list[Item] = field(default_factory=list)
    grpc_port: Code | None = None

    def items(self, site: Site, auth: str = "auth_credentials", headers: str = "headers") -> list[Item]:
        """The arguments of a v4 call that names them so."""
        found = [Item(i.value, f"{name}=", i.origin) for i, name in ((self.auth, auth), (self.headers, headers)) if i is not None]
        if self.config:
            made = call_of(site.use("weaviate.classes.init", "AdditionalConfig"), self.config)
            found.append(Item(made, "additional_config="))
        return found


def read(site: Site, arguments: dict[str, ast.expr]) -> Settings:
    """The settings among the arguments of ``weaviate.Client``. Raises Refusal where one can't be told to v4."""
    made = Settings()
    if (node := arguments.pop("auth_client_secret", None)) is not None:
        made.auth = Item(auth.passed(site, node), "", origin(site, node))
    if (node := arguments.pop("additional_headers", None)) is not None:
        made.headers = Item(headers(site, node), "", origin(site, node))
    if (node := arguments.pop("startup_period", None)) is not None:
        _startup(site, node)
    if (node := arguments.pop("additional_config", None)) is not None:
        _config(site, node, made)
    if (node := arguments.pop("timeout_config", None)) is not None:
        made.config.append(Item(timeout(site, node), "timeout=", origin(site, node)))
    if (node := arguments.pop("proxies", None)) is not None:
        made.config.append(Item(_proxies(site, node), "proxies=", origin(site, node)))
    if (node := arguments.pop("trust_env", None)) is not None and constant(node) is not False:
        made.config.append(Item(node, "trust_env=", origin(site, node)))
    if arguments:
        raise Refusal(f"v3 itself has no argument `{next(iter(arguments))}`")
    return made


def origin(site: Site, node: ast.expr) -> ast.AST:
    """The keyword that passes an argument, else the argument."""
    parent = site.parent(node)
    return parent if isinstance(parent, ast.keyword) else node


# -- time limits ----------------------------------------------------------------------------------------------------


def timeout(site: Site, node: ast.expr) -> Code:
    """A number of seconds, or connecting and reading apart: v4 waits as long for each kind of answer as v3 for all.

    v3 asks for the server's version with the same limit, which is ``init`` in v4; there is none for connecting.
    """
    seconds = _seconds(site, node)
    if isinstance(seconds, ast.expr) and not _is_repeatable(seconds):
        raise Refusal("the time limit is computed, and v4 wants it three times")
    return call(site.use("weaviate.classes.init", "Timeout"), init=seconds, query=seconds, insert=seconds)


def _seconds(site: Site, node: ast.expr) -> Code:
    if isinstance(node, ast.Call) and dotted(node.func) in ("int", "float"):
        return node
    try:
        literal = follow(site, node)
    except Refusal:
        raise Refusal("whether `timeout_config` is a number or a pair can't be seen") from None
    if isinstance(literal.node, ast.Tuple):
        elements = literal.elements()
        if len(elements) != 2:
            raise Refusal("`timeout_config` is no pair")
        return literal.part(elements[1], 1)
    if isinstance(constant(literal.node), (int, float)):
        return literal.node
    raise Refusal("`timeout_config` is neither a number nor a pair of numbers")


def _is_repeatable(node: ast.expr) -> bool:
    calls = [n for n in ast.walk(node) if isinstance(n, ast.Call)]
    return all(dotted(c.func) in _READING for c in calls) if calls else pure(node)


def _startup(site: Site, node: ast.expr) -> None:
    period = constant(node)
    if not isinstance(period, int) or period > _WAIT:
        site.unit.doubt("v4 does not wait for the server to start")


# -- configuration --------------------------------------------------------------------------------------------------


def _config(site: Site, node: ast.expr, made: Settings) -> None:
    """``weaviate.Config``: a gRPC port and the sizes of the pool."""
    config = _made(site, node, "weaviate.Config")
    if config is None:
        raise Refusal("what `additional_config` holds can't be seen")
    given = site.arguments(config, "weaviate.Config")
    port = given.get("grpc_port_experimental")
    if port is not None and not (isinstance(port, ast.Constant) and port.value is None):
        made.grpc_port = port
    if (pool := given.get("connection_config")) is not None:
        made.config.append(Item(connection(site, pool), "connection=", origin(site, pool)))


def connection(site: Site, node: ast.expr) -> Code:
    """``weaviate.ConnectionConfig``: v4 has its fields under the same names. Raises Refusal."""
    pool = _made(site, node, "weaviate.ConnectionConfig")
    if pool is None:
        raise Refusal("what `connection_config` holds can't be seen")
    items = [Item(argument) for argument in pool.args] + [Item(k.value, f"{k.arg}=", k) for k in pool.keywords]
    return call_of(site.use("weaviate.config", "ConnectionConfig"), items)


def _made(site: Site, node: ast.expr, symbol: str) -> ast.Call | None:
    """The call of a class that an argument is, or that its variable is bound to, which goes where nothing else reads it."""
    value = bound(site, node)
    if not isinstance(value, ast.Call) or not site.planner.is_use(value.func, symbol):
        return None
    if isinstance(node, ast.Name):
        assignment = assigned_once(site, node)
        assert assignment is not None
        arguments = [*value.args, *(k.value for k in value.keywords)]
        if site.scope(assignment) is not site.scope(node) or not all(pure(n) or isinstance(n, ast.Call) for n in arguments):
            return None
        if any(isinstance(site.parent(n), ast.Attribute) for n in site.module.names.get(node.id, ())):
            return None  # its fields are read or set
        site.unit.read[node] = assignment
    return value


def _proxies(site: Site, node: ast.expr) -> Code:
    """A string is v3's proxy for http and https; v4 would send gRPC through it as well."""
    try:
        literal = follow(site, node)
    except Refusal:
        if not _is_text(site, node):
            site.unit.doubt("a string of `proxies` would be used for gRPC too")
            return node
        literal = None
    proxies = site.use("weaviate.classes.init", "Proxies")
    if literal is None:
        return call(proxies, http=node, https=node)
    if isinstance(literal.node, ast.Dict):
        found = literal.items()
        if not found.keys() <= {"http", "https"}:
            raise Refusal("v4 has no proxies for single hosts")
        return call_of(proxies, [Item(literal.part(value, name), f"{name}=", value) for name, value in found.items()])
    if isinstance(constant(literal.node), str):
        value = literal.node if literal.variable is None or literal.moves else literal.variable
        return call(proxies, http=value, https=value)
    if isinstance(node, ast.JoinedStr):
        return call(proxies, http=node, https=node)
    raise Refusal("`proxies` is neither a string nor a dictionary")


def _is_text(site: Site, node: ast.expr) -> bool:
    """Whether an argument is a parameter that is annotated as a string."""
    if not isinstance(node, ast.Name):
        return False
    bindings = site.module.bindings_of(node)
    annotations = [getattr(b.node, "annotation", None) for b in bindings]
    return bool(annotations) and all(isinstance(a, ast.Name) and a.id == "str" for a in annotations)
