"""What the code around a v3 result does with it."""

from __future__ import annotations

import ast

from ..inference.bindings import Module
from ..inference.names import terminal
from ..inference.scopes import INSERTED
from .changing import is_own
from .code import Code, Join, call, join
from .site import Site

# What only reads its arguments: a copy does there.
_SINKS = frozenset(
    "print pprint dumps dump str repr len bool set sum debug info warning error exception critical log secho echo".split()
)

_SEQUENCES = ("list", "tuple", "iter", "enumerate", "zip", "map", "join", "next")
_WRITING = frozenset("dumps str repr format pformat".split())
_HASHING = frozenset("md5 sha1 sha224 sha256 sha384 sha512 blake2b blake2s hash crc32 adler32 uuid3 uuid5 generate_uuid5".split())
_UNORDERED = frozenset("set frozenset dict len sum min max any all sorted Counter bool".split())


def is_only_read(site: Site, node: ast.expr) -> bool:
    """Whether a copy of the value does as well: it is printed, or the function ends with it."""
    module = site.module
    parent = module.parents.get(node)
    if isinstance(parent, ast.keyword):
        parent = module.parents.get(parent)
    if isinstance(parent, ast.Compare):
        return not any(isinstance(o, (ast.Is, ast.IsNot)) for o in parent.ops)
    if isinstance(parent, (ast.Return, ast.FormattedValue)):
        return True
    if isinstance(parent, ast.Call) and parent.func is not node:
        return (terminal(parent.func) or "") in _SINKS and not is_own(site, parent.func)
    return isinstance(parent, ast.Attribute) and (parent.attr == "keys" or (parent.attr == "items" and _is_sifted(module, parent)))


def _is_sifted(module: Module, items: ast.Attribute) -> bool:
    """Whether ``items`` are only gone through by a comprehension that hands them to nothing."""
    called = module.parents.get(items)
    rounds = module.parents.get(called) if isinstance(called, ast.Call) else None
    if not isinstance(rounds, ast.comprehension):
        return False
    bound = {n.id for n in ast.walk(rounds.target) if isinstance(n, ast.Name)}
    made = module.parents.get(rounds)
    uses = [n for n in ast.walk(made) if isinstance(n, ast.Name) and n.id in bound] if made is not None else []
    return not any(isinstance(module.parents.get(n), (ast.Call, ast.Attribute, ast.keyword)) for n in uses)


def shows_order(module: Module, node: ast.expr) -> bool:
    """Whether the order of a dictionary's keys counts where it stands: its values or keys are taken one after the other."""
    parent = module.parents.get(node)
    if isinstance(parent, ast.Attribute) and parent.attr in ("values", "keys", "items", "popitem"):
        called = module.parents.get(parent)
        return isinstance(called, ast.Call) and called.func is parent and (parent.attr == "popitem" or _is_gone_through(module, called))
    return not isinstance(parent, ast.Compare) and (_is_gone_through(module, node, *_SEQUENCES) or is_text_that_counts(module, node))


def is_text_that_counts(module: Module, node: ast.expr) -> bool:
    """Whether a value is written as text that is hashed or compared."""
    text = module.parents.get(node)
    written = isinstance(text, ast.Call) and terminal(text.func) in _WRITING and not any(keyword.arg == "sort_keys" for keyword in text.keywords)
    if text is None or not (written or isinstance(text, INSERTED)):
        return False
    bound = next((a for a in module.ancestors(text) if isinstance(a, ast.stmt)), None)
    target = bound.targets[0] if isinstance(bound, ast.Assign) else None
    return any(_counts(module, each) for each in (text, *(module.loads_of(target) if isinstance(target, ast.Name) else ())))


def _counts(module: Module, text: ast.AST) -> bool:
    """Whether text is hashed or compared in its statement."""
    for outer in module.ancestors(text):
        if isinstance(outer, ast.stmt):
            return False
        if isinstance(outer, ast.Compare) or (isinstance(outer, ast.Call) and terminal(outer.func) in _HASHING):
            return True
    return False


def _is_gone_through(module: Module, node: ast.expr, *by: str) -> bool:
    """Whether an iterable is gone through in its order; by calls of all but some names, or of these alone."""
    parent = module.parents.get(node)
    if isinstance(parent, ast.Call):
        name = terminal(parent.func) or ""
        return node in parent.args and (name in by if by else name not in _UNORDERED)
    if isinstance(parent, ast.comprehension):
        return not isinstance(module.parents.get(parent), (ast.DictComp, ast.SetComp))
    if isinstance(parent, ast.Assign):
        return not by or isinstance(parent.targets[0], (ast.Tuple, ast.List))
    return isinstance(parent, (ast.For, ast.AsyncFor, ast.Starred)) or (not by and isinstance(parent, (ast.keyword, ast.Return)))


def is_test(module: Module, node: ast.expr, parent: ast.AST | None) -> bool:
    """Whether it only counts whether the value is true."""
    if isinstance(parent, (ast.If, ast.While, ast.IfExp, ast.Assert)):
        return parent.test is node
    if isinstance(parent, ast.BoolOp):
        return is_test(module, parent, module.parents.get(parent))
    if isinstance(parent, ast.comprehension):
        return node in parent.ifs
    return isinstance(parent, ast.UnaryOp) and isinstance(parent.op, ast.Not)


def is_none_test(parent: ast.AST | None) -> bool:
    """Whether it is compared with ``None``."""
    if isinstance(parent, ast.Compare) and len(parent.ops) == 1 and isinstance(parent.ops[0], (ast.Is, ast.IsNot, ast.Eq, ast.NotEq)):
        return isinstance(parent.comparators[0], ast.Constant) and parent.comparators[0].value is None
    return False


def says(test: ast.expr) -> bool:
    """What a test says of a value that counts as true."""
    return not (isinstance(test, ast.Compare) and isinstance(test.ops[0], (ast.Is, ast.Eq)))


def with_default(code: Code, key: ast.expr, default: ast.expr | None) -> Code:
    """``properties["title"]`` -> ``properties.get("title", default)``: what ``get`` asks of the v3 dictionary."""
    if isinstance(code, Join) and len(code.parts) == 4 and code.parts[1] in (".properties[", "["):
        arguments: list[Code] = [key] if default is None else [key, default]
        return call(join(code.parts[0], f"{str(code.parts[1])[:-1]}.get"), *arguments)
    return code
