"""YAML as nodes that know where they stand. Nothing is built of them, so a file can do no harm by its tags or anchors."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .spot import Unreadable

Node = Any  # yaml.Node: PyYAML's own types leave open what a node's value is
DEEPEST = 60
LONGEST = 1000  # characters of a value
LARGEST = 1_000_000  # characters: YAML is read slowly


def yaml_documents(text: str) -> Iterator[Node]:
    """The documents of a YAML file as nodes. Raises Unreadable."""
    import yaml

    if len(text) > LARGEST:
        raise Unreadable(f"too large ({len(text) / 1e6:.0f} MB; up to {LARGEST / 1e6:.0f} MB are read)")
    try:  # not the loader written in C: deep nesting ends the process in it
        yield from [node for node in yaml.compose_all(text, yaml.SafeLoader) if node is not None]
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
        raise Unreadable(f"no YAML: {error.problem or error.context}", line, column) from error
    except yaml.YAMLError as error:
        raise Unreadable(f"no YAML: {str(error).splitlines()[0]}") from error
    except RecursionError as error:
        raise Unreadable("no YAML that can be read: it is nested too deeply") from error


def pairs(node: Node) -> list[tuple[Node, Node]]:
    """Keys and values of a mapping; none of anything else."""
    return node.value if node is not None and node.id == "mapping" else []


def values(node: Node) -> dict[str, Node]:
    """The values of a mapping by key."""
    return {key.value: value for key, value in pairs(node) if key.id == "scalar"}


def items(node: Node) -> list[Node]:
    """The items of a list; none of anything else."""
    return node.value if node is not None and node.id == "sequence" else []


def scalars(node: Node) -> list[Node]:
    """The node, if it is a single value and not too long for what is looked for."""
    return [node] if node is not None and node.id == "scalar" and len(node.value) <= LONGEST else []


def scalar(node: Node) -> str:
    """The text of a single value; empty for anything else and what is too long."""
    return node.value if node is not None and node.id == "scalar" and len(node.value) <= LONGEST else ""


def mappings(node: Node, depth: int = 0, seen: set[int] | None = None) -> Iterator[Node]:
    """All mappings in a node, each once, however often an anchor leads to it."""
    seen = set() if seen is None else seen
    if node is None or id(node) in seen or depth > DEEPEST:
        return
    seen.add(id(node))
    if node.id == "mapping":
        yield node
        for _, value in node.value:
            yield from mappings(value, depth + 1, seen)
    elif node.id == "sequence":
        for value in node.value:
            yield from mappings(value, depth + 1, seen)
