"""Twice as much code is twice as much work for the fixer too, whatever its shape."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from growth import MOST, calls, shapes

from flake8_weaviate_v4.check import Checker
from flake8_weaviate_v4.rewrite.fix import fix, parsed

UNITS = 40
# Those in which the fixer once did more than twice as much.
STEEP = (
    "functions script script_of_objects reassigned builder blocks batches manual_batch unnamed_batch imports imports_on_top operands"
    " class_properties methods elifs getters"
).split()


@pytest.fixture(scope="module", autouse=True)
def _loaded() -> None:
    fix(Checker(), parsed(shapes.functions(2)), unsafe=True)


def rewritten(text: str) -> Callable[[], object]:
    source = parsed(text)
    return lambda: fix(Checker(), source, unsafe=True)


@pytest.mark.parametrize("shape", STEEP)
def test_the_work_grows_with_the_length(shape: str) -> None:
    program = shapes.SHAPES[shape]
    less, more = (calls(rewritten(program(units))) for units in (UNITS, 2 * UNITS))
    assert more <= MOST * less
