"""The short way through a command line ends where argparse does."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from flake8_weaviate_v4 import arguments, quick_arguments

WORDS = [
    "a.py", ".", "-", "", "WV101", "--isolated", "--no-cache", "-q", "--quiet", "--all", "--output-format", "json", "--config", "--cache-dir",
    "--fix", "--unsafe-fixes", "-j2", "-qj2", "--isol", "--", "--select", "WV1", "--output-format=json", "--statistics", "--markers", "-x",
]  # fmt: skip


@given(st.sampled_from(["check", "rule", "fix", "explain"]), st.lists(st.sampled_from(WORDS), max_size=6))
@example("check", ["a.py", "--no-cache", "b.py"])
@example("check", ["--output-format", "--fix"])
@example("check", ["--no-cache", "a.py", "b.py", "-q"])
def test_the_same_is_read(command: str, words: list[str]) -> None:
    quick = quick_arguments.parse([command, *words])
    if quick is not None:
        assert vars(quick) == vars(arguments.parse([command, *words]))


def test_what_goes_the_short_way() -> None:
    lines = ("check", "check . src --no-cache", "check --isolated --output-format concise a.py", "rule WV101 WV5", "rule --all")
    assert all(quick_arguments.parse(line.split()) is not None for line in lines)
    others = ("", "fix a.py", "check --help", "check -j2 .", "check --select WV1 .", "check a.py -q b.py", "--version", "rule --output-format json")
    assert all(quick_arguments.parse(line.split()) is None for line in others)
