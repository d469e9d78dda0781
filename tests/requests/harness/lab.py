"""A recording server and a worker for each client: runs a program and returns what it asked and printed."""

from __future__ import annotations

import atexit
import json
import os
import re
import subprocess
import tempfile
import threading
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from queue import Empty, Queue
from typing import Any

from . import environments
from .canonical import Operation, operations
from .canonical.values import MADE_UP

CLIENTS = ("v3", "v4")
START, PROGRAM = 60.0, 20.0
"""Seconds that a process may take to start, and a program to end."""

_ROOT = Path(__file__).parent.parent
_OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}))


@dataclass(frozen=True)
class Run:
    """What became of a program."""

    operations: list[Operation]
    printed: str
    error: str | None
    stderr: str = ""


class Stuck(Exception):
    """A process did not answer in time."""


class _Process:
    """A process that is spoken to in lines of JSON."""

    def __init__(self, command: list[str], environment: dict[str, str]) -> None:
        self._errors = tempfile.TemporaryFile("w+")  # noqa: SIM115
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            text=True,
            encoding="utf-8",
            env=environment,
        )
        self._lines: Queue[str] = Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._lines.put(line)
        self._lines.put("")

    def say(self, content: Any) -> None:
        """Sends a line."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(content) + "\n")
        self._process.stdin.flush()

    def hear(self, seconds: float) -> Any:
        """The next line, or Stuck."""
        try:
            line = self._lines.get(timeout=seconds)
        except Empty:
            raise Stuck(f"no answer within {seconds:.0f} seconds") from None
        if not line:
            self._process.wait(10)
            self._errors.seek(0)
            raise Stuck(f"the process ended with {self._process.returncode}: {self._errors.read()[-2000:]}")
        return json.loads(line)

    def end(self) -> None:
        """Kills it."""
        self._process.kill()
        self._process.wait(10)
        self._errors.close()


class Lab:
    """One client's half: its server and its worker. Neither is shared, so both halves can run at once."""

    def __init__(self, client: str) -> None:
        self.client = client
        self._lock = threading.Lock()
        self._folder = tempfile.TemporaryDirectory(prefix="requests-", ignore_cleanup_errors=True)
        self._worker: _Process | None = None
        interpreter = str(environments.python("v4"))
        self._server = _Process(
            [interpreter, "-W", "ignore", "-m", "harness.server"], self._environment(PYTHONPATH=str(_ROOT))
        )
        self._settings = {"client": client, **self._start_server()}

    def _start_server(self) -> dict[str, Any]:
        ports = self._server.hear(START)
        path = Path(self._folder.name, "ca.pem")
        path.write_text(ports.pop("ca"), "utf-8")
        return {"ports": ports, "ca": str(path)}

    def _environment(self, **more: str) -> dict[str, str]:
        kept = {
            key: value
            for key, value in os.environ.items()
            if not key.upper().endswith("_PROXY") and key != "PYTHONPATH"
        }
        # v4 keeps properties to return in a set; embedded options make folders at home; a time zone that is not UTC
        # shows what a rewrite does to dates without one
        own = {"PYTHONHASHSEED": "0", "HOME": self._folder.name, "TZ": "Asia/Kolkata", "PYTHONDONTWRITEBYTECODE": "1"}
        return {**kept, **own, **more}

    def _start_worker(self) -> _Process:
        ca = self._settings["ca"]
        names = ("REQUESTS_CA_BUNDLE", "SSL_CERT_FILE", "GRPC_DEFAULT_SSL_ROOTS_FILE_PATH")
        environment = self._environment(**dict.fromkeys(names, ca))
        script = str(Path(__file__).with_name("worker.py"))
        worker = _Process([str(environments.python(self.client)), script], environment)
        worker.say(self._settings)
        worker.hear(START)
        return worker

    def _control(self, command: str) -> Any:
        url = f"http://127.0.0.1:{self._settings['ports']['http']}/lab/{command}"
        with _OPENER.open(url, timeout=10) as reply:
            return json.load(reply)

    def records(self, text: str, name: str) -> tuple[list[dict[str, Any]], dict[str, Any]]:
        """The raw requests of a program and what the worker says of it."""
        with self._lock:
            if self._worker is None:
                self._worker = self._start_worker()
            self._control("reset")
            self._worker.say({"name": name, "text": text})
            try:
                said = self._worker.hear(PROGRAM)
            except Stuck as stuck:
                self._worker.end()
                self._worker = None
                said = {"out": "", "err": "", "error": str(stuck)}
            return self._control("records"), said

    def run(self, text: str, name: str = "program.py") -> Run:
        """Runs a program against a server in its first state."""
        records, said = self.records(text, name)
        return Run(operations(records), _numbered(said["out"]), said["error"], said["err"])

    def close(self) -> None:
        """Ends both processes."""
        for process in (self._worker, self._server):
            if process is not None:
                process.end()
        self._folder.cleanup()


def _numbered(text: str) -> str:
    seen: dict[str, str] = {}
    return re.sub(
        rf"{MADE_UP}[0-9a-f]{{12}}", lambda match: seen.setdefault(match[0], f"<made up {len(seen) + 1}>"), text
    )


@cache
def lab(client: str) -> Lab:
    """The half for ``client``, started at its first use; ends with this process."""
    made = Lab(client)
    atexit.register(made.close)
    return made


def run_both(v3: str, v4: str, name: str = "program") -> tuple[Run, Run]:
    """Runs a program and its rewrite, at once."""
    with ThreadPoolExecutor(2) as pool:
        halves = [pool.submit(lambda client=client: lab(client)) for client in CLIENTS]  # type: ignore[misc]
        first, second = (half.result() for half in halves)
        runs = [pool.submit(first.run, v3, f"{name}.v3.py"), pool.submit(second.run, v4, f"{name}.v4.py")]
        return runs[0].result(), runs[1].result()
