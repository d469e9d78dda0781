"""What ``flake8_weaviate_v4.rewrite`` offers is loaded when it is asked for."""

from __future__ import annotations

import pytest

from flake8_weaviate_v4 import rewrite
from flake8_weaviate_v4.rewrite import change, fix, plan


def test_names_lead_to_what_they_stand_for() -> None:
    offered = {
        "Applicability": change.Applicability, "Broken": fix.Broken, "Fix": change.Fix, "Fixed": fix.Fixed, "Left": change.Left,
        "Planner": plan.Planner, "fix_text": fix.fix_text,
    }  # fmt: skip
    assert {name: getattr(rewrite, name) for name in rewrite.__all__} == offered


def test_a_name_that_is_not_there_is_told() -> None:
    with pytest.raises(AttributeError, match=r"module 'flake8_weaviate_v4\.rewrite' has no attribute 'fix_file'"):
        rewrite.fix_file  # noqa: B018
