"""Servers that v4 can't talk to: too old (WV002), or with no way to their gRPC port (WV003). Docker Compose, Helm values,
Kubernetes manifests."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..patterns import pattern
from ..records import replace
from ..rewrite.edits import Edit
from .nodes import Node, items, mappings, pairs, scalar, scalars, values, yaml_documents
from .spot import Spot
from .versions import GRPC_PORT, REST_PORT, release, server_for

OLD, CLOSED = "WV002", "WV003"
DOUBT = "port {0} of the host must be free, and may be published"
_IMAGE = pattern(r"(?:^|/)semitechnologies/weaviate(?::(?P<tag>[^@]+))?(?:@.*)?$")
_DEFAULT = pattern(r"\$\{\w+:?-(?P<value>[^}]*)\}")
_VARIABLE = pattern(r"\$\{[^}]*\}|\$\w+")
_PORT = pattern(r"(?:^|:)(?P<first>\d+)(?:-(?P<last>\d+))?(?:/(?P<kind>\w+))?$")
_WORKLOADS = ("Deployment", "StatefulSet", "DaemonSet", "Pod", "ReplicaSet", "Job")


def compose(text: str, target: tuple[int, int]) -> Iterator[Spot]:
    """The services of a Compose file, or of a workflow's jobs."""
    listed = [
        service for document in yaml_documents(text) for mapping in mappings(document)
        for service in pairs(values(mapping).get("services"))
    ]  # fmt: skip
    closed: list[Spot] = []
    for name, service in listed:
        given = values(service)
        for image in scalars(given.get("image")):
            tag = _weaviate_tag(image.value)
            if tag is None:
                continue
            yield from _old(image, tag, target)
            others = [other for _, other in listed if "semitechnologies/" not in scalar(values(other).get("image"))]  # no modules
            if scalar(given.get("network_mode")) != "host" and not any(_speaks_to(other, name.value) for other in others):
                closed += _unpublished(text, given.get("ports"), _grpc_port(given.get("environment")))
    taken = any(str(GRPC_PORT) in scalar(port) for _, service in listed for port in items(values(service).get("ports")))
    for number, spot in enumerate(closed):  # one port of the host is for one of them
        yield replace(spot, edit=None) if number or taken else spot


def _speaks_to(service: Node, name: str) -> bool:
    """Whether a service is told to reach another by its name: then it needs no published port."""
    address = re.compile(rf"(?:^|[/@=,\s]){re.escape(name)}:{REST_PORT}\b")
    return any(
        address.search(scalar(value)) is not None
        for mapping in mappings(service) for node in mapping.value for value in [*node, *items(node[1])]
    )  # fmt: skip


def manifest(text: str, target: tuple[int, int]) -> Iterator[Spot]:
    """Kubernetes manifests: images of workloads, and the services beside them in the same file."""
    documents = [each for document in yaml_documents(text) for each in [document, *items(values(document).get("items"))]]
    kinds = [scalar(values(document).get("kind")) for document in documents]
    runs = False
    for document, kind in zip(documents, kinds, strict=True):
        if kind in _WORKLOADS or kind == "CronJob":
            for mapping in mappings(document):
                for image in scalars(values(mapping).get("image")):
                    if (tag := _weaviate_tag(image.value)) is not None:
                        runs = True
                        yield from _old(image, tag, target)
    services = [document for document, kind in zip(documents, kinds, strict=True) if kind == "Service"]
    ports = [(service, values(values(service).get("spec")).get("ports")) for service in services]
    if not runs or any(_service_port(port) == GRPC_PORT for _, listed in ports for port in items(listed)):
        return
    for service, listed in ports:
        if "weaviate" in _names(service) and any(_service_port(port) == REST_PORT for port in items(listed)):
            yield from _closed_at(_key(values_of_spec(service), "ports"), GRPC_PORT)


def helm(text: str, target: tuple[int, int]) -> Iterator[Spot]:
    """Values for Weaviate's Helm chart, by themselves or below the name of a dependency."""
    for document in yaml_documents(text):
        for mapping in mappings(document):
            given = values(mapping)
            image = values(given.get("image"))
            name = scalar(image.get("repo")) or scalar(image.get("repository"))
            if not _IMAGE.search(name):
                continue
            for tag in scalars(image.get("tag")):
                yield from _old(tag, tag.value, target)
            service = values(given.get("grpcService"))
            for enabled in scalars(service.get("enabled")):
                if enabled.value.lower() == "false":
                    edit = Edit(enabled.start_mark.index, enabled.end_mark.index, "true")
                    yield Spot(enabled.start_mark.index, enabled.end_mark.index, CLOSED, {"PORT": str(GRPC_PORT)}, edit, "it opens a service of its own")


def _weaviate_tag(image: str) -> str | None:
    """The tag of a Weaviate image, empty where it has none; None for other images."""
    match = _IMAGE.search(_DEFAULT.sub(lambda found: found["value"], image.strip()))
    return None if match is None else match["tag"] or ""


def _old(node: Node, tag: str, target: tuple[int, int]) -> Iterator[Spot]:
    version, needed = release(tag), server_for(target)
    if version is None or version >= needed or version[0] < 1:
        return
    start = node.start_mark.index + (1 if node.style in ("'", '"') else 0)
    client = ".".join(map(str, target))
    length = len(node.value)
    yield Spot(start, start + length, OLD, {"VERSION": tag, "NEEDED": ".".join(map(str, needed)), "CLIENT": client})


def _grpc_port(environment: Node) -> int:
    """The port that the server is told to listen on for gRPC."""
    told = {key: scalar(value) for key, value in values(environment).items()}
    told |= dict(item.value.split("=", 1) for item in items(environment) if item.id == "scalar" and "=" in item.value)
    port = told.get("GRPC_PORT", "")
    return int(port) if port.isdecimal() else GRPC_PORT


def _unpublished(text: str, ports: Node, grpc: int) -> Iterator[Spot]:
    """A list of published ports that has the one for REST and not that for gRPC."""
    rest = None
    for item in items(ports):
        if item.id == "mapping":
            targets = _range(scalar(values(item).get("target")))
        else:
            port = _DEFAULT.sub(lambda found: found["value"], scalar(item))
            targets = _range(_VARIABLE.sub("", port)) if not _VARIABLE.search(port.rpartition(":")[2]) else range(65536)
        if grpc in targets:
            return
        if REST_PORT in targets:
            rest = item
    if rest is None:
        return
    start, end = rest.start_mark.index, rest.end_mark.index
    length = len(rest.value) + (2 if rest.style in ("'", '"') else 0) if rest.id == "scalar" else 6
    edit = _published(text, ports, rest, grpc) if rest.id == "scalar" else None
    yield Spot(start, min(start + length, end), CLOSED, {"PORT": str(grpc)}, edit, DOUBT.format(grpc))


def _range(text: str) -> range:
    """The ports that a published one leads to: ``8080``, ``127.0.0.1:80:8080/tcp``, ``8080-8090``."""
    match = _PORT.search(text.strip())
    if match is None or (match["kind"] or "tcp") != "tcp":
        return range(0)
    first = int(match["first"])
    return range(first, int(match["last"] or first) + 1)


def _published(text: str, ports: Node, rest: Node, grpc: int) -> Edit | None:
    """An item for gRPC beside that for REST, written in the same way."""
    parts = rest.value.split(":")
    if _VARIABLE.search(rest.value) or "-" in rest.value or len(parts) > 3:
        return None
    host = parts[0] + ":" if len(parts) == 3 else ""
    kind = "/tcp" if rest.value.endswith("/tcp") else ""
    new = str(grpc) + kind if len(parts) == 1 else f"{host}{grpc}:{grpc}{kind}"
    quote = rest.style if rest.style in ("'", '"') else '"' if len(parts) > 1 else ""
    end = rest.start_mark.index + len(rest.value) + (2 if rest.style in ("'", '"') else 0)
    if ports.flow_style:
        return Edit(end, end, f", {quote}{new}{quote}")
    start = text.rfind("\n", 0, rest.start_mark.index) + 1
    line_end = text.find("\n", end)
    at = len(text) if line_end < 0 else line_end
    if at and text[at - 1] == "\r":
        at -= 1
    newline = "\r\n" if "\r\n" in text else "\n"
    return Edit(at, at, f"{newline}{text[start : rest.start_mark.index]}{quote}{new}{quote}")


def values_of_spec(service: Node) -> Node:
    """The ``spec`` of a Kubernetes object."""
    return values(service).get("spec")


def _service_port(port: Node) -> int:
    """The container's port that a service's port leads to."""
    given = values(port)
    text = scalar(given.get("targetPort")) or scalar(given.get("port"))
    if text.isdecimal():
        return int(text)
    return GRPC_PORT if "grpc" in text.lower() else REST_PORT if text else 0


def _names(service: Node) -> str:
    """The name of a service and what it selects, as one text."""
    given = values(service)
    selector = values(values(given.get("spec")).get("selector"))
    return " ".join([scalar(values(given.get("metadata")).get("name")), *map(scalar, selector.values())]).lower()


def _key(mapping: Node, name: str) -> Node:
    return next(key for key, _ in pairs(mapping) if key.value == name)


def _closed_at(key: Node, port: int) -> Iterator[Spot]:
    yield Spot(key.start_mark.index, key.end_mark.index, CLOSED, {"PORT": str(port)})
