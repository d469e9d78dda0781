"""A small share of the fuzzing, the same texts in each run; ``python -m tests.fuzz`` goes on as long as it is told to."""

from __future__ import annotations

from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from . import command, invariance, properties, sources

SETTINGS = settings(
    deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
FILES = sources.real()
randoms = st.randoms(use_true_random=False)
seeds = st.integers(0, 2**32).map(Random)


@settings(SETTINGS, max_examples=30)
@given(randoms)
def test_programs_of_the_grammar(random: Random) -> None:
    assert not (told := properties.faults(text := sources.mutated_program(random))), f"{told}\n{text}"


@settings(SETTINGS, max_examples=100)
@given(seeds)
def test_spoilt_files(random: Random) -> None:
    assert not (told := properties.faults(text := sources.mutated(FILES)(random))), f"{told}\n{text}"


@settings(SETTINGS, max_examples=15)
@given(seeds)
def test_the_command_on_any_bytes(random: Random) -> None:
    text = sources.mutated(FILES)(random).encode("utf-8", "replace").decode("utf-8")
    assert not (told := command.faults(raw := command.encoded(text, random))), f"{told}\n{raw!r}"


@settings(SETTINGS, max_examples=20)
@given(seeds)
def test_the_same_is_found_however_a_program_is_written(random: Random) -> None:
    text = random.choice(FILES).read_text("utf-8")
    assert not (told := invariance.differences(text, random)), f"{told}\n{text}"


def test_reducing_leaves_what_fails() -> None:
    from .reduce import reduced

    assert reduced("a = 1\nb = c\nd = 2\n", lambda text: "c" in text and "b" in text) == "bc"
