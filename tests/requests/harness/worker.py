"""Runs programs, one after another, in an environment that has one version of weaviate-client.

Started as a script, with the standard library and that client only. Takes one JSON object a line from stdin
(``{"name": ..., "text": ...}``) and answers each with one on the stdout it was started with.

Programs name the hosts they like. What stands between them and the network is replaced by as little as can be: the
resolver (every host and port is the recording server's), gRPC's channels for the same reason, and the clock of a few
modules that wait for batches. Requests get headers that say which part of the client made them.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import io
import itertools
import json
import linecache
import os
import socket
import sys
import tempfile
import threading
import time
import traceback
import types
import uuid
import warnings
from collections.abc import Iterator
from typing import Any

MADE_UP = "9e9e9e9e-9e9e-49e9-89e9-"
_SPEED = 25
_GRPC_PORTS = range(50050, 50061)
"""Where gRPC is served: 50051, of embedded Weaviate 50050 or 50060; 443 in the cloud."""

_ABSENT = ("pypi.org", "files.pythonhosted.org", "api.github.com")
_counter = itertools.count(1)
_hosts: set[tuple[str, str]] = set()
"""Scheme and host of what the program that runs asked for over HTTP."""


def main() -> None:
    """Prepares this process as the first line of stdin says, then runs a program for each line that follows."""
    replies = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what a program writes past sys.stdout must not reach the replies
    threading.Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()
    settings = json.loads(sys.stdin.readline())
    _route(settings["ports"])
    _number_uuids()
    warnings.simplefilter("ignore")
    with contextlib.redirect_stderr(io.StringIO()):
        _patch_certificates(settings["ca"])
        if settings["client"] == "v3":
            _patch_v3()
        else:
            _patch_v4(settings["ports"])
    print(json.dumps({"ready": True}), file=replies, flush=True)
    for line in sys.stdin:
        print(json.dumps(_run(json.loads(line))), file=replies, flush=True)


def _end_with(parent: int) -> None:
    """A program that never ends must not outlive the tests."""
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)


def _run(order: dict[str, Any]) -> dict[str, Any]:
    """Executes a program as ``__main__`` in a folder of its own."""
    global _counter
    _counter = itertools.count(1)
    _hosts.clear()
    path, text = order["name"], order["text"]
    linecache.cache[path] = (len(text), None, text.splitlines(True), path)
    module = types.ModuleType("__main__")
    module.__file__ = path
    environment, folder, argv, main_module = dict(os.environ), os.getcwd(), sys.argv, sys.modules["__main__"]
    out, err, error = io.StringIO(), io.StringIO(), None
    with tempfile.TemporaryDirectory() as new, contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        os.chdir(new)
        sys.argv, sys.modules["__main__"] = [path], module
        try:
            exec(compile(text, path, "exec"), module.__dict__)  # noqa: S102
        except SystemExit as stop:
            error = f"SystemExit: {stop.code}" if stop.code else None
        except BaseException:  # noqa: BLE001
            error = traceback.format_exc(limit=-6)
        finally:
            sys.argv, sys.modules["__main__"] = argv, main_module
            os.chdir(folder)
            os.environ.clear()
            os.environ.update(environment)
            module.__dict__.clear()
            gc.collect()  # v3 clients close their sessions when they are forgotten
    return {"out": out.getvalue(), "err": err.getvalue(), "error": error}


def _route(ports: dict[str, int]) -> None:
    """Every host has our address, and every port is ours: what an entry in /etc/hosts would do, and the port with it."""

    def getaddrinfo(host: Any, port: Any, *args: Any, **options: Any) -> list[Any]:
        name = host.decode() if isinstance(host, bytes) else host
        if name in _ABSENT:
            raise socket.gaierror(socket.EAI_NONAME, "not to be reached from a test")
        return [(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP, "", ("127.0.0.1", ports["http"]))]

    socket.getaddrinfo = getaddrinfo


def _number_uuids() -> None:
    """Random ids get a mark by which the comparison knows them, and are the same in each run."""
    uuid.uuid4 = lambda: uuid.UUID(f"{MADE_UP}{next(_counter):012x}")


def _patch_certificates(path: str) -> None:
    """httpx, with trust_env=False, and requests ask certifi for the CAs to trust."""
    import certifi

    certifi.where = lambda: path


def _patch_v3() -> None:
    requests: Any = importlib.import_module("requests")
    send = requests.Session.send

    def marked(self: Any, request: Any, **options: Any) -> Any:
        request.headers.update(_marks(request.method))
        return send(self, request, **options)

    requests.Session.send = marked
    _no_embedded(importlib.import_module("weaviate.embedded").EmbeddedDB)
    _hurry("weaviate.batch.crud_batch", "weaviate.backup.backup")


def _patch_v4(ports: dict[str, int]) -> None:
    import grpc  # type: ignore[import-untyped]
    import grpc.aio  # type: ignore[import-untyped]
    import httpx

    for module in (grpc, grpc.aio):
        _patch_channels(module, ports)
    send, asend = httpx.Client.send, httpx.AsyncClient.send

    def marked(self: Any, request: Any, **options: Any) -> Any:
        _hosts.add((request.url.scheme, request.url.host))
        request.headers.update(_marks(request.method))
        return send(self, request, **options)

    async def amarked(self: Any, request: Any, **options: Any) -> Any:
        _hosts.add((request.url.scheme, request.url.host))
        request.headers.update(_marks(request.method))
        return await asend(self, request, **options)

    httpx.Client.send, httpx.AsyncClient.send = marked, amarked  # type: ignore[method-assign]
    _patch_async_backend(importlib.import_module("httpcore._backends.auto").AutoBackend, ports["http"])
    embedded = importlib.import_module("weaviate.embedded")
    _no_embedded(embedded.EmbeddedV4)
    _hurry("weaviate.collections.batch.base", "weaviate.collections.batch.sync", "weaviate.backup.executor")


def _patch_async_backend(cls: Any, port: int) -> None:
    """anyio takes no port from the resolver."""
    connect_tcp = cls.connect_tcp

    async def here(self: Any, host: str, asked: int = 0, **options: Any) -> Any:
        if host in _ABSENT:
            raise importlib.import_module("httpcore").ConnectError("not to be reached from a test")
        options.pop("port", None)
        return await connect_tcp(self, "127.0.0.1", port, **options)

    cls.connect_tcp = here


def _patch_channels(module: Any, ports: dict[str, int]) -> None:
    """gRPC resolves names in C: its channels are pointed at the server here. The certificate is that of localhost."""
    insecure, secure = module.insecure_channel, module.secure_channel

    def options_of(options: Any, **more: str) -> list[tuple[str, Any]]:
        dropped = ("grpc.http_proxy", "grpc.default_authority")
        kept = [(key, value) for key, value in options or [] if key not in dropped]
        return [*kept, *((key.replace("__", "."), value) for key, value in more.items())]

    def insecure_channel(target: str, options: Any = None, **rest: Any) -> Any:
        return insecure(_address(target, ports["grpc"], "http"), options_of(options), **rest)

    def secure_channel(target: str, credentials: Any, options: Any = None, **rest: Any) -> Any:
        trusted = options_of(options, grpc__ssl_target_name_override="localhost")
        return secure(_address(target, ports["grpc_tls"], "https"), credentials, trusted, **rest)

    module.insecure_channel, module.secure_channel = insecure_channel, secure_channel


def _address(target: str, port: int, scheme: str) -> str:
    """Where gRPC is: on the host that HTTP was asked of (in the cloud, its grpc- twin), with TLS where HTTP has it."""
    host, _, asked = target.rpartition(":")
    twin = host.removeprefix("grpc-").replace(".grpc.", ".", 1)
    known = (scheme, twin) in _hosts and int(asked) in (*_GRPC_PORTS, 443)
    return f"127.0.0.1:{port if known else 1}"


def _no_embedded(cls: Any) -> None:
    """Embedded Weaviate downloads a binary and starts it, which can't be had here: only that is left out."""
    cls.start = lambda self: None
    cls.ensure_running = lambda self: None
    cls.is_listening = lambda self: True


class _Clock:
    """The module ``time``, faster: clients wait a second for more objects before they send what they have."""

    def __init__(self) -> None:
        self._start = time.time()

    def __getattr__(self, name: str) -> Any:
        return getattr(time, name)

    def time(self) -> float:
        return self._start + (time.time() - self._start) * _SPEED

    def sleep(self, seconds: float) -> None:
        time.sleep(seconds / _SPEED)


def _hurry(*names: str) -> None:
    clock = _Clock()
    for name in names:
        module = importlib.import_module(name)
        for held in ("time", "sleep"):
            if hasattr(module, held):
                setattr(module, held, clock if held == "time" else clock.sleep)


def _embedded(database: Any) -> dict[str, Any] | None:
    """The embedded options that are not their class's defaults."""
    if database is None:
        return None
    given, default = database.options, type(database.options)()
    return {key: str(value) for key, value in vars(given).items() if value != getattr(default, key)}


_CONNECTING = {
    "weaviate.connect.connection": ("__init__", "wait_for_weaviate"),
    "weaviate.connect.v4": ("connect",),
}
_LOOKING = {
    "weaviate.batch.crud_batch": ("periodic_check",),
    "weaviate.schema.crud_schema": ("update_config",),
    "weaviate.collections.config.executor": ("add_property", "add_reference", "update", "add_vector"),
    "weaviate.collections.batch.base": ("get_nodes_status", "get_number_of_nodes", "__dynamic_batching"),
    "weaviate.collections.batch.client": ("__create_batch_and_reset", "__create_batch"),
    "weaviate.collections.batch.collection": ("__create_batch_and_reset", "__create_batch"),
}


def _frames() -> Iterator[types.FrameType]:
    frame: types.FrameType | None = sys._getframe(2)
    while frame is not None:
        yield frame
        frame = frame.f_back


def _marks(method: str) -> dict[str, str]:
    """Headers that say whether the program asked, or the client by itself; and how the client was configured."""
    for frame in _frames():
        module, name = frame.f_globals.get("__name__", ""), frame.f_code.co_name
        if name in _CONNECTING.get(module, ()):
            connection = frame.f_locals.get("self")
            timeouts: Any = getattr(connection, "timeout_config", None)
            if hasattr(timeouts, "model_dump"):
                timeouts = timeouts.model_dump()
            return {
                "x-lab-asked-by": "connection",
                "x-lab-timeouts": json.dumps(timeouts),
                "x-lab-embedded": json.dumps(_embedded(getattr(connection, "embedded_db", None))),
                "x-lab-proxies": json.dumps(getattr(connection, "_proxies", None) or None),
            }
        if method == "GET" and name in _LOOKING.get(module, ()):
            return {"x-lab-asked-by": "client"}
    return {"x-lab-asked-by": "program"}


if __name__ == "__main__":
    main()
