"""A language server's session in plain JSON, for servers that stricter clients don't take."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Timer
from typing import Any

_LONGEST = 120  # seconds after which a session ends, so that a server that hangs fails its test


class Session:
    """``with closing(Session(command, folder)) as session``: started, told of the folder, and ended."""

    def __init__(self, command: list[str], folder: Path) -> None:
        self._server = subprocess.Popen(command, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self._watch = Timer(_LONGEST, self._server.kill)
        self._watch.start()
        self._heard = self._messages()
        self._number = 0
        workspace = {"uri": folder.as_uri(), "name": "x"}
        self.ask("initialize", {"processId": None, "rootUri": workspace["uri"], "capabilities": {}, "workspaceFolders": [workspace]})
        self.tell("initialized", {})

    def close(self) -> None:
        """End the server."""
        self._watch.cancel()
        self._watch.join()
        self._server.kill()
        self._server.communicate()

    def _messages(self) -> Iterator[Any]:
        stream = self._server.stdout
        assert stream is not None
        while True:
            length = 0
            while line := stream.readline().strip():
                if line.lower().startswith(b"content-length:"):
                    length = int(line.split(b":")[1])
            if not length:
                return
            yield json.loads(stream.read(length))

    def tell(self, method: str, params: Any, **more: Any) -> None:
        """Send a notification."""
        body = json.dumps({"jsonrpc": "2.0", "method": method, "params": params, **more}).encode()
        assert self._server.stdin is not None
        self._server.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._server.stdin.flush()

    def ask(self, method: str, params: Any) -> Any:
        """Send a request; returns the result."""
        self._number += 1
        number = self._number
        self.tell(method, params, id=number)
        return self.wait(lambda each: each.get("id") == number and "method" not in each)["result"]

    def wait(self, matches: Callable[[Any], bool]) -> Any:
        """The next message that matches. A server that ends before fails with StopIteration."""
        return next(each for each in self._heard if matches(each))

    def diagnostics(self, path: Path, text: str) -> list[Any]:
        """Open a file; returns the first diagnostics that are not empty."""
        document = {"uri": path.as_uri(), "languageId": "python", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": document})
        told = self.wait(lambda each: each.get("method") == "textDocument/publishDiagnostics" and each["params"]["diagnostics"])
        found: list[Any] = told["params"]["diagnostics"]
        return found
