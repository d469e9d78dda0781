"""What has to hold for the command, whatever bytes a file is made of."""

from __future__ import annotations

import ast
import contextlib
import io
import tempfile
import tokenize
import warnings
from collections.abc import Iterator
from pathlib import Path
from random import Random

from flake8_weaviate_v4.cli import main

ENCODINGS = ("utf-8", "utf-8-sig", "latin-1", "cp1252", "koi8-r", "utf-16", "shift_jis", "utf-7", "iso2022_jp")
_COOKIES = ("", "# coding: {}\n", "# -*- coding: {} -*-\n", "#!python\n# vim: fileencoding={}\n", "\n\n# coding: {}\n")
_BYTES = (b"\xff", b"\x80", b"\xc3", b"\xed\xa0\x80", b"\x00", b"\xef\xbb\xbf", b"\xf4\x90\x80\x80", b"\r", b"\x1a", b"\x0c")
_RUNS = (["check"], ["check", "--output-format", "sarif"], ["fix", "--diff"], ["fix"], ["fix"], ["fix", "--unsafe-fixes", "--markers"])
_RUNS_MORE = (["check", "--add-noqa", "--unused-noqa"], ["check"], ["fix", "--unused-noqa", "--unsafe-fixes"])


def encoded(text: str, random: Random) -> bytes:
    """A text as bytes, in an encoding that it names, hides, or lies about."""
    written, named = random.choice(ENCODINGS), random.choice(ENCODINGS)
    if random.random() < 0.6:
        named = written
    raw = (random.choice(_COOKIES).format(named) + text).encode(written, "replace")
    for _ in range(random.choice([0, 0, 0, 1, 3])):
        at = random.randint(0, len(raw))
        raw = raw[:at] + random.choice(_BYTES) + raw[at:]
    return raw


def faults(raw: bytes) -> list[str]:
    """All that does not hold when the command works on a file of these bytes, in one run after the other."""
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        path = Path(folder, "app.py")
        path.write_bytes(raw)
        return [fault for words in (*_RUNS, *_RUNS_MORE) for fault in _run(path, words)]


def _run(path: Path, words: list[str]) -> Iterator[str]:
    before, kind = path.read_bytes(), " ".join(words)
    code, out, err = run(*words, "--isolated", str(path))
    after = path.read_bytes()
    if code not in (0, 1, 2):
        yield f"{kind}: exit code {code}"
    if "please report" in out + err:
        yield f"{kind}: {(out + err).strip()[:300]}"
    if before != after and ((words[0] == "check" and "--add-noqa" not in words) or "--diff" in words):
        yield f"{kind}: writes"
    if code == 2 and before != after:
        yield f"{kind}: writes what it could not do: {err}"
    if before != after:
        if (is_code(before)) and not is_code(after):
            yield f"{kind}: writes what is no code"
        if before[:3] == b"\xef\xbb\xbf" != after[:3]:
            yield f"{kind}: loses the byte order mark"
        run(*words, "--isolated", str(path))
        if path.read_bytes() != after:
            yield f"{kind}: a second run changes something"


def is_code(raw: bytes) -> bool:
    """Whether Python would take these bytes."""
    try:
        tokenize.detect_encoding(io.BytesIO(raw).readline)
        ast.parse(raw)
    except (SyntaxError, ValueError, RecursionError, MemoryError, LookupError):
        return False
    return True


def run(*words: str) -> tuple[int, str, str]:
    """Exit code, standard output and error of a command line."""
    out, err = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main(list(words))
        out.flush()
    return code, out.buffer.getvalue().decode("utf-8", "replace"), err.getvalue()
