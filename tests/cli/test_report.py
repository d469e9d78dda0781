"""``report``: the page, the comment, and the burn-down."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from .conftest import HEAD, STAYS, USE, V3, Run

Write = Callable[..., Path]
BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), "")
HOSTILE = 'client.schema.delete_class("</script><img src=x onerror=alert(1)>|`a`")\n'


def data(page: str) -> Any:
    match = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert match
    return json.loads(match[1])


def git(folder: Path, *words: str, day: str = "") -> None:
    who = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false", "-c", "core.hooksPath=/dev/null"]
    env = {**os.environ, "GIT_COMMITTER_DATE": f"{day}T12:00:00+0000", "GIT_AUTHOR_DATE": f"{day}T12:00:00+0000"} if day else None
    subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True, env=env)


def test_the_page_holds_all_and_loads_nothing(run: Run, write: Write, tmp_path: Path) -> None:
    write("app/a.py", V3 + STAYS)
    write("app/b.py", HEAD + HOSTILE)
    result = run("report", "--html", "out.html", "--title", "T & <i>", select="WV203,WV843")
    assert (result.code, result.out) == (0, "")
    assert result.err == "Wrote out.html.\n3 findings: 2 fixed by fix, 0 more with --unsafe-fixes, 1 by hand.\n"
    page = (tmp_path / "out.html").read_text()
    told = data(page)
    assert told["total"] == {"safe": 2, "unsafe": 0, "hand": 1}
    assert [(each["name"], each["safe"], each["hand"]) for each in told["files"]] == [("app/a.py", 1, 1), ("app/b.py", 1, 0)]
    assert [each["name"] for each in told["folders"]] == ["app"]
    assert {each["name"]: each["title"] for each in told["areas"]} == {"WV2": "collections", "WV8": "cluster, backup and other services"}
    assert [(each["path"], each["code"], each["how"], bool(each["diff"])) for each in told["findings"]] == [
        ("app/a.py", "WV203", "safe", True), ("app/a.py", "WV843", "by hand", False), ("app/b.py", "WV203", "safe", True),
    ]  # fmt: skip
    assert "<img" not in page
    assert not re.search(r"""(?:src|href)\s*=\s*["']?(?:https?:)?//""", page)
    assert "default-src 'none'" in page


def test_what_a_link_of_a_chain_is_mended_with_counts(run: Run, write: Write, tmp_path: Path) -> None:
    """The numbers are those of a run that fixes, not of fixes one by one."""
    write("app.py", HEAD + 'r = client.query.get("A", ["t"]).with_limit(3).do()\nprint(r["data"]["Get"]["A"][0]["t"])\n')
    run("report", "--html", "out.html", select="")
    told = data((tmp_path / "out.html").read_text())["total"]
    left = run("fix", "--diff", select="").err
    assert f"Would fix {told['safe']} findings" in left
    assert told["unsafe"] == told["hand"] == 0


def test_a_comment_for_a_pull_request(run: Run, write: Write) -> None:
    write("a|b`.py", V3 + STAYS)
    out = run("report", "--markdown", "-", "--title", "Left", select="WV203,WV843").out
    assert out.startswith("### Left\n\n**2 findings** of weaviate-client v3 code: 1 fixed by `fix`, 0 more with `--unsafe-fixes`, 1 to do by hand.\n")
    assert "| WV2 collections | 1 | 1 | 0 | 0 |" in out
    assert "| `a\\|b'.py` | 2 | 1 | 0 | 1 |" in out
    write("a|b`.py", "")
    assert run("report", "--markdown", "-", "--title", "Left", select="").out == "### Left\n\nNo weaviate-client v3 code is left.\n"


def test_findings_that_are_not_there(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """What to install is said to those only who have something to read."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    said = [run("report", "--from", path, "--markdown", "-", select="").err for path in ("missing", ".")]
    assert said[0] == "flake8-weaviate-v4: error: missing: no such file or directory\n"
    assert said[1] == "flake8-weaviate-v4: error: --from needs pyarrow: pip install 'flake8-weaviate-v4[fleet]'\n"


def test_the_burn_down_of_a_git_history(run: Run, write: Write, tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    for number, day in ((5, "2026-01-05"), (4, "2026-02-02"), (4, "2026-02-03"), (1, "2026-03-02"), (0, "2026-04-06")):
        write("app.py", HEAD + USE.format("A") * number + f"# {day}\n")
        git(tmp_path, "add", "-A")
        git(tmp_path, "commit", "--quiet", "-m", day, day=day)
    before = sorted(os.listdir(tmp_path))
    page = run("report", "--html", "-", "--history", "3").out
    assert [(each["day"], each["count"]) for each in data(page)["history"]] == [("2026-01-05", 5), ("2026-02-03", 4), ("2026-04-06", 0)]
    assert len(data(run("report", "--html", "-", "--history").out)["history"]) == 5
    assert [each["day"] for each in data(run("report", "--html", "-", "--history", "1").out)["history"]] == ["2026-04-06"]
    assert "From 5 on 2026-01-05" not in run("report", "--markdown", "-", "--history").out  # nothing is left: no table
    assert sorted(os.listdir(tmp_path)) == before
    write("app.py", V3)
    assert "From 5 on 2026-01-05 to 0 on 2026-04-06." in run("report", "--markdown", "-", "--history").out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "name what to write: --html FILE, --markdown FILE, or both"),
        (("--html", "missing/a.html"), "missing/a.html: not written: no such file or directory"),
        (("--html", "a.html", "--history"), "--history: "),
        (("--html", "a.html", "--history", "2", "app.py"), "--history goes with one folder"),
        (("--html", "a.html", "--history", "0"), "is no number from 1"),
    ],
)
def test_what_can_not_be_reported(run: Run, write: Write, tmp_path: Path, words: tuple[str, ...], said: str) -> None:
    write("app.py")
    result = run("report", *words)
    assert result.code == 2
    assert said in result.err
    assert os.listdir(tmp_path) == ["app.py"]


def test_files_that_can_not_be_checked_are_told(run: Run, write: Write) -> None:
    write("app.py")
    write("broken.py", V3 + "def")
    result = run("report", "--markdown", "-")
    assert result.code == 2
    assert "error: broken.py: can't be parsed" in result.err
    assert "**1 finding** of" in result.out


@pytest.mark.skipif(not BROWSER, reason="no browser is installed")
def test_the_page_in_a_browser(run: Run, write: Write, tmp_path: Path) -> None:
    """What a reader sees, once its script has run."""
    git(tmp_path, "init", "--quiet")
    for number in (2, 1):
        write("app/a.py", V3 * number + STAYS + HOSTILE)
        git(tmp_path, "add", "-A")
        git(tmp_path, "commit", "--quiet", "-m", "x")
    run("report", "--html", "out.html", "--history", select="WV203,WV843")
    command = [BROWSER, "--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=3000", "--dump-dom", (tmp_path / "out.html").as_uri()]
    shown = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stdout
    assert "<b>3</b>" in shown.replace('<b class="">', "<b>")
    assert shown.count("<summary>") == 3
    assert 'class="curve"' in shown
    assert "WV2 collections" in shown
    assert "\\u003c/script\\u003e\\u003cimg" in shown  # data to the end
    assert "<img" not in shown
