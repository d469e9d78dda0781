"""Credentials: ``weaviate.AuthApiKey(...)`` and its kin -> ``Auth.api_key(...)``. Their parameters are the same."""

from __future__ import annotations

import ast

from ...inference.names import terminal
from ..code import Code, Item, call_of, join
from ..literal import seen
from ..site import Site, rewrites
from ..unit import Refusal
from . import renamed

_METHODS = {
    "weaviate.AuthApiKey": "api_key",
    "weaviate.AuthBearerToken": "bearer_token",
    "weaviate.AuthClientCredentials": "client_credentials",
    "weaviate.AuthClientPassword": "client_password",
}
_BLANK = "v4 sends no empty key: the client raises an exception where v3 connected"
_TESTS = (ast.If, ast.IfExp, ast.While, ast.Assert, ast.Compare, ast.BoolOp, ast.UnaryOp)
_READ = tuple(f"{symbol}." for symbol in (*_METHODS, "weaviate.auth.AuthCredentials"))


@rewrites(*_METHODS)
def credentials(site: Site) -> Code | None:
    """Credentials that are made away from the client; as a type the v3 names are v4's as well."""
    node = site.usage.node
    if not renamed.is_wanted(site) or _are_read(site):
        return None
    if site.usage.call is None:
        return None if isinstance(node, ast.alias) and not _is_type(site, node) else renamed.root(site)
    if any(isinstance(a, ast.Call) and site.planner.is_use(a.func, "weaviate.Client") for a in site.module.ancestors(node)):
        return None  # the client's rewrite speaks for them
    return _made(site, site.usage.symbol, site.call)


def _are_read(site: Site) -> bool:
    """Whether the file reads what only v3's credentials have, such as ``get_credentials()``."""
    return any(symbol.startswith(_READ) for symbol in site.planner.uses_of)


def _is_type(site: Site, alias: ast.alias) -> bool:
    """Whether something else than a call reads the imported name."""
    reads = site.module.names.get(alias.asname or alias.name, ())
    return not reads or any(not isinstance(call := site.parent(r), ast.Call) or call.func is not r for r in reads)


def _made(site: Site, symbol: str, made: ast.Call) -> Code:
    method = _METHODS[symbol]
    auth = f"{site.use('weaviate.classes.init', 'Auth')}.{method}"
    if method == "api_key" and _is_blank(site, made):
        site.unit.doubt(_BLANK)
    if method == "api_key" and len(made.args) + len(made.keywords) == 1 and (value := _only(made)) is not None:
        return join(f"{auth}(", value, ")")
    items = [Item(argument) for argument in made.args]
    for keyword in made.keywords:
        items.append(Item(keyword.value, f"{keyword.arg}=" if keyword.arg else "**", keyword))
    return call_of(auth, items)


def _is_blank(site: Site, made: ast.Call) -> bool:
    return any(_may_be_blank(site, value) for value in (*made.args, *(k.value for k in made.keywords)))


def _may_be_blank(site: Site, node: ast.expr | None, steps: int = 3) -> bool:
    """Whether the text of an expression is seen to be empty at times, or to end in a space: ``os.getenv("KEY", "")``."""
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str) and (not node.value or node.value[-1].isspace())
    if isinstance(node, ast.Name):
        asked = any(isinstance(site.parent(load), _TESTS) for load in site.module.loads_of(node))
        return steps > 0 and not asked and any(_may_be_blank(site, given, steps - 1) for given in seen(site, node))
    if isinstance(node, ast.IfExp):
        return any(_may_be_blank(site, each, steps) for each in (node.body, node.orelse))
    if isinstance(node, ast.BoolOp):
        return _may_be_blank(site, node.values[-1], steps)
    return isinstance(node, ast.Call) and terminal(node.func) in ("getenv", "get") and len(node.args) > 1 and _may_be_blank(site, node.args[1], steps)


def _only(made: ast.Call) -> ast.expr | None:
    """The only argument, where no star brings it."""
    if made.args:
        return None if isinstance(made.args[0], ast.Starred) else made.args[0]
    return made.keywords[0].value if made.keywords[0].arg else None


def passed(site: Site, node: ast.expr) -> Code:
    """The credentials that a client is given: made in the call, in a part of it, or elsewhere."""
    for inner in ast.walk(node):
        for symbol in _METHODS:
            if isinstance(inner, ast.Call) and site.planner.is_use(inner.func, symbol):
                code = _made(site, symbol, inner)
                if inner is node:
                    return code
                site.unit.replaced[inner] = code
    if isinstance(node, ast.Constant):
        raise Refusal("the credentials are a literal that v3 does not take")
    for made in seen(site, node) if isinstance(node, ast.Name) else ():  # a line that can stay as it is
        if isinstance(made, ast.Call) and site.planner.is_use(made.func, "weaviate.AuthApiKey") and _is_blank(site, made):
            site.unit.doubt(_BLANK)
    return node
