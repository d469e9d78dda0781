"""``python benchmarks/keystroke.py [--lines N]``: how long after a keystroke the language server has told its findings.

A file of 3,000 lines with 300 findings is opened in a server of its own process; one letter after the other is typed in its
middle. A time is from the notification of the change until its diagnostics are here.
"""

from __future__ import annotations

import argparse
import ast
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from typing import IO, Any

from flake8_weaviate_v4.check import Checker
from flake8_weaviate_v4.source import Source

URI = "file:///nowhere/app.py"
UNIT = '''
def work_{0}(items: list[dict], limit: int = 10) -> list[str]:
    """Do something with items that has nothing to do with a search."""
    names = []
    for item in items[:limit]:
        name = item.get("name", "").strip()
        if name and name not in names:
            names.append(f"{{name}}-{0}")
    total = sum(len(name) for name in names)
    print("found", total, "letters in", len(names), "names")
    counts: dict[str, int] = {{}}
    for name in names:
        counts[name[:1]] = counts.get(name[:1], 0) + 1
    for letter, count in sorted(counts.items()):
        if count > limit:
            print(letter, count)
        elif not count:
            raise ValueError(letter)
    return sorted(names, key=str.lower)


def search_{0}(text: str, limit: int = 10) -> list[str]:
    """Search for a text."""
    query = client.query.get("Article", ["title"]).with_near_text({{"concepts": [text]}})
    result = query.with_limit(limit).do()
    return [hit["title"] for hit in result["data"]["Get"]["Article"]]

'''


def generated(lines: int) -> str:
    """A v3 file of so many lines, a finding in about ten of them."""
    head = 'import weaviate\n\nclient = weaviate.Client("http://localhost:8080")\n'
    return head + "".join(UNIT.format(number) for number in range(lines // UNIT.count("\n")))


def send(stream: IO[bytes], method: str, params: object, number: int | None = None) -> None:
    """Write a message of JSON-RPC."""
    message: dict[str, Any] = {"jsonrpc": "2.0", "method": method, "params": params}
    if number is not None:
        message["id"] = number
    body = json.dumps(message).encode()
    stream.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
    stream.flush()


def received(stream: IO[bytes]) -> Any:
    """Read a message."""
    size = 0
    while (line := stream.readline().strip()) or not size:
        if line.lower().startswith(b"content-length:"):
            size = int(line.split(b":")[1])
    return json.loads(stream.read(size))


def told(stream: IO[bytes]) -> int:
    """How many diagnostics are published next."""
    while (message := received(stream)).get("method") != "textDocument/publishDiagnostics":
        pass
    return len(message["params"]["diagnostics"])


def _milliseconds(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return (time.perf_counter() - start) * 1000


def main() -> None:
    """Print the times."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lines", type=int, default=3000)
    parser.add_argument("--strokes", type=int, default=60)
    arguments = parser.parse_args()
    text = generated(arguments.lines)
    findings = len(Checker().check(Source.parse(text)))
    parse = min(_milliseconds(partial(ast.parse, text)) for _ in range(9))
    command = [sys.executable, "-m", "flake8_weaviate_v4", "server"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None and process.stdout is not None
        send(process.stdin, "initialize", {"processId": None, "rootUri": None, "capabilities": {}}, 1)
        send(process.stdin, "initialized", {})
        document = {"uri": URI, "languageId": "python", "version": 1, "text": text}
        send(process.stdin, "textDocument/didOpen", {"textDocument": document})
        told(process.stdout)
        line = text[: text.index("names = []", len(text) // 2)].count("\n")
        spent = []
        for number in range(arguments.strokes):
            place = {"line": line, "character": 4}
            change = {"range": {"start": place, "end": place}, "text": "x"}
            start = time.perf_counter()
            document = {"uri": URI, "version": number + 2}
            send(process.stdin, "textDocument/didChange", {"textDocument": document, "contentChanges": [change]})
            found = told(process.stdout)
            spent.append((time.perf_counter() - start) * 1000)
            assert found >= findings, (found, findings)
        process.kill()
    print(f"{len(text.splitlines())} lines, {findings} findings, {arguments.strokes} keystrokes: from the change to its diagnostics")
    spent.sort()
    print(f"  median {statistics.median(spent):.1f} ms, 90% within {spent[int(len(spent) * 0.9)]:.1f} ms, least {spent[0]:.1f} ms (target 50)")
    print(f"  Python alone parses the text in {parse:.1f} ms: the least is {spent[0] / parse:.1f} times that")


if __name__ == "__main__":
    main()
