"""HTTP and HTTPS on one port: the first byte of a connection says which. Records each request, then answers it."""

from __future__ import annotations

import copy
import json
import socket
import ssl
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

import trustme

from . import rest_answers
from .recorder import Recorder

_TLS_HANDSHAKE = b"\x16"


class Certificates:
    """Certificates for any host name, from a CA of our own."""

    def __init__(self) -> None:
        self.authority = trustme.CA()
        self._made: dict[str, ssl.SSLContext] = {}
        self.context = self._for("localhost")

    def _for(self, host: str) -> ssl.SSLContext:
        if host not in self._made:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self.authority.issue_cert(host).configure_cert(context)
            context.sni_callback = self._choose
            self._made[host] = context
        return self._made[host]

    def _choose(self, connection: ssl.SSLObject, host: str | None, context: ssl.SSLContext) -> None:
        if host:
            connection.context = self._for(host)


class Server(ThreadingHTTPServer):
    """Listens on a free port of 127.0.0.1."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, recorder: Recorder, certificates: Certificates) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.recorder = recorder
        self.certificates = certificates

    def start(self) -> int:
        """Serves in the background; returns the port."""
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        return int(self.server_address[1])


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 60
    server: Server
    request: socket.socket

    def setup(self) -> None:
        self.scheme = "http"
        self.request.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.request.settimeout(self.timeout)
        if self.request.recv(1, socket.MSG_PEEK) == _TLS_HANDSHAKE:
            self.scheme = "https"
            self.request = self.server.certificates.context.wrap_socket(self.request, server_side=True)
        super().setup()

    def _serve(self) -> None:
        length = int(self.headers.get("content-length") or 0)
        raw = self.rfile.read(length)
        url = urlsplit(self.path)
        params = dict(parse_qsl(url.query, keep_blank_values=True))
        path = unquote(url.path)
        try:
            body = json.loads(raw) if raw else None
        except ValueError:
            body = {"<not JSON>": raw.decode("utf-8", "replace")}
        headers = {name.lower(): value for name, value in self.headers.items()}
        with self.server.recorder.lock:
            status, reply = self._answer(path, params, body, headers)
        content = b"" if reply is None else json.dumps(reply).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        if status != 204:
            self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if content and self.command != "HEAD":
            self.wfile.write(content)

    def _answer(self, path: str, params: dict[str, str], body: Any, headers: dict[str, str]) -> tuple[int, Any]:
        recorder = self.server.recorder
        if path.startswith("/lab/"):
            return 200, recorder.control(path.removeprefix("/lab/"))
        record: dict[str, Any] = {"kind": "rest", "scheme": self.scheme, "method": self.command, "path": path}
        record |= {"params": params, "body": body, "headers": headers, "schema": recorder.state.schema()}
        record["asked_by"] = headers.get("x-lab-asked-by", "program")
        for name in ("timeouts", "proxies", "embedded"):
            record[name] = json.loads(headers.get(f"x-lab-{name}", "null"))
        recorder.records.append(record)
        given = {**params, "<host>": headers.get("host", "")}
        try:
            status, reply = rest_answers.answer(self.command, path, given, copy.deepcopy(body), recorder.state)
        except Exception as error:  # noqa: BLE001
            status, reply = 500, {"error": [{"message": f"the recording server failed: {error!r}"}]}
        if path == "/v1/objects" and self.command == "POST" and status == 200 and not body.get("id"):
            record["made_up_id"] = reply["id"]
        return status, reply

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = do_HEAD = _serve

    def log_message(self, format: str, *args: Any) -> None:
        """Says nothing."""

    def date_time_string(self, timestamp: float | None = None) -> str:
        return super().date_time_string(timestamp or time.time())
