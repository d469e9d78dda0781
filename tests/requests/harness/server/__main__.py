"""Starts the server and prints its ports and its CA's certificate as one line of JSON; ends when stdin is closed."""

from __future__ import annotations

import json
import sys

from .grpc_service import start
from .http import Certificates, Server
from .recorder import Recorder


def main() -> None:
    """Serves until whoever started this process closes its stdin."""
    recorder = Recorder()
    certificates = Certificates()
    port = Server(recorder, certificates).start()
    grpc_port, grpc_tls_port = start(recorder, certificates.authority)
    ports = {"http": port, "grpc": grpc_port, "grpc_tls": grpc_tls_port}
    print(json.dumps({**ports, "ca": certificates.authority.cert_pem.bytes().decode()}), flush=True)
    sys.stdin.read()


main()
