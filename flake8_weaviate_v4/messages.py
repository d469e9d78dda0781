"""A rule's message in terms of what stands in the code."""

from __future__ import annotations

import ast
import re

from .chains import arguments
from .inference.bindings import Module
from .registry import Registry, Rule
from .usages import Usage

LONGEST = 160
_LONGEST_ARGUMENT = 32
_VARIABLE = re.compile(r"\$\$?\$?([A-Z_]+)")

# v4 names that are newer than the oldest v4 client, with what stood in their place before.
OLDER: tuple[tuple[tuple[int, int], str, str], ...] = (
    ((4, 16), "collections.use(", "collections.get("),
    ((4, 16), "vector_config=", "vectorizer_config="),
    ((4, 16), "Configure.Vectors", "Configure.Vectorizer"),
    ((4, 16), "Reconfigure.Vectors", "Reconfigure.NamedVectors"),
)


def render(rule: Rule, usage: Usage, module: Module, rules: Registry, target: tuple[int, int]) -> str:
    """The rule's message for one usage: one line of at most ``LONGEST`` characters."""
    values = _values(usage, module)
    text = rule.message
    if values.get("RECEIVER", "") == "":
        text = _without_receiver(text)
    text = _with_query(text, usage, rules)
    for since, new, old in OLDER:
        if target < since:
            text = text.replace(new, old)
    message = _fill(text, values)
    if len(message) > LONGEST:  # literals first, then the receiver
        message = _fill(text, {k: v if k == "RECEIVER" else "..." for k, v in values.items()})
    if len(message) > LONGEST:
        message = _fill(text, {k: "client" if k == "RECEIVER" else "..." for k in values})
    return message if len(message) <= LONGEST else message[: LONGEST - 3] + "..."


def _fill(text: str, values: dict[str, str]) -> str:
    filled = _VARIABLE.sub(lambda m: values.get(m[1], "..."), text)
    return re.sub(r"\(\.\.\.(, \.\.\.)+\)", "(...)", filled)


def _without_receiver(text: str) -> str:
    return text.replace("$RECEIVER.", "client.").replace("$RECEIVER", "client")


def _values(usage: Usage, module: Module) -> dict[str, str]:
    values = {}
    receiver = _first_receiver(usage)
    if receiver is not None:
        values["RECEIVER"] = _short(module, receiver)
    if usage.call is not None:
        for name, node in arguments(usage.symbol, usage.call).items():
            values[name.upper()] = _short(module, node)
    return values


def _first_receiver(usage: Usage) -> ast.expr | None:
    """The expression on which the chain's first v3 attribute stands."""
    first = min([usage, *usage.links], key=lambda u: (u.line, u.column))
    return first.receiver


def _short(module: Module, node: ast.expr) -> str:
    if node not in module.parents:
        return "..."
    text = " ".join(module.source.segment(node).split())
    return text if text and len(text) <= _LONGEST_ARGUMENT and "`" not in text else "..."


def _with_query(text: str, usage: Usage, rules: Registry) -> str:
    """The message with the v4 query method that the chain's links choose (``generate.near_text``)."""
    chosen = [r.query for u in usage.links if (r := rules.by_symbol.get(u.symbol)) is not None and r.query]
    method = next((q for q in chosen if q != "generate"), None)
    if method is not None:
        text = text.replace("query.fetch_objects", f"query.{method}").replace("aggregate.over_all", f"aggregate.{method}")
    if "generate" in chosen:
        text = re.sub(r"(?<=\.)query(?=\.\w+\()(?!.*query\.\w+\()", "generate", text)
    return text
