"""Where a v3 client connects to, as its URL says, and the v4 call that connects there."""

from __future__ import annotations

from ...records import record
from ..unit import Refusal

_LOCAL = frozenset({"localhost", "127.0.0.1", "0.0.0.0"})
_CLOUD = (".weaviate.network", ".weaviate.cloud")
_OLD_CLOUD = (".semi.network",)  # of Weaviate's former name: v4 knows no gRPC host for it
_PORTS = {"http": 80, "https": 443}


@record(frozen=True)
class Address:
    """A literal URL in parts; v3 takes the protocol's port where it names none."""

    scheme: str
    host: str
    port: int

    @property
    def secure(self) -> bool:
        """Whether it is https."""
        return self.scheme == "https"

    @property
    def is_local(self) -> bool:
        """Whether ``connect_to_local`` reaches it: plain HTTP on this machine."""
        return not self.secure and self.host.lower() in _LOCAL

    @property
    def is_cloud(self) -> bool:
        """Whether it is a cluster of Weaviate Cloud."""
        return self.host.lower().endswith((*_CLOUD, *_OLD_CLOUD)) and self.port == _PORTS[self.scheme]

    @property
    def is_old_cloud(self) -> bool:
        """Whether the cluster's host is one of Weaviate's former domain."""
        return self.host.lower().endswith(_OLD_CLOUD)

    @property
    def cloud_grpc_host(self) -> str:
        """The gRPC host of a cloud cluster, as v4's ``connect_to_weaviate_cloud`` derives it."""
        if self.host.endswith(".weaviate.network"):
            name, _, domain = self.host.partition(".")
            return f"{name}.grpc.{domain}"
        return f"grpc-{self.host}"


def parse(url: str) -> Address:
    """The parts of a URL as v3 sends requests to it. Raises Refusal where v4 can't be told of one of them."""
    from urllib.parse import urlsplit  # late: it takes longer to import than an address to read

    parts = urlsplit(url.strip("/"))
    try:
        port = parts.port
    except ValueError:
        raise Refusal("the URL is none") from None
    if parts.scheme not in _PORTS or not parts.netloc:
        raise Refusal("the URL does not start with http:// or https://")
    if "@" in parts.netloc:
        raise Refusal("the URL holds credentials, for which v4 has no place")
    if parts.path or parts.query or parts.fragment:
        raise Refusal("the URL has a path, which v4 can't be told of")
    host = parts.netloc.rpartition(":")[0] if port is not None else parts.netloc.rstrip(":")
    if not host or "[" in host:
        raise Refusal("the host of the URL is none that v4 takes")
    return Address(parts.scheme, host, port if port is not None else _PORTS[parts.scheme])
