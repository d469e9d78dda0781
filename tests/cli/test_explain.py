"""``rule``, ``explain`` and ``linter``."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest

from flake8_weaviate_v4 import registry

from .conftest import Run
from .test_formats import shape

RULES = registry.load().rules


def ruff(*words: str) -> Any:
    done = subprocess.run([sys.executable, "-m", "ruff", "rule", *words, "--output-format", "json"], check=True, capture_output=True, text=True)
    return json.loads(done.stdout)


def test_a_rule_as_json_has_the_fields_of_ruffs(run: Run) -> None:
    ours = json.loads(run("rule", "WV501", "--output-format", "json", select="").out)
    assert shape(ours) == shape(ruff("F401"))


def test_all_rules_as_json(run: Run) -> None:
    ours, theirs = json.loads(run("rule", "--all", "--output-format", "json", select="").out), ruff("--all")
    assert [rule["code"] for rule in ours] == sorted(RULES)
    for key in ("fix", "fix_availability", "category"):
        assert {rule[key] for rule in ours} <= {rule[key] for rule in theirs}
    assert all("$" not in text for rule in ours for text in [rule["summary"], *rule["message_formats"]])
    assert all(len(rule["message_formats"]) >= 1 for rule in ours)


@pytest.mark.parametrize("command", ["rule", "explain"])
def test_a_rule_as_text(run: Run, command: str) -> None:
    text = run(command, "WV203", select="").out
    assert text.startswith("# schema-delete-class (WV203)\n\nOne of the rules for collections. Fix is always available.\n")
    assert 'client.schema.delete_class("Article")' in text
    assert RULES["WV203"].url in text
    assert run(command, "schema-delete-class", select="").out == run(command, "wv203", select="").out == text


def test_prefixes_and_several(run: Run) -> None:
    both = run("rule", "WV203", "WV204", select="").out
    assert both.index("(WV203)") < both.index("(WV204)")
    assert run("rule", "WV2", select="").out.count("\n# ") + 1 >= sum(code.startswith("WV2") for code in RULES)
    assert len(json.loads(run("rule", "WV2", "WV203", "--output-format", "json", select="").out)) == sum(code.startswith("WV2") for code in RULES)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["WV999"], "there is no rule 'WV999'; do you mean WV9"),
        (["schema-delete-clas"], "do you mean schema-delete-class"),
        (["E501"], "there is no rule 'E501'"),
        ([""], "there is no rule ''"),
        ([], "name rules, such as `rule WV501`, or `--all` of them"),
        (["WV501", "--all"], "name rules, such as `rule WV501`, or `--all` of them"),
    ],
)
def test_what_there_is_no_rule_for(run: Run, words: list[str], said: str) -> None:
    result = run("rule", *words, select="")
    assert (result.code, result.out, result.err.count("\n")) == (2, "", 1)
    assert said in result.err


def test_linter(run: Run) -> None:
    told = json.loads(run("linter", "--output-format", "json", select="").out)
    assert sum(area["rules"] for area in told["areas"]) == len(RULES)
    assert told["clients"]["v3"][-1] == "3.26.7"
    text = run("linter", select="").out
    assert "weaviate-client v3: 3.0.0 to 3.26.7" in text
    assert f"{len(RULES)}  rules" in text
