"""What editors that run flake8 read of its output: their own formats and patterns, on real runs."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from flake8_weaviate_v4 import registry

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

V3 = 'import weaviate\n\nclient = weaviate.Client("http://localhost:8080")\nx = "é"; client.schema.delete_class("A")\n'
DOCS = (Path(__file__).parents[1] / "docs" / "editors.md").read_text("utf-8")
# Format that the editor asks flake8 for, and the pattern by which it reads a line (of the plug-ins' sources).
EDITORS = {
    "VS Code": ("%(row)d,%(col)d,%(code).1s,%(code)s:%(text)s", r"(?P<line>\d+),(?P<column>-?\d+),(?P<type>\w+),(?P<code>\w+\d+):(?P<message>[^\r\n]*)"),
    "python-lsp-server": ("default", r"(?P<path>.*):(?P<line>\d*):(?P<column>\d*): (?P<code>\w*) (?P<message>.*)"),
    "nvim-lint": ("%(path)s:%(row)d:%(col)d:%(code)s:%(text)s", r"[^:]+:(?P<line>\d+):(?P<column>\d+):(?P<code>\w+):(?P<message>.*)"),
    # The output filter of docs/editors.md, as File Watchers read one.
    "PyCharm": ("default", r"(?P<path>.+):(?P<line>\d+):(?P<column>\d+): (?P<message>(?P<code>\w+) .*)"),
    "Flycheck": ("default", r"[^:]+:(?P<line>\d+):(?P<column>\d+): (?P<code>[A-Za-z]+\d+) (?P<message>.+)"),
    "ALE": ("default", r"[a-zA-Z]?:?[^:]+:(?P<line>\d+):?(?P<column>\d+)?: ?(?P<code>[^ ]+) (?P<message>.+)"),
}


@pytest.mark.parametrize("editor", EDITORS)
def test_an_editor_reads_place_code_message_and_link(editor: str) -> None:
    form, pattern = EDITORS[editor]
    command = [sys.executable, "-m", "flake8", "--isolated", "--select=WV", f"--format={form}", "--stdin-display-name", "app.py", "-"]
    out = subprocess.run(command, input=V3.encode(), check=False, capture_output=True).stdout.decode()
    read = [match.groupdict() for line in out.splitlines() if (match := re.match(pattern, line))]
    assert [(each["line"], each["column"], each["code"]) for each in read] == [("3", "19", "WV100"), ("3", "26", "WV101"), ("4", "17", "WV203")]
    for each in read:
        assert each["message"].strip().endswith(registry.load().rules[each["code"]].url)


def test_settings_that_are_data_are_valid() -> None:
    """The JSON and TOML of docs/editors.md."""
    blocks = re.findall(r"^```(json|toml)\n(.*?)^```$", DOCS, re.MULTILINE | re.DOTALL)
    read = [json.loads(text) if kind == "json" else tomllib.loads(text) for kind, text in blocks]
    assert {kind for kind, _ in blocks} == {"json", "toml"}
    code, helix = next(each for each in read if "flake8.args" in each), next(each for each in read if "language-server" in each)
    assert code["flake8.args"] == ["--extend-select=WV"]
    zed = next(each for each in read if "lsp" in each)["lsp"]["pylsp"]["settings"]
    assert zed == next(each for each in read if "pylsp" in each)["pylsp"]
    server = helix["language-server"]["weaviate-v4"]
    assert [server["command"], *server["args"]] == ["flake8-weaviate-v4", "server"]
