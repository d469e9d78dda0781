"""What a client says of itself when it connects: address, credentials, headers, timeouts."""

from __future__ import annotations

from typing import Any

from ..differences import smooth

_OWN = {
    "accept", "accept-encoding", "connection", "content-length", "content-type", "host", "user-agent",
    "x-weaviate-client", "x-weaviate-cluster-url", "x-lab-asked-by", "x-lab-timeouts", "x-lab-proxies", "x-lab-embedded",
}  # fmt: skip
_DEFAULT_V4 = {"query": 30, "insert": 90}
_DEFAULT_V3 = [10, 60]


def headers(record: dict[str, Any]) -> dict[str, str]:
    """The headers that the program asked for."""
    smooth("client_headers")
    smooth("empty_header")
    said = {name: value for name, value in sorted(record["headers"].items()) if name not in _OWN}
    return {name: value for name, value in said.items() if value or not name.startswith("x-")}


def connect(record: dict[str, Any]) -> dict[str, Any]:
    """The operation ``connect``, from the request for /v1/meta that each client makes once."""
    smooth("default_port")
    scheme, host = record["scheme"], record["headers"].get("host", "?")
    default = ":443" if scheme == "https" else ":80"
    operation: dict[str, Any] = {"op": "connect", "url": f"{scheme}://{host.removesuffix(default)}"}
    if given := headers(record):
        operation["headers"] = given
    if timeouts := _timeouts(record.get("timeouts")):
        operation["timeouts"] = timeouts
    if record.get("proxies"):
        operation["proxies"] = record["proxies"]
    if record.get("embedded") is not None:
        smooth("embedded_defaults")
        # the port is in the URL; gRPC's is v4's own
        kept = {key: value for key, value in record["embedded"].items() if key not in ("port", "grpc_port")}
        operation["embedded"] = kept
    return operation


def _timeouts(given: Any) -> dict[str, float] | None:
    smooth("default_timeouts")
    if isinstance(given, list) and given != _DEFAULT_V3:
        smooth("connect_timeout")
        return {"query": given[1], "insert": given[1]}
    if isinstance(given, dict):
        found = {key: given[key] for key in ("query", "insert")}
        return None if found == _DEFAULT_V4 else found
    return None
