"""A rule's message in terms of what stands in the code."""

from __future__ import annotations

import ast
import re
from functools import lru_cache

from . import surface
from .chains import arguments
from .patterns import pattern
from .placeholders import fill, template

TYPE_CHECKING = False  # as in typing
if TYPE_CHECKING:  # who explains rules has no need of the engine
    from .inference.bindings import Module
    from .registry import Registry, Rule
    from .usages import Usage

LONGEST = 160
_ROOM = (70, 40, 24, 10, 0)  # characters left for each expression of the code, until the message fits
_CLOUD = pattern(r"\.(weaviate\.(network|cloud)|semi\.network)(:\d+)?(/|$)")
_PART = pattern(r"\$RECEIVER\.(\w+)")

# v4 names that are newer than the oldest v4 client, with what stood in their place before.
OLDER: tuple[tuple[tuple[int, int], str, str], ...] = (
    ((4, 16), "collections.use(", "collections.get("),
    ((4, 7), "connect_to_weaviate_cloud", "connect_to_wcs"),
    ((4, 16), "vector_config=", "vectorizer_config="),
    ((4, 16), "Configure.Vectors", "Configure.Vectorizer"),
    ((4, 16), "Reconfigure.Vectors", "Reconfigure.NamedVectors"),
)


def render(rule: Rule, usage: Usage, module: Module, rules: Registry, target: tuple[int, int]) -> str:
    """The rule's message for one usage: one line of at most ``LONGEST`` characters."""
    text = _with_connection(_with_query(for_target(rule, target), usage, rules), usage)
    parts = template(text)
    values = _values(usage, module, parts[1::2])
    if _is_part(rule.message, usage):
        values.pop("RECEIVER", None)
    for room in _ROOM:
        short = {name: value for name, value in values.items() if value and len(value) <= room}
        message = fill(parts, short)
        if len(message) <= LONGEST:
            return message
    return message[: LONGEST - 3] + "..."


@lru_cache(maxsize=1024)
def for_target(rule: Rule, target: tuple[int, int]) -> str:
    """The rule's message, not filled yet, with names that the v4 client of this version has."""
    text = rule.hint(target)
    for since, new, old in OLDER:
        if target < since:
            text = text.replace(new, old)
    return text


def _is_part(message: str, usage: Usage) -> bool:
    """Whether the receiver in the code is what the message reaches from a client: ``schema = client.schema``."""
    start = _start(message)
    return bool(start) and all(u.symbol != start for u in (usage, *usage.links))


@lru_cache(maxsize=1024)
def _start(message: str) -> str:
    """The member of a client with which the message begins, empty for none."""
    match = _PART.search(message)
    start = f"weaviate.Client.{match[1]}" if match is not None else ""
    return start if start in surface.load("v3").symbols else ""


def _values(usage: Usage, module: Module, wanted: list[str]) -> dict[str, str]:
    """Wanted variable -> source text on one line; empty for what has no place in the file."""
    values = {}
    receiver = _first_receiver(usage)
    if "RECEIVER" in wanted and receiver is not None:
        values["RECEIVER"] = _line(module, receiver)
    if usage.call is not None and wanted.count("RECEIVER") < len(wanted):
        for name, node in arguments(usage.symbol, usage.call).items():
            if name.upper() in wanted:
                values[name.upper()] = _line(module, node)
    return values


def _first_receiver(usage: Usage) -> ast.expr | None:
    """The expression on which the chain's first v3 attribute stands."""
    if not usage.links:
        return usage.receiver
    return min([usage, *usage.links], key=lambda u: (u.line, u.column)).receiver


def _line(module: Module, node: ast.expr) -> str:
    text = " ".join(module.source.segment(node).split()) if node in module.parents else ""
    return "" if "`" in text else text


def _with_query(text: str, usage: Usage, rules: Registry) -> str:
    """The message with the v4 query method that the chain's links choose (``generate.near_text``)."""
    chosen = [r.query for u in usage.links if (r := rules.by_symbol.get(u.symbol)) is not None and r.query]
    method = next((q for q in chosen if q != "generate"), None)
    if method is not None:
        text = text.replace("query.fetch_objects", f"query.{method}").replace("aggregate.over_all", f"aggregate.{method}")
    if "generate" in chosen:
        text = re.sub(r"(?<=\.)query(?=\.\w+\()(?!.*query\.\w+\()", "generate", text)
    return text


def _with_connection(text: str, usage: Usage) -> str:
    """The message with the connect function that the arguments of a v3 client ask for."""
    if usage.symbol != "weaviate.Client" or usage.call is None:
        return text
    given = arguments(usage.symbol, usage.call)
    url = given.get("url")
    if "embedded_options" in given:
        return text.replace("connect_to_local(", "connect_to_embedded(")
    if isinstance(url, ast.Constant) and isinstance(url.value, str) and _CLOUD.search(url.value):
        return text.replace("connect_to_local(", "connect_to_weaviate_cloud(")
    return text
