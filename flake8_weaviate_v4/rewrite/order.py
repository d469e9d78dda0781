"""What new code evaluates in another order than the old, and which of its names are not the builtins they look like."""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterator

from ..inference.bindings import Module, once
from ..inference.names import terminal
from ..inference.scopes import COMPREHENSIONS, FORMATTED
from .code import Code, Group, Join, kept
from .unit import Refusal, Unit

_OTHER_ORDER = "arguments that do something are evaluated in another order"
_ACTS = (ast.Await, ast.Yield, ast.YieldFrom, ast.NamedExpr)
_READS = (ast.Subscript, ast.Starred, *COMPREHENSIONS)
# Calls that change nothing, whenever they are made: of builtins, and of methods and functions of these names.
_BUILTINS = frozenset(
    "str int float bool len list tuple dict set sorted repr round abs min max sum range zip enumerate type isinstance getattr".split()
)
_QUIET = frozenset(
    """get getenv format join lower upper strip lstrip rstrip split replace title capitalize isoformat strftime tolist encode
    decode copy deepcopy dict model_dump items keys values generate_uuid5 get_valid_uuid generate_local_beacon UUID uuid3 uuid5
    uuid4 now utcnow today dumps Path""".split()
)


def check(module: Module, unit: Unit) -> None:
    """Note in a unit that arguments change places where it matters. Raises Refusal where a builtin has another meaning."""
    for node, code in [*unit.replaced.items(), *unit.shared.items()]:
        if (kind := _shows_source(module, node)) is not None:
            raise Refusal(f"its text is shown by {kind}")
        if _reordered(node, code):
            unit.doubt(_OTHER_ORDER)
        for name in _called(code):
            if name in vars(builtins) and _is_bound(module, node, name):
                raise Refusal(f"`{name}` is another than the builtin here")


def _shows_source(module: Module, node: ast.AST) -> str | None:
    """What has the source of the expression, or of one around it, in its value: ``f"{found=}"``, and every t-string."""
    inner = node
    for outer in module.ancestors(node) if node in joined(module) else ():
        if type(outer) is ast.JoinedStr:
            before = outer.values[outer.values.index(inner) - 1] if inner in outer.values and outer.values[0] is not inner else None
            text = str(before.value).rstrip() if isinstance(before, ast.Constant) else ""
            if text.endswith("=") and isinstance(inner, ast.FormattedValue) and _squeezed(text[:-1]).endswith(_squeezed(ast.unparse(inner.value))):
                return "an f-string"
        elif isinstance(outer, FORMATTED):
            return "a t-string"
        inner = outer
    return None


@once
def joined(module: Module) -> dict[ast.AST, ast.JoinedStr]:
    """The nodes inside f-strings and t-strings, with the innermost that they stand in."""
    strings = [node for node in module.parents if isinstance(node, FORMATTED)]
    return {inner: string for string in strings for inner in ast.walk(string) if inner is not string}


def _squeezed(text: str) -> str:
    return text.replace(" ", "").replace('"', "'")


def _reordered(node: ast.AST, code: Code) -> bool:
    """Whether parts of an expression that notice each other stand in another order in the code for it."""
    own = set(ast.walk(node))
    parts = [part for part in kept(code) if part in own]
    acted = read = (0, 0)  # the furthest place of those before that act, and of those that read
    for part in parts:
        place, acts = _place(part), _acts(part)
        reads = acts or _reads(part)
        if (reads and place < acted) or (acts and place < read):
            return True
        acted = max(acted, place) if acts else acted
        read = max(read, place) if reads else read
    return False


def _place(node: ast.expr) -> tuple[int, int]:
    return node.lineno, node.col_offset


def _acts(node: ast.expr) -> bool:
    """Whether evaluating an expression may change what another one gives."""
    return any(isinstance(n, _ACTS) or (isinstance(n, ast.Call) and not is_quiet(n)) for n in ast.walk(node))


def is_quiet(call: ast.Call) -> bool:
    """Whether a call is of a name that changes nothing."""
    if isinstance(call.func, ast.Name) and call.func.id in _BUILTINS:
        return True
    return terminal(call.func) in _QUIET


def _reads(node: ast.expr) -> bool:
    """Whether what an expression gives may be changed by another one: not of names and displays of these."""
    return _acts(node) or any(isinstance(n, _READS) or (isinstance(n, ast.Dict) and None in n.keys) for n in ast.walk(node))


def _called(code: Code) -> Iterator[str]:
    """The names that the code calls of its own."""
    if isinstance(code, Group):
        if isinstance(code.head, str) and code.opening == "(":
            yield code.head
        else:
            yield from _called(code.head)
        for item in code.items:
            yield from _called(item.value)
    elif isinstance(code, Join):
        for part in code.parts:
            yield from _called(part)


def _is_bound(module: Module, node: ast.AST, name: str) -> bool:
    """Whether a name is bound in a scope around a node."""
    scope = module.scope_of(node)
    while True:
        if name in scope.names:
            return True
        if scope.parent is None:
            return False
        scope = scope.parent
