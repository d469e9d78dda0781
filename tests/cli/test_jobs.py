"""Several processes find, fix and say what one does, in the same order."""

from __future__ import annotations

import concurrent.futures
import multiprocessing
import os
import signal
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from flake8_weaviate_v4.command import pool, sieve
from flake8_weaviate_v4.command import run as command_run
from flake8_weaviate_v4.command.paths import Found
from flake8_weaviate_v4.command.worker import Worker

from .conftest import HEAD, STAYS, USE, V3, Run

Write = Callable[..., Path]


def tree(write: Write) -> None:
    write("db.py", HEAD)
    for number in range(12):
        write(f"pkg{number % 3}/m{number}.py", V3 + STAYS)
        write(f"pkg{number % 3}/use{number}.py", "from db import client\n\n" + USE.format("A"))
    write("broken.py", V3 + "def")
    write("z.ipynb", "{")


@pytest.mark.parametrize("large", [False, True], ids=["small tree", "large tree"])
@pytest.mark.parametrize("method", multiprocessing.get_all_start_methods())
@pytest.mark.parametrize("words", [("check", "--no-cache"), ("fix", "--diff"), ("fix",)])
def test_the_same_in_the_same_order(
    run: Run, write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], method: str, large: bool
) -> None:
    if large:  # is read in several processes too
        monkeypatch.setattr(command_run, "_CHUNK", 3)
        monkeypatch.setattr(command_run, "_LARGE", 2)
    started: list[int] = []

    def watched(workers: int, **rest: Any) -> ProcessPoolExecutor:
        started.append(workers)
        return ProcessPoolExecutor(workers, multiprocessing.get_context(method), **rest)

    monkeypatch.setattr(concurrent.futures, "ProcessPoolExecutor", watched)
    tree(write)
    one = run(*words, "-j1", select="")
    texts = {path: path.read_bytes() for path in sorted(tmp_path.rglob("*.*")) if path.is_file()}
    assert started == []
    tree(write)
    three = run(*words, "-j3", select="")
    assert started == [3]
    assert three == one
    assert one.code == 2
    assert {path: path.read_bytes() for path in sorted(tmp_path.rglob("*.*")) if path.is_file()} == texts
    assert "broken.py" in one.err


@pytest.mark.skipif(not sieve.is_possible(), reason="processes are forked on Linux, where nothing else is at work")
@pytest.mark.parametrize("end", ["as it should", "killed", "with a fault"])
def test_a_second_process_looks_through_half_of_the_files(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch, end: str
) -> None:
    """Whatever becomes of it, the same is found in the same order, and of all files it is known that they were looked at."""
    tree(write)
    write("weaviate-v4-baseline.json", '{"version": 1, "findings": {"gone.py": {"WV100": 1}, "plain.py": {"WV100": 1}}}')
    write("plain.py", "x = 1\n")
    write("blob.py", "weaviate = '\ud800'".encode("utf-8", "surrogatepass"))
    one = run("check", "--no-cache", "-j1", select="")
    sieves: list[int] = []
    here, passes = os.getpid(), Worker.passes

    class Watched(sieve.Sieve):
        def passed(self) -> Sequence[int]:
            sieves.append(len(found := super().passed()))
            return found

    def ends(worker: Worker, found: Found) -> bool:
        if end == "killed" and os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        if end == "with a fault" and os.getpid() != here:
            raise ValueError
        return passes(worker, found)

    for _ in range(500):  # threads of other tests are still ending
        if sieve.is_possible():
            break
        time.sleep(0.02)
    monkeypatch.setattr(sieve, "WORTH_IT", 1)
    monkeypatch.setattr(sieve, "Sieve", Watched)
    monkeypatch.setattr(Worker, "passes", ends)
    assert run("check", "--no-cache", "-j2", select="") == one
    assert len(sieves) == 1
    assert "blob.py: not UTF-8" in one.err


def test_how_many() -> None:
    assert pool.processes(8, 3, 10) == 3
    assert pool.processes(2, 100, 10) == 2
    assert pool.processes(1, 100, 10**9) == 1
    assert pool.processes(0, 100, 10) == 1  # too little to pay
    assert 1 <= pool.processes(0, 100, 10**9) <= 100


def test_a_large_tree_fills_and_uses_the_cache_and_prunes_the_baseline(run: Run, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    tree(write)
    write("gone.py", V3)
    run("check", "--add-baseline", "-j1", select="")
    write("gone.py", "")
    monkeypatch.setattr(command_run, "_CHUNK", 3)
    monkeypatch.setattr(command_run, "_LARGE", 2)
    first, second = (run("check", "-j2", select="") for _ in range(2))
    assert first == second == run("check", "-j1", "--no-cache", select="")
    assert "3 findings less" in run("check", "-j2", "--prune-baseline", select="").err
