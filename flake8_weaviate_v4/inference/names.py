"""Names in expressions and parameters."""

from __future__ import annotations

import ast


def terminal(node: ast.AST) -> str | None:
    """The last name of a dotted expression: ``client`` of ``self.client``."""
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else None


def literal(node: ast.AST | None) -> object:
    """The value of a literal key, ``-1`` included; None where it is none."""
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub) and isinstance(node.operand, ast.Constant):
        value = node.operand.value
        return -value if isinstance(value, int) else None
    return node.value if isinstance(node, ast.Constant) else None


def every_argument(arguments: ast.arguments) -> list[ast.arg]:
    """All parameters of a function, starred ones included."""
    plain, named = [*arguments.posonlyargs, *arguments.args], arguments.kwonlyargs
    return [a for a in (*plain, arguments.vararg, *named, arguments.kwarg) if a is not None]


def dotted(node: ast.AST) -> str | None:
    """``a.b.c`` of a plain dotted expression, else None."""
    parts: list[str] = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    if not isinstance(node, ast.Name):
        return None
    parts.append(node.id)
    return ".".join(reversed(parts))
