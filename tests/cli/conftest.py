"""The command line run in this process, in a folder of its own."""

from __future__ import annotations

import io
import os
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from flake8_weaviate_v4.cli import main

USE = 'client.schema.delete_class("{0}")\n'
MENDED = 'client.collections.delete("{0}")\n'
HEAD = 'import weaviate\n\nclient = weaviate.Client("http://localhost:8080")\n'
V3 = HEAD + USE.format("A")
V4 = HEAD + MENDED.format("A")  # with `--select WV203`, so that the client stays
STAYS = 'client.contextionary.get_concept_vector("x")\n'  # WV843: has no equivalent in v4


@dataclass(frozen=True)
class Result:
    """What a run left: exit code, and both streams."""

    code: int
    out: str
    err: str
    raw: bytes


if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # a job in a shell's background: what tests start would not hear it either
    signal.signal(signal.SIGINT, signal.default_int_handler)

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Run a command line in ``tmp_path``; only WV203 (and what ``--extend-select`` adds) unless codes are selected, and in
    lines of their own unless a format is asked for."""
    monkeypatch.chdir(tmp_path)

    def run(*args: str | Path, stdin: bytes = b"", select: str = "WV203") -> Result:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        words = [os.fspath(arg) for arg in args]
        if select:
            words += ["--select", select]
        if words[0] in ("check", "fix") and {"--output-format", "--diff"}.isdisjoint(words):
            words += ["--output-format", "concise"]
        try:
            code = main(words)
        except SystemExit as end:  # argparse
            code = int(end.code or 0)
        raw, err = capsysbinary.readouterr()
        return Result(code, raw.decode(errors="replace"), err.decode(), raw)

    return run


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Write a file below ``tmp_path``, byte for byte."""

    def write(name: str, content: str | bytes = V3) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write
