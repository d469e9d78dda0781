"""``check`` and ``fix`` under atheris, which looks for texts that lead into code that none before has reached.

By hand, where atheris is installed: ``python -m tests.fuzz.atheris_check SEEDS -max_total_time=600``. ``SEEDS`` is a folder that
libFuzzer reads and writes; one that is missing is filled with this project's programs for v3, or the files of ``WV_CORPUS``.
"""

from __future__ import annotations

import os
import sys
import warnings
from pathlib import Path
from random import Random

import atheris

with atheris.instrument_imports(include=["flake8_weaviate_v4"]):
    from . import properties, sources
    from .mutations import mutate

_ROOM = 4000  # characters: what is longer costs more than it finds


def spoilt(data: bytes, most: int, seed: int) -> bytes:
    """What libFuzzer tries next: every other time a mutation that knows Python, else one of its own."""
    if seed % 2:
        return bytes(atheris.Mutate(data, most))
    text = mutate(data.decode("utf-8", "replace"), Random(seed), 2)
    return text.encode("utf-8", "replace")[:most]


def one_input(data: bytes) -> None:
    """All properties for one text."""
    told = properties.faults(data.decode("utf-8", "replace"))
    if told:
        raise AssertionError("\n".join(told))


def _fill(folder: Path) -> None:
    corpus = os.environ.get("WV_CORPUS")
    folder.mkdir(parents=True)
    for number, path in enumerate(sources.real(Path(corpus) if corpus else None)):
        if path.stat().st_size <= _ROOM:
            (folder / f"{number:05}.py").write_bytes(path.read_bytes())


def main() -> None:
    """Run until libFuzzer's options say so."""
    warnings.simplefilter("ignore")
    folders = [Path(word) for word in sys.argv[1:] if not word.startswith("-")]
    if folders and not folders[0].exists():
        _fill(folders[0])
    atheris.Setup([*sys.argv, f"-max_len={_ROOM}", "-timeout=60"], one_input, custom_mutator=spoilt)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
