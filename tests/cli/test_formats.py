"""Each output format, read by what reads it: an official schema, ruff's own output, or a library that parses it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest
from junitparser import JUnitXml

from flake8_weaviate_v4 import registry

from .conftest import HEAD, STAYS, USE, V3, Run

Write = Callable[..., Path]
SCHEMA = json.loads((Path(__file__).parents[1] / "data" / "sarif-2.1.0-rtm.5.json").read_text("utf-8"))
MACHINES = ["json", "json-lines", "sarif", "github", "gitlab", "junit", "rdjson", "azure"]
QUERY = 'r = client.query.get("A", ["t"]).do()\nprint(r["data"]["Get"]["A"][0]["t"])\n'
HOSTILE = 'client.schema.delete_class("\\x1b[31m ]]> %0A::error:: ; \' & < \u202e \u0085 é 漢")\n'.replace("\\x1b", "\x1b")


def notebook(*sources: str) -> str:
    cells = [{"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": 1, "source": text} for text in sources]
    return json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


@pytest.fixture
def project(write: Write) -> None:
    write("app.py", V3 + STAYS)
    write("pkg/search.py", HEAD + QUERY)
    write("pkg/a b.ipynb", notebook(HEAD, "x = 1\n" + USE.format("A")))
    write("broken.py", V3 + "def")
    write("hostile.py", HEAD + HOSTILE)


def apply(text: str, edits: list[dict[str, Any]], start: str, end: str, content: str) -> str:
    """A text with edits that say rows and columns."""
    lines = text.splitlines(keepends=True)
    starts = [sum(map(len, lines[:n])) for n in range(len(lines) + 1)]

    def offset(place: dict[str, int]) -> int:
        return starts[place["row"] - 1] + place["column"] - 1

    for edit in sorted(edits, key=lambda edit: offset(edit[start]), reverse=True):
        text = text[: offset(edit[start])] + edit[content] + text[offset(edit[end]) :]
    return text


# -- ruff's ----------------------------------------------------------------------------------------------------------


def shape(value: Any) -> Any:
    """Which keys and types a value has; of a list those of its first item."""
    if isinstance(value, dict):
        return {key: shape(each) for key, each in value.items()}
    if isinstance(value, list):
        return [shape(value[0])] if value else []
    return type(value).__name__


def ruffs(folder: Path, form: str, code: str = "F401") -> Any:
    (folder / "ruffs.py").write_text("import os\n")
    command = [sys.executable, "-m", "ruff", "check", "--isolated", "--no-cache", f"--select={code}", f"--output-format={form}", "ruffs.py"]
    return subprocess.run(command, cwd=folder, check=False, capture_output=True, text=True).stdout


@pytest.mark.usefixtures("project")
def test_json_has_the_fields_of_ruffs(run: Run, tmp_path: Path) -> None:
    ours = json.loads(run("check", "--output-format", "json").out)
    theirs = json.loads(ruffs(tmp_path, "json"))
    fixable = next(each for each in ours if each["fix"] is not None and each["cell"] is None)
    assert shape(fixable) == shape(theirs[0])
    assert {each["fix"]["applicability"] for each in ours if each["fix"]} <= {"safe", "unsafe", "display"}
    in_cell = next(each for each in ours if each["cell"] is not None)
    assert (in_cell["cell"], in_cell["location"], in_cell["noqa_row"]) == (2, {"row": 2, "column": 8}, 2)
    lines = [json.loads(line) for line in run("check", "--output-format", "json-lines").out.splitlines()]
    assert lines == ours
    assert shape(json.loads(ruffs(tmp_path, "json-lines"))) == shape(fixable)


@pytest.mark.usefixtures("project")
def test_places_and_edits_of_json_are_those_of_the_file(run: Run, tmp_path: Path) -> None:
    found = json.loads(run("check", "--output-format", "json", "app.py", "pkg/search.py", select="").out)
    marked = set()
    for each in found:
        path = Path(each["filename"])
        assert path.is_absolute()
        line = path.read_text().splitlines()[each["location"]["row"] - 1]
        marked.add(line[each["location"]["column"] - 1 : each["end_location"]["column"] - 1])
        assert each["location"]["row"] == each["end_location"]["row"] == each["noqa_row"]
        assert each["name"] == registry.load().rules[each["code"]].name
        assert each["url"].startswith("https://docs.weaviate.io/")
    assert marked >= {"Client", "schema", "query", "contextionary"}
    (deleted,) = [each for each in found if each["code"] == "WV203"]
    fixed = apply((tmp_path / "app.py").read_text(), deleted["fix"]["edits"], "location", "end_location", "content")
    assert fixed == (V3 + STAYS).replace("schema.delete_class", "collections.delete")


def test_the_end_of_a_file_is_a_place(run: Run, write: Write) -> None:
    """Edits of the last line, with and without a line end."""
    for text in (V3, V3.rstrip("\n")):
        path = write("app.py", text)
        (each,) = json.loads(run("check", "--output-format", "json").out)
        assert apply(path.read_text(), each["fix"]["edits"], "location", "end_location", "content") == text.replace("schema.delete_class", "collections.delete")


def test_nothing_found_is_still_readable(run: Run, write: Write) -> None:
    write("app.py", "")
    told = {form: run("check", "--output-format", form) for form in MACHINES}
    assert {result.code for result in told.values()} == {0}
    assert json.loads(told["json"].out) == json.loads(told["gitlab"].out) == []
    assert json.loads(told["rdjson"].out)["diagnostics"] == json.loads(told["sarif"].out)["runs"][0]["results"] == []
    assert told["json-lines"].out == told["github"].out == told["azure"].out == ""
    assert JUnitXml.fromstring(told["junit"].raw).failures == 0


# -- SARIF ------------------------------------------------------------------------------------------------------------


def sarif(run: Run, *words: str) -> Any:
    log = json.loads(run("check", "--output-format", "sarif", *words, select="").out)
    jsonschema.Draft4Validator(SCHEMA).validate(log)
    return log["runs"][0]


@pytest.mark.usefixtures("project")
def test_sarif_is_valid_and_says_all(run: Run, tmp_path: Path) -> None:
    told = sarif(run)
    rules = told["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted({result["ruleId"] for result in told["results"]})
    for result in told["results"]:
        rule = rules[result["ruleIndex"]]
        assert rule["id"] == result["ruleId"]
        assert rule["helpUri"] == registry.load().rules[rule["id"]].url
        place = result["locations"][0]["physicalLocation"]["artifactLocation"]
        assert place["uriBaseId"] == "SRCROOT"
        assert (tmp_path / unquote(place["uri"])).is_file()
        assert told["originalUriBaseIds"]["SRCROOT"]["uri"] == tmp_path.as_uri() + "/"
    assert not told["invocations"][0]["executionSuccessful"]
    (note,) = told["invocations"][0]["toolExecutionNotifications"]
    assert "broken.py: can't be parsed" in note["message"]["text"]


@pytest.mark.usefixtures("project")
def test_fixes_of_sarif_mend_the_file(run: Run, tmp_path: Path) -> None:
    (result,) = [each for each in sarif(run, "app.py")["results"] if each["ruleId"] == "WV203"]
    (change,) = result["fixes"][0]["artifactChanges"]
    edits = [
        {
            "start": {"row": each["deletedRegion"]["startLine"], "column": each["deletedRegion"]["startColumn"]},
            "end": {"row": each["deletedRegion"]["endLine"], "column": each["deletedRegion"]["endColumn"]},
            "content": each["insertedContent"]["text"],
        }
        for each in change["replacements"]
    ]
    text = apply((tmp_path / "app.py").read_text(), edits, "start", "end", "content")
    assert text == (V3 + STAYS).replace("schema.delete_class", "collections.delete")


def test_fingerprints_stay_when_code_moves_and_tell_findings_apart(run: Run, write: Write) -> None:
    def prints() -> list[str]:
        return [each["partialFingerprints"]["flake8WeaviateV4/v1"] for each in sarif(run)["results"]]

    write("app.py", V3 + USE.format("A") * 2 + USE.format("B"))
    before = prints()
    assert len(set(before)) == len(before) >= 6
    write("app.py", "'''moved'''\n\n\n" + V3 + "if 1:\n    " + "    ".join([*[USE.format("A")] * 2, USE.format("B")]))
    assert prints() == before
    gitlab = json.loads(run("check", "--output-format", "gitlab", select="").out)
    assert [each["fingerprint"] for each in gitlab] == before


# -- services ---------------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("project")
def test_gitlab_has_the_fields_of_ruffs(run: Run, tmp_path: Path) -> None:
    ours = json.loads(run("check", "--output-format", "gitlab", select="").out)
    assert shape(ours[0]) == shape(json.loads(ruffs(tmp_path, "gitlab"))[0])
    for each in ours:  # https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
        assert each["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert (tmp_path / each["location"]["path"]).is_file()
    assert len({each["fingerprint"] for each in ours}) == len(ours)


@pytest.mark.usefixtures("project")
def test_rdjson_has_the_fields_of_ruffs(run: Run, tmp_path: Path) -> None:
    ours = json.loads(run("check", "--output-format", "rdjson").out)
    theirs = json.loads(ruffs(tmp_path, "rdjson"))
    assert set(ours) == set(theirs)
    fixable = next(each for each in ours["diagnostics"] if "suggestions" in each)
    assert shape({key: fixable[key] for key in theirs["diagnostics"][0]}) == shape(theirs["diagnostics"][0])
    assert ours["severity"] == theirs["severity"]


@pytest.mark.usefixtures("project")
def test_junit_can_be_parsed(run: Run) -> None:
    told = JUnitXml.fromstring(run("check", "--output-format", "junit", select="").raw)
    suites = {suite.name: suite for suite in told}
    assert set(suites) == {"app.py", "hostile.py", "pkg/search.py", "pkg/a b.ipynb", "broken.py"}
    assert (told.tests, told.failures, told.errors) == (sum(s.tests for s in suites.values()), sum(s.failures for s in suites.values()), 1)
    case = next(iter(suites["app.py"]))
    assert (case.name, case.classname) == ("flake8_weaviate_v4.WV100", "app")
    assert "app.py:3:19: WV100 `weaviate.Client` is gone in v4" in case.result[0].text
    assert [each.errors for each in [suites["broken.py"]]] == [1]


def unescaped(text: str) -> str:
    """As GitHub's runner reads what a workflow command says."""
    return text.replace("%0D", "\r").replace("%0A", "\n").replace("%3A", ":").replace("%2C", ",").replace("%25", "%")


@pytest.mark.usefixtures("project")
def test_github_commands(run: Run) -> None:
    *lines, broken = run("check", "--output-format", "github", select="").out.splitlines()
    assert broken.startswith("::error title=flake8-weaviate-v4,file=broken.py::broken.py: can't be parsed")
    assert len(lines) == len(json.loads(run("check", "--output-format", "json", select="").out))
    command = re.compile(r"::(error|warning) (?P<fields>(?:\w+=[^,:]*,?)+)::(?P<message>.*)$")
    for line in lines:
        match = command.fullmatch(line)
        assert match, line
        fields = {key: unescaped(value) for key, _, value in (each.partition("=") for each in match["fields"].split(","))}
        place = "" if "line" not in fields else f":{fields['line']}:{fields['col']}"
        assert unescaped(match["message"]).startswith(f"{fields['file']}{place}")
        assert fields["title"].startswith("flake8-weaviate-v4 (WV")


@pytest.mark.usefixtures("project")
def test_azure_commands(run: Run) -> None:
    *lines, broken = run("check", "--output-format", "azure", select="").out.splitlines()
    assert broken.startswith("##vso[task.logissue type=error;sourcepath=")
    command = re.compile(r"##vso\[task\.logissue type=(error|warning);sourcepath=[^;\]]+;linenumber=\d+;columnnumber=\d+;code=WV\d{3};\].+")
    assert [line for line in lines if not command.fullmatch(line)] == []


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("form", ["full", "concise", "grouped", *MACHINES])
def test_no_format_lets_the_code_speak_to_the_terminal_or_the_service(run: Run, form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What stands in the code can move no cursor, open no command and close no element."""
    monkeypatch.setenv("NO_COLOR", "1")
    result = run("check", "--output-format", form, "hostile.py", select="")
    assert result.code == 1
    assert "\x1b" not in result.out.replace("\\u001b", "")
    assert "\u202e" not in result.out if form in ("full", "concise", "grouped") else True
    assert not [line for line in result.out.splitlines() if line.startswith("::error::")]


@pytest.mark.skipif(sys.platform != "linux", reason="file names are bytes there")
@pytest.mark.parametrize("form", ["full", "concise", "grouped", *MACHINES])
def test_a_file_whose_name_is_no_text(run: Run, tmp_path: Path, form: str) -> None:
    (tmp_path / "a\udcff.py").write_text(V3)
    result = run("check", "--output-format", form)
    assert result.code == 1
    if form in ("json", "gitlab", "rdjson", "sarif"):
        json.loads(result.out)
    if form == "junit":
        assert JUnitXml.fromstring(result.raw).failures == 1


# -- for people ------------------------------------------------------------------------------------------------------


def test_full_shows_the_line_the_name_the_link_and_the_fix(run: Run, write: Write) -> None:
    write("app.py", V3)
    assert run("check", "--output-format", "full").out == (
        'WV203 [*] `client.schema.delete_class("A")` is gone in v4: use `client.collections.delete("A")`\n'
        " --> app.py:4:8\n"
        "  |\n"
        "2 |\n"
        '3 | client = weaviate.Client("http://localhost:8080")\n'
        '4 | client.schema.delete_class("A")\n'
        "  |        ^^^^^^\n"
        "  |\n"
        "docs: https://docs.weaviate.io/weaviate/manage-collections/collection-operations#delete-a-collection\n"
        "fix: Rewrite for v4 (WV203)\n"
        "  |\n"
        '3 | client = weaviate.Client("http://localhost:8080")\n'
        '  - client.schema.delete_class("A")\n'
        '4 + client.collections.delete("A")\n'
        "  |\n"
        "\n"
        "Found 1 finding (1 fixable with --fix).\n"
    )


def test_full_shows_a_fix_of_several_findings_once(run: Run, write: Write) -> None:
    write("app.py", HEAD)
    lines = run("check", "--output-format", "full", select="WV1").out.splitlines()
    assert [line for line in lines if line.startswith("fix: ")] == ["fix: Rewrite for v4 (WV100, WV101)", "fix: that of app.py:3:19"]
    assert sum(line.startswith("3 + client = ") for line in lines) == 1


def test_full_is_the_usual_format(run: Run, write: Write, tmp_path: Path) -> None:
    write("app.py")
    command = [sys.executable, "-m", "flake8_weaviate_v4", "check", "--select=WV203"]
    usual = subprocess.run(command, cwd=tmp_path, check=False, capture_output=True, text=True).stdout
    assert usual == run("check", "--output-format", "full").out


def test_carets_stand_below_the_name_however_wide_the_letters(run: Run, write: Write) -> None:
    write("app.py", HEAD + 'x = "漢é\u0301"; client.schema.delete_class("A")\n')
    lines = run("check", "--output-format", "full").out.splitlines()
    assert lines[6] == "  |" + " " * (1 + len('x = "漢é"; client.') + 1) + "^^^^^^"


def test_an_unsafe_fix_says_why(run: Run, write: Write) -> None:
    write("app.py", HEAD + "client.data_object.delete('0d2a5b2c-8d5e-4b7a-9d3f-1c2b3a4d5e6f', class_name='A')\n")
    result = run("check", "--output-format", "full", select="WV304")
    assert result.out.startswith("WV304 `client")
    assert re.search(r"^note: unsafe, because .+$", result.out, re.MULTILINE)
    assert run("check", "--output-format", "full", "--unsafe-fixes", select="WV304").out.startswith("WV304 [*] ")


def test_grouped(run: Run, write: Write) -> None:
    write("b.py", V3 + STAYS)
    write("a.ipynb", notebook(HEAD, USE.format("A")))
    lines = run("check", "--output-format", "grouped", select="WV203,WV843").out.splitlines()
    assert [line[:26].rstrip() for line in lines] == [
        "a.ipynb:", "  cell 2:1:8 WV203 [*] `cl", "", "b.py:", "  4:8 WV203 [*] `client.sc", "  5:8 WV843 `client.contex", "",
        "Found 3 findings (at least",
    ]  # fmt: skip


def test_colours_are_for_terminals_or_those_who_ask(run: Run, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    write("app.py")
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    assert "\x1b" not in run("check", "--output-format", "full").out
    monkeypatch.setenv("FORCE_COLOR", "1")
    coloured = run("check", "--output-format", "full").out
    assert "\x1b[" in coloured
    assert "\x1b" not in run("check", "--output-format", "json").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == run("check", "--output-format", "full").out


# -- around them -----------------------------------------------------------------------------------------------------


def test_statistics(run: Run, write: Write) -> None:
    write("a.py", V3 + USE.format("B") + STAYS)
    result = run("check", "--statistics", select="WV203,WV843")
    assert result.code == 1
    assert result.out == (
        "2\tWV203\t[*] schema-delete-class\n1\tWV843\t[ ] contextionary-get-concept-vector\nFound 3 findings (at least 2 fixable with --fix).\n"
    )
    told = json.loads(run("check", "--statistics", "--output-format", "json", select="WV203,WV843").out)
    assert told[0] == {"code": "WV203", "name": "schema-delete-class", "count": 2, "fixable": True, "fixable_count": 2}


def test_statistics_json_has_the_fields_of_ruffs(run: Run, write: Write, tmp_path: Path) -> None:
    write("a.py")
    (tmp_path / "ruffs.py").write_text("import os\n")
    command = [sys.executable, "-m", "ruff", "check", "--isolated", "--no-cache", "--statistics", "--output-format=json", "ruffs.py"]
    theirs = json.loads(subprocess.run(command, cwd=tmp_path, check=False, capture_output=True, text=True).stdout)
    assert shape(json.loads(run("check", "--statistics", "--output-format", "json").out)[0]) == shape(theirs[0])


def test_quiet_and_exit_zero(run: Run, write: Write) -> None:
    write("a.py")
    assert run("check", "--quiet").out.count("\n") == 1
    assert run("check", "--exit-zero").code == 0
    assert "1 finding" in run("check", "--exit-zero").out
    assert run("check", "--exit-zero", "missing.py").code == 2
    write("a.py", "")
    assert run("check", "--quiet").out == ""


def test_an_output_file(run: Run, write: Write, tmp_path: Path) -> None:
    write("a.py")
    shown = run("check", "--output-format", "json").out
    result = run("check", "--output-format", "json", "--output-file", "out.json")
    assert (result.code, result.out) == (1, "")
    assert (tmp_path / "out.json").read_text() == shown
    run("check", "--output-format", "json", "--output-file", "out.json")
    assert (tmp_path / "out.json").read_text() == shown  # not appended
    result = run("check", "--output-file", "missing/out.json")
    assert (result.code, result.err) == (2, "flake8-weaviate-v4: error: missing/out.json: not written: no such file or directory\n")


def test_a_fix_tells_the_rest_in_the_format(run: Run, write: Write) -> None:
    write("a.py", V3 + STAYS)
    result = run("fix", "--output-format", "json", select="WV203,WV843")
    assert [each["code"] for each in json.loads(result.out)] == ["WV843"]
    assert result.err == "Fixed a.py: 1 finding (WV203)\n"


def test_an_unknown_format(run: Run, write: Write) -> None:
    write("a.py")
    result = run("check", "--output-format", "xml")
    assert result.code == 2
    assert "there is no output format 'xml'; there are full, concise, grouped, json," in result.err
    write("pyproject.toml", '[tool.flake8-weaviate-v4]\noutput-format = "xml"\n')
    assert run("check", "--output-format", "json").code == 1
